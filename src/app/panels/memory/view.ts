import { create } from 'zustand';

/** The eight bytes that the memory panel's cursor is on: an address, a multiple of 8. */
export const useMemoryView = create<{ readonly at: number }>(() => ({ at: 4096 }));

const POINTER_DIGITS = /^(?:0x)?ffff8880([0-9a-f]{8})$/i;

/** An address as one types it: hex with or without 0x, also a whole BPF pointer; undefined if it is none. */
export function parseAddress(text: string): number | undefined {
  const trimmed = text.trim();
  const pointer = POINTER_DIGITS.exec(trimmed)?.[1];
  const digits = pointer ?? /^(?:0x)?([0-9a-f]{1,8})$/i.exec(trimmed)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

export const goTo = (address: number): void => useMemoryView.setState({ at: address & ~7 });
