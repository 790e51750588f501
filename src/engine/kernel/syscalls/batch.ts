/** System calls on many elements of a map at once: (file, request). kernel: syscall.c bpf_map_do_batch() */
import { ENOTSUPP } from '../../abi/errno.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { FILE_MAP } from '../layouts/cpu.ts';
import type { BatchOps } from '../maps/map-ops.ts';
import type { Addr } from '../memory/memory.ts';
import { readError, writeError } from './access.ts';
import { putFile } from './files.ts';

interface BatchCommand {
  readonly name: string;
  /** Operation that does it, and the name of it in `struct bpf_map_ops`. */
  readonly operation: keyof BatchOps;
  readonly field: string;
  readonly reads: boolean;
  readonly writes: boolean;
}

const COMMANDS: readonly BatchCommand[] = [
  { name: 'lookup', operation: 'lookup', field: 'map_lookup_batch', reads: true, writes: false },
  {
    name: 'lookup_and_delete',
    operation: 'lookupAndDelete',
    field: 'map_lookup_and_delete_batch',
    reads: true,
    writes: true,
  },
  { name: 'update', operation: 'update', field: 'map_update_batch', reads: false, writes: true },
  { name: 'delete', operation: 'remove', field: 'map_delete_batch', reads: false, writes: true },
];

const accessError = (k: Kernel, map: Addr, { reads, writes }: BatchCommand): number =>
  (reads ? readError(k, map) : 0) || (writes ? writeError(k, map) : 0);

const batchCall = (command: BatchCommand): Routine =>
  routine(
    `sys_map_${command.name}_batch`,
    'bpf_map_do_batch()',
    ['file', 'request', 'map', 'ret'],
    [
      step('check', 'map = fd_to_map(fd); may user space do this?', (k, f) => {
        f.map = k.files.hold(f.file, FILE_MAP);
        f.ret = accessError(k, f.map, command);
        return f.ret === 0 ? NEXT : f.goto('put');
      }),
      step('call', `map->ops->${command.field}(map, attr, uattr)`, (k, f) => {
        const operation = k.mapOps(f.map).batch?.[command.operation];
        if (operation !== undefined) return k.call(operation, f.map, f.request);
        f.result = -ENOTSUPP;
        return NEXT;
      }),
      step('result', 'return err', (_, f) => {
        f.ret = f.result;
        return NEXT;
      }),
      step('put', 'fdput(f)', (k, f) => (f.map === 0 ? NEXT : putFile(k, f.file))),
    ],
  );

export const BATCH_ROUTINES: readonly Routine[] = COMMANDS.map(batchCall);
