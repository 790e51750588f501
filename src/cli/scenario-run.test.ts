/** Scenario texts through `rearm run`: what holds, what does not, and where it says so. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Host } from './command.ts';
import { runCommand } from './run.ts';

const EXAMPLE = readFileSync(new URL('../examples/first-timer.s', import.meta.url));

async function play(text: string): Promise<{ status: number; stderr: string }> {
  let stderr = '';
  const host: Host = {
    out: () => undefined,
    error: (message) => {
      stderr += message;
    },
    readFile: (path) => (path.endsWith('.rearm') ? new TextEncoder().encode(text) : new Uint8Array(EXAMPLE)),
    writeFile: () => false,
    async *lines() {},
  };
  const status = await runCommand(['dir/t.rearm'], host);
  return { status, stderr };
}

const HEAD = 'title: t\ncpus: 2\nprogram: first-timer.s\n\n';

it('passes where all assertions hold', async () => {
  const script = `
# the packet, and the first of three callbacks
bpftool prog run name first_timer
assert retval == 2
assert status == 0
assert output has "Return value: 2"
assert timers[0].timer == armed
assert map:timers.usercnt == 1
assert map:timers.refcnt >= 2
assert map:timers.entries == 1
next-fire
advance 10us
assert fires == 1
assert timers[0].fired == 1
assert timers[0x0] lacks zz
assert timers[7] == none
assert clock < 2ms
assert prog:first_timer.verdict == accepted
assert prog:first_timer.errno == 0
assert prog:first_timer.log has "processed 36 insns"
assert prog:first_timer == alive
close map timers
bpftool map show name nosuch
assert status != 0
assert map:timers.usercnt == 0
assert timers[0].timer == none
sleep 10ms
assert fires == 1
`;
  expect(await play(HEAD + script)).toEqual({ status: 0, stderr: '' });
});

it.each([
  ['assert fires == 2', 'assert fires == 2: it is 0'],
  ['assert timers[0].fired > 5', 'assert timers[0].fired > 5: it is 0'],
  ['assert timers[0].nope == 1', 'struct elem has no member nope, but fired, timer'],
  ['assert timers[xyz] == 1', 'key [xyz]: expected a number or the 4 bytes of the key in hex'],
  ['assert nomap[0] == 1', 'there is no map nomap'],
  ['assert var:x == 1', 'there is no global variable x'],
  ['assert prog:x.verdict == accepted', 'there is no program x'],
  ['assert map:timers == gone', 'assert map:timers == gone: it is alive'],
])('says where and why %s does not hold', async (line, message) => {
  const { status, stderr } = await play(`${HEAD}echo 1\n${line}\n`);
  expect([status, stderr]).toEqual([1, `rearm: dir/t.rearm:6:1: ${message}\n`]);
});

it.each([
  ['assert fired == 2', '6:8: expected one of clock, fires'],
  ['assert fires = 2', '6:14: expected one of == !='],
  ['@5 assert fires ==', '6:19: expected a value'],
  ['assert output has a b', '6:21: "b" is one word too many; quotes keep words together'],
])('refuses %s before anything runs', async (line, message) => {
  const { status, stderr } = await play(`${HEAD}echo 1\n${line}\n`);
  expect(status).toBe(1);
  expect(stderr).toContain(`rearm: dir/t.rearm:${message}`);
});
