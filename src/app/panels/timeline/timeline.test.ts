import { describe, expect, it } from 'vitest';
import { TRACE_SIZE, TraceKind } from '../../../engine/kernel/trace/trace.ts';
import { type CanvasCall, recordingPen } from '../../canvas/call-log.ts';
import type { Palette } from '../../canvas/palette.ts';
import type { TraceView } from '../../state/trace-store.ts';
import { eventsIn } from './events.ts';
import { findEvents, windowOn } from './find.ts';
import { anchorOf, firesRun } from './fit.ts';
import { hitTest, LABEL_WIDTH, layoutTimeline, type TimelineLayout, TOP, ticksOf, wholeRun } from './layout.ts';
import { CONTEXTS, type Context, TimelineBuilder, timelineModel } from './model.ts';
import { paintTimeline } from './paint.ts';
import { centred, following, near, panned, zoomed } from './window.ts';

/**
 * A trace as text, a record per line: time, CPU/context, kind, then object, arg, arg2 and `<n` for the record (from 0)
 * that caused it. A word in quotes is a name.
 */
function traceOf(text: string, generation = 0): TraceView {
  const names: string[] = [];
  const value = (word: string | undefined) => {
    if (word === undefined) return 0;
    if (!word.startsWith('"')) return Number(word);
    const name = word.slice(1, -1);
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const lines = text.trim().split('\n');
  const records = new Int32Array(lines.length * TRACE_SIZE);
  lines.forEach((line, step) => {
    const [time, where, kind, ...rest] = line.trim().split(/\s+/);
    const [cpu, context] = where.split('/');
    const cause = rest.find((word) => word.startsWith('<'));
    const [object, arg, arg2] = rest.filter((word) => !word.startsWith('<')).map(value);
    const contextNumber = CONTEXTS.indexOf(context as Context);
    const kindNumber = TraceKind[kind as keyof typeof TraceKind];
    records.set(
      [
        Number(time),
        0,
        Number(cpu) | (contextNumber << 8),
        kindNumber,
        object ?? 0,
        arg ?? 0,
        arg2 ?? 0,
        step,
        cause === undefined ? 0 : Number(cause.slice(1)) + 1,
      ],
      step * TRACE_SIZE,
    );
  });
  return { first: 0, records, names, happened: lines.length, generation };
}

const ONE_TIMER = `
  0    0/task     taskEnter     "sh"
  50   0/task     progEnter     "track"
  100  0/task     timerArm      7 700 0
  200  0/task     progExit      "track"
  250  0/task     taskExit      "sh"
  700  0/hardirq  routineEnter  "hrtimer_interrupt"
  720  0/hardirq  routineExit   "hrtimer_interrupt"
  730  0/softirq  routineEnter  "softirq"
  740  0/softirq  timerExpire   7 <2
  750  0/softirq  callbackEnter "expire" 7 0 <2
  800  0/softirq  routineEnter  "start"
  820  0/softirq  routineExit   "start"
  900  0/softirq  callbackExit  "expire"
  950  0/softirq  routineExit   "softirq"
`;

const WAITING = `
  0    0/softirq  routineEnter  "softirq"
  10   0/softirq  timerArm      7 20 0
  20   0/softirq  timerExpire   7 <1
  20   0/softirq  callbackEnter "expire" 7 0 <1
  100  1/task     taskEnter     "sh"
  200  1/task     waitBegin     "HC" 7
  600  0/softirq  callbackExit  "expire"
  600  1/task     waitEnd
  700  1/task     timerArm      8 2000 0
  800  1/task     timerCancel   8 1
`;

const COLUMN = 10;

/** A layout as strings: a line per lane, a character per 10 px of time. `[name]` spans, `~` waits, `o—◆` armings. */
function draw(layout: TimelineLayout): string[] {
  const columns = Math.round((layout.width - layout.left) / COLUMN);
  const at = (x: number) => Math.min(columns - 1, Math.max(0, Math.round((x - layout.left) / COLUMN)));
  const rows = layout.lanes.map((lane) => ({ lane, cells: Array.from({ length: columns }, () => ' ') }));
  const rowAt = (y: number) => rows.find(({ lane }) => y >= lane.y && y < lane.y + lane.height)?.cells ?? [];
  for (const box of layout.spans) {
    const cells = rowAt(box.y);
    const [from, to] = [at(box.x), Math.max(at(box.x + box.width), at(box.x) + 1)];
    for (let i = from; i < to; i++) cells[i] = i === from ? '[' : (box.label[i - from - 1] ?? '-');
  }
  for (const box of layout.waits) rowAt(box.y).fill('~', at(box.x), at(box.x + box.width));
  for (const line of layout.armings) {
    const cells = rowAt(line.y);
    cells.fill('—', at(line.x1), at(line.x2));
    cells[at(line.x1)] = 'o';
    cells[at(line.x2)] = { fired: '◆', pending: '◇', cancelled: '×', moved: '×' }[line.arming.outcome];
  }
  return rows.map(({ lane, cells }) => `${lane.cpu} ${lane.kind.padEnd(7)} |${cells.join('').trimEnd()}`);
}

const FRAME = { width: LABEL_WIDTH + 600, height: 300, cpus: 1, now: 1000 };
const WINDOW = { from: 0, to: 1000 };

const layoutOf = (trace: string, frame = FRAME, window = WINDOW) => {
  const model = new TimelineBuilder();
  model.extend(traceOf(trace));
  return layoutTimeline(model, window, frame);
};

describe('the layout', () => {
  it('shows a timer from its arming to its callback', () => {
    expect(draw(layoutOf(ONE_TIMER))).toEqual([
      '0 timers  |      o—————————————————————————————————————◆',
      '0 hardirq |                                          [',
      '0 softirq |                                            [[expire-----',
      '0 task    |[sh[track------',
    ]);
  });

  it('shows who waits for whom, and a cancelled timer', () => {
    const layout = layoutOf(WAITING, { ...FRAME, cpus: 2 });
    expect(draw(layout)).toEqual([
      '0 timers  | ◆',
      '0 hardirq |',
      '0 softirq |[[expire---------------------------------------------------',
      '0 task    |',
      '1 timers  |                                          o—————×',
      '1 hardirq |',
      '1 softirq |',
      '1 task    |      [sh---~~~~~~~~~~~~~~~~~~~~~~~~-----------------------',
    ]);
    expect(layout.arrows).toHaveLength(1);
    expect(layout.arrows[0].toY).toBeLessThan(layout.arrows[0].fromY);
  });

  it('draws at most one box per pixel, whatever the number of events', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `${i * 2} 0/hardirq ${i % 2 ? 'routineExit' : 'routineEnter'} "irq"`,
    );
    const layout = layoutOf(lines.join('\n'), FRAME, { from: 0, to: 40_000 });
    expect(layout.spans.length).toBeLessThanOrEqual(600);
    expect(layout.spans.length).toBeGreaterThan(200);
  });

  it('draws armings apart, whatever their number', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `${i * 8} 0/task timerArm 7 ${i * 8 + 8} 0`);
    const layout = layoutOf(lines.join('\n'), FRAME, { from: 0, to: 40_000 });
    expect(layout.armings.length).toBeLessThanOrEqual(101);
    expect(layout.armings.length).toBeGreaterThan(50);
  });

  it('ends what goes on at the present', () => {
    const layout = layoutOf('0 0/task taskEnter "sh"', { ...FRAME, now: 400 });
    expect(layout.spans[0].width).toBeCloseTo(240);
    expect(layout.cursor?.x).toBeCloseTo(LABEL_WIDTH + 240);
  });

  it('finds what lies under a point', () => {
    const layout = layoutOf(ONE_TIMER);
    const callback = layout.spans.find((box) => box.span.what === 'callback');
    expect(callback && hitTest(layout, callback.x + 4, callback.y + 4)).toBe(callback?.span);
    const [line] = layout.armings;
    expect(hitTest(layout, (line.x1 + line.x2) / 2, line.y)).toBe(line.arming);
    expect(hitTest(layout, LABEL_WIDTH + 590, TOP + 2)).toBeUndefined();
  });

  it.each([
    [{ from: 0, to: 1000 }, 600, [0, 200, 400, 600, 800, 1000]],
    [
      { from: 2_140_000, to: 2_172_000 },
      1000,
      [2_140_000, 2_145_000, 2_150_000, 2_155_000, 2_160_000, 2_165_000, 2_170_000],
    ],
  ])('ticks at 1, 2, 5 times a power of ten: %j', (window, width, ticks) =>
    expect(ticksOf(window, width)).toEqual(ticks),
  );
});

