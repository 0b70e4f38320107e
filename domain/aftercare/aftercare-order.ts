import type { AftercareCard, AftercareConcern } from './aftercare.contract.ts';

/** Discharges so near that a date after them is looked for. */
export const LEAVING_DAYS = 14;

export const isLate = ({ milestones }: Pick<AftercareCard, 'milestones'>): boolean =>
  milestones.some(({ lateDays }) => lateDays > 0);

/** Somebody in care whose discharge is near. */
export const isLeaving = ({
  endedOn,
  daysTo,
}: Pick<AftercareCard, 'endedOn' | 'daysTo'>): boolean =>
  endedOn === null && daysTo !== null && daysTo >= 0 && daysTo <= LEAVING_DAYS;

/** A coming discharge after which there is no date; who wants none is not without one. */
export const isUnbooked = (card: AftercareCard): boolean =>
  isLeaving(card) &&
  card.milestones.some(
    ({ id, status }) =>
      id === 'appointment-booked' && (status === 'not-started' || status === 'in-progress'),
  );

export const isOf: Readonly<Record<AftercareConcern, (card: AftercareCard) => boolean>> = {
  late: isLate,
  unbooked: isUnbooked,
  missed: ({ missedOn }) => missedOn !== null,
};

/** Who has no planned day stands behind all who have. */
const NO_DAY = 1e6;

/** First appointments that were missed, then what is late, then whoever is nearest their discharge, before or after. */
export const byUrgency = (a: AftercareCard, b: AftercareCard): number =>
  Number(b.missedOn !== null) - Number(a.missedOn !== null) ||
  Number(isLate(b)) - Number(isLate(a)) ||
  Math.abs(a.daysTo ?? NO_DAY) - Math.abs(b.daysTo ?? NO_DAY) ||
  a.familyName.localeCompare(b.familyName) ||
  a.givenName.localeCompare(b.givenName) ||
  a.episodeId.localeCompare(b.episodeId);
