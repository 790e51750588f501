import { BPF_MODIFY_RETURN, BPF_TRACE_FENTRY, BPF_TRACE_FEXIT } from '../../abi/attach-types.ts';
import { EFAULT } from '../../abi/errno.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import { CALL, NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { LINK_TRACING } from '../layouts/net.ts';
import type { Addr } from '../memory/memory.ts';
import { linksInOrder } from './links.ts';

/**
 * Traced functions: those that a test run of a tracing program calls. Before each the fentry programs on it run with its
 * arguments, after it the fexit programs with what it returns too. kernel: net/bpf/test_run.c, kernel/bpf/trampoline.c
 */

interface Traced {
  readonly name: string;
  /** Values of the arguments; what is a pointer here is never followed. */
  readonly args: readonly number[];
  readonly returns: number;
}

const FENTRY_TESTS: readonly Traced[] = [
  { name: 'bpf_fentry_test1', args: [1], returns: 2 },
  { name: 'bpf_fentry_test2', args: [2, 3], returns: 5 },
  { name: 'bpf_fentry_test3', args: [4, 5, 6], returns: 15 },
  { name: 'bpf_fentry_test4', args: [7, 8, 9, 10], returns: 34 },
  { name: 'bpf_fentry_test5', args: [11, 12, 13, 14, 15], returns: 65 },
  { name: 'bpf_fentry_test6', args: [16, 17, 18, 19, 20, 21], returns: 111 },
  { name: 'bpf_fentry_test7', args: [0], returns: 0 },
  { name: 'bpf_fentry_test8', args: [0], returns: 0 },
  { name: 'bpf_fentry_test9', args: [0], returns: 0 },
  { name: 'bpf_fentry_test10', args: [0], returns: 0 },
];

const MODIFY_TESTS: readonly Traced[] = [{ name: 'bpf_modify_return_test', args: [1, 0], returns: 4 }];

/** Functions that a test run of a program of this attach type calls; none = it cannot be test-run. */
function tracedBy(attachType: number): readonly Traced[] {
  if (attachType === BPF_TRACE_FENTRY || attachType === BPF_TRACE_FEXIT) return FENTRY_TESTS;
  return attachType === BPF_MODIFY_RETURN ? MODIFY_TESTS : [];
}

/** The traced function number `index` of a run; undefined after the last. */
function tracedAt(k: Kernel, run: Addr, index: number): Traced | undefined {
  const { code } = k.prog(k.contexts.testRun(run).prog);
  return tracedBy(k.bpf.codes[code].verified.request.expectedAttachType)[index];
}

/** The link after `before` (0: the first) whose program runs at a place of a function; 0 if there is none left. */
function nextHook(k: Kernel, before: Addr, name: string, attachTypes: readonly number[]): Addr {
  const target = functionId(name);
  const links = linksInOrder(k);
  const from = before === 0 ? 0 : links.indexOf(before) + 1;
  const found = links.slice(from).find((at) => {
    const { type, attachType, target: own } = k.net.link(at);
    return type === LINK_TRACING && own === target && attachTypes.includes(attachType);
  });
  return found ?? 0;
}

const ids = new Map<string, number>();

function functionId(name: string): number {
  const id = ids.get(name) ?? vmlinuxBtf().find(name, 'func') ?? 0;
  ids.set(name, id);
  return id;
}

/** The arguments of a call as a program sees them, then a place for what the function returns. */
function makeArguments(k: Kernel, { args }: Traced): Addr {
  const context = k.kzallocBytes(8 * (args.length + 1), 'trampoline');
  for (const [i, value] of args.entries()) if (context !== 0) k.memory.storeNumber64(context + 8 * i, value);
  return context;
}

function enterProgram(k: Kernel, link: Addr, context: Addr): void {
  const { prog } = k.net.link(link);
  if (k.prog(prog).sleepable !== 0) k.rcu.readLockTrace();
  else k.rcu.readLock();
  k.bpf.callProgram(prog, context);
}

function leaveProgram(k: Kernel, link: Addr): void {
  if (k.prog(k.net.link(link).prog).sleepable !== 0) k.rcu.readUnlockTrace();
  else k.rcu.readUnlock();
}

const ENTRY = [BPF_TRACE_FENTRY, BPF_MODIFY_RETURN];
const EXIT = [BPF_TRACE_FEXIT];

/** bpf(BPF_PROG_TEST_RUN) of a tracing program: 0 or a negative errno. */
export const testRunTracing = routine(
  'test_run_tracing',
  'bpf_prog_test_run_tracing()',
  ['run', 'index', 'context', 'link', 'value'],
  [
    step('begin', 'switch (prog->expected_attach_type)', (k, f) =>
      tracedAt(k, f.run, 0) === undefined ? f.done(-EFAULT) : NEXT,
    ),
    step('call', 'the next test function; none: return', (k, f) => {
      const traced = tracedAt(k, f.run, f.index);
      if (traced === undefined) {
        k.contexts.testRun(f.run).retval = f.value;
        return f.done(0);
      }
      f.context = makeArguments(k, traced);
      f.link = nextHook(k, 0, traced.name, ENTRY);
      return NEXT;
    }),
    step('entry', '__bpf_prog_enter(); bpf_func(args); none left: go to body', (k, f) => {
      if (f.link === 0) return f.goto('body');
      enterProgram(k, f.link, f.context);
      return CALL;
    }),
    step('entered', '__bpf_prog_exit(); a fmod_ret program that does not return 0 replaces the function', (k, f) => {
      const traced = tracedAt(k, f.run, f.index);
      leaveProgram(k, f.link);
      const isReplaced = k.net.link(f.link).attachType === BPF_MODIFY_RETURN && f.result !== 0;
      if (isReplaced) {
        f.value = f.result;
        return f.goto('exits');
      }
      f.link = nextHook(k, f.link, traced?.name ?? '', ENTRY);
      return f.goto('entry');
    }),
    step('body', 'retval = test function(args)', (k, f) => {
      const traced = tracedAt(k, f.run, f.index);
      // A run reports what fmod_ret programs have changed; the others' return values are only checked.
      f.value = traced !== undefined && MODIFY_TESTS.includes(traced) ? traced.returns : 0;
      if (traced !== undefined) k.memory.storeNumber64(f.context + 8 * traced.args.length, traced.returns);
      return NEXT;
    }),
    step('exits', 'the first fexit program', (k, f) => {
      f.link = nextHook(k, 0, tracedAt(k, f.run, f.index)?.name ?? '', EXIT);
      return NEXT;
    }),
    step('exit', '__bpf_prog_enter(); bpf_func(args, retval); none left: next function', (k, f) => {
      if (f.link === 0) {
        k.kfree(f.context);
        f.index++;
        return f.goto('call');
      }
      enterProgram(k, f.link, f.context);
      return CALL;
    }),
    step('exited', '__bpf_prog_exit()', (k, f) => {
      leaveProgram(k, f.link);
      f.link = nextHook(k, f.link, tracedAt(k, f.run, f.index)?.name ?? '', EXIT);
      return f.goto('exit');
    }),
  ],
);

export const TRAMPOLINE_ROUTINES: readonly Routine[] = [testRunTracing];
