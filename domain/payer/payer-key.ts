/** What payers are told apart by: sources write one name with blanks around it, and in capitals or not. */
export const payerKey = (name: string): string => name.trim().toLowerCase();

/** `null`, every payer, is none of them. */
export const isSamePayer = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : payerKey(one) === payerKey(other);
