import { describe, expect, it } from 'vitest';
import { TRACE_SIZE } from '../../engine/kernel/trace/trace.ts';
import { TraceStore, type TraceView } from './trace-store.ts';

/** Records that are known by one letter each, in their first word. */
const part = (from: number, letters: string) => {
  const records = new Int32Array(letters.length * TRACE_SIZE);
  [...letters].forEach((letter, i) => {
    records[i * TRACE_SIZE] = letter.charCodeAt(0);
  });
  return { from, records, namesFrom: 0, names: [] };
};

/** A view as letters; what lies ahead in brackets. */
function draw({ records, happened }: TraceView): string {
  const letters = Array.from({ length: records.length / TRACE_SIZE }, (_, i) =>
    String.fromCharCode(records[i * TRACE_SIZE]),
  );
  const [past, ahead] = [letters.slice(0, happened).join(''), letters.slice(happened).join('')];
  return ahead === '' ? past : `${past}[${ahead}]`;
}

describe('the trace store', () => {
  it('appends', () => {
    const store = new TraceStore();
    expect(draw(store.add(part(0, 'ab')))).toBe('ab');
    expect(draw(store.add(part(2, 'cd')))).toBe('abcd');
    expect(store.count).toBe(4);
  });

  it('keeps what lies ahead of a machine that went back, until it takes another way', () => {
    const store = new TraceStore();
    const first = store.add(part(0, 'abcde'));
    const back = store.add(part(2, ''));
    expect(draw(back)).toBe('ab[cde]');
    expect(back.generation).toBe(first.generation);
    const same = store.add(part(2, 'c'));
    expect(draw(same)).toBe('abc[de]');
    expect(same.generation).toBe(first.generation);
    const other = store.add(part(3, 'x'));
    expect(draw(other)).toBe('abcx');
    expect(other.generation).not.toBe(first.generation);
    expect(draw(first)).toBe('abcde');
  });

  it('starts anew behind a gap', () => {
    const store = new TraceStore();
    store.add(part(0, 'ab'));
    const behind = store.add(part(7, 'xy'));
    expect(behind.first).toBe(7);
    expect(behind.happened).toBe(9);
    expect(behind.records.length).toBe(2 * TRACE_SIZE);
  });

  it('drops the oldest records of an endless run', () => {
    const store = new TraceStore();
    const letters = 'abcdefgh'.repeat(1 << 14);
    const views = [0, 1, 2].map((i) => store.add(part(i * letters.length, letters)));
    expect(views.map((view) => view.records.length / TRACE_SIZE)).toEqual([1 << 17, 2 << 17, 1 << 17]);
    expect(views[2].first).toBe(2 << 17);
    expect(store.count).toBe(3 << 17);
  });

  it('grows beyond its first size', () => {
    const store = new TraceStore();
    const letters = 'abcdefghij'.repeat(1000);
    store.add(part(0, letters));
    expect(draw(store.add(part(letters.length, 'z')))).toBe(`${letters}z`);
  });
});
