import { TriangleAlert } from 'lucide-react';
import type { ProgramAnswer } from '../../../engine/scenario/queries.ts';
import { errnoText } from '../../format.ts';
import { isLoaded, SCRIPT_TAB } from '../../state/documents.ts';
import { activeDocument, useApp } from '../../state/store.ts';
import { unloadedRuns, withoutLines } from '../../state/unloaded.ts';
import { setLoaded, showProgram, typeText } from '../../state/workbench.ts';
import { TextButton } from '../../widgets/button.tsx';

interface ProgramListProps {
  readonly programs: readonly ProgramAnswer[];
  readonly shown: ProgramAnswer | undefined;
}

/** The programs of all files with their verdicts; those that are ticked are loaded. */
export function ProgramList({ programs, shown }: ProgramListProps) {
  const names = programs.map((program) => program.name);
  const loaded = useApp((state) => names.filter((name) => isLoaded(activeDocument(state), name)).length);
  return (
    <div className="program-list">
      <table>
        <thead>
          <tr>
            <th className="load">
              <input
                type="checkbox"
                aria-label="Load all programs"
                title="Load all programs"
                checked={loaded === names.length}
                ref={(box) => {
                  if (box !== null) box.indeterminate = loaded > 0 && loaded < names.length;
                }}
                onChange={(event) => setLoaded(names, event.currentTarget.checked)}
              />
            </th>
            <th>
              {programs.length} programs{loaded < names.length && `, ${loaded} loaded`}
            </th>
            <th>type</th>
            <th>verdict</th>
          </tr>
        </thead>
        <tbody>
          {programs.map((program) => (
            <ProgramRow key={program.name} program={program} isShown={program === shown} />
          ))}
        </tbody>
      </table>
      <UnloadedRuns />
    </div>
  );
}

/** Lines of the script that would fail as the list is ticked, and what mends them. */
function UnloadedRuns() {
  const document = useApp(activeDocument);
  const runs = document === undefined ? [] : unloadedRuns(document);
  if (document === undefined || runs.length === 0) return null;
  const programs = [...new Set(runs.map(({ program }) => program))];
  const lines = runs.map(({ line }) => line);
  const where =
    lines.length === 1 ? `Line ${lines[0]} of the script runs` : `Lines ${lines.join(', ')} of the script run`;
  return (
    <div className="unloaded" role="status">
      <TriangleAlert className="icon warn" size={16} strokeWidth={1.75} aria-hidden />
      <p>
        {where} {programs.join(', ')}, not loaded
      </p>
      <TextButton small look="outlined" onPress={() => setLoaded(programs, true)}>
        Load
      </TextButton>
      <TextButton small look="outlined" onPress={() => typeText(SCRIPT_TAB, withoutLines(document.script, runs))}>
        {lines.length === 1 ? 'Remove the line' : 'Remove the lines'}
      </TextButton>
    </div>
  );
}

function ProgramRow({ program, isShown }: { program: ProgramAnswer; isShown: boolean }) {
  const { name, type, accepted, errno, errnoName } = program;
  const isTicked = useApp((state) => isLoaded(activeDocument(state), name));
  return (
    <tr className={isShown ? 'cursor' : ''}>
      <td className="load">
        <input
          type="checkbox"
          aria-label={`Load ${name}`}
          checked={isTicked}
          onChange={(event) => setLoaded([name], event.currentTarget.checked)}
        />
      </td>
      <td>
        <button type="button" className="mono" onClick={() => showProgram(name)}>
          {name}
        </button>
      </td>
      <td className="soft">{type}</td>
      <td className={accepted ? 'accept' : 'reject'}>{accepted ? 'accepted' : errnoText(errno, errnoName)}</td>
    </tr>
  );
}
