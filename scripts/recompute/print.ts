import type { ClinicChecked } from './check-clinic.ts';
import type { Comparison } from './differences-of.ts';

/** Part by part, for a single clinic. */
export function printParts({ caseloads, tables }: ClinicChecked): void {
  for (const parts of [caseloads, tables]) {
    if (parts.length > 0)
      console.table(parts.map((part) => ({ ...part, differences: part.differences.length })));
  }
}

/** A line for one of several clinics. */
export function printSeed(seed: number, checked: ClinicChecked, seconds: number): void {
  const parts = [
    ['caseloads', sumOf(checked.caseloads)] as const,
    ...checked.tables.map((table) => [table.table, sumOf([table])] as const),
  ].map(([name, { values, differences }]) => `${name} ${values}/${differences.length}`);
  const { values, differences } = sumOf(partsOf(checked));
  console.log(
    `seed ${seed}: ${values} values compared, ${differences.length} differences ` +
      `(${parts.join(', ')}; ${seconds.toFixed(0)} s)`,
  );
}

export function printDifferences(checked: ClinicChecked, shown: number): void {
  const { differences } = sumOf(partsOf(checked));
  for (const difference of differences.slice(0, shown)) console.log(difference);
  if (differences.length > shown) console.log(`… and ${differences.length - shown} more`);
}

/** Whether all of it agrees, and there was something to agree on. */
export function printTotal(checked: readonly ClinicChecked[]): boolean {
  const { values, differences } = sumOf(checked.flatMap(partsOf));
  console.log(`${values} values compared, ${differences.length} differences`);
  return values > 0 && differences.length === 0;
}

function partsOf({ caseloads, tables }: ClinicChecked): Comparison[] {
  return [
    ...caseloads.map(({ counselor, asOf, ...part }) => named(`${counselor}, ${asOf}`, part)),
    ...tables.map(({ table, ...part }) => named(table, part)),
  ];
}

const named = (name: string, { differences, ...part }: Comparison): Comparison => ({
  ...part,
  differences: differences.map((one) => `${name}: ${one}`),
});

const sumOf = (parts: readonly Comparison[]): Comparison => ({
  things: parts.reduce((sum, { things }) => sum + things, 0),
  values: parts.reduce((sum, { values }) => sum + values, 0),
  differences: parts.flatMap(({ differences }) => differences),
});
