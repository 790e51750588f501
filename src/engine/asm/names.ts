/** Names of the kernel's headers that a text may use as numbers; what the text defines itself comes first. */
import * as mapTypes from '../abi/map-types.ts';

const mapFlags = Object.entries(mapTypes).flatMap(([name, value]): [string, number][] =>
  name.startsWith('BPF_F_') && typeof value === 'number' ? [[name, value]] : [],
);

const NUMBERS: ReadonlyMap<string, bigint> = new Map(
  Object.entries({
    ...Object.fromEntries(mapFlags),
    // Flags of bpf_map_update_elem.
    BPF_ANY: 0,
    BPF_NOEXIST: 1,
    BPF_EXIST: 2,
    BPF_F_LOCK: 4,
    // `pinning=` of maps.
    LIBBPF_PIN_NONE: 0,
    LIBBPF_PIN_BY_NAME: 1,
    // Values of a `tristate` of `.kconfig`.
    TRI_NO: 0,
    TRI_YES: 1,
    TRI_MODULE: 2,
    // Clocks of bpf_timer_init and flags of bpf_timer_start.
    CLOCK_REALTIME: 0,
    CLOCK_MONOTONIC: 1,
    CLOCK_BOOTTIME: 7,
    BPF_F_TIMER_ABS: 1,
    BPF_F_TIMER_CPU_PIN: 2,
    // What programs return.
    XDP_ABORTED: 0,
    XDP_DROP: 1,
    XDP_PASS: 2,
    XDP_TX: 3,
    XDP_REDIRECT: 4,
    TC_ACT_UNSPEC: -1,
    TC_ACT_OK: 0,
    TC_ACT_RECLASSIFY: 1,
    TC_ACT_SHOT: 2,
    TC_ACT_PIPE: 3,
    TC_ACT_STOLEN: 4,
    TC_ACT_REDIRECT: 7,
  }).map(([name, value]) => [name, BigInt(value)]),
);

/** The number of a header's name. */
export const numberByName = (name: string): bigint | undefined => NUMBERS.get(name);

/** All of them, for completion. */
export const numberNames = (): Iterable<string> => NUMBERS.keys();
