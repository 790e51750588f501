/**
 * Large objects of our own, made from seeds: what benchmarks and tests verify beside programs that people wrote. Each
 * is large in a way of its own; all of their programs are accepted, and few paths wait at a time.
 */
import { Random } from '../lib/random.ts';
import { arithmetic, LOOKUP, OUT, repeat, VALUES, WORDS, wordOf } from './text.ts';

export interface LargeObject {
  readonly name: string;
  /** What is large about it. */
  readonly about: string;
  /** Its assembly text. */
  readonly text: () => string;
}

const loadScalars = (random: Random): string => repeat(3, (i) => `    r${7 + i} = *(u64 *)(r6 + ${wordOf(random)})\n`);

/** 20,000 instructions without a branch. */
function straight(): string {
  const random = new Random(1);
  const instruction = (): string => {
    const kind = random.below(8);
    if (kind === 0) return `    r${7 + random.below(3)} = *(u64 *)(r6 + ${wordOf(random)})\n`;
    if (kind === 1) return `    *(u64 *)(r6 + ${wordOf(random)}) = r${7 + random.below(3)}\n`;
    return arithmetic(random);
  };
  return `${VALUES}.program straight section=xdp\n${LOOKUP}${loadScalars(random)}${repeat(19_980, instruction)}${OUT}`;
}

/** Decisions in a row whose ways meet again: stored states cover nearly every second way. */
function branches(): string {
  const random = new Random(2);
  const decision = (i: number): string => `    r7 = *(u32 *)(r6 + ${wordOf(random)})
    if r7 > ${random.below(1 << 16)} goto more${i}
    r7 += ${random.below(100)}
    r8 ^= r7
    r8 &= 0xffff
    r9 += r8
    goto join${i}
more${i}:
    r7 &= 0xff
    r8 += r7
    r8 &= 0xffff
    r9 -= r8
join${i}:
    *(u64 *)(r6 + ${wordOf(random)}) = r9
`;
  return `${VALUES}.program branches section=xdp\n${LOOKUP}${loadScalars(random)}${repeat(1_650, decision)}${OUT}`;
}

/** A bounded loop around a body: `rounds` times, counted in r9. */
const loop = (name: string, rounds: number, body: string): string => `    r9 = 0
${name}:
${body}    r9 += 1
    if r9 < ${rounds} goto ${name}
`;

/** Loops of nearly a million instructions, each iteration a state of its own. */
function million(): string {
  const random = new Random(3);
  const body = (): string => `    r7 += r9
    r8 ^= r7
    r7 &= 0xffffff
    w8 += w7
    r8 >>= 3
`;
  const loops = repeat(6, (i) => loop(`round${i}`, 20_000, `${body()}`));
  return `${VALUES}.program million section=xdp\n${LOOKUP}${loadScalars(random)}${loops}${OUT}`;
}

/** Functions that call one another, from several places each. */
function functions(): string {
  const random = new Random(4);
  const COUNT = 200;
  const LEAVES = 100;
  const leaf = (i: number): string => `.function leaf${i} args=a:u64 b:u64
    r0 = r1
    r0 ^= r2
    r0 &= ${(1 << (4 + random.below(12))) - 1}
    if r0 > ${1 + random.below(8)} goto 1f
    r0 += ${random.below(99)}
1:  exit
`;
  const inner = (i: number): string => `.function inner${i} args=a:u64 b:u64
    r6 = r1
    r7 = r2
    call leaf${i}
    r6 += r0
    r1 = r6
    r2 = r7
    call leaf${random.below(LEAVES)}
    r0 += r6
    exit
`;
  const call = (i: number): string => `    r1 = *(u64 *)(r6 + ${wordOf(random)})
    r2 = ${i}
    call inner${i % (COUNT - LEAVES)}
    *(u64 *)(r6 + ${wordOf(random)}) = r0
`;
  return `${VALUES}.program functions section=xdp
${LOOKUP}${loop('again', 20, repeat(COUNT, call))}${OUT}${repeat(LEAVES, leaf)}${repeat(COUNT - LEAVES, inner)}`;
}

