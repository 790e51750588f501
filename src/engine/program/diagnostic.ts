/** A mistake in something that a user gave us: where it is, what is wrong, in the words of the field. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** In text: 1-based, the end exclusive. Absent for binary input and for what has no place. */
  readonly at?: { readonly line: number; readonly column: number; readonly endColumn: number };
  /** In binary input: byte offset. */
  readonly offset?: number;
  /** The file, program, map or section it belongs to. */
  readonly where?: string;
  readonly notes?: readonly string[];
}
