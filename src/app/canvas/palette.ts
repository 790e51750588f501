/**
 * The tokens as plain colours, read once per theme change. Canvas and Monaco get them as an argument and never read
 * style sheets themselves.
 */
export interface Palette {
  readonly ground: string;
  readonly sheet: string;
  readonly raise: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly wash: string;
  readonly marker: string;
  readonly markerEdge: string;
  readonly focus: string;
  readonly reject: string;
  readonly rejectWash: string;
  readonly warn: string;
  readonly time: string;
  readonly data: string;
  readonly ghost: string;
  /** Per CPU: the full colour, and the tints of task and softirq. */
  readonly cpus: readonly CpuColours[];
  readonly sans: string;
  readonly mono: string;
}

export interface CpuColours {
  readonly full: string;
  readonly task: string;
  readonly taskEdge: string;
  readonly softirq: string;
  /** In the theme of contrasts alone it differs from the fill. */
  readonly softirqEdge: string;
}

const CPUS = 8;

/** Reads the tokens of the document as they are now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const raw = (name: string) => style.getPropertyValue(name).trim();
  const mix = mixer(raw('--sheet'));
  // Style sheets may be shortened on their way (`#fff`): everybody gets six digits.
  const token = (name: string) => mix(raw(name), '100%');
  return {
    ground: token('--ground'),
    sheet: token('--sheet'),
    raise: token('--raise'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    wash: token('--wash'),
    marker: token('--marker'),
    markerEdge: token('--marker-edge'),
    focus: token('--focus'),
    reject: token('--reject'),
    rejectWash: token('--reject-wash'),
    warn: token('--warn'),
    time: token('--time'),
    data: token('--data'),
    ghost: token('--ghost'),
    cpus: Array.from({ length: CPUS }, (_, cpu) => {
      const full = token(`--cpu-${cpu}`);
      return {
        full,
        task: mix(full, raw('--tint-task')),
        taskEdge: mix(full, raw('--edge-task')),
        softirq: mix(full, raw('--tint-softirq')),
        softirqEdge: mix(full, raw('--edge-softirq')),
      };
    }),
    sans: raw('--sans'),
    mono: raw('--mono'),
  };
}

/** Resolves `color-mix` with the sheet to a plain colour, by drawing one pixel. */
function mixer(sheet: string): (color: string, share: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (color, share) => {
    if (context === null) return color;
    context.fillStyle = sheet;
    context.fillStyle = `color-mix(in oklab, ${color} ${share}, ${sheet})`;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  };
}
