/** '6.0' of 360 minutes. */
export const formatHours = (minutes: number): string => (minutes / 60).toFixed(1);

/** '12' or '7.5'; `null` when not known, which is never 0. */
export const formatPrescribed = (minutes: number | null): string | null =>
  minutes === null ? null : String(Math.round(minutes / 6) / 10);
