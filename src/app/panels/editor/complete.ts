import { HELPER_COUNT, helperName } from '../../../engine/abi/helpers.ts';
import { MAP_TYPE_NAMES } from '../../../engine/abi/map-types.ts';
import { sectionNames } from '../../../engine/abi/sections.ts';
import { numberNames } from '../../../engine/asm/names.ts';
import { withoutComment } from '../../format.ts';
import { HELPER_WORDS } from './helper-words.ts';
import { type SymbolKind, symbolsOf, type TextSymbol } from './symbols.ts';

/** What the word before the cursor of an assembly text may become. Pure; loaded when it is asked for the first time. */

export interface Completion {
  readonly label: string;
  readonly kind: SymbolKind | 'helper' | 'word' | 'directive';
  /** What is put in the place of the word if it is not the label; `${1:name}` is to be typed over. */
  readonly insert?: string;
  readonly detail?: string;
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: places to type over, as the editor writes them
const DIRECTIVES: readonly (readonly [label: string, insert: string, detail: string])[] = [
  ['.map', '.map ${1:name} type=${2:hash} key=${3:u32} value=${4:u64} max_entries=${5:16}', 'a map'],
  ['.struct', '.struct ${1:name} {\n    ${2:timer: bpf_timer}\n}', 'a type with C’s layout'],
  ['.program', '.program ${1:name} section=${2:xdp}', 'a program'],
  ['.callback', '.callback ${1:name} map=${2:map}', 'the function that a timer calls'],
  ['.function', '.function ${1:name} args=${2:u64}', 'a function'],
  ['.set', '.set ${1:NAME}, ${2:0}', 'a number with a name'],
  ['.enum', '.enum ${1:name} { ${2:A}, ${3:B} }', 'numbers with names'],
  ['.typedef', '.typedef ${1:name} ${2:u64}', 'another name of a type'],
  ['.var', '.var ${1:name}: ${2:u64}', 'a global variable'],
  ['.data', '.data', 'what follows is data'],
  ['.bss', '.bss', 'what follows is data that starts as zero'],
  ['.rodata', '.rodata', 'what follows is data that stays'],
  ['.extern', '.extern ${1:name}', 'a function or variable of the kernel'],
  ['.kconfig', '.kconfig ${1:NAME}: ${2:u32}', 'a setting of the kernel'],
  ['.license', '.license "GPL"', 'GPL unless it says otherwise'],
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above

const STATEMENTS = ['call', 'exit', 'goto', 'if', 'lock', 'may_goto'];
const TYPES = ['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64', 'int', 'char', 'bool'];
const MAP_KEYS = ['type=', 'key=', 'value=', 'max_entries=', 'flags=', 'map_extra=', 'pinning=', 'inner=', 'slots='];
const PROGRAM_KEYS = ['section=', 'type=', 'returns='];

const words = (texts: readonly string[]): readonly Completion[] => texts.map((label) => ({ label, kind: 'word' }));
const ofKinds = (symbols: readonly TextSymbol[], ...kinds: readonly SymbolKind[]): readonly Completion[] =>
  symbols
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name, kind, definition }) => ({ label: name, kind, detail: definition }));

const helpers = (): readonly Completion[] =>
  Array.from({ length: HELPER_COUNT }, (_, index) => helperName(index + 1)).map((label) => ({
    label,
    kind: 'helper',
    ...(HELPER_WORDS[label] && { detail: HELPER_WORDS[label].prototype }),
  }));

/** Addresses are loaded with two slots: `ll` goes with them. */
const addresses = (symbols: readonly TextSymbol[]): readonly Completion[] =>
  ofKinds(symbols, 'map', 'function', 'variable').map((each) => ({ ...each, insert: `${each.label} ll` }));

const numbers = (symbols: readonly TextSymbol[]): readonly Completion[] => [
  ...ofKinds(symbols, 'number'),
  ...[...numberNames()].map((label): Completion => ({ label, kind: 'number' })),
];

type Offer = (symbols: readonly TextSymbol[]) => readonly Completion[];

/** What stands before the word that is typed, and what may follow; the first row that fits. */
const CONTEXTS: readonly (readonly [before: RegExp, offer: Offer])[] = [
  [/\bcall\s+$/, (symbols) => [...helpers(), ...ofKinds(symbols, 'function')]],
  [/\b(?:goto|gotol|may_goto)\s+$/, (symbols) => ofKinds(symbols, 'label')],
  [/^\s*\.map\b.*\stype=$/, () => words(MAP_TYPE_NAMES.slice(1))],
  [/\bsection=$/, () => words(sectionNames())],
  [/\b(?:key|value)=\*?$|^\s*\w+:\s+$/, (symbols) => [...ofKinds(symbols, 'type'), ...words([...TYPES, 'bpf_timer'])]],
  [/\b(?:map|inner)=$/, (symbols) => ofKinds(symbols, 'map')],
  [/^\s*\.map\s+\w+\s.*$/, () => words(MAP_KEYS)],
  [/^\s*\.program\s+\w+\s.*$/, () => words(PROGRAM_KEYS)],
  [/^\s*\.callback\s+\w+\s+$/, () => words(['map='])],
  [/(?<![-+*/%&|^<>=!])=\s+$/, (symbols) => [...addresses(symbols), ...numbers(symbols)]],
  [/[-+*/%&|^<>=!]=?\s*$|,\s*$/, numbers],
  [/^\s*$/, () => [...words(STATEMENTS), ...directives()]],
];

const directives = (): readonly Completion[] =>
  DIRECTIVES.map(([label, insert, detail]) => ({ label, insert, detail, kind: 'directive' }));

/** What the word that ends at a column may become; nothing in comments. */
export function completionsAt(text: string, line: number, column: number): readonly Completion[] {
  const before = (text.split('\n')[line - 1] ?? '').slice(0, column - 1);
  if (withoutComment(before) !== before) return [];
  const start = before.replace(/[\w.$]+$/, '');
  return CONTEXTS.find(([context]) => context.test(start))?.[1](symbolsOf(text)) ?? [];
}