/** The whole stack in use: spills, fills and bytes at variable offsets. */
function stacks(): string {
  const random = new Random(5);
  const slot = (): number => 8 * (2 + random.below(61));
  const initial = repeat(62, (i) => `    *(u64 *)(r10 - ${8 * (i + 2)}) = r${7 + (i % 2)}\n`);
  const body = repeat(
    40,
    () => `    *(u64 *)(r10 - ${slot()}) = r7
    r7 = *(u64 *)(r10 - ${slot()})
    r7 += 1
    *(u64 *)(r10 - ${slot()}) = r8
    r8 = *(u64 *)(r10 - ${slot()})
    r8 ^= r7
`,
  );
  const variable = `    r1 = r7
    r1 &= 31
    r2 = r10
    r2 += -256
    r2 += r1
    *(u8 *)(r2 + 0) = r8
    r3 = *(u8 *)(r2 + 0)
`;
  return `${VALUES}.program stacks section=xdp
${LOOKUP}    r7 = *(u64 *)(r6 + 0)
    r8 = *(u64 *)(r6 + 8)
${initial}${loop('again', 1_500, body)}${loop('bytes', 6_000, variable)}${OUT}`;
}

/** Lookups, updates and deletions in thirty maps, with what comes back tested each time. */
function maps(): string {
  const random = new Random(6);
  const KINDS = ['hash', 'lru_hash', 'array', 'percpu_array', 'percpu_hash'] as const;
  const declared = repeat(
    30,
    (i) => `.map map${i} type=${KINDS[i % KINDS.length]} key=u32 value=pair max_entries=64\n`,
  );
  const use = (i: number): string => `    r7 &= 63
    *(u32 *)(r10 - 8) = r7
    r1 = map${random.below(30)} ll
    r2 = r10
    r2 += -8
    call bpf_map_lookup_elem
    if r0 == 0 goto missing${i}
    r7 = *(u64 *)(r0 + ${8 * random.below(2)})
    *(u64 *)(r0 + ${8 * random.below(2)}) = r8
    goto next${i}
missing${i}:
    *(u64 *)(r10 - 24) = r8
    *(u64 *)(r10 - 16) = r7
    r1 = map${random.below(30)} ll
    r2 = r10
    r2 += -8
    r3 = r10
    r3 += -24
    r4 = BPF_ANY
    call bpf_map_update_elem
next${i}:
    r8 += 1
`;
  return `.struct pair { a: u64; b: u64 }
${declared}.program maps section=xdp
    r7 = 0
    r8 = 0
${loop('again', 24, repeat(150, use))}    r0 = 0
    exit
`;
}

/** A parser: headers behind one another, options in loops, every access checked against the packet's end. */
function packets(): string {
  const random = new Random(7);
  const header = (): string => `    r1 = r7
    r1 += ${20 + 4 * random.below(8)}
    if r1 > r8 goto 9f
    r2 = *(u8 *)(r7 + ${random.below(8)})
    r3 = *(u16 *)(r7 + ${2 * random.below(8)})
    if r2 == ${random.below(256)} goto 8f
    r4 = *(u32 *)(r7 + ${4 * random.below(4)})
    r9 += r4
8:
    r9 ^= r3
    r2 &= 60
    r7 += r2
`;
  const parsers = repeat(
    6,
    (i) => `.program parse${i} section=xdp
    r7 = *(u32 *)(r1 + 0)
    r8 = *(u32 *)(r1 + 4)
    r9 = 0
${repeat(30 + random.below(30), header)}${OUT}`,
  );
  return parsers;
}

/** Timers in hundreds, each with a callback of its own. */
function timers(): string {
  const COUNT = 200;
  const elements = `.struct elem { fired: u64; timer: bpf_timer }
.map timers type=array key=u32 value=elem max_entries=${COUNT}
`;
  const arm = (i: number): string => `    *(u32 *)(r10 - 4) = ${i}
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r1 = r6
    r1 += 8
    r2 = timers ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += 8
    r2 = fire${i} ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += 8
    r2 = ${1000 * (i + 1)}
    r3 = 0
    call bpf_timer_start
`;
  const fire = (i: number): string => `.callback fire${i} map=timers
    r6 = r3
    r7 = *(u32 *)(r2 + 0)
    r8 = 0
1:  r1 = ${i + 1}
    lock *(u64 *)(r6 + 0) += r1
    r8 += 1
    if r8 < ${100 + i} goto 1b
    r1 = r6
    r1 += 8
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit
`;
  return `${elements}.program arm section=xdp\n${repeat(COUNT, arm)}${OUT}${repeat(COUNT, fire)}`;
}

