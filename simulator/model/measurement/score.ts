/** How a source happens to store a score: all of these are in the wild. */
export type ScoreShape =
  'total' | 'quantity' | 'string' | 'components' | 'members' | 'answers-only';

export type Instrument =
  'phq-9' | 'gad-7' | 'bam-iop' | 'barc-10' | 'c-ssrs' | 'audit-c' | 'craving-nrs';

/** One questionnaire as somebody answered it. */
export interface Score {
  instrument: Instrument;
  /** The part of the record's id that is the score's own. */
  key: string;
  takenAt: number;
  enteredAt: number;
  answers: number[];
  total: number;
  shape: ScoreShape;
}
