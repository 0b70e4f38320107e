/** The first of a list, and how many more there are. */
export const firstOf = <T>(all: readonly T[], most: number): { shown: T[]; more: number } => ({
  shown: all.slice(0, most),
  more: Math.max(0, all.length - most),
});
