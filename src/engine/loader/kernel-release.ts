/** The kernel whose answers we give: Linux 6.18.44. */
export const KERNEL_RELEASE = [6, 18, 44] as const;
