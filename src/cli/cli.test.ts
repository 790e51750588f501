/** The commands through their front door, with a host made of strings. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asmCommand } from './asm.ts';
import type { Command, Host } from './command.ts';
import { disasmCommand } from './disasm.ts';
import { verifyCommand } from './verify.ts';

const CORPUS = new URL('../conformance/corpus/objects/', import.meta.url);

/** Files by name: written ones, then those of the corpus. */
function host(
  lines: readonly string[] = [],
  files: Record<string, Uint8Array> = {},
): Host & { stdout: string; stderr: string } {
  return {
    stdout: '',
    stderr: '',
    out(text) {
      this.stdout += text;
    },
    error(text) {
      this.stderr += text;
    },
    readFile(path) {
      if (path in files) return files[path];
      if (path.startsWith('/')) return undefined;
      return new Uint8Array(readFileSync(new URL(path, CORPUS)));
    },
    writeFile(path, bytes) {
      files[path] = bytes;
      return true;
    },
    async *lines() {
      yield* lines;
    },
  };
}

async function run(
  command: Command,
  args: readonly string[],
  at = host(),
): Promise<{ status: number; stdout: string; stderr: string }> {
  const status = await command(args, at);
  return { status, stdout: at.stdout, stderr: at.stderr };
}

describe('rearm verify', () => {
  it('--btf takes types of a kernel, and says where a file has none', async () => {
    const files = { '/short': new Uint8Array(3), '/wrong': new Uint8Array(24).fill(1) };
    for (const [path, problem] of [
      ['/short', 'byte 0: BTF of 3 bytes is shorter than its header'],
      ['/wrong', 'byte 0: BTF magic is 0x101 instead of 0xeb9f'],
    ]) {
      const { status, stderr } = await run(verifyCommand, ['--btf', path, 'loader/weak_kfunc.o'], host([], files));
      expect([status, stderr]).toEqual([2, `rearm: ${path}: ${problem}\n`]);
    }
  });

  it('--json prints a document per file, in ASCII, with the fields of the oracle', async () => {
    const { status, stdout } = await run(verifyCommand, [
      '--json',
      '--insns',
      'loader/weak_kfunc.o',
      'loader/legacy_maps.o',
    ]);
    const [weak, legacy] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    expect(weak).toMatchObject({ kernel: '6.18.44', object: 'weak_kfunc.o', log_level: 2, possible_cpus: 2, maps: [] });
    expect(weak.programs[0]).toMatchObject({
      name: 'asks',
      section: 'tc',
      prog_type: 'sched_cls',
      prog_type_id: 3,
      verdict: 'accept',
      stage: 'prog',
      errno_name: '0',
      insns:
        'b700000005000000180100000000000000000000000000001501020000000000b70100000100000085200000000000009500000000000000',
    });
    expect(weak.programs[1]).toMatchObject({ verdict: 'reject', errno: 13, errno_name: 'EACCES' });
    expect(legacy).toMatchObject({ open_error: 95, programs: [] });
  });

  it('says in the words of libbpf what fails before the verifier', async () => {
    const { stdout } = await run(verifyCommand, ['--json', 'loader/array_key.o']);
    expect(JSON.parse(stdout).programs[0]).toMatchObject({
      stage: 'object',
      errno: 22,
      maps_without_btf: true,
      libbpf: [
        'libbpf: Error in bpf_create_map_xattr(wide):Invalid argument(-22). Retrying without BTF.',
        "libbpf: map 'wide': failed to create: Invalid argument(-22)",
        "libbpf: failed to load object 'loader/array_key.o'",
      ],
    });
  });

  it('fails after the verifier has accepted, if a program array wants a program that is not loaded', async () => {
    const { stdout } = await run(verifyCommand, ['--json', '--prog', 'caller', 'trace/tail_calls.o']);
    const [caller] = JSON.parse(stdout).programs;
    expect(caller).toMatchObject({ verdict: 'reject', stage: 'object', errno: 9, errno_name: 'EBADF' });
    expect(caller.log).toContain('processed 20 insns');
  });

  it('prints a table like veristat', async () => {
    const { status, stdout } = await run(verifyCommand, ['loader/order.o']);
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'File     Program           Verdict  Insns  States  Program size',
      '-------  ----------------  -------  -----  ------  ------------',
      'order.o  only_b            success      6       0             6',
    ]);
    expect(stdout).toMatch(/Done\. Processed 1 files, 7 programs\. Skipped 0 files, 0 programs\.\n$/);
  });

  it('--csv has a line per program', async () => {
    const { stdout } = await run(verifyCommand, ['--csv', 'loader/order.o']);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'file_name,prog_name,verdict,total_insns,total_states,prog_size',
      'order.o,only_b,success,6,0,6',
    ]);
  });

  it.each([
    [['--json'], 'no file given'],
    [['--nonsense', 'x.o'], "Unknown option '--nonsense'"],
    [['--log-level', '9', 'x.o'], "bad log level '9'"],
    [['--json', '--csv', 'x.o'], '--json and --csv exclude each other'],
  ])('%j is bad usage', async (args, message) => {
    const { status, stderr } = await run(verifyCommand, args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('usage: rearm verify');
  });

  it('names the byte where a file stops being an object', async () => {
    const files = { '/tmp/x.o': new Uint8Array(80) };
    const { status, stderr } = await run(verifyCommand, ['/tmp/x.o'], host([], files));
    expect([status, stderr]).toEqual([2, 'rearm: /tmp/x.o: byte 0: elf: not an ELF file\n']);
  });
});