describe('the model', () => {
  it('grows with its trace and starts anew on another branch', () => {
    const whole = traceOf(ONE_TIMER, 77);
    const half = { ...whole, records: whole.records.subarray(0, 5 * TRACE_SIZE) };
    const model = timelineModel(half);
    expect(model.armings[0].outcome).toBe('pending');
    expect(timelineModel(whole)).toBe(model);
    expect(model.armings[0]).toMatchObject({ outcome: 'fired', end: 740, callback: 'expire' });
    expect(timelineModel({ ...half, generation: 78 })).not.toBe(model);
  });

  it('says it in words', () => {
    const model = new TimelineBuilder();
    model.extend(traceOf(ONE_TIMER));
    const words = eventsIn(model, wholeRun(model, 1000), 100).shown.map(
      (event) => `${event.at} ${event.cpu} ${event.kind}: ${event.text}`,
    );
    expect(words.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      '0 0 runs: task sh',
      '50 0 runs: program track',
      '100 0 armed: arms expire for 0.000 700 ms, in 600 ns',
      '700 0 runs: timer interrupt',
      '730 0 runs: HRTIMER softirq',
      '740 0 fires: expire fires',
      '750 0 runs: callback expire',
    ]);
  });

  it('says only the last events of many, and how many there are', () => {
    const model = new TimelineBuilder();
    const lines = Array.from({ length: 2_000 }, (_, i) => `${i} 0/task ${i % 2 ? 'taskExit' : 'taskEnter'} "sh"`);
    model.extend(traceOf(lines.join('\n')));
    const events = eventsIn(model, { from: 0, to: 2_000 }, 3);
    expect(events.shown.map((event) => event.at)).toEqual([1994, 1996, 1998]);
    expect(events.total).toBe(1000);
  });
});

