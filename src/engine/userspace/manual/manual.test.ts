import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorsOf } from '../../../../scripts/docs.ts';
import { OBJECTS } from '../bpftool/bpftool.ts';
import { COMMANDS } from '../shell/commands.ts';
import { manualPage } from './manual.ts';
import { MANUAL } from './pages.ts';

const SECTIONS = ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'EXIT STATUS', 'SEE ALSO'];

const headingsOf = (document: string): readonly string[] =>
  anchorsOf(readFileSync(new URL(`../../../../${document}`, import.meta.url), 'utf8'));

const referencesOf = (page: string): readonly string[] =>
  (page.split('SEE ALSO\n')[1] ?? '').split('\n').map((line) => line.trim());

describe('the manual', () => {
  it('has a page for each command, and for nothing else', () =>
    expect(Object.keys(MANUAL).sort()).toEqual(Object.keys(COMMANDS).sort()));

  it.each(Object.keys(COMMANDS))('%s', (name) => {
    const page = manualPage(name, COMMANDS) ?? '';
    for (const section of SECTIONS) expect(page).toContain(`${section}\n       `);
    for (const line of page.split('\n')) expect(line.length, line).toBeLessThanOrEqual(160);
  });

  it.each(Object.keys(OBJECTS))('bpftool %s', (object) => {
    expect(manualPage(`bpftool-${object}`, COMMANDS)).toContain(`Usage: bpftool ${object}`);
  });

  it('leads to commands, headings of documents and addresses that are there', () => {
    for (const name of Object.keys(COMMANDS)) {
      for (const reference of referencesOf(manualPage(name, COMMANDS) ?? '')) {
        const [document, heading] = reference.split('#');
        const command = /^([\w-]+)\(\d\)$/.exec(reference)?.[1];
        if (command !== undefined) expect(Object.keys(COMMANDS), `${name}: ${reference}`).toContain(command);
        else if (document.startsWith('docs/') && heading !== undefined)
          expect(headingsOf(document), `${name}: ${reference}`).toContain(heading);
        else if (reference !== '') expect(reference, name).toMatch(/^(https:\/\/|docs\/[a-z]+\.md$)/);
      }
    }
  });

  it.each(['nonsense', 'bpf_nonsense', 'bpftool-nonsense'])('has no page for %s', (name) =>
    expect(manualPage(name, COMMANDS)).toBeUndefined(),
  );

  it('knows the helpers of the kernel', () =>
    expect(manualPage('bpf_timer_start', COMMANDS)).toContain('docs.ebpf.io/linux/helper-function/bpf_timer_start/'));
});
