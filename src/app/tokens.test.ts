import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Red, green, blue, or the three axes of OKLab. */
type Rgb = readonly number[];
type Theme = Readonly<Record<string, string>>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes: Readonly<Record<string, Theme>> = {
  light: tokensOf('[data-theme="light"] {'),
  dark: tokensOf('[data-theme="dark"] {'),
  contrast: tokensOf('[data-theme="contrast"] {'),
};

function tokensOf(selector: string): Theme {
  const from = css.indexOf(selector);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map((match) => [match[1], match[2]]));
}

const channels = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const linear = (hex: string): Rgb => channels(hex).map(toLinear);
const dot = (row: Rgb, of: Rgb) => row[0] * of[0] + row[1] * of[1] + row[2] * of[2];
const times = (m: readonly Rgb[], of: Rgb): Rgb => m.map((row) => dot(row, of));

/** WCAG 2 contrast of two linear colours. */
function contrast(a: Rgb, b: Rgb): number {
  const light = (of: Rgb) => dot([0.2126, 0.7152, 0.0722], of) + 0.05;
  const [x, y] = [light(a), light(b)];
  return Math.max(x, y) / Math.min(x, y);
}

const LMS: readonly Rgb[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB: readonly Rgb[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: readonly Rgb[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_LMS: readonly Rgb[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
const oklab = (color: Rgb): Rgb => times(LAB, times(LMS, color).map(Math.cbrt));
const fromOklab = (color: Rgb): Rgb =>
  times(
    FROM_LMS,
    times(FROM_LAB, color).map((c) => c ** 3),
  );

/** `color-mix(in oklab, color share, sheet)`, linear. */
function tint(color: string, share: number, sheet: string): Rgb {
  const [a, b] = [oklab(linear(color)), oklab(linear(sheet))];
  return fromOklab(a.map((c, i) => c * share + b[i] * (1 - share)));
}

/** Machado et al. 2009, full severity, on linear colours. */
const BLINDNESS: readonly (readonly Rgb[])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** Smallest OKLab distance times 100 over all kinds of sight. */
function distance(a: string, b: string): number {
  return Math.min(
    ...BLINDNESS.map((sight) => {
      const seen = [a, b].map((color) => oklab(times(sight, linear(color)).map((c) => Math.max(0, c))));
      return 100 * Math.hypot(...seen[0].map((c, i) => c - seen[1][i]));
    }),
  );
}

/** Text on its ground: what look.md measured in light, dark, contrast. */
const PAIRS: readonly (readonly [string, string, number, number, number])[] = [
  ['ink', 'sheet', 16.4, 14.7, 21],
  ['ink', 'raise', 4.5, 4.5, 4.5],
  ['ink', 'ground', 4.5, 4.5, 4.5],
  ['ink', 'marker', 4.5, 4.5, 4.5],
  ['ink-2', 'sheet', 8.4, 9.1, 21],
  ['ink-2', 'ground', 4.5, 4.5, 4.5],
  ['ink-2', 'wash', 4.5, 4.5, 4.5],
  ['ink-2', 'marker', 4.5, 4.5, 4.5],
  ['ink-3', 'sheet', 5.3, 5.9, 14.4],
  ['ink-3', 'ground', 4.5, 4.5, 4.5],
  ['ink-3', 'wash', 4.6, 5, 10.4],
  ['ink-3', 'marker', 4.8, 4.6, 6.8],
  ['accept', 'accept-wash', 5.6, 9.4, 17],
  ['reject', 'reject-wash', 5, 5.8, 10.2],
  ['reject', 'ground', 4.5, 4.5, 4.5],
  ['warn', 'warn-wash', 4.5, 4.5, 4.5],
  ['sheet', 'ink', 16.4, 14.7, 21],
  ...['user', 'data', 'time', 'code'].map((kind) => [kind, 'sheet', 5.2, 7.1, 11.7] as const),
  ['ghost', 'sheet', 4.5, 4.5, 4.5],
  ...Array.from({ length: 8 }, (_, cpu) => [`cpu-${cpu}`, 'sheet', 4.6, 5.4, 7.3] as const),
];

/** Borders and rings on what is around them. */
const EDGES: readonly (readonly [string, string, number, number, number])[] = [
  ['line-strong', 'sheet', 3.7, 3.8, 21],
  ['line-strong', 'ground', 3, 3, 3],
  ['focus', 'sheet', 3, 3, 3],
  ['marker-edge', 'marker', 3, 3, 3],
];

const rounded = (value: number) => Math.round(value * 10) / 10;

describe.each(Object.keys(themes).map((name, at) => ({ name, at })))('$name', ({ name, at }) => {
  const theme = themes[name];
  const limit = (row: (typeof PAIRS)[number]) => [row[2], row[3], row[4]][at];

  it.each([...PAIRS, ...EDGES])('%s on %s', (...row) => {
    expect(rounded(contrast(linear(theme[row[0]]), linear(theme[row[1]])))).toBeGreaterThanOrEqual(limit(row));
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('ink on the softirq tint of CPU %i', (cpu) => {
    const ground = tint(theme[`cpu-${cpu}`], Number.parseFloat(theme['tint-softirq']) / 100, theme.sheet);
    expect(rounded(contrast(linear(theme.ink), ground))).toBeGreaterThanOrEqual([8.7, 4.5, 9.8][at]);
  });

  it('keeps CPUs, kinds and verdicts apart for every kind of sight', () => {
    const nearest = (names: readonly string[]) =>
      Math.min(...names.flatMap((a, i) => names.slice(i + 1).map((b) => distance(theme[a], theme[b]))));
    expect(nearest(['cpu-0', 'cpu-1'])).toBeGreaterThan(20.9);
    expect(nearest(['cpu-0', 'cpu-1', 'cpu-2', 'cpu-3'])).toBeGreaterThan(9.3);
    expect(nearest(['user', 'data', 'time'])).toBeGreaterThan(6.4);
    expect(nearest(['accept', 'reject'])).toBeGreaterThan(6.9);
    expect(nearest(Array.from({ length: 8 }, (_, cpu) => `cpu-${cpu}`))).toBeGreaterThan(2.8);
  });
});

it('has the same tokens in every theme', () => {
  expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light));
  expect(Object.keys(themes.contrast)).toEqual(Object.keys(themes.light));
});
