import { expect, it } from 'vitest';
import { bpftoolSessionCommand } from './bpftool-session.ts';
import { EXIT_OK, EXIT_USAGE } from './command.ts';

/** Answers to lines of standard input, with the exit status of the session. */
async function play(lines: readonly string[]): Promise<{ status: number; answers: unknown[] }> {
  const answers: unknown[] = [];
  const status = await bpftoolSessionCommand([], {
    out: (text) => answers.push(JSON.parse(text)),
    error: () => {},
    readFile: () => undefined,
    writeFile: () => false,
    lines: async function* () {
      yield* lines;
    },
  });
  return { status, answers };
}

const invocation = (line: string, stdin?: string) => JSON.stringify({ argv: line.split(' '), ...(stdin && { stdin }) });

it('answers each invocation with both streams and the exit status', async () => {
  const { status, answers } = await play([
    invocation('bpftool map create /sys/fs/bpf/maps/m type hash key 1 value 1 entries 4 name m'),
    invocation('bpftool map update pinned /sys/fs/bpf/maps/m key 7 value 42'),
    invocation('bpftool map dump name m'),
    invocation('bpftool -j map show name missing'),
    invocation('perf stat'),
    invocation('bpftool batch file -', Buffer.from('map lookup name m key 8\n').toString('hex')),
  ]);
  expect(status).toBe(EXIT_OK);
  expect(answers).toEqual([
    { stdout: '', stderr: '', exit: 0 },
    { stdout: '', stderr: '', exit: 0 },
    { stdout: 'key: 07  value: 2a\nFound 1 element\n', stderr: '', exit: 0 },
    { stdout: '\n', stderr: '', exit: 255 },
    { stdout: '', stderr: 'perf: command not found\n', exit: 127 },
    { stdout: 'key:\n08\n\nNot found\n', stderr: '', exit: 254 },
  ]);
});

it('ends at a line that is no invocation', async () => {
  expect(await play(['{"argv": 1}'])).toEqual({ status: EXIT_USAGE, answers: [] });
});
