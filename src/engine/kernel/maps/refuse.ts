/** Operations that a map type has only in order to refuse them. */
import { errnoName } from '../../abi/errno.ts';
import { type Routine, routine, step } from '../cpu/routine.ts';

const refuse = (name: string, kernelFunction: string, locals: readonly string[], errno: number): Routine =>
  routine(name, kernelFunction, locals, [step('refuse', `return -${errnoName(errno)}`, (_, f) => f.done(-errno))]);

/** (map, key, value, flags) */
export const refuseUpdate = (name: string, kernelFunction: string, errno: number): Routine =>
  refuse(name, kernelFunction, ['map', 'key', 'value', 'flags'], errno);

/** (map, key) */
export const refuseRemove = (name: string, kernelFunction: string, errno: number): Routine =>
  refuse(name, kernelFunction, ['map', 'key'], errno);