describe('rearm verify --raw', () => {
  const EXIT_0 = 'b7000000000000009500000000000000';
  const ask = async (...requests: object[]): Promise<readonly Record<string, unknown>[]> => {
    const { stdout } = await run(verifyCommand, ['--raw'], host(requests.map((request) => JSON.stringify(request))));
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  it('answers line by line, in order, with the id of the request', async () => {
    const answers = await ask(
      { id: 'a', prog_type: 'tc', insns: EXIT_0, log_level: 4 },
      { id: { b: 1 }, prog_type: 3, insns: '9500000000000000' },
    );
    expect(answers[0]).toMatchObject({ id: 'a', verdict: 'accept', errno: 0, errno_name: '0' });
    expect(answers[1]).toMatchObject({ id: { b: 1 }, verdict: 'reject', errno: 13, errno_name: 'EACCES' });
    expect(answers[1].log).toContain('R0 !read_ok');
  });

  it('takes maps with their contents, and knows those of frozen ones', async () => {
    // r1 = &map[0][0] + 0; r0 = *(u32 *)(r1 + 0); exit
    const insns = '18610000000000000000000000000000' + '6110000000000000' + '9500000000000000';
    const map = {
      type: 'array',
      key_size: 4,
      value_size: 4,
      map_flags: 128,
      init: [{ key: '00000000', value: '2a000000' }],
      freeze: true,
    };
    const [answer] = await ask({ prog_type: 'socket_filter', insns, maps: [map] });
    expect(answer.log).toContain('R0=42');
  });

  it.each([
    ['[1]', 'request', 22],
    ['{"prog_type":"nonsense"}', 'request', 22],
    [`{"prog_type":"tc","insns":"b7"}`, 'request', 22],
    [`{"prog_type":"tc","insns":"${EXIT_0}","btf":"00"}`, 'btf', 22],
    [`{"prog_type":"tc","insns":"${EXIT_0}","maps":[{"type":"hash","key_size":4}]}`, 'map', 22],
    [
      `{"prog_type":"tc","insns":"${EXIT_0}","maps":[{"type":"lru_hash","key_size":4,"value_size":4,"map_flags":1}]}`,
      'map',
      524,
    ],
  ])('%s is an error of stage %s', async (line, stage, errno) => {
    const { stdout } = await run(verifyCommand, ['--raw'], host([line]));
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'error', stage, errno });
  });
});

describe('rearm asm and disasm', () => {
  it('are inverse as far as names go', async () => {
    const files: Record<string, Uint8Array> = {
      '/x.s': new TextEncoder().encode(
        '.section "tc","ax",@progbits\n.globl one\n.type one,@function\none:\n  r0 = 1\n  exit\n.size one, .-one\n',
      ),
    };
    expect(await run(asmCommand, ['/x.s', '-o', '/x.o'], host([], files))).toMatchObject({ status: 0, stderr: '' });
    const { stdout } = await run(disasmCommand, ['--kernel', '/x.o'], host([], files));
    expect(stdout).toBe('tc one:\n   0: (b7) r0 = 1\n   1: (95) exit\n');
  });

  it('come back to the same text', async () => {
    const files: Record<string, Uint8Array> = {};
    const { stdout } = await run(disasmCommand, ['timers/lifecycle.o'], host([], files));
    files['/lifecycle.s'] = new TextEncoder().encode(stdout);
    expect(await run(asmCommand, ['/lifecycle.s', '-o', '/lifecycle.o'], host([], files))).toMatchObject({ status: 0 });
    const again = await run(disasmCommand, ['/lifecycle.o'], host([], files));
    const code = (text: string) => text.split('\n').filter((line) => !line.trim().startsWith('#'));
    expect(code(again.stdout)).toEqual(code(stdout));
  });

  it('print one program with what it refers to', async () => {
    const { stdout } = await run(disasmCommand, ['--prog', 'wq_basic', 'timers/workqueue.o']);
    expect(stdout.match(/^\.program .*/gm)).toEqual(['.program wq_basic section="tc"']);
    expect(stdout).toMatch(/^\.extern bpf_wq_init$/m);
    const { status, stderr } = await run(disasmCommand, ['--prog', 'none', 'timers/workqueue.o']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('timers/workqueue.o has no program none')]);
  });

  it('point at mistakes in a text', async () => {
    const files = { '/x.s': new TextEncoder().encode('r0 = = 1\n') };
    const { status, stderr } = await run(asmCommand, ['/x.s', '-o', '/x.o'], host([], files));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\/x\.s:1:\d+: error: /);
  });

  it('show names for maps and functions', async () => {
    const { stdout } = await run(disasmCommand, ['--kernel', '--prog', 'wq_basic', 'timers/workqueue.o']);
    expect(stdout).toContain('(18) r1 = map[arr]');
    expect(stdout).toContain('(85) call bpf_wq_init');
    expect(stdout).toContain('(18) r2 = subprog[work]');
  });
});
