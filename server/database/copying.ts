const COPY = /COPY \S+ \([^)]*\) FROM STDIN$/;

/** Whether a text ends with copying rows in, which are its one value then. */
export const isCopying = (text: string): boolean => COPY.test(text);

/** Such a text in two: what is to be done before, and the copying. */
export function copying(text: string): { before: string; copy: string } {
  const at = text.search(COPY);
  return { before: text.slice(0, at), copy: text.slice(at) };
}
