import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { fromHex } from '../../lib/bytes.ts';
import { helperName } from '../abi/helpers.ts';
import { BPF_PSEUDO_KFUNC_CALL } from './constants.ts';
import { decode, encode } from './insn.ts';
import type { Names } from './print.ts';
import { printInsn, verifierImm64 } from './print.ts';

const GOLDEN = new URL('../../conformance/corpus/golden/', import.meta.url);

interface Recorded {
  readonly name: string;
  readonly insns: string;
  readonly log: readonly string[] | null;
  readonly log_head?: readonly string[];
}

const names: Names = {
  call: (code, i) => (code.src[i] === BPF_PSEUDO_KFUNC_CALL ? 'KERNEL' : helperName(code.imm[i])),
  imm64: verifierImm64,
};

/** The corpus' normalisation, and no names of kernel functions, which a program's bits do not tell. */
const normalised = (text: string): string =>
  text
    .replace(/(\(18\) r\d+ = )0xffff[0-9a-f]{12}\b/, '$10xADDR')
    .replace(/\(85\) call (?:KERNEL#\d+|\w*#KFUNC)/, '(85) call KERNEL');

/** `7: (b7) r0 = 0 ; R0=0`, with the live registers in between in the listing at the beginning. */
const LINE = /^\s*(\d+): (?:[.0-9]{10} )?(\([0-9a-f]{2}\) .*?)(?:\s+;.*)?$/;

const recordings = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      file.endsWith('.json') && !/^(?:runtime|random|order\/(?:hash|lru)|races\/outcomes|bpftool\/sessions)/.test(file),
  )
  .filter((file) => !file.endsWith('.pipe.json'));

describe('printInsn', () => {
  it.each(recordings)('prints what the kernel printed: %s', (file) => {
    const golden: { readonly programs: readonly Recorded[] } = JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8'));
    for (const { name, insns, log, log_head: head } of golden.programs.filter((one) => one.insns)) {
      const code = decode(defined(fromHex(insns), name));
      for (const line of log ?? head ?? []) {
        const [, slot, text] = LINE.exec(line) ?? [];
        if (slot === undefined || text.includes('call #0')) continue;
        expect(normalised(printInsn(code, Number(slot), names)), name).toBe(normalised(text.trimEnd()));
      }
    }
  });

  it.each([
    ['3c21010000000000', '(3c) w1 s/= w2'],
    ['bf21010001000000', '(bf) r1 = addr_space_cast(r2, 0, 1)'],
    ['bf21ffff00000000', '(bf) r1 = &(void __percpu *)(r2)'],
    ['e500050000000000', '(e5) may_goto pc+5'],
    ['06000000fbffffff', '(06) gotol pc-5'],
    ['0d01000000000000', '(0d) gotox r1'],
    ['db21f8ff00010000', '(db) r1 = load_acquire((u64 *)(r2 -8))'],
    ['c321000010010000', '(c3) store_release((u32 *)(r1 +0), r2)'],
    ['c3210400f1000000', '(c3) r0 = atomic_cmpxchg((u32 *)(r1 +4), r0, r2)'],
    ['5010000008000000', '(50) r0 = *(u8 *)skb[r1 + 8]'],
    ['c200000000000000', '(c2) nospec'],
    ['db21000077000000', 'BUG_db'],
    ['0200000000000000', 'BUG_st_02'],
    ['e100000000000000', 'BUG_ldx_e1'],
    ['0000000000000000', 'BUG_ld_00'],
    ['8510000005000000', '(85) call pc+5'],
    ['8500000099999900', '(85) call unknown#10066329'],
  ])('%s %s', (hex, text) => {
    const code = decode(defined(fromHex(hex), hex));
    expect(printInsn(code, 0, names)).toBe(text);
    expect(encode(code)).toEqual(fromHex(hex));
  });
});
