/** A later one is a reassessment (program default). */
export const ASSESSED_WITHIN_DAYS = 14;
