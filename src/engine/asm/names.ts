/** Names of the kernel's headers that a text may use as numbers; what the text defines itself comes first. */
import * as mapTypes from '../abi/map-types.ts';
import * as programConstants from '../abi/program-constants.ts';

const mapFlags = Object.entries(mapTypes).flatMap(([name, value]): [string, number][] =>
  name.startsWith('BPF_F_') && typeof value === 'number' ? [[name, value]] : [],
);

const NUMBERS: ReadonlyMap<string, bigint> = new Map(
  Object.entries({
    ...Object.fromEntries(mapFlags),
    ...programConstants,
    // `pinning=` of maps.
    LIBBPF_PIN_NONE: 0,
    LIBBPF_PIN_BY_NAME: 1,
    // Values of a `tristate` of `.kconfig`.
    TRI_NO: 0,
    TRI_YES: 1,
    TRI_MODULE: 2,
  }).map(([name, value]) => [name, BigInt(value)]),
);

/** The number of a header's name. */
export const numberByName = (name: string): bigint | undefined => NUMBERS.get(name);

/** All of them, for completion. */
export const numberNames = (): Iterable<string> => NUMBERS.keys();
