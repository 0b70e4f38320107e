/** What to look for: every word begins a name or the record number, or all together are initials. */
export interface SearchWords {
  words: readonly string[];
  /** 'cs' of 'C. S.', 'c s' or 'cs': the given name's first, then the family name's. */
  initials: string | null;
}

/** So many letters are asked for before anybody is looked for: one alone would name half the clinic. */
export const FEWEST_LETTERS = 2;

/** Reads what somebody typed; `null` while it is too little to look for. */
export function searchWords(text: string): SearchWords | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.replace(/\.+$/, ''))
    .filter(Boolean);
  if ([...words.join('')].length < FEWEST_LETTERS) return null;
  const letters = [...words.join('').replaceAll('.', '')];
  return { words, initials: letters.length === 2 ? letters.join('') : null };
}