describe('the window', () => {
  const whole = { from: 0, to: 1000 };
  it('zooms around a time that keeps its place', () => {
    expect(zoomed(whole, 0.5, 250, whole)).toEqual({ from: 125, to: 625 });
    expect(zoomed({ from: 100, to: 200 }, 100, 150, whole)).toEqual(whole);
  });
  it('moves and stays inside', () => {
    expect(panned({ from: 100, to: 200 }, 0.5, whole)).toEqual({ from: 150, to: 250 });
    expect(panned({ from: 100, to: 200 }, -5, whole)).toEqual({ from: 0, to: 100 });
  });
  it('goes where the overview was clicked', () => {
    expect(centred({ from: 0, to: 100 }, 500, whole)).toEqual({ from: 450, to: 550 });
    expect(centred(whole, 500, { from: 0, to: 1600 })).toEqual({ from: 0, to: 1000 });
    expect(centred(whole, 16, whole)).toEqual({ from: 0, to: 62.5 });
  });
  it('shows the near past of a machine that stands', () => {
    expect(near(40_000, { from: 0, to: 100_000 })).toEqual({ from: 28_000, to: 44_000 });
    expect(near(1_000, { from: 0, to: 2_000 })).toEqual({ from: 0, to: 2_000 });
    expect(near(1_000, { from: -20_000, to: 1_000_000 })).toEqual({ from: -400, to: 15_600 });
  });
  it('follows the machine', () => {
    expect(following({ from: 0, to: 100 }, 50, whole)).toEqual({ from: 0, to: 100 });
    expect(following({ from: 0, to: 100 }, 500, whole)).toEqual({ from: 430, to: 530 });
  });
});

const GRACE_PERIODS = `
  0     0/task     taskEnter     "rm"
  10    0/task     rcuCall       7 0
  12    0/task     rcuCall       8 0
  20    0/task     rcuCall       9 1
  30    0/task     taskExit      "rm"
  600   0/softirq  rcuRun        7 0
  601   0/softirq  routineEnter  "free_timer"
  610   0/softirq  routineExit   "free_timer"
  610   0/softirq  rcuRun        8 0
  611   0/softirq  routineEnter  "free_element"
  612   0/softirq  routineExit   "free_element"
`;

