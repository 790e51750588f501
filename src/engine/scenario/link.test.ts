import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64, toBase64Url } from './base64.ts';
import { DEFAULT_MACHINE } from './default-machine.ts';
import { decodeLink, encodeLink } from './link.ts';
import type { Scenario } from './scenario.ts';

const scenario: Scenario = {
  v: 1,
  programs: [{ name: 'first-timer.s', asm: '\tr0 = 0\n\texit\n' }],
  machine: DEFAULT_MACHINE,
  script: [{ line: 'bpftool prog run name first_timer' }, { line: 'advance 5ms', at: 12 }],
  grain: 'point',
  expect: { step: 40, runHash: '0123456789abcdef' },
};

/** Links that were made once must open for ever: version → fragment → what it holds. */
const GOLDEN_LINKS = [
  {
    link: '1.vBJmLiNdR0wJLBxiSiABoVQbq0OM83QQ3oF7EXsIgG2GhD5QG1wxUoIDOQdokKERyG7UUNXBiAMTA-RYMDA0MjYxNTO3sExMSk5JTVOqrQUA',
    scenario,
  },
];

describe('base64', () => {
  it('gives back the bytes in both forms', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase64(toBase64Url(bytes))).toEqual(bytes);
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
  it.each(['a', 'a b', 'ä', 'aaaaa'])('refuses %j', (text) => expect(fromBase64(text)).toBeUndefined());
});

describe('links', () => {
  it('carry scenario and view', () => {
    const view = { at: 7, file: 'first-timer.s', line: 2 };
    expect(decodeLink(`#${encodeLink(scenario, view)}`)).toEqual({ ok: true, value: { scenario, view } });
    expect(decodeLink(encodeLink(scenario))).toEqual({ ok: true, value: { scenario, view: {} } });
  });

  it.each(GOLDEN_LINKS)('of earlier days open: $link', (golden) => {
    expect(decodeLink(golden.link)).toEqual({ ok: true, value: { scenario: golden.scenario, view: {} } });
  });

  it('are refused with a message when a character is lost, changed or added', () => {
    const link = encodeLink(scenario);
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.constantFrom('', 'A', '%', '.', 'zz'), (at, instead) => {
        const bad = link.slice(0, at) + instead + link.slice(at + 1);
        fc.pre(bad !== link);
        const result = decodeLink(bad);
        expect(result.ok).toBe(false);
        if (!result.ok) expect(result.error[0].message).toMatch(/^this link cannot be opened: /);
      }),
      { numRuns: 500 },
    );
  });

  it('name what the schema does not know', () => {
    const wrong = { ...scenario, machine: { cpus: 9, kernel: '6.18' } };
    const result = decodeLink(encodeLink(wrong));
    expect(result).toMatchObject({
      ok: false,
      error: [{ where: 'scenario', message: expect.stringMatching(/^machine\.cpus: /) }],
    });
  });
});
