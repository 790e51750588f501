import type { Xlated } from './xlated.ts';
export function graphText(_program: Xlated): string {
  return '';
}
