import * as isa from '../../isa/constants.ts';
import { type Code, decode } from '../../isa/insn.ts';
import { type Names, printInsn } from '../../isa/print.ts';
import type { Xlated } from './xlated.ts';
import { namesOf } from './xlated-text.ts';

/** The control flow of a rewritten program in the language of dot, as `visual` prints it. kernel: tools/bpf/bpftool/cfg.c */

/** A basic block: slots [head, tail]. */
interface Block {
  readonly index: number;
  readonly head: number;
  readonly tail: number;
}

/** Numbers of the blocks that every function has. */
const ENTRY = 0;
const EXIT = 1;
const FIRST = 2;

export function graphText(program: Xlated): string {
  const code = decode(program.insns);
  const names = namesOf(program, code, false);
  const starts = [...program.subprogStarts, code.length];
  const functions = program.subprogStarts.map((start, index) =>
    functionText(code, names, { index, start, end: starts[index + 1] - 1 }),
  );
  return `digraph "DOT graph for eBPF program" {\n${functions.join('')}}\n`;
}

interface Function {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

function functionText(code: Code, names: Names, fn: Function): string {
  const blocks = blocksOf(code, fn);
  const node = (index: number, shape: string, label: string): string =>
    `\tfn_${fn.index}_bb_${index} [shape=${shape},style=filled,label="${label}"];\n\n`;
  const nodes = blocks.map((block) => node(block.index, 'record', `{${blockText(code, names, fn, block)}}`));
  const edge = (from: number, to: number, attributes: string): string =>
    `\tfn_${fn.index}_bb_${from}:s -> fn_${fn.index}_bb_${to}:n [${attributes}, constraint=true];\n`;
  const shown = 'style="solid,bold", color=black, weight=10';
  const edges = edgesOf(code, blocks).map(([from, to]) => edge(from, to, shown));
  return [
    `subgraph "cluster_${fn.index}" {\n\tstyle="dashed";\n\tcolor="black";\n\tlabel="func_${fn.index} ()";\n`,
    node(ENTRY, 'Mdiamond', 'ENTRY'),
    ...nodes,
    node(EXIT, 'Mdiamond', 'EXIT'),
    ...edges,
    edge(ENTRY, EXIT, 'style="invis"'),
    '}\n',
  ].join('');
}

const isJump = (code: Code, at: number): boolean => {
  const group = isa.classOf(code.opcode[at]);
  return group === isa.BPF_JMP || group === isa.BPF_JMP32;
};

/** A block begins where a jump leads to, and behind a conditional one. */
function blocksOf(code: Code, { start, end }: Function): readonly Block[] {
  const heads = new Set([start]);
  for (let at = start; at <= end; at++) {
    const operation = isa.opOf(code.opcode[at]);
    if (!isJump(code, at) || operation === isa.BPF_EXIT || operation === isa.BPF_CALL) continue;
    heads.add(at + code.off[at] + 1);
    if (operation !== isa.BPF_JA) heads.add(at + 1);
  }
  const sorted = [...heads].filter((head) => head <= end).sort((a, b) => a - b);
  return sorted.map((head, i) => ({ index: FIRST + i, head, tail: (sorted[i + 1] ?? end + 1) - 1 }));
}

/** A call at the end of a block counts as a jump by its offset too, which a helper call does not have. */
function edgesOf(code: Code, blocks: readonly Block[]): readonly (readonly [number, number])[] {
  const edges: (readonly [number, number])[] = [[ENTRY, FIRST]];
  for (const [i, { index, tail }] of blocks.entries()) {
    const next = blocks[i + 1]?.index ?? EXIT;
    const target = blocks.find((block) => block.head === tail + code.off[tail] + 1)?.index;
    const operation = isa.opOf(code.opcode[tail]);
    const jumps = isJump(code, tail) && operation !== isa.BPF_EXIT;
    if (!jumps || operation !== isa.BPF_JA) edges.push([index, next]);
    if (jumps && target !== undefined) edges.push([index, target]);
  }
  return edges;
}

function blockText(code: Code, names: Names, { start }: Function, { head, tail }: Block): string {
  const rows: string[] = [];
  for (let at = head; at <= tail; at++) {
    const text = printInsn(code, at, names).replace(/[<>|&]/g, '\\$&');
    rows.push(`${String(at - start).padStart(4)}: ${text}\\l\\\n`);
    if (code.opcode[at] === isa.LD_IMM64) at++;
  }
  return rows.join(' | ');
}
