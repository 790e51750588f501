/** Small damage to a program: what people and compilers get wrong, and what neither would write. */
import type { Random } from '../lib/random.ts';
import { type Item, withoutItems } from './item.ts';

type Mutation = (items: readonly Item[], at: number, random: Random) => readonly Item[];

const replaced = (items: readonly Item[], at: number, change: Partial<Item>): readonly Item[] =>
  items.map((item, i) => (i === at ? { ...item, ...change } : item));

const MUTATIONS: readonly Mutation[] = [
  (items, at) => withoutItems(items, at, at + 1),
  (items, at, random) => replaced(items, at, { dst: random.below(12) }),
  (items, at, random) => replaced(items, at, { src: random.below(12) }),
  (items, at, random) => replaced(items, at, { imm: random.pick([0, 1, -1, 8, 16, 0x7fffffff, random.next() | 0]) }),
  (items, at, random) => replaced(items, at, { off: random.pick([0, 1, -1, 8, -8, -16, 64, 0x7fff]) }),
  (items, at, random) => replaced(items, at, { opcode: random.below(256) }),
  (items, at, random) => replaced(items, at, { opcode: items[at].opcode ^ (1 << random.below(8)) }),
  (items, at, random) =>
    items[at].high === undefined ? items : replaced(items, at, { high: random.pick([0, 1, -1, 8, 64, 1000]) }),
  (items, at, random) =>
    items[at].target === undefined ? items : replaced(items, at, { target: random.below(items.length + 1) }),
  (items, at, random) => {
    const other = random.below(items.length);
    return replaced(replaced(items, at, withoutTarget(items[other])), other, withoutTarget(items[at]));
  },
];

/** Swapped items keep where they lead to. */
const withoutTarget = ({ target: _, ...item }: Item): Partial<Item> => item;

/** The program with one to three mistakes. */
export function mutate(items: readonly Item[], random: Random): readonly Item[] {
  let damaged = items;
  for (let count = 1 + random.below(3); count > 0 && damaged.length > 1; count--) {
    damaged = random.pick(MUTATIONS)(damaged, random.below(damaged.length), random);
  }
  return damaged;
}
