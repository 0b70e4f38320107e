/** The clinic's time: the real one, or one that starts at a chosen instant and goes on from there. */
export interface ClinicClock {
  now(): Date;
}

export function clinicClock(startsAt: Date | null): ClinicClock {
  if (!startsAt) return { now: () => new Date() };
  const ahead = startsAt.getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}