/** Sums that differ on every path, all of which matter at the end: nothing is covered by anything else. */
function paths(): string {
  const BITS = 13;
  const bit = (i: number): string => `    r1 = r7
    r1 &= ${1 << i}
    if r1 == 0 goto zero${i}
    r8 += ${3 ** i}
zero${i}:
`;
  return `${VALUES}.program paths section=xdp
${LOOKUP}    r7 = *(u64 *)(r6 + 0)
    r8 = 0
${repeat(BITS, bit)}    r8 &= ${8 * WORDS - 1}
    if r8 > ${8 * WORDS - 8} goto 9f
    r6 += r8
    r1 = *(u8 *)(r6 + 0)
${OUT}`;
}

/** Functions that are verified each on its own, for any arguments. */
function globals(): string {
  const random = new Random(10);
  const COUNT = 200;
  const global = (i: number): string => `.function global${i} args=a:u64 b:u64 linkage=global
    r7 = r1
    r8 = r2
    r9 = 0
1:  r7 += r9
    r8 ^= r7
    w7 >>= ${1 + random.below(7)}
    r9 += 1
    if r9 < ${100 + random.below(300)} goto 1b
    r0 = r7
    r0 += r8
    exit
`;
  const call = (i: number): string => `    r1 = *(u64 *)(r6 + ${wordOf(random)})
    r2 = ${i}
    call global${i}
    *(u64 *)(r6 + ${wordOf(random)}) = r0
`;
  return `${VALUES}.program globals section=xdp\n${LOOKUP}${repeat(COUNT, call)}${OUT}${repeat(COUNT, global)}`;
}

/** Callbacks of \`bpf_loop\`, which are walked until their states converge. */
function callbacks(): string {
  const random = new Random(11);
  const COUNT = 120;
  const start = (i: number): string => `    r1 = ${100 + i}
    r2 = each${i} ll
    r3 = r10
    r3 += -16
    r4 = 0
    call bpf_loop
    r7 = *(u64 *)(r10 - 16)
`;
  const each = (i: number): string => `.function each${i} args=index:u32 state:*u64
    r6 = r2
    r7 = 0
1:  r3 = *(u64 *)(r6 + 0)
    r3 += r1
    r3 &= ${(1 << (8 + random.below(8))) - 1}
    *(u64 *)(r6 + 0) = r3
    r7 += 1
    if r7 < ${50 + random.below(100)} goto 1b
    r0 = 0
    exit
`;
  return `.program callbacks section=xdp
    *(u64 *)(r10 - 16) = 0
${repeat(COUNT, start)}    r0 = 0
    exit
${repeat(COUNT, each)}`;
}

/** Hundreds of small programs: what each costs before its first instruction is walked. */
function fleet(): string {
  const random = new Random(12);
  const ship = (i: number): string => `.program ship${i} section=${random.pick(['xdp', 'tc', 'socket'])}
${LOOKUP}${loadScalars(random)}${repeat(10 + random.below(40), () => arithmetic(random))}    *(u64 *)(r6 + ${wordOf(random)}) = r9
${OUT}`;
  return `${VALUES}${repeat(300, ship)}`;
}

export const LARGE_OBJECTS: readonly LargeObject[] = [
  { name: 'straight', about: '20,000 instructions in a row', text: straight },
  { name: 'branches', about: 'a thousand and more decisions', text: branches },
  { name: 'million', about: 'loops of nearly a million instructions', text: million },
  { name: 'functions', about: '200 functions', text: functions },
  { name: 'stacks', about: 'the whole stack in use', text: stacks },
  { name: 'maps', about: 'thirty maps', text: maps },
  { name: 'packets', about: 'parsers', text: packets },
  { name: 'timers', about: '200 timers with callbacks', text: timers },
  { name: 'paths', about: '8,192 paths, none covered', text: paths },
  { name: 'globals', about: '200 global functions', text: globals },
  { name: 'callbacks', about: '120 callbacks of bpf_loop', text: callbacks },
  { name: 'fleet', about: '300 programs', text: fleet },
];
