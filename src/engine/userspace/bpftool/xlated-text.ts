import { toHex } from '../../../lib/bytes.ts';
import { sha256 } from '../../../lib/sha256.ts';
import * as isa from '../../isa/constants.ts';
import { type Code, decode, INSN_SIZE } from '../../isa/insn.ts';
import { hexOfImm64, type Names, printInsn } from '../../isa/print.ts';
import { signatureOf } from './btf-signature.ts';
import type { JsonWriter } from './json-writer.ts';
import { hexText } from './map-entries.ts';
import type { Xlated } from './xlated.ts';

/** A rewritten program as bpftool prints it. kernel: tools/bpf/bpftool/xlated_dumper.c, btf_dumper.c */

type Mode = 'plain' | 'opcodes' | 'linum';
type Line = Xlated['lineInfo'][number];

/** One instruction with what stands before it. */
interface Shown {
  readonly at: number;
  readonly signature: string | undefined;
  readonly line: Line | undefined;
  readonly text: string;
  /** 8 bytes, or 16 of a 64-bit load. */
  readonly bytes: Uint8Array;
}

export function xlatedText(program: Xlated, mode: Mode): string {
  return shownInsns(program)
    .map(({ at, signature, line, text, bytes }) => {
      const head = signature === undefined ? '' : `${signature}:\n`;
      const source = line === undefined ? '' : sourceText(program, line, mode === 'linum');
      return `${head}${source}${String(at).padStart(4)}: ${text}\n${mode === 'opcodes' ? opcodeText(bytes) : ''}`;
    })
    .join('');
}

const opcodeText = (bytes: Uint8Array): string =>
  `       ${[bytes.subarray(0, 8), bytes.subarray(8)]
    .filter((part) => part.length > 0)
    .map((part) => hexText(part))
    .join(' ')}\n`;

export function writeXlated(json: JsonWriter, program: Xlated, mode: Mode): void {
  json.begin('[');
  for (const shown of shownInsns(program)) {
    json.begin('{');
    if (shown.signature !== undefined) json.stringField('proto', shown.signature);
    if (shown.line !== undefined) writeLine(json, program, shown.line, mode === 'linum');
    json.stringField('disasm', shown.text);
    if (mode === 'opcodes') writeOpcodes(json, shown.bytes);
    json.end('}');
  }
  json.end(']');
}

function writeOpcodes(json: JsonWriter, bytes: Uint8Array): void {
  const byte = (value: number): string => `0x${value.toString(16).padStart(2, '0')}`;
  json.name('opcodes');
  json.begin('{');
  json.stringField('code', byte(bytes[0]));
  json.stringField('src_reg', `0x${(bytes[1] >> 4).toString(16)}`);
  json.stringField('dst_reg', `0x${(bytes[1] & 0xf).toString(16)}`);
  json.bytesField('off', bytes.subarray(2, 4));
  json.bytesField('imm', bytes.subarray(4));
  json.end('}');
}

// ---- source lines

const lineText = ({ request }: Xlated, line: Line): string => request.btf?.string(line.lineOff).trimStart() ?? '';
const lineNumber = ({ lineCol }: Line): number => lineCol >>> 10;
const lineColumn = ({ lineCol }: Line): number => lineCol & 0x3ff;

function sourceText(program: Xlated, line: Line, withPlace: boolean): string {
  const file = program.request.btf?.string(line.fileNameOff) ?? '';
  const place = `${file === '' ? '' : `file:${file} `}line_num:${lineNumber(line)} line_col:${lineColumn(line)}`;
  return `; ${lineText(program, line)}${withPlace ? ` [${place}]` : ''}\n`;
}

function writeLine(json: JsonWriter, program: Xlated, line: Line, withPlace: boolean): void {
  const file = program.request.btf?.string(line.fileNameOff) ?? '';
  json.stringField('src', lineText(program, line));
  if (!withPlace) return;
  if (file !== '') json.stringField('file', file);
  json.field('line_num', lineNumber(line));
  json.field('line_col', lineColumn(line));
}

// ---- instructions

/** Instructions with numbers and texts, the second slots of 64-bit loads left out. */
function shownInsns(program: Xlated): readonly Shown[] {
  const { insns, funcInfo, lineInfo, request } = program;
  const code = decode(insns);
  const names = namesOf(program, code);
  const shown: Shown[] = [];
  let nextFunc = 0;
  let skipped = 0;
  for (let at = 0; at < code.length; at++) {
    const isFunc = funcInfo[nextFunc]?.insn === at && request.btf !== undefined;
    const signature =
      isFunc && request.btf !== undefined ? signatureOf(request.btf, funcInfo[nextFunc++].typeId) : undefined;
    const line = lineAt(lineInfo, at, skipped);
    if (line !== undefined) skipped++;
    const slots = code.opcode[at] === isa.LD_IMM64 ? 2 : 1;
    const bytes = insns.subarray(at * INSN_SIZE, (at + slots) * INSN_SIZE);
    shown.push({ at, signature, line, text: printInsn(code, at, names), bytes });
    at += slots - 1;
  }
  return shown;
}

/** The last line that begins at or before an instruction and was not shown yet. libbpf: bpf_prog_linfo__lfind() */
function lineAt(lines: readonly Line[], at: number, skipped: number): Line | undefined {
  if (skipped >= lines.length || lines[skipped].insn > at) return undefined;
  let last = skipped;
  while (last + 1 < lines.length && lines[last + 1].insn <= at) last++;
  return lines[last];
}

export function namesOf(program: Xlated, code: Code, withTargets = true): Names {
  return {
    call: (_, i) => program.callNames[i],
    imm64: (_, i) => imm64Text(code, i),
    distance: (_, i) => signed(code.off[i]) + (withTargets ? `#${symbolOf(program, code.imm[i])}` : ''),
  };
}

const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`);

function imm64Text(code: Code, i: number): string {
  switch (code.src[i]) {
    case isa.BPF_PSEUDO_MAP_FD:
      return `map[id:${code.imm[i]}]`;
    case isa.BPF_PSEUDO_MAP_VALUE:
      return `map[id:${code.imm[i]}][0]+${code.imm[i + 1] >>> 0}`;
    case isa.BPF_PSEUDO_FUNC:
      return `subprog[${signed(code.imm[i])}]`;
    default:
      return hexOfImm64(code, i);
  }
}

/** The kernel's symbol of a function of the program: its own tag and its name. kernel: bpf_prog_ksym_set_name() */
function symbolOf({ insns, subprogStarts, callNames, request, funcInfo }: Xlated, subprog: number): string {
  const start = subprogStarts[subprog] * INSN_SIZE;
  const end = (subprogStarts[subprog + 1] ?? callNames.length) * INSN_SIZE;
  const tag = toHex(sha256(insns.subarray(start, end)).subarray(0, 8));
  const name = request.btf?.name(funcInfo[subprog]?.typeId ?? 0) ?? '';
  return `bpf_prog_${tag}_${name === '' ? 'F' : name}`;
}
