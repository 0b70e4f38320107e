/** Medication for opioid or alcohol use disorder, and naloxone, which reverses an overdose. */
export type Medication = 'buprenorphine' | 'methadone' | 'naltrexone' | 'acamprosate' | 'naloxone';

/** In this order: buprenorphine with naloxone is buprenorphine, and no kit. */
const GENERIC_NAMES: readonly Medication[] = [
  'buprenorphine',
  'methadone',
  'naltrexone',
  'acamprosate',
  'naloxone',
];

/**
 * The medication a product's name speaks of, by its generic name; `null` for any other. RxNorm has a
 * code for every strength and form, so the ingredient in its name is what all of them share.
 */
export function medicationNamed(words: string): Medication | null {
  const name = words.toLowerCase();
  return GENERIC_NAMES.find((generic) => name.includes(generic)) ?? null;
}
