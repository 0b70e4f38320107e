const MOST = 99;

/** A whole number as somebody typed it; `null` where it is none, and where nothing was typed. */
export function countOf(words: string): number | null {
  const count = Number(words);
  return words !== '' && Number.isInteger(count) && count >= 0 && count <= MOST ? count : null;
}
