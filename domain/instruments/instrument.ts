/** The instruments whose scores are read. */
export type InstrumentId =
  | 'phq-9'
  | 'gad-7'
  | 'bam'
  | 'bam-iop'
  | 'bam-r'
  | 'barc-10'
  | 'audit-c'
  | 'dast-10'
  | 'c-ssrs'
  | 'tea'
  | 'craving-nrs'
  | 'craving-vas'
  | 'pacs';

/** Answers as they were given, by item. */
export type Answers = Readonly<Record<string, number>>;

export interface Item {
  /** Its number on the form. */
  id: string;
  /** The code of its question; `null` where LOINC has none, or none that was verified. */
  loinc: string | null;
  min: number;
  max: number;
  /** The number each of LOINC's coded answers stands for. */
  answers?: Readonly<Record<string, number>>;
  /** Counts the other way round: its minimum for its maximum. */
  reversed?: boolean;
  /** Asked, shown, and in no total. */
  unscored?: boolean;
}

/** A range of totals with the name its authors gave it; both ends belong to it. */
export interface Band {
  from: number;
  to: number;
  name: string;
}

export interface Subscale {
  id: string;
  name: string;
  items: readonly string[];
  min: number;
  max: number;
  /** Where its authors see a concern; `null` where they published no cut. */
  concern: { atLeast: number } | { atMost: number } | null;
}

/** How large a change must be to be one, and where a person counts as a case. */
export interface ChangeRule {
  /** A change of at least this is more than the instrument's own noise. */
  reliable: number;
  /** From here on a case; recovery ends below. */
  caseness: number;
}

export interface Instrument {
  id: InstrumentId;
  name: string;
  /** What its questions look back on. */
  recall: string | null;
  loinc: { panel: string | null; total: string | null };
  /** How a questionnaire's canonical address may end, in lower case. */
  questionnaires: readonly string[];
  items: readonly Item[];
  /** `null`: its authors give no total, and none is made. */
  total: { min: number; max: number } | null;
  better: 'lower' | 'higher';
  /** Its scale has values between the whole numbers. */
  continuous?: boolean;
  bands: readonly Band[];
  /** From these totals on the screen is positive. */
  positiveFrom?: { male: number; female: number };
  subscales: readonly Subscale[];
  change: ChangeRule | null;
  /** Days after which it is due again; `null`: at admission, or when something calls for it. */
  intervalDays: number | null;
  citation: string;
}

/** Items that are numbered through, each with the same range. */
export const numbered = (count: number, range: Omit<Item, 'id' | 'loinc'>): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index + 1), loinc: null, ...range }));

/** Items in the order of their LOINC codes, each with the same range. */
export const coded = (codes: readonly string[], range: Omit<Item, 'id' | 'loinc'>): Item[] =>
  codes.map((loinc, index) => ({ id: String(index + 1), loinc, ...range }));
