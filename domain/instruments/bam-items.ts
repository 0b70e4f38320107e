import type { Item, Subscale } from './instrument.ts';

const USE = ['4', '5', '6'];
const RISK = ['1', '2', '3', '8', '11', '15'];
const PROTECTIVE = ['9', '10', '12', '13', '14', '16'];
const SUBSTANCES = ['7A', '7B', '7C', '7D', '7E', '7F', '7G'];

/** The 17 items of the Brief Addiction Monitor; 7A to 7G and 17 are in no subscale. */
export function bamItems(max: number): Item[] {
  const scored = [...USE, ...RISK, ...PROTECTIVE].sort((a, b) => Number(a) - Number(b));
  return [
    ...scored.map((id): Item => ({ id, loinc: null, min: 0, max })),
    ...[...SUBSTANCES, '17'].map((id): Item => ({ id, loinc: null, min: 0, max, unscored: true })),
  ];
}

/** Use, risk and protective factors; `concerns` where the version's authors published cuts. */
export const bamSubscales = (
  itemMax: number,
  concerns: Record<'use' | 'risk' | 'protective', Subscale['concern']>,
): Subscale[] => [
  subscale('use', 'Use', USE, itemMax, concerns.use),
  subscale('risk', 'Risk', RISK, itemMax, concerns.risk),
  subscale('protective', 'Protective', PROTECTIVE, itemMax, concerns.protective),
];

const subscale = (
  id: string,
  name: string,
  items: readonly string[],
  itemMax: number,
  concern: Subscale['concern'],
): Subscale => ({ id, name, items, min: 0, max: items.length * itemMax, concern });

/** Any use; risk in the upper half; protection in the lower half. */
export const BAM_CONCERNS = {
  use: { atLeast: 1 },
  risk: { atLeast: 12 },
  protective: { atMost: 12 },
};
