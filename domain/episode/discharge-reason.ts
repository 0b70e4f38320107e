/** Why treatment ended (SAMHSA TEDS-D, REASON). */
export const DISCHARGE_REASONS = {
  1: 'completed',
  2: 'dropped out',
  3: 'terminated by the facility',
  4: 'transferred',
  5: 'incarcerated',
  6: 'died',
  7: 'other',
} as const;

export type DischargeReason = keyof typeof DISCHARGE_REASONS;

export const isDischargeReason = (code: number): code is DischargeReason =>
  code in DISCHARGE_REASONS;

/** Colorado's END_OF_TREATMENT_REASON, 1 to 11 (BHA implementation guide), as TEDS counts it. */
const BY_COLORADO: Readonly<Record<string, DischargeReason>> = {
  1: 3,
  2: 2,
  3: 2,
  4: 7,
  5: 3,
  6: 7,
  7: 7,
  8: 7,
  9: 5,
  10: 6,
  11: 7,
};

/** Colorado's discharge type, where it alone says how treatment ended. */
const BY_COLORADO_TYPE: Readonly<Record<string, DischargeReason>> = { 1: 1, 2: 4 };

/** HL7 discharge-disposition. Home alone says where to, not how treatment ended. */
const BY_DISPOSITION: Readonly<Record<string, DischargeReason>> = {
  aadvice: 2,
  exp: 6,
  'other-hcf': 4,
  psy: 4,
  rehab: 4,
};

const withoutZero = (code: string): string => code.replace(/^0(?=\d)/, '');

export const reasonOfColorado = (code: string): DischargeReason | null =>
  BY_COLORADO[withoutZero(code)] ?? null;

/** Completed and transferred are discharge types; other types say their reason elsewhere. */
export const reasonOfColoradoType = (code: string): DischargeReason | null =>
  BY_COLORADO_TYPE[withoutZero(code)] ?? null;

export const reasonOfDisposition = (code: string): DischargeReason | null =>
  BY_DISPOSITION[code] ?? null;

/** One way in which a source says why treatment ended; the most telling first. */
export const WAYS_OF_SAYING = ['episode', 'questionnaire', 'encounter'] as const;

export interface DischargeStatement {
  recordId: string;
  way: (typeof WAYS_OF_SAYING)[number];
  statedOn: string;
  /** `null` where what it says is no reason. */
  reason: DischargeReason | null;
}

/**
 * The reason of an episode's end by all that was said of it: the episode's own word before a
 * questionnaire's, and that before a place gone to; of one way the latest. `contradicted` where
 * others differ.
 */
export function dischargeReasonOf(
  statements: readonly DischargeStatement[],
): { reason: DischargeReason; recordId: string; contradicted: boolean } | null {
  const telling = statements
    .filter(({ reason }) => reason !== null)
    .sort(
      (a, b) =>
        WAYS_OF_SAYING.indexOf(a.way) - WAYS_OF_SAYING.indexOf(b.way) ||
        b.statedOn.localeCompare(a.statedOn) ||
        a.recordId.localeCompare(b.recordId),
    );
  const [first] = telling;
  if (!first?.reason) return null;
  const contradicted = telling.some(({ reason }) => reason !== first.reason);
  return { reason: first.reason, recordId: first.recordId, contradicted };
}
