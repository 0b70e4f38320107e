import { isSmall } from '#domain/statistics/small-cells';

export const TOO_FEW = 'fewer than 11';

/** A count as it may leave: where it is of few, it says that alone. */
export const countShown = (count: number, suppressed: boolean): number | typeof TOO_FEW =>
  suppressed && isSmall(count) ? TOO_FEW : count;

/** A part of a total that leaves beside it: what is shown of both must not give away the rest. */
export function partShown(
  part: number,
  total: number,
  suppressed: boolean,
): number | typeof TOO_FEW {
  const isTotalShown = !isSmall(total);
  const isGivenAway = isTotalShown && isSmall(total - part);
  return suppressed && (isSmall(part) || isGivenAway) ? TOO_FEW : part;
}
