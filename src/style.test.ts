import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

/**
 * The sizes of functions and files, as numbers that may only get better: lower a count, raise a share, when the code
 * allows it. Biome checks the rest of the style; architecture.test.ts the arrows.
 */
const LIMITS = {
  /** Functions of more than 60 lines: dispatches, tables, hot loops, components. */
  longFunctions: 5,
  /** The parts of all functions that have under 10 and under 30 lines. */
  shareUnder10: 0.68,
  shareUnder30: 0.98,
  /** Files of more than 800 lines, and of more than 400. */
  hugeFiles: 0,
  largeFiles: 13,
  /** `as` other than `as const`: only where the line before has checked. */
  casts: 15,
};

interface Place {
  readonly at: string;
  readonly lines: number;
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const source = fileURLToPath(new URL('./', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Calls `see` with every node below `value`, itself included. */
function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) see(value);
  for (const child of Object.values(value)) visit(child, see);
}

const linesOf = (text: string): number => text.split('\n').length;

/** Functions, except arrows of one line, and casts of all files. */
function survey(): { functions: Place[]; casts: Place[] } {
  const functions: Place[] = [];
  const casts: Place[] = [];
  for (const { file, text } of files) {
    visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file), ({ type, start, end }) => {
      const own = text.slice(start, end);
      const place = { at: `${file}:${linesOf(text.slice(0, start))}`, lines: linesOf(own) };
      if (FUNCTIONS.has(type) && (type !== 'ArrowFunctionExpression' || place.lines > 1)) functions.push(place);
      if (type === 'TSAsExpression' && !own.endsWith('as const')) casts.push(place);
    });
  }
  return { functions, casts };
}

const { functions, casts } = survey();

/** The places that are longer than `lines`, longest first, as a failing test prints them. */
const longer = (places: readonly Place[], lines: number): string[] =>
  places
    .filter((place) => place.lines > lines)
    .sort((a, b) => b.lines - a.lines)
    .map((place) => `${place.at}: ${place.lines} lines`);

const shareUnder = (lines: number): number =>
  functions.filter((place) => place.lines < lines).length / functions.length;

describe('the house style', () => {
  const sizes = files.map(({ file, text }) => ({ at: file, lines: linesOf(text) - 1 }));

  it.each([
    ['functions over 60 lines', longer(functions, 60), LIMITS.longFunctions],
    ['files over 800 lines', longer(sizes, 800), LIMITS.hugeFiles],
    ['files over 400 lines', longer(sizes, 400), LIMITS.largeFiles],
    ['casts', longer(casts, 0), LIMITS.casts],
  ])('has no more %s than it had', (_what, places, limit) => {
    expect(places.length, places.join('\n')).toBeLessThanOrEqual(limit);
  });

  it.each([
    [10, LIMITS.shareUnder10],
    [30, LIMITS.shareUnder30],
  ])('keeps the share of functions under %i lines', (lines, share) => {
    expect(shareUnder(lines)).toBeGreaterThan(share);
  });
});
