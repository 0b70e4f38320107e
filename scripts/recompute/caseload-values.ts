/** What is compared of one client, by name of the value; the same names on both sides. */
export type CaseloadValues = Record<string, string | number | boolean | null>;
