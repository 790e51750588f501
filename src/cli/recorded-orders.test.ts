import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT_OK } from './command.ts';
import { mapOrderCommand } from './map-order.ts';

/** Walks of hash tables and victims of LRU lists that the kernel recorded: `golden/order` of the corpus. */
const ORDERS = new URL('../conformance/corpus/golden/order/', import.meta.url);

interface RecordedOrder {
  readonly kind: string;
  readonly name: string;
  readonly errors: unknown;
  readonly next_key: unknown;
  readonly evicted?: unknown;
}

interface Orders {
  readonly possible_cpus: number;
  readonly cpu: number;
  readonly cases: readonly RecordedOrder[];
}

/** One case per line of standard input, as `rearm map-order` takes them; its answers. */
async function answers(lines: readonly string[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const status = await mapOrderCommand([], {
    out: (text) => found.push(JSON.parse(text)),
    error: () => {},
    readFile: () => undefined,
    writeFile: () => false,
    lines: async function* () {
      yield* lines;
    },
  });
  expect(status).toBe(EXIT_OK);
  return found;
}

describe.each(['hash', 'lru'])('%s', (file) => {
  const orders: Orders = JSON.parse(readFileSync(new URL(`${file}.json`, ORDERS), 'utf8'));
  const kinds = [...new Set(orders.cases.map(({ kind }) => kind))];

  it.each(kinds)('%s', async (wanted) => {
    const cases = orders.cases.filter(({ kind }) => kind === wanted);
    const { possible_cpus, cpu } = orders;
    const requests = cases.map(({ errors: _, next_key: __, evicted, ...request }) =>
      JSON.stringify({ ...request, for_each: undefined, possible_cpus, cpu, victims: evicted !== undefined }),
    );
    const recorded = cases.map(({ errors, next_key, evicted }) => ({
      errors,
      next_key,
      ...(evicted !== undefined && { evicted }),
    }));
    expect(await answers(requests)).toMatchObject(recorded);
  });
});
