import type { Scenario } from './scenario.ts';

/** The headers of a scenario's text: one row each, read and printed. */
export interface HeaderRow {
  /** May stand there more than once. */
  readonly repeats?: true;
  /** Puts the value into the draft; what is wrong with it, if it cannot. Whether it is in range is the schema's to say. */
  readonly read: (value: string, draft: HeaderDraft, no: number) => string | undefined;
  /** The values to print; nothing where the scenario does not say, or says the usual. */
  readonly print: (scenario: Scenario) => readonly (string | number | undefined)[];
  /** Dotted path of what it sets, as the schema's messages name it. */
  readonly path: string;
}

/** A scenario being read. */
export interface HeaderDraft {
  readonly fields: Pick<Scenario, 'machine' | 'grain'> &
    Partial<Pick<Scenario, 'title' | 'skip' | 'schedule' | 'expect'>>;
  /** Line of each header. */
  readonly lines: Map<string, number>;
  /** Program files, and files that commands read, beside the document. */
  readonly programs: PathHeader[];
  readonly files: PathHeader[];
}

/** The path of a file, and the line that names it. */
export interface PathHeader {
  readonly path: string;
  readonly no: number;
}

/** Choices of a schedule on one line. */
const CHOICES_PER_LINE = 12;

export const HEADERS: Readonly<Record<string, HeaderRow>> = {
  title: {
    path: 'title',
    read: (value, { fields }) => {
      const title = value.startsWith('"') ? jsonString(value) : value;
      if (title === undefined) return 'the quotes do not hold a JSON string';
      fields.title = title;
      return undefined;
    },
    print: ({ title }) => [title === undefined || isPlain(title) ? title : JSON.stringify(title)],
  },
  kernel: {
    path: 'machine.kernel',
    read: (value, { fields }) => {
      fields.machine.kernel = value;
      return undefined;
    },
    print: ({ machine }) => [machine.kernel],
  },
  cpus: machineNumber('cpus', ({ machine }) => machine.cpus),
  seed: machineNumber('seed', ({ machine }) => machine.seed),
  memory: {
    path: 'machine.memoryMiB',
    read: (value, { fields }) => {
      const number = /^(\d{1,9}) MiB$/.exec(value)?.[1];
      if (number === undefined) return 'expected a size such as 16 MiB';
      fields.machine.memoryMiB = Number(number);
      return undefined;
    },
    print: ({ machine }) => [machine.memoryMiB === undefined ? undefined : `${machine.memoryMiB} MiB`],
  },
  switches: {
    path: 'machine.switches',
    read: readSwitches,
    print: ({ machine: { switches } }) => [
      switches &&
        Object.entries(switches)
          .map(([name, on]) => `${name}=${on ? 'on' : 'off'}`)
          .join(' '),
    ],
  },
  grain: {
    path: 'grain',
    read: (value, { fields }) => {
      if (value !== 'point' && value !== 'visible' && value !== 'insn') return 'expected point, visible or insn';
      fields.grain = value;
      return undefined;
    },
    print: ({ grain }) => [grain],
  },
  skip: {
    path: 'skip',
    read: (value, { fields }) => {
      fields.skip = value.split(/\s+/).filter((name) => name !== '');
      return undefined;
    },
    print: ({ skip }) => [skip?.join(' ')],
  },
  schedule: { path: 'schedule', repeats: true, read: readSchedule, print: ({ schedule }) => scheduleLines(schedule) },
  expect: {
    path: 'expect',
    read: (value, { fields }) => {
      const parts = /^step (\d{1,15}) hash ([0-9a-f]{16})$/.exec(value);
      if (parts === null) return 'expected "step N hash" and 16 hex digits';
      fields.expect = { step: Number(parts[1]), runHash: parts[2] };
      return undefined;
    },
    print: ({ expect }) => [expect && `step ${expect.step} hash ${expect.runHash}`],
  },
  program: pathHeader('programs', 'a program file'),
  file: pathHeader('files', 'a file'),
};

/** A file beside the document; it is printed whole. */
function pathHeader(field: 'programs' | 'files', what: string): HeaderRow {
  return {
    path: field,
    repeats: true,
    read: (path, draft, no) => {
      if (path === '') return `expected the path of ${what}`;
      draft[field].push({ path, no });
      return undefined;
    },
    print: () => [],
  };
}

const isPlain = (title: string): boolean => /^[^"\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u.test(title);

function jsonString(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function machineNumber(name: 'cpus' | 'seed', get: (scenario: Scenario) => number | undefined): HeaderRow {
  return {
    path: `machine.${name}`,
    read: (value, { fields }) => {
      if (!/^\d{1,10}$/.test(value)) return 'expected a whole number';
      fields.machine[name] = Number(value);
      return undefined;
    },
    print: (scenario) => [get(scenario)],
  };
}

function readSwitches(value: string, { fields }: HeaderDraft): string | undefined {
  const switches: Record<string, boolean> = {};
  for (const word of value.split(/\s+/).filter((each) => each !== '')) {
    const parts = /^(\w+)=(on|off)$/.exec(word);
    if (parts === null) return `"${word}": expected NAME=on or NAME=off`;
    switches[parts[1]] = parts[2] === 'on';
  }
  fields.machine.switches = switches;
  return undefined;
}

/** `42:1`: at the choice 42 the second possibility. */
function readSchedule(value: string, { fields }: HeaderDraft): string | undefined {
  const schedule = fields.schedule ?? [];
  fields.schedule = schedule;
  for (const word of value.split(/\s+/).filter((each) => each !== '')) {
    const parts = /^(\d{1,15}):(\d{1,5})$/.exec(word);
    if (parts === null) return `"${word}": expected CHOICE:PICK`;
    schedule.push([Number(parts[1]), Number(parts[2])]);
  }
  return undefined;
}

function scheduleLines(schedule: Scenario['schedule']): readonly string[] {
  if (schedule === undefined) return [];
  const words = schedule.map(([choice, pick]) => `${choice}:${pick}`);
  const lines = Array.from({ length: Math.ceil(words.length / CHOICES_PER_LINE) }, (_, i) =>
    words.slice(i * CHOICES_PER_LINE, (i + 1) * CHOICES_PER_LINE).join(' '),
  );
  return lines.length === 0 ? [''] : lines;
}
