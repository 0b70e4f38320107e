/** What a program for substance use reads in a diagnosis. */
export type DiagnosisKind = 'substance-use' | 'co-occurring' | 'overdose' | 'pregnancy' | 'other';

export type Substance =
  | 'alcohol'
  | 'opioids'
  | 'cannabis'
  | 'sedatives'
  | 'cocaine'
  | 'stimulants'
  | 'hallucinogens'
  | 'nicotine'
  | 'inhalants'
  | 'other';

export interface CodedDiagnosis {
  kind: DiagnosisKind;
  substance: Substance | null;
  inRemission: boolean;
}

/** ICD-10-CM F10 to F19: one category a substance. */
const SUBSTANCES: Readonly<Record<string, Substance>> = {
  F10: 'alcohol',
  F11: 'opioids',
  F12: 'cannabis',
  F13: 'sedatives',
  F14: 'cocaine',
  F15: 'stimulants',
  F16: 'hallucinogens',
  F17: 'nicotine',
  F18: 'inhalants',
  F19: 'other',
};

/** Depression, anxiety and post-traumatic stress, which most often come along. */
const CO_OCCURRING = /^F(3[23]|41\.?1|43\.?10)/;

/** Abuse, dependence or use, 'in remission': F1x.11, F1x.21, F1x.91. */
const IN_REMISSION = /^F1\d\.?[129]1$/;

/**
 * Poisoning by narcotics. The sixth character tells the intent: 5 is an adverse effect of a drug
 * rightly given, 6 too little of one, and neither an overdose.
 */
const OVERDOSE = /^T40(?!\.?..[56])/;

/** What an ICD-10-CM code says, by the classification's own structure. */
export function diagnosisOf(code: string): CodedDiagnosis {
  const substance = SUBSTANCES[code.slice(0, 3)] ?? null;
  const kind: DiagnosisKind = substance
    ? 'substance-use'
    : CO_OCCURRING.test(code)
      ? 'co-occurring'
      : OVERDOSE.test(code)
        ? 'overdose'
        : /^Z33\.?1/.test(code)
          ? 'pregnancy'
          : 'other';
  return { kind, substance, inRemission: IN_REMISSION.test(code) };
}
