/** Where a pointer may point: the machine's memory, but not its first page. */

/** High word of every pointer to machine memory, 0xffff8880_00000000 | offset: the direct map of x86-64 begins there. */
export const POINTER_HIGH = 0xffff8880 | 0;

/** Accesses below this address are reports: the null page. */
export const NULL_PAGE = 4096;
