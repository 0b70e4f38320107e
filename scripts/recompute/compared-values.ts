/** What is compared of one thing, by name of the value; the same names on both sides. */
export type ComparedValues = Record<string, string | number | boolean | null>;

/** By the thing's name: a client, or the record it came from. */
export type ValuesByName = Map<string, ComparedValues>;