describe('grace periods', () => {
  const model = new TimelineBuilder();
  model.extend(traceOf(GRACE_PERIODS));
  const frame = { width: LABEL_WIDTH + 1000, height: 200, cpus: 1, now: 700 };
  const layout = layoutTimeline(model, { from: 0, to: 1000 }, frame);

  it('last from the call to what waited for them', () => {
    const drawn = model.graces.map(({ name, start, end, runs }) => `${name} ${start} to ${end} ${runs}`);
    expect(drawn).toEqual([
      'RCU 10 to 600 free_timer',
      'RCU 12 to 610 free_element',
      'RCU tasks trace 20 to Infinity undefined',
    ]);
  });

  it('share a bracket where they cannot be told apart, in a lane below all others', () => {
    const wide = layoutTimeline(model, { from: 0, to: 4_000 }, frame);
    expect(wide.graces.map(({ label }) => label)).toEqual(['grace period of 2 calls', '']);
    expect(layout.graces.map(({ x, width, label }) => [x - LABEL_WIDTH, width, label])).toEqual([
      [10, 590, 'grace period'],
      [12, 598, ''],
      [20, 680, ''],
    ]);
    expect(layout.lanes.map(({ kind }) => kind)).toEqual(['timers', 'hardirq', 'softirq', 'task', 'RCU']);
  });

  it('are pointed at, and said in words', () => {
    const [box] = layout.graces;
    expect(hitTest(layout, box.x + 100, box.y + 3)).toBe(model.graces[0]);
    const words = eventsIn(model, { from: 0, to: 1000 }, 100).shown.filter((event) => event.kind === 'waits');
    expect(words.map((event) => event.text)).toEqual([
      'grace period of RCU, then free_timer',
      'grace period of RCU, then free_element',
      'grace period of RCU tasks trace',
    ]);
  });

  it('have no lane where there was none', () => {
    const none = new TimelineBuilder();
    none.extend(traceOf(ONE_TIMER));
    expect(layoutTimeline(none, { from: 0, to: 1000 }, frame).lanes.map(({ kind }) => kind)).not.toContain('RCU');
  });
});

describe('what is found', () => {
  const model = new TimelineBuilder();
  model.extend(traceOf(ONE_TIMER));
  const whole = { from: 0, to: 1_000_000 };
  it.each([
    ['expire', ['100 arms expire for 0.000 700 ms, in 600 ns', '740 expire fires', '750 callback expire']],
    ['  FIRES ', ['740 expire fires']],
    ['no such thing', []],
    [' ', []],
  ])('"%s"', (text, words) => {
    expect(findEvents(model, text).map(({ event }) => `${event.at} ${event.text}`.replace(/\u00a0/g, ' '))).toEqual(
      words,
    );
  });

  it('is moved to, as close as it needs', () => {
    const [, fires, callback] = findEvents(model, 'expire');
    expect(windowOn(callback, { from: 700, to: 900 }, whole)).toEqual({ from: 700, to: 900 });
    expect(windowOn(fires, { from: 5_000, to: 6_000 }, whole)).toEqual({ from: 240, to: 1_240 });
    expect(windowOn(callback, whole, whole)).toEqual({ from: 0, to: 15_000 });
    expect(windowOn(callback, { from: 100, to: 800 }, whole)).toEqual({ from: 475, to: 1_175 });
  });
});

