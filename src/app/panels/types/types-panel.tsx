import { AlarmClock, Braces, Lock, Table2 } from 'lucide-react';
import type { MapTypes, TypesAnswer } from '../../../engine/scenario/types-answer.ts';
import { useFileAnswers } from '../../state/answers.ts';
import { Empty } from '../../widgets/empty.tsx';
import { Scroller } from '../../widgets/scroller.tsx';
import './types.css';

/** What the files of the document say of types: each map with its members, then everything as C. */
export function TypesPanel() {
  const answers = useFileAnswers('types', (source, machine) => ({ source, machine }));
  const told = answers.filter((answer) => answer.c !== '' || answer.maps.length > 0);
  if (told.length === 0) {
    return (
      <Empty icon={Braces} title="No types" how="They come with .struct and .map, or with an object file's BTF." />
    );
  }
  return (
    <Scroller name="Maps and types" className="types">
      {told.map((answer) => (
        <FileTypes key={answer.file} answer={answer} hasOthers={told.length > 1} />
      ))}
    </Scroller>
  );
}

function FileTypes({ answer, hasOthers }: { answer: TypesAnswer; hasOthers: boolean }) {
  return (
    <section aria-label={`Types of ${answer.file}`}>
      {hasOthers && <p className="caption">{answer.file}</p>}
      {answer.maps.map((map) => (
        <MapType key={map.name} map={map} />
      ))}
      {answer.c !== '' && (
        <>
          <p className="caption">as bpftool btf dump file … format c prints them</p>
          <pre className="c-text">{answer.c.trimEnd()}</pre>
        </>
      )}
    </section>
  );
}

function MapType({ map }: { map: MapTypes }) {
  return (
    <>
      <p className="map-type">
        <Table2 className="icon kind-data" size={16} strokeWidth={1.75} aria-hidden />
        <span className="strong kind-data">{map.name}</span>
        <span className="soft">
          {map.type}, {map.maxEntries === 1 ? 'one entry' : `${map.maxEntries} entries`}
        </span>
        <span className="mono">
          {map.key || `${map.keySize} bytes`} → {map.value || `${map.valueSize} bytes`}
        </span>
      </p>
      {map.members.length > 0 && (
        <table>
          <caption className="visually-hidden">Members of a value of {map.name}</caption>
          <thead>
            <tr>
              <th className="right">offset</th>
              <th className="right">size</th>
              <th>member</th>
              <th>type</th>
              <th>who may touch it</th>
            </tr>
          </thead>
          <tbody>
            {map.members.map((member) => (
              <tr key={`${member.offset} ${member.name}`}>
                <td className="mono right">{member.offset}</td>
                <td className="mono right">{member.size}</td>
                <td className="mono">{member.name}</td>
                <td className="mono soft">{member.type}</td>
                <td>
                  {member.special === undefined ? (
                    'programs and user space'
                  ) : (
                    <span className="special">
                      {member.special === 'bpf_timer' ? (
                        <AlarmClock className="icon kind-time" size={12} strokeWidth={2} aria-hidden />
                      ) : (
                        <Lock className="icon" size={12} strokeWidth={2} aria-hidden />
                      )}
                      {member.special}: helpers only
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
