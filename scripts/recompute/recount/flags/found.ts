/** A rule that is met, by the name the product gives it, and the number that met it. */
export type Found = readonly [rule: string, value: number];
