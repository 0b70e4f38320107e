/** What the levels of The ASAM Criteria are called, by edition; the same number is not the same level in both. */
const NAMES: Readonly<Record<'3' | '4', Readonly<Record<string, string>>>> = {
  '3': {
    '0.5': 'early intervention',
    '1': 'outpatient',
    '1.0': 'outpatient',
    '2.1': 'intensive outpatient',
    '2.5': 'partial hospitalization',
    '3.1': 'low-intensity residential',
  },
  '4': {
    '1.0': 'long-term remission monitoring',
    '1.5': 'outpatient therapy',
    '1.7': 'medically managed outpatient',
    '2.1': 'intensive outpatient',
    '2.5': 'high-intensity outpatient',
    '2.7': 'medically managed intensive outpatient',
    '3.1': 'low-intensity residential',
  },
};
const EDITIONS = { '3': 'third edition', '4': 'fourth edition' } as const;

/** A level for who does not know the numbers; without its edition it has no name. */
export function levelInWords({ code, edition }: { code: string; edition: string | null }): string {
  const criteria = `level ${code} of The ASAM Criteria (American Society of Addiction Medicine)`;
  if (edition !== '3' && edition !== '4') return `${criteria}, edition not recorded`;
  const name = NAMES[edition][code];
  return `${name ? `${name}, ` : ''}${criteria}, ${EDITIONS[edition]}`;
}
