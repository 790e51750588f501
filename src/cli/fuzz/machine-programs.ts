/** The programs that fuzzing runs: every timer operation on every kind of map, with keys and times from the dice. */

/** Maps whose values have a timer, each of four elements. */
export const FUZZ_MAPS = ['array', 'hash', 'malloced', 'lru'] as const;
export type FuzzMap = (typeof FUZZ_MAPS)[number];

const MAP_TYPES: Readonly<Record<FuzzMap, string>> = {
  array: 'type=array',
  hash: 'type=hash',
  malloced: 'type=hash flags=BPF_F_NO_PREALLOC',
  lru: 'type=lru_hash',
};

/** More keys than elements: LRU maps evict, others refuse. */
export const FUZZ_KEYS = 6;

const DICE_KEY = `    call bpf_get_prandom_u32
    r0 %= ${FUZZ_KEYS}
    *(u32 *)(r10 - 4) = r0`;

const KEY_OF = (map: FuzzMap): string => `    r1 = ${map} ll
    r2 = r10
    r2 += -4`;

/** r6 = the timer of a random key, or on to `out`. */
const PICK = (map: FuzzMap, out: string): string => `${DICE_KEY}
${KEY_OF(map)}
    call bpf_map_lookup_elem
    if r0 == 0 goto ${out}
    r6 = r0`;

const INIT = (map: FuzzMap): string => `    r1 = r6
    r2 = ${map} ll
    r3 = 1
    call bpf_timer_init`;
const START = `    call bpf_get_prandom_u32
    r0 &= 4095
    r2 = r0
    r1 = r6
    r3 = 0
    call bpf_timer_start`;
const SET = (callback: string): string => `    r1 = r6
    r2 = ${callback} ll
    call bpf_timer_set_callback`;
const CANCEL = `    r1 = r6
    call bpf_timer_cancel`;
const DELETE = (map: FuzzMap): string => `${DICE_KEY}
${KEY_OF(map)}
    call bpf_map_delete_elem`;
const UPDATE = (map: FuzzMap): string => `${DICE_KEY}
    r1 = 0
    *(u64 *)(r10 - 24) = r1
    *(u64 *)(r10 - 16) = r1
${KEY_OF(map)}
    r3 = r10
    r3 += -24
    r4 = 0
    call bpf_map_update_elem`;

/** What callbacks do; r6 is their own timer. */
const CALLBACKS: Readonly<Record<string, (map: FuzzMap, out: string) => string>> = {
  nothing: () => '',
  rearm: () => START,
  cancel: (map, out) => `${PICK(map, out)}\n${CANCEL}`,
  delete: (map) => DELETE(map),
  rearm_delete: (map) => `${START}\n${DELETE(map)}`,
  update: (map) => UPDATE(map),
};

/** What programs do. */
const OPERATIONS: Readonly<Record<string, (map: FuzzMap, out: string) => string>> = {
  ...Object.fromEntries(
    Object.keys(CALLBACKS).map((callback) => [
      `arm_${callback}`,
      (map: FuzzMap, out: string) => `${PICK(map, out)}\n${INIT(map)}\n${SET(`${map}_on_${callback}`)}\n${START}`,
    ]),
  ),
  start: (map, out) => `${PICK(map, out)}\n${START}`,
  cancel: (map, out) => `${PICK(map, out)}\n${CANCEL}`,
  delete: (map) => DELETE(map),
  update: (map) => UPDATE(map),
  stale: (map, out) => `${PICK(map, out)}\n${DELETE(map)}\n${INIT(map)}\n${SET(`${map}_on_nothing`)}\n${START}`,
};

/** Programs in the text of a map. */
export const FUZZ_OPERATIONS = Object.keys(OPERATIONS).length;

/** One text per map: its programs are named `MAP_OPERATION`. */
export function fuzzText(map: FuzzMap): string {
  const programs = Object.entries(OPERATIONS).map(
    ([name, body]) => `.program ${map}_${name} section=tc
${body(map, `${map}_${name}_out`)}
${map}_${name}_out:
    r0 = 0
    exit`,
  );
  const callbacks = Object.entries(CALLBACKS).map(
    ([name, body]) => `.callback ${map}_on_${name} map=${map}
    r6 = r3
${body(map, `${map}_on_${name}_end`)}
${map}_on_${name}_end:
    r0 = 0
    exit`,
  );
  return `.struct elem {
    timer: bpf_timer
}
.map ${map} ${MAP_TYPES[map]} key=u32 value=elem max_entries=4
${programs.join('\n')}
${callbacks.join('\n')}
`;
}
