import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logString } from '../../program/log-text.ts';
import { Log } from './log-buffer.ts';

describe('the log', () => {
  it('is the text that was written and not cut back', () => {
    const step = fc.oneof(
      fc.record({ write: fc.string({ maxLength: 9000 }) }),
      fc.record({ keep: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const log = new Log(2);
        let text = '';
        for (const one of steps) {
          if ('write' in one) {
            log.write(one.write);
            text += one.write;
          } else {
            const end = Math.floor(text.length * one.keep);
            log.reset(end);
            text = text.slice(0, end);
          }
          expect(log.end).toBe(text.length);
        }
        expect(logString(log.text())).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the end of a text that is too long', () => {
    const log = new Log(2);
    const line = `${'x'.repeat(4095)}\n`;
    for (let i = 0; i < 20_000; i++) log.write(line);
    expect(log.end).toBe(20_000 * 4096);
    const kept = log.text().length;
    expect(kept).toBeGreaterThanOrEqual(64 << 20);
    expect(kept).toBeLessThan(65 << 20);
  });
});
