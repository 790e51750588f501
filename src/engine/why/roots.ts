/** What was walked from each root: the main program, asynchronous callbacks, global functions. */
import { helperName } from '../abi/helpers.ts';
import { returnRange } from '../abi/program-types.ts';
import { BPF_EXIT, BPF_JMP } from '../isa/constants.ts';
import type { RootAnswer, RootKind } from '../scenario/why-answer.ts';
import { type FuncState, reg, type Verifier } from '../verifier/env.ts';
import { regText } from '../verifier/log/log.ts';
import { isHelperCall, isPseudoCall, isPseudoFunc } from '../verifier/program/code.ts';
import { NOT_INIT, TYPE } from '../verifier/program/layout.ts';
import { roundUpStackDepth } from '../verifier/program/stack-depth.ts';
import { shortText } from './words.ts';

/** Returned values that are kept of a root. */
const MAX_RETURNED = 3;
/** Deeper chains of calls are refused anyway. */
const MAX_CALLS = 9;

const EXIT = BPF_JMP | BPF_EXIT;

interface Root {
  readonly subprog: number;
  readonly kind: RootKind;
  readonly required: readonly [number, number] | undefined;
  readonly returned: Set<string>;
  processed: number;
  paths: number;
  pruned: number;
  isRejected: boolean;
}

/** Counts while a program is walked. */
export class RootNotes {
  private readonly roots = new Map<number, Root>();
  private last: Root | undefined;
  private readonly pushes: (readonly [subprog: number, insn: number])[] = [];

  visit(v: Verifier): void {
    const root = this.of(v);
    this.last = root;
    root.processed++;
    if (v.code.opcode[v.insnIdx] === EXIT && v.cur.curframe === 0) this.leave(v, root);
  }

  private leave(v: Verifier, { returned }: Root): void {
    const r = reg(v, 0);
    if (returned.size < MAX_RETURNED && v.w[r + TYPE] !== NOT_INIT) returned.add(shortText(regText(v, r, 0)));
  }

  push(subprog: number, insn: number): void {
    const isKnown = this.pushes.some(([pushed, by]) => pushed === subprog && by === insn);
    if (!isKnown) this.pushes.push([subprog, insn]);
  }

  /** A path ended at an exit, or because a stored state covers it. */
  end(isPruned: boolean): void {
    if (this.last === undefined) return;
    this.last.paths++;
    if (isPruned) this.last.pruned++;
  }

  /** The path that runs is refused; its state is gone already. */
  reject(): void {
    this.end(false);
    if (this.last !== undefined) this.last.isRejected = true;
  }

  /** The roots in the order in which they were met; `nameOf` knows functions by their first instruction. */
  answers(v: Verifier, nameOf: (insn: number) => string): readonly RootAnswer[] {
    return [...this.roots.values()].map((root) => this.answer(v, root, nameOf));
  }

  private of(v: Verifier): Root {
    const [frame] = v.cur.frames;
    const known = this.roots.get(frame.subprogno);
    if (known !== undefined) return known;
    const root = newRoot(v, frame);
    this.roots.set(frame.subprogno, root);
    return root;
  }

  private answer(v: Verifier, root: Root, nameOf: (insn: number) => string): RootAnswer {
    const { start } = v.subprogs[root.subprog];
    const end = endOf(v, root.subprog);
    return {
      name: nameOf(start),
      kind: root.kind,
      start,
      end,
      processed: root.processed,
      paths: root.paths,
      pruned: root.pruned,
      ...(root.required !== undefined && { required: root.required }),
      returned: [...root.returned],
      stack: stackOf(v, root.subprog, 1),
      pushedBy: this.pushes.flatMap(([subprog, insn]) => (subprog === root.subprog ? [insn] : [])),
      rearmedAt: root.kind === 'async callback' ? startsIn(v, start, end) : [],
      isRejected: root.isRejected,
    };
  }
}

function newRoot(v: Verifier, frame: FuncState): Root {
  const { subprogno } = frame;
  const kind = subprogno === 0 ? 'main program' : frame.inAsyncCallbackFn ? 'async callback' : 'global function';
  return {
    subprog: subprogno,
    kind,
    required: requiredOf(v, frame, kind),
    returned: new Set(),
    processed: 0,
    paths: 0,
    pruned: 0,
    isRejected: false,
  };
}

function requiredOf(v: Verifier, frame: FuncState, kind: RootKind): readonly [number, number] | undefined {
  if (kind === 'async callback') return [frame.callbackRetMin, frame.callbackRetMax];
  if (kind === 'global function') return undefined;
  const range = returnRange(v.progType, v.request.expectedAttachType);
  return range === undefined ? undefined : [range.min, range.max];
}

const endOf = (v: Verifier, subprog: number): number => v.subprogs[subprog + 1]?.start ?? v.code.length;

/** Bytes of the longest chain of calls from a function. kernel: verifier.c check_max_stack_depth_subprog() */
function stackOf(v: Verifier, subprog: number, calls: number): number {
  const own = roundUpStackDepth(v, v.subprogs[subprog].stackDepth);
  if (calls >= MAX_CALLS) return own;
  return own + Math.max(0, ...calleesOf(v, subprog).map(({ callee }) => stackOf(v, callee, calls + 1)));
}

export interface CallSite {
  readonly insn: number;
  readonly callee: number;
}

/** The functions that a function calls on its own stack, each with the last place. */
function calleesOf(v: Verifier, subprog: number): readonly CallSite[] {
  const sites = new Map<number, CallSite>();
  for (let insn = v.subprogs[subprog].start; insn < endOf(v, subprog); insn++) {
    if (!isPseudoCall(v.code, insn) && !isPseudoFunc(v.code, insn)) continue;
    const callee = v.subprogs.findIndex(({ start }) => start === insn + v.code.imm[insn] + 1);
    if (callee <= 0 || callee === subprog) continue;
    if (!v.subprogs[callee].isAsyncCb || isPseudoCall(v.code, insn)) sites.set(callee, { insn, callee });
  }
  return [...sites.values()];
}

/** The calls that need the most stack, from the main program or a callback downwards. */
export function deepestCalls(v: Verifier): readonly CallSite[] {
  const roots = v.subprogs.flatMap((subprog, index) => (index === 0 || subprog.isAsyncCb ? [index] : []));
  const depths = roots.map((root) => stackOf(v, root, 1));
  let at = roots[depths.indexOf(Math.max(...depths))];
  const calls: CallSite[] = [];
  while (calls.length < MAX_CALLS) {
    const sites = calleesOf(v, at).map((site) => ({ site, depth: stackOf(v, site.callee, calls.length + 1) }));
    const deepest = sites.reduce<(typeof sites)[number] | undefined>(
      (best, each) => (best === undefined || each.depth > best.depth ? each : best),
      undefined,
    );
    if (deepest === undefined) break;
    calls.push(deepest.site);
    at = deepest.site.callee;
  }
  return calls;
}

/** Where a function arms a timer. */
function startsIn(v: Verifier, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let insn = start; insn < end; insn++)
    if (isHelperCall(v.code, insn) && helperName(v.code.imm[insn]) === 'bpf_timer_start' && v.aux.seen[insn] !== 0)
      found.push(insn);
  return found;
}
