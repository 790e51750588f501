import type { KnownState } from '../../../engine/scenario/facts-answer.ts';
import type { FrameAnswer } from '../../../engine/scenario/queries.ts';
import { shortHex, signedDecimal, spacedHex } from '../../format.ts';
import { knownOfRegister, knownOfSlot, useFacts } from '../../state/facts.ts';
import { isMachineCurrent, useApp } from '../../state/store.ts';
import { stackSlots } from './stack-slots.ts';

type BpfFrame = Extract<FrameAnswer, { is: 'bpf' }>;

interface RegisterTableProps {
  readonly frame: BpfFrame;
  readonly before: BpfFrame | undefined;
}

const NOTHING: readonly KnownState[] = [];

/** The registers and the stack of a frame: what they hold, and what the verifier knows of them at this instruction. */
export function RegisterTable({ frame, before }: RegisterTableProps) {
  const isCurrent = useApp(isMachineCurrent);
  const facts = useFacts(isCurrent ? frame.program : undefined);
  const states = facts?.insns[frame.pc] ?? NOTHING;
  const comparable = before?.program === frame.program && before.function === frame.function ? before : undefined;
  const slots = stackSlots(frame.stack);
  const slotsBefore = comparable === undefined ? [] : stackSlots(comparable.stack);
  return (
    <table className="register-table">
      <thead>
        <tr>
          <th>{frame.function}</th>
          <th>value</th>
          <th>known to the verifier{states.length > 1 && `, ${states.length} paths`}</th>
        </tr>
      </thead>
      <tbody>
        {frame.registers.map((value, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: R0 to R10 never move
            key={index}
            name={`R${index}`}
            value={valueText(value)}
            before={comparable && valueText(comparable.registers[index])}
            known={knownOfRegister(states, index)}
          />
        ))}
        {slots.map(({ offset, bytes }) => (
          <Row
            key={offset}
            name={`fp${offset}`}
            value={spacedHex(bytes)}
            before={slotBefore(slotsBefore, offset)}
            known={knownOfSlot(states, offset)}
          />
        ))}
      </tbody>
    </table>
  );
}

const slotBefore = (slots: ReturnType<typeof stackSlots>, offset: number): string | undefined => {
  const slot = slots.find((each) => each.offset === offset);
  return slot && spacedHex(slot.bytes);
};

/** Numbers above this are pointers of the machine: their decimal form says nothing. */
const POINTERS = 'ffff8880';

/** `0x2a = 42` */
function valueText(value: string): string {
  const hex = shortHex(value);
  const decimal = signedDecimal(value);
  return value.startsWith(POINTERS) || hex === `0x${decimal}` ? hex : `${hex} = ${decimal}`;
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly before: string | undefined;
  readonly known: string | undefined;
}

function Row({ name, value, before, known }: RowProps) {
  const isChanged = before !== undefined && before !== value;
  return (
    <tr>
      <td className="mono strong name">{name}</td>
      <td className="mono value">
        <span className={isChanged ? 'changed' : ''} title={isChanged ? `before: ${before}` : undefined}>
          {value}
        </span>
      </td>
      <td className="mono soft known">{known}</td>
    </tr>
  );
}
