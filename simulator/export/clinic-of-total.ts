import { utcDay } from '../model/calendar-day.ts';
import { buildClinic, type Clinic } from '../model/clinic.ts';
import type { ScenarioName } from '../model/scenario.ts';

const LARGEST = 40_000;

/** The smallest clinic that has admitted so many clients by then, past ones included. */
export function clinicOfTotal(
  seed: number,
  total: number,
  instant: number,
  planted: ScenarioName,
): Clinic {
  const today = utcDay(instant);
  const hasAdmitted = (clients: number) => {
    const { admissions } = buildClinic(seed, clients, planted);
    return admissions.readyDay(total - 1) <= today;
  };
  let low = 1;
  let high = Math.min(total, LARGEST);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasAdmitted(middle)) high = middle;
    else low = middle + 1;
  }
  return buildClinic(seed, low, planted);
}
