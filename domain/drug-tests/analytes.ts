import type { Medication } from '../medication/medication.ts';

export interface Analyte {
  id: string;
  name: string;
  /** LOINC, presence in urine by a screening method. */
  screen: string;
  /** LOINC, presence in urine by a confirming method, as far as verified. */
  confirm?: string;
  /** Prescribed, these make a positive result the expected one. */
  expectedWith: readonly Medication[];
}

const analyte = (
  id: string,
  name: string,
  screen: string,
  expectedWith: readonly Medication[] = [],
): Analyte => ({ id, name, screen, expectedWith });

/** What is looked for in urine (CQF value set of urine drug screening). */
export const ANALYTES: readonly Analyte[] = [
  analyte('amphetamines', 'Amphetamines', '19261-7'),
  analyte('methamphetamine', 'Methamphetamine', '19554-5'),
  analyte('benzodiazepines', 'Benzodiazepines', '14316-4'),
  analyte('cocaine', 'Cocaine (benzoylecgonine)', '14314-9'),
  { ...analyte('cannabinoids', 'Cannabinoids', '18282-4'), confirm: '19289-8' },
  analyte('opiates', 'Opiates', '19295-5'),
  analyte('oxycodone', 'Oxycodone', '19642-8'),
  analyte('fentanyl', 'Fentanyl', '59673-4'),
  analyte('6-mam', '6-MAM (heroin)', '19321-9'),
  analyte('methadone', 'Methadone', '19550-3', ['methadone']),
  analyte('eddp', 'EDDP (methadone metabolite)', '93495-0', ['methadone']),
  analyte('buprenorphine', 'Buprenorphine', '58359-1', ['buprenorphine']),
  analyte('phencyclidine', 'Phencyclidine', '19659-2'),
  analyte('etg', 'Ethyl glucuronide (alcohol)', '58375-7'),
];

/** Codes of a whole test: a screen whose positives are confirmed, and a panel of five. */
export const REFLEX_PANEL = '87428-9';
export const DRUG_TEST_PANELS: readonly string[] = [REFLEX_PANEL, '24349-3'];

/** Codes of what tells whether a specimen is urine as it was. */
export const CREATININE = '2161-8';
export const SPECIFIC_GRAVITY = '2965-2';

/** The analyte a LOINC code stands for, and by which method; `null` for any other code. */
export function analyteOfCode(loinc: string): { analyte: Analyte; confirms: boolean } | null {
  const found = ANALYTES.find(({ screen, confirm }) => screen === loinc || confirm === loinc);
  return found ? { analyte: found, confirms: found.confirm === loinc } : null;
}
