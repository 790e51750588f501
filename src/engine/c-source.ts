import type { LoadedProgram } from './loader/load.ts';
import type { LoadRequest } from './program/load.ts';
import type { SourceText } from './scenario/queries.ts';

/** The C that programs were made of: what line information tells, which quotes the lines that code came from. */

interface Line {
  readonly insn: number;
  readonly file: string;
  readonly number: number;
  readonly text: string;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isC = (file: string): boolean => /\.(?:c|h)$/.test(file);

function linesOf({ btf, lineInfo }: LoadRequest): readonly Line[] {
  if (btf === undefined) return [];
  return lineInfo.map(({ insn, fileNameOff, lineOff, lineCol }) => ({
    insn,
    file: baseName(btf.string(fileNameOff)),
    number: lineCol >>> 10,
    text: btf.string(lineOff),
  }));
}

/** For every slot of a program its line in the file that most of it came from; undefined if that is no C. */
export function cLinesOf(request: LoadRequest): { readonly file: string; readonly lines: Int32Array } | undefined {
  const found = linesOf(request).filter((line) => isC(line.file));
  const file = mostFrequent(found.map((line) => line.file));
  if (file === undefined) return undefined;
  const lines = new Int32Array(request.insns.length / 8);
  found.forEach((line, i) => {
    if (line.file === file) lines.fill(line.number, line.insn, found[i + 1]?.insn);
  });
  return { file, lines };
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Every C file that a collection's programs name, with the lines that they quote. */
export function sourcesOf(programs: readonly LoadedProgram[]): readonly SourceText[] {
  const files = new Map<string, Map<number, string>>();
  for (const { outcome } of programs) {
    if (!('request' in outcome)) continue;
    for (const { file, number, text } of linesOf(outcome.request)) {
      if (!isC(file) || number === 0) continue;
      const lines = files.get(file) ?? new Map<number, string>();
      files.set(file, lines.set(number, text));
    }
  }
  return [...files].map(([file, lines]) => ({
    file,
    lines: [...lines].sort(([a], [b]) => a - b).map(([number, text]) => ({ number, text })),
  }));
}
