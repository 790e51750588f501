import type { Btf } from '../btf/btf.ts';
export function btfAsC(_btf: Btf, _roots: readonly number[]): string {
  return '';
}
