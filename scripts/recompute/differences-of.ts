import type { ComparedValues, ValuesByName } from './compared-values.ts';

export interface Comparison {
  things: number;
  values: number;
  differences: string[];
}

/** Every value of every thing on either side; what one side does not name, it leaves out as `null`. */
export function differencesOf(recounted: ValuesByName, answered: ValuesByName): Comparison {
  const names = new Set([...recounted.keys(), ...answered.keys()]);
  const compared = { things: names.size, values: 0, differences: [] as string[] };
  for (const name of names) {
    const [ours, theirs] = [recounted.get(name), answered.get(name)];
    if (ours && theirs) compareValues(name, ours, theirs, compared);
    else {
      const side = ours ? 'recounted' : 'answered';
      compared.differences.push(`${name} is only ${side}: ${JSON.stringify(ours ?? theirs)}`);
    }
  }
  return compared;
}

function compareValues(
  name: string,
  ours: ComparedValues,
  theirs: ComparedValues,
  compared: Comparison,
): void {
  for (const value of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [recounted, answered] = [ours[value] ?? null, theirs[value] ?? null];
    compared.values += 1;
    if (recounted === answered) continue;
    compared.differences.push(`${name} ${value}: recounted ${recounted}, answered ${answered}`);
  }
}
