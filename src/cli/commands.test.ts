import { expect, it } from 'vitest';
import { EXIT_OK, EXIT_USAGE } from './command.ts';
import { rearm } from './commands.ts';

const COMMANDS = [
  'verify',
  'run',
  'exec',
  'map-order',
  'bpftool-session',
  'asm',
  'disasm',
  'link',
  'open',
  'fuzz',
  'bench',
];

/** What a call prints, without any file or input at hand. */
async function call(...args: string[]): Promise<{ status: number; out: string; error: string }> {
  const printed = { out: '', error: '' };
  const status = await rearm(args, {
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
    readFile: () => undefined,
    writeFile: () => false,
    async *lines() {},
  });
  return { status, ...printed };
}

it('says how each command is used, and nothing else', async () => {
  const help = await call('help');
  expect(help).toMatchObject({ status: EXIT_OK, error: '' });
  for (const name of COMMANDS) {
    const { status, out, error } = await call(name, '--help');
    expect({ status, error }).toEqual({ status: EXIT_OK, error: '' });
    expect(out).toContain(`\n  ${name}`);
    expect(help.out).toContain(out.slice(out.indexOf('\n  ')));
  }
});

it.each([
  // `exec` passes over what the suite means for plugins of its own.
  ...COMMANDS.filter((name) => name !== 'exec').map((name) => [name]),
  ['fuzz', 'machine'],
  ['fuzz', 'verifier'],
  ['fuzz', 'soundness'],
  ['no-such-command'],
])('%s: a bad option is bad usage', async (...command) => {
  const { status, out, error } = await call(...command, '--no-such-option');
  expect({ status, out }).toEqual({ status: EXIT_USAGE, out: '' });
  expect(error).toMatch(/^rearm: .*\n/);
});
