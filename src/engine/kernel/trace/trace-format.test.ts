import { describe, expect, it } from 'vitest';
import type { Pair } from '../../vm/prepare.ts';
import { type FormatMemory, format, traceFlags, traceLineText } from './trace-format.ts';

const pair = (value: bigint): Pair => ({
  low: Number(BigInt.asIntN(32, value)),
  high: Number(BigInt.asIntN(32, value >> 32n)),
});

/** Address 0x1000: a string; 0x2000: bytes 01 00 00 7f …; nothing else can be read. */
const memory: FormatMemory = {
  read: (address, size) =>
    address.low === 0x2000 ? Uint8Array.from({ length: size }, (_, i) => [127, 0, 0, 1][i % 4]) : undefined,
  string: (address, max) => (address.low === 0x1000 ? 'read only'.slice(0, max) : undefined),
};

/** Format, arguments, text or errno: as Linux 6.18.44 answered (golden/trace/formats), and from its sources. */
const CASES: readonly (readonly [string, readonly bigint[], string | number])[] = [
  ['%d %i %u', [-1n, -2n, -3n], '-1 -2 4294967293'],
  ['%ld %lld %llu', [-5000000000n, -5000000000n, -5000000000n], '-5000000000 -5000000000 18446744068709551616'],
  ['%lx %X', [-5000000000n, 0xbeefn], 'fffffffed5fa0e00 BEEF'],
  ['[%5d] [%-5d] [%05d]', [42n, 42n, 42n], '[   42] [42   ] [00042]'],
  ['[%+d] [% d] [%5u]', [7n, 7n, 123456n], '[+7] [ 7] [123456]'],
  ['[%05d]', [-42n], '[-0042]'],
  ['100%% %d', [1n], '100% 1'],
  ['%c%c', [0x61n, 0x62n], 'ab'],
  ['[%s] [%12s] [%-12s]', [0x1000n, 0x1000n, 0x1000n], '[read only] [   read only] [read only   ]'],
  ['null [%s] [%pks]', [0n, 0x1000n], 'null [] [read only]'],
  ['%pI4 %pi4', [0x2000n, 0x2000n], '127.0.0.1 127.000.000.001'],
  ['%pI6|%pi6', [0x2000n, 0n], '7f00:0001:7f00:0001:7f00:0001:7f00:0001|00000000000000000000000000000000'],
  ['%px', [0xffff888000001234n], 'ffff888000001234'],
  ['%p', [0n], '0000000000000000'],
  ['%q', [1n], -22],
  ['%n', [1n], -22],
  ['%hd', [1n], -22],
  ['%#x', [1n], -22],
  ['%.3d', [1n], -22],
  ['%sX', [1n], -22],
  ['%pX', [1n], -22],
  ['ends with %', [1n], -22],
  ['%d %d', [1n], -22],
  ['bell \x07', [], -22],
  ['\xc3\xa9', [], '\xc3\xa9'],
];

describe('format', () => {
  it.each(CASES)('%j', (text, args, expected) => {
    const made = format(`${text}\0`, args.map(pair), memory);
    expect('text' in made ? made.text : made.errno).toBe(expected);
  });

  it('needs the end of the format', () => expect(format('abc', [], memory)).toEqual({ errno: -22 }));

  it('cuts strings when 512 bytes are used, then has no space', () => {
    const long: FormatMemory = { read: () => undefined, string: (_, max) => 'x'.repeat(Math.min(100, max)) };
    const lengthOf = (count: number) => {
      const made = format(`${'%s'.repeat(count)}\0`.replaceAll('%s', '%s '), Array(count).fill(pair(1n)), long);
      return 'text' in made ? made.text.length : made.errno;
    };
    expect([5, 6, 7].map(lengthOf)).toEqual([505, 512, -28]);
  });
});

describe('lines', () => {
  it('reads as trace_pipe prints it', () => {
    const flags = traceFlags({
      irqsOff: false,
      bhOff: false,
      needResched: false,
      softirq: true,
      hardirq: false,
      nmi: false,
      preemptDepth: 2,
      migrateDepth: 1,
    });
    const line = { comm: 'kernel-oracle', pid: 20298, cpu: 1, flags, time: 6165833454000, event: 'bpf_trace_printk' };
    expect(traceLineText({ ...line, text: 'cb key 1' })).toBe(
      '   kernel-oracle-20298   [001] ..s21  6165.833454: bpf_trace_printk: cb key 1',
    );
  });
});
