import { Check, Wrench } from 'lucide-react';
import type { ProgramAnswer, VerifyAnswer } from '../../../engine/scenario/queries.ts';
import type { ChainLink, FixAnswer, WhyAnswer } from '../../../engine/scenario/why-answer.ts';
import { grouped, withoutComment, withoutOpcode } from '../../format.ts';
import { lineOfInsn } from '../../state/places.ts';
import { useApp } from '../../state/store.ts';
import { applyFix } from '../../state/why.ts';
import { TextButton } from '../../widgets/button.tsx';
import { explain } from './explain.ts';
import { goToInsn } from './go-to.ts';

interface ChainProps {
  readonly answer: VerifyAnswer;
  readonly program: ProgramAnswer;
  /** Undefined until it is known. */
  readonly why: WhyAnswer | undefined;
}

/** What the kernel said, what it means, the instructions that led there, and a change that mends it. */
export function Chain({ answer, program, why }: ChainProps) {
  const meaning = explain(program.message, why?.roots.find(({ isRejected }) => isRejected)?.name);
  const links = why?.chain ?? endOf(program);
  return (
    <>
      <p className="kernel-line">{program.message === '' ? 'The kernel gives no reason.' : program.message}</p>
      {meaning !== undefined && <p className="meaning">{meaning}</p>}
      <ol className="chain path" aria-label="How it came to this">
        {links.map((link, index) => (
          <Link
            key={`${link.insn} ${link.what}`}
            answer={answer}
            program={program}
            link={link}
            isLast={index === links.length - 1}
          />
        ))}
      </ol>
      {why?.fix && <Fix file={answer.file} fix={why.fix} />}
    </>
  );
}

/** Until more is known: the instruction that it ended at. */
const endOf = ({ insn }: ProgramAnswer): readonly ChainLink[] =>
  insn === undefined ? [] : [{ insn, what: 'rejected here' }];

interface LinkProps extends Omit<ChainProps, 'why'> {
  readonly link: ChainLink;
  readonly isLast: boolean;
}

function Link({ answer, program, link: { insn, what }, isLast }: LinkProps) {
  const line = lineOfInsn(program, insn);
  const isCursor = useApp(({ cursor }) => cursor?.file === answer.file && cursor.line === line);
  return (
    <li className={isCursor ? 'cursor' : ''}>
      <button
        type="button"
        disabled={line === undefined}
        aria-current={isCursor ? 'true' : undefined}
        title={line === undefined ? undefined : `${answer.file}, line ${line}`}
        onClick={() => goToInsn(answer, program, insn)}
      >
        <span className="mono dim">{insn}</span>
        <span className="mono">{withoutOpcode(program.insns[insn]).replace(/#\d+$/, '')}</span>
        <span className={isLast ? 'reject strong' : 'soft'}>{what}</span>
      </button>
    </li>
  );
}

/** A change of the text that was verified, as a diff. */
function Fix({ file, fix }: { file: string; fix: FixAnswer }) {
  return (
    <section className="fix" aria-label="Suggestion">
      <Wrench className="icon" size={16} strokeWidth={1.75} aria-hidden />
      <div className="diff">
        {fix.edits.map(({ line, before, after }) => (
          <p key={line} className="mono">
            <span className="dim">{line}</span>
            {before !== undefined && <del>{withoutComment(before).trim()}</del>}
            {after.map((text) => (
              <ins key={text}>{withoutComment(text).trim()}</ins>
            ))}
          </p>
        ))}
        <p>
          <span>{fix.title}.</span>
          <span className="accept">
            <Check className="icon" size={12} strokeWidth={2} aria-hidden />
            accepted, {grouped(fix.processed)} insns
          </span>
        </p>
      </div>
      <TextButton look="outlined" small onPress={() => applyFix(file, fix)}>
        Apply
      </TextButton>
    </section>
  );
}
