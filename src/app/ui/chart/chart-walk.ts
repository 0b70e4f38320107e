/** Which point a key leads to; `null` for a key that walks nowhere. */
export function walkedTo(key: string, from: number | null, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return from === null ? 0 : Math.min(last, from + 1);
    case 'ArrowLeft':
      return from === null ? last : Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
