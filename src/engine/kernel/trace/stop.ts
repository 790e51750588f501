import type { Waits } from '../cpu/waits.ts';
import type { Kernel } from '../kernel.ts';
import { CONTEXT_NAMES } from '../layouts/cpu.ts';
import { type Addr, type BadAccess, FREED, NULL_PAGE } from '../memory/memory.ts';
import { traceContext, traceCpu } from './trace.ts';

/** Why a machine stands still. `invariants.ts` knows the rules by how the messages begin. */
export type Stop =
  | { readonly why: 'idle' | 'reached' }
  | { readonly why: 'no progress' | 'deadlock'; readonly message: string }
  /** `address`: what was touched and must not be. */
  | { readonly why: 'report'; readonly message: string; readonly address?: Addr };

/** What the kernel or the sanitizer reported; it is reported once. */
export function reportStop(k: Kernel): Stop {
  const bad = k.memory.takeBadAccess();
  if (bad !== undefined) k.report(badAccessText(k, bad));
  const message = k.reported ?? '';
  k.reported = undefined;
  return { why: 'report', message, ...(bad !== undefined && { address: bad.address }) };
}

/** Who touched what must not be touched; of freed memory also who allocated and who freed it. */
function badAccessText(k: Kernel, bad: BadAccess): string {
  const name = (i: number): string => k.trace.names[i] ?? '?';
  const who = (where: number): string => `CPU ${traceCpu(where)} ${CONTEXT_NAMES[traceContext(where)] ?? 'user space'}`;
  const address = `0x${(bad.address >>> 0).toString(16)}`;
  const toucher = `${who(k.where())} at ${name(k.place)} touches`;
  if (bad.address < NULL_PAGE) return `null pointer: ${toucher} ${address}`;
  const found = k.allocator.provenance(bad.address);
  if (found === undefined || bad.shadow !== FREED) return `wild access: ${toucher} ${address}`;
  return (
    `use after free of ${name(found.what)} at ${address}: ${toucher} it; ` +
    `allocated by ${who(found.allocatedBy)} at ${name(found.allocatedAt)}, step ${found.allocatedStep}, ` +
    `freed by ${who(found.freedBy)} at ${name(found.freedAt)}, step ${found.freedStep}`
  );
}

/** A wait that no step of another CPU can end: for a lock in freed memory, or in a ring. */
export function endlessWait(k: Kernel, waits: Waits): Stop | undefined {
  if (waits.touchFreedLock()) return reportStop(k);
  const ring = waits.cycle();
  if (ring === undefined) return undefined;
  return { why: 'deadlock', message: `deadlock: ${ring.map((cpu) => waitText(waits, cpu)).join('; ')}` };
}

/** No CPU can move. */
export function deadlockStop(k: Kernel, waits: Waits): Stop {
  const endless = endlessWait(k, waits);
  if (endless !== undefined) return endless;
  const all = Array.from({ length: k.cpus }, (_, cpu) => waitText(waits, cpu));
  return {
    why: 'deadlock',
    message: `deadlock: nothing can move; ${all.filter((text) => text !== undefined).join('; ')}`,
  };
}

function waitText(waits: Waits, cpu: number): string | undefined {
  const wait = waits.waitOf(cpu);
  return wait === undefined ? undefined : `CPU ${cpu} waits for ${wait}`;
}
