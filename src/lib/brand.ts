declare const brand: unique symbol;

/** A number or string that says its unit or its owner; made at one place each. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