describe('what is worth a look', () => {
  const modelOf = (lines: string) => {
    const model = new TimelineBuilder();
    model.extend(traceOf(lines));
    return model;
  };
  const AFTER_A_SLEEP = `${ONE_TIMER.trim()}\n900000 0/task taskEnter "sh"\n900100 0/task taskExit "sh"`;

  it.each([
    ['leaves out the sleep at the end', AFTER_A_SLEEP, 900_100, 1_200],
    [
      'leaves out the wait for a timer that is due later',
      '0 0/task timerArm 7 500000 0\n90 0/task taskEnter "sh"',
      90,
      500_000,
    ],
    ['is everything without timers', '0 0/task taskEnter "sh"\n5000 0/task taskExit "sh"', 5_000, 6_000],
  ])('%s', (_, lines, now, most) => {
    const { from, to } = firesRun(modelOf(lines), now);
    expect(from).toBeLessThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(most);
  });

  it('is the burst that the machine is in or had last, where a long pause lies between', () => {
    const model = modelOf(
      `${ONE_TIMER.trim()}\n900000000 0/task timerArm 7 900001000 0\n900001000 0/softirq timerExpire 7 <14`,
    );
    const last = firesRun(model, 900_001_000);
    expect(last.from).toBeGreaterThan(899_990_000);
    expect(last.to).toBeGreaterThanOrEqual(900_001_000);
    expect(firesRun(model, 500).to).toBeLessThan(2_000);
    expect(firesRun(modelOf(AFTER_A_SLEEP), 900_100).from).toBeLessThanOrEqual(0);
  });

  it('is where a zoom goes to, not the empty middle', () => {
    const model = modelOf(AFTER_A_SLEEP);
    expect(anchorOf(model, { from: 0, to: 500_000 }, 900_100)).toBeLessThan(1_000);
    expect(anchorOf(model, { from: 0, to: 920_000 }, 900_100)).toBe(900_100);
    expect(anchorOf(model, { from: 10_000, to: 20_000 }, 900_100)).toBe(15_000);
  });
});

const PALETTE: Palette = {
  ground: 'ground',
  sheet: 'sheet',
  raise: 'raise',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  line: 'line',
  lineStrong: 'line-strong',
  wash: 'wash',
  marker: 'marker',
  markerEdge: 'marker-edge',
  focus: 'focus',
  reject: 'reject',
  rejectWash: 'reject-wash',
  warn: 'warn',
  time: 'time',
  data: 'data',
  ghost: 'ghost',
  sans: 'sans',
  mono: 'mono',
  cpus: [0, 1].map((cpu) => ({
    full: `cpu-${cpu}`,
    task: `task-${cpu}`,
    taskEdge: `edge-${cpu}`,
    softirqEdge: `softirq-${cpu}`,
    softirq: `softirq-${cpu}`,
  })),
};

/** Rectangles of a colour: `x+width`. */
function rectangles(calls: readonly CanvasCall[], colour: string): string[] {
  let fill: unknown;
  const found: string[] = [];
  for (const [name, ...values] of calls) {
    if (name === 'fillStyle =') fill = values[0];
    if (name === 'fillRect' && fill === colour) found.push(`${Number(values[0]) - LABEL_WIDTH}+${values[2]}`);
  }
  return found;
}

describe('the painter', () => {
  const paintOf = (layout: TimelineLayout): readonly CanvasCall[] => {
    const calls: CanvasCall[] = [];
    paintTimeline(recordingPen(calls), layout, { palette: PALETTE, hatches: [], ratio: 1, selected: undefined });
    return calls;
  };

  it('fills contexts with their weights, at their times', () => {
    const calls = paintOf(layoutOf(ONE_TIMER));
    expect(rectangles(calls, 'task-0')).toEqual(expect.arrayContaining(['0+150', '30+90']));
    expect(rectangles(calls, 'softirq-0')).toEqual(expect.arrayContaining(['438+132', '450+90']));
    expect(rectangles(calls, 'cpu-0')).toEqual(expect.arrayContaining(['420+12']));
  });

  it('lightens what is ahead and says the words afterwards', () => {
    const calls = paintOf(layoutOf(ONE_TIMER, { ...FRAME, now: 500 }));
    const ahead = calls.findIndex(([name, value]) => name === 'globalAlpha =' && value === 0.55);
    const word = calls.findIndex(([name, text]) => name === 'fillText' && text === 'expire');
    expect(ahead).toBeGreaterThan(0);
    expect(word).toBeGreaterThan(ahead);
  });

  it('hatches waits', () => {
    const calls = paintOf(layoutOf(WAITING, { ...FRAME, cpus: 2 }));
    expect(rectangles(calls, 'edge-1')).toEqual(['120+240']);
  });
});
