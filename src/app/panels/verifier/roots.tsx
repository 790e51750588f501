import { ArrowRight, Braces, type LucideIcon, SquareFunction, X } from 'lucide-react';
import type { ProgramAnswer, VerifyAnswer } from '../../../engine/scenario/queries.ts';
import type { RootAnswer, RootKind, WhyAnswer } from '../../../engine/scenario/why-answer.ts';
import { grouped } from '../../format.ts';
import { goToInsn } from './go-to.ts';
import { NumberLine } from './number-line.tsx';
import { provenOf } from './proven.ts';

/** Bytes of stack of a chain of calls. kernel: MAX_BPF_STACK */
const MAX_STACK = 512;

interface RootsProps {
  readonly answer: VerifyAnswer;
  readonly program: ProgramAnswer;
  readonly why: WhyAnswer;
}

/** What was walked from an empty stack: the program, and what it hands over to run later. */
export function Roots({ answer, program, why: { roots } }: RootsProps) {
  const [main, ...others] = roots;
  const proven = program.accepted ? provenOf(roots) : [];
  return (
    <section className="roots" aria-label="Roots">
      <NumberLine message={program.message} />
      <div className="root-row">
        <Root root={main} />
        {others.length > 0 && (
          <ul>
            {others.map((root) => (
              <li key={root.start}>
                <Pushes answer={answer} program={program} root={root} />
                <Root root={root} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {proven.length > 0 && (
        <ul className="proven" aria-label="What was proven">
          {proven.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The arrow to a root: the instructions that hand it over. */
function Pushes({ answer, program, root }: Omit<RootsProps, 'why'> & { readonly root: RootAnswer }) {
  return (
    <div className="pushes">
      {root.pushedBy.map((insn) => (
        <button
          key={insn}
          type="button"
          className="mono"
          aria-label={`Instruction ${insn} pushes ${root.name}`}
          onClick={() => goToInsn(answer, program, insn)}
        >
          {insn}
        </button>
      ))}
      <ArrowRight className="icon" size={16} strokeWidth={1.75} aria-hidden />
      <span className="soft">{root.kind === 'async callback' ? 'pushes' : 'calls'}</span>
    </div>
  );
}

const ICONS: Readonly<Record<RootKind, LucideIcon>> = {
  'main program': Braces,
  'async callback': SquareFunction,
  'global function': SquareFunction,
};

function Root({ root }: { root: RootAnswer }) {
  const Icon = ICONS[root.kind];
  const isCallback = root.kind === 'async callback';
  return (
    <section className={root.isRejected ? 'root rejected' : 'root'} aria-label={`Root ${root.name}`}>
      <p className={isCallback ? 'name callback' : 'name'}>
        <Icon className="icon" size={12} strokeWidth={2} aria-hidden />
        {root.name}
        <span className="grow" />
        {root.isRejected && <X className="icon reject" size={12} strokeWidth={2} aria-label="rejected" />}
      </p>
      <dl>
        <dt>kind</dt>
        <dd>{root.kind}</dd>
        <dt>insns</dt>
        <dd className="mono">
          {root.start} to {root.end - 1}
        </dd>
        <dt>walked</dt>
        <dd>{walkedText(root)}</dd>
        <dt>returns</dt>
        <dd>
          <Returns root={root} />
        </dd>
        <dt>stack</dt>
        <dd className="mono stack" title="Bytes with everything it calls, as the kernel rounds them">
          {root.stack}
          <meter min={0} max={MAX_STACK} value={Math.min(root.stack, MAX_STACK)} aria-label={`Stack of ${root.name}`} />
          {MAX_STACK}
        </dd>
      </dl>
    </section>
  );
}

const walkedText = ({ paths, processed }: RootAnswer): string =>
  `${grouped(paths)} ${paths === 1 ? 'path' : 'paths'}, ${grouped(processed)} insns`;

/** What R0 was known to be, and the range that is required. */
function Returns({ root: { required, returned, isRejected } }: { root: RootAnswer }) {
  const has = returned.join(' or ');
  const isAny = required === undefined || rangeText(required) === ANY;
  const range = isAny ? ANY : rangeText(required);
  if (isRejected && !isAny) {
    return (
      <>
        <span className="mono">{range}</span> {has !== '' && <span className="reject">has {has}</span>}
      </>
    );
  }
  return (
    <>
      {has !== '' && <span className="mono">{has}</span>}
      <span className="soft">{has === '' ? range : `, ${isAny ? 'may be any' : `must be in ${range}`}`}</span>
    </>
  );
}

const ANY = 'any';
const S32 = [-0x80000000, 0x7fffffff];

const rangeText = ([min, max]: readonly [number, number]): string =>
  min === S32[0] && max === S32[1] ? ANY : `[${min}, ${max}]`;
