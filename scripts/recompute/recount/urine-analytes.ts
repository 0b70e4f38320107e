/** What is looked for in urine by a screening method (LOINC; CQF urine drug screening). */
export const analytes: Record<string, string> = {
  '19261-7': 'amphetamines',
  '19554-5': 'methamphetamine',
  '14316-4': 'benzodiazepines',
  '14314-9': 'cocaine',
  '18282-4': 'cannabinoids',
  '19295-5': 'opiates',
  '19642-8': 'oxycodone',
  '59673-4': 'fentanyl',
  '19321-9': '6-mam',
  '19550-3': 'methadone',
  '93495-0': 'eddp',
  '58359-1': 'buprenorphine',
  '19659-2': 'phencyclidine',
  '58375-7': 'etg',
};

/** Positive screens of this panel are confirmed before its report is final. */
export const reflexPanel = '87428-9';
export const panels = [reflexPanel, '24349-3'];
export const creatinine = '2161-8';
export const specificGravity = '2965-2';

/** Taken as prescribed, a medication is found in urine: it, or what the body makes of it. */
export const foundWith: Record<string, readonly string[]> = {
  buprenorphine: ['buprenorphine'],
  methadone: ['methadone', 'eddp'],
};
