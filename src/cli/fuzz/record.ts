/** The kernel's answer to a program, made into a case that is kept. */
import { readFileSync } from 'node:fs';
import type { FuzzProgram } from '../../fuzz/program.ts';
import { functionsOf, type RecordedCase, requestWithoutIds } from '../../fuzz/recorded-case.ts';
import { type Json, numberField } from '../json.ts';
import { logOf, resultOf, verdictOf } from './difference.ts';

/** The numeric part of the running kernel's version. */
const kernelVersion = (): string => /^[\d.]+/.exec(readFileSync('/proc/sys/kernel/osrelease', 'utf8'))?.[0] ?? '';

export function recordCase(program: FuzzProgram, shows: string, answer: Json): RecordedCase {
  const result = resultOf(answer);
  return {
    shows,
    kernel: kernelVersion(),
    request: requestWithoutIds(program),
    ...(program.rights !== undefined && { rights: program.rights }),
    ...(program.attach?.to !== undefined && { attach_to: program.attach.to }),
    kernel_functions: functionsOf(program),
    answer: {
      verdict: verdictOf(answer),
      errno: numberField(answer, 'errno', 0),
      log: logOf(answer),
      ...(result !== '' && { result }),
    },
  };
}
