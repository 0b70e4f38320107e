/** Fewer say too little for a colour. */
export const FEWEST_FOR_A_COLOUR = 30;
export const STEPS = 6;

/** The five values at which one step of colour gives way to the next, evenly apart. */
export function cutsOf(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return [];
  return Array.from(
    { length: STEPS - 1 },
    (_, index) => low + ((index + 1) * (high - low)) / STEPS,
  );
}

/** 1 to 6. */
export const stepOf = (value: number, cuts: readonly number[]): number =>
  1 + cuts.filter((cut) => value >= cut).length;
