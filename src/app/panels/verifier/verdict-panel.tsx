import { Check, CircleCheck, CircleX, FileWarning, TriangleAlert, X } from 'lucide-react';
import type { Diagnostic } from '../../../engine/program/diagnostic.ts';
import type { ProgramAnswer, VerifyAnswer } from '../../../engine/scenario/queries.ts';
import type { RootAnswer, WhyAnswer } from '../../../engine/scenario/why-answer.ts';
import { errnoText, grouped } from '../../format.ts';
import { endOfLog } from '../../log/log-rows.ts';
import { stableSelected } from '../../state/selected.ts';
import {
  activeDocument,
  currentVerification,
  errorsOf,
  isAccepted,
  shownVerification,
  useApp,
} from '../../state/store.ts';
import { useWhy } from '../../state/why.ts';
import { Badge } from '../../widgets/badge.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { Chain } from './chain.tsx';
import { explain } from './explain.ts';
import { goTo } from './go-to.ts';
import { judgedAs } from './judged-as.ts';
import { ProgramList } from './program-list.tsx';
import { Roots } from './roots.tsx';
import { VerifyProgress } from './verify-progress.tsx';
import './verifier.css';

/** What the verifier says: every program's verdict, and the kernel's words about the one that is shown. */
export function VerdictPanel() {
  const verification = useApp(shownVerification);
  const selected = useApp(stableSelected);
  if (verification === undefined) {
    return (
      <div className="panel">
        <VerifyProgress />
        <Empty icon={FileWarning} title="No verdict yet" how="It comes as soon as the text is verified." />
      </div>
    );
  }
  const errors = verification.answers.filter((answer) => errorsOf(answer).length > 0);
  const programs = verification.answers.flatMap((answer) => answer.programs);
  return (
    <div className="panel verdict">
      {programs.length > 1 && <ProgramList programs={programs} shown={selected?.program} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="card" aria-label="What the verifier says" tabIndex={0}>
        <VerifyProgress />
        {errors.map((answer) => (
          <FileErrors key={answer.file} answer={answer} />
        ))}
        {selected && <ProgramCard answer={selected.answer} program={selected.program} />}
        <Warnings answers={verification.answers} />
      </section>
    </div>
  );
}

/** In the panel's head: whose verdict it is. */
export function VerdictState() {
  const verification = useApp(shownVerification);
  const current = useApp(currentVerification);
  const edit = useApp((state) => activeDocument(state)?.edit);
  const isStopped = useApp((state) => state.verifying?.is === 'stopped');
  if (verification === undefined) return null;
  const accepted = isAccepted(verification);
  return (
    <>
      <Badge meaning={accepted ? 'accept' : 'reject'} icon={accepted ? Check : X}>
        {verification.answers.map((answer) => answer.file).join(', ')}, edit {verification.edit}
      </Badge>
      {current === undefined && (
        <Badge meaning="warn">
          edit {edit} {isStopped ? 'is not verified' : 'is being verified'}
        </Badge>
      )}
    </>
  );
}

/** What is wrong with a file before any of its programs could be verified. */
function FileErrors({ answer }: { answer: VerifyAnswer }) {
  const errors = errorsOf(answer);
  return (
    <section aria-label={`Errors in ${answer.file}`}>
      <p className="verdict-line reject">
        <CircleX className="icon" size={16} strokeWidth={1.75} aria-hidden />
        {answer.file} cannot be loaded
      </p>
      <ol className="chain">
        {errors.slice(0, 12).map((error) => (
          <FileError key={`${error.at?.line}:${error.at?.column}:${error.message}`} file={answer.file} error={error} />
        ))}
      </ol>
      {errors.length > 12 && <p className="dim">{errors.length - 12} more</p>}
    </section>
  );
}

/** What does not stop a file from loading. */
function Warnings({ answers }: { answers: readonly VerifyAnswer[] }) {
  const warnings = answers.flatMap((answer) => answer.diagnostics.filter(({ severity }) => severity === 'warning'));
  return (
    <ul className="warnings">
      {warnings.slice(0, 12).map(({ message, at }) => (
        <li key={`${at?.line} ${message}`}>
          <TriangleAlert className="icon" size={12} strokeWidth={2} aria-hidden />
          {at && <span className="mono dim">{at.line}</span>}
          <span>
            {message}
            <Meaning of={message} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a message stands for, under it. */
function Meaning({ of: message }: { of: string }) {
  const meaning = explain(message);
  return meaning && <span className="soft note">{meaning}</span>;
}

function FileError({ file, error }: { file: string; error: Diagnostic }) {
  const place = error.at
    ? `${error.at.line}:${error.at.column}`
    : error.offset !== undefined
      ? `@${error.offset}`
      : '–';
  return (
    <li>
      <button type="button" disabled={error.at === undefined} onClick={() => error.at && goTo(file, error.at.line)}>
        <span className="mono dim">{place}</span>
        <span>
          <span className="mono strong">{error.message}</span>
          <Meaning of={error.message} />
          {error.notes?.map((note) => (
            <span key={note} className="soft note">
              {note}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}

function ProgramCard({ answer, program }: { answer: VerifyAnswer; program: ProgramAnswer }) {
  const why = useWhy(program.stage === 'prog' ? program.name : undefined);
  const Icon = program.accepted ? CircleCheck : CircleX;
  return (
    <section className="program" aria-label={`Verdict on ${program.name}`}>
      <div className="said">
        <p className={program.accepted ? 'verdict-line accept' : 'verdict-line reject'}>
          <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />
          {program.accepted ? 'Accepted' : 'Rejected'}
          <span className="of mono">{program.name}</span>
          <span className="grow" />
          {!program.accepted && <span className="errno">{errnoText(program.errno, program.errnoName)}</span>}
        </p>
        {!program.accepted && <Chain answer={answer} program={program} why={why} />}
        <ProgramFacts program={program} why={why} />
      </div>
      {why !== undefined && why.roots.length > 0 && <Roots answer={answer} program={program} why={why} />}
    </section>
  );
}

function ProgramFacts({ program, why }: { program: ProgramAnswer; why: WhyAnswer | undefined }) {
  const machine = useApp((state) => shownVerification(state)?.machine);
  return (
    <dl className="facts">
      <dt>section</dt>
      <dd className="mono">
        {program.section === program.type ? program.type : `${program.section}, ${program.type}`}
      </dd>
      <dt>instructions</dt>
      <dd className="mono">{program.insns.length}</dd>
      {statsOf(endOfLog(program.log)).map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
      {why !== undefined && why.roots.length > 0 && <Fact name="paths" value={pathsText(why.roots)} />}
      <dt>judged as</dt>
      <dd>{machine && judgedAs(machine)}</dd>
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="mono">{value}</dd>
    </>
  );
}

/** `12 walked, 3 of them ended at a known state` */
function pathsText(roots: WhyAnswer['roots']): string {
  const sum = (of: (root: RootAnswer) => number) => roots.reduce((total, root) => total + of(root), 0);
  const pruned = sum((root) => root.pruned);
  return `${grouped(sum((root) => root.paths))} walked${pruned === 0 ? '' : `, ${grouped(pruned)} ended at a known state`}`;
}

/** The numbers of the log's last lines, with the words that the kernel has for them. */
function statsOf(log: string): readonly (readonly [string, string])[] {
  const processed = /^processed (\d+) insns .*total_states (\d+) peak_states (\d+)/m.exec(log);
  const depth = /^stack depth (\S+)/m.exec(log);
  return [
    ...(processed === null
      ? []
      : ([
          ['processed', `${grouped(Number(processed[1]))} insns`],
          ['states', `${grouped(Number(processed[2]))} total, ${grouped(Number(processed[3]))} peak`],
        ] as const)),
    ...(depth === null ? [] : ([['stack depth', depth[1]]] as const)),
  ];
}
