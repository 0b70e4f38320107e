import type { CameOfIt } from '../aftercare/came-of-it.ts';
import type { Discharge } from '../aftercare/discharge.ts';
import { LINKAGE, linkageId } from './linkage.ts';

const measureOf = (step: 'booked' | 'kept') =>
  LINKAGE.find(({ id }) => id === linkageId(step, 30, 'live'));
const [BOOKED, KEPT] = [measureOf('booked'), measureOf('kept')];

/** By the same rule as the rates of 30 days over live discharges. */
export function cameOf(discharge: Discharge): CameOfIt {
  const kept = KEPT?.formula(discharge);
  if (kept === 'not-of-it') return 'died';
  if (kept === 'yes') return 'kept';
  if (kept === 'too-soon' || kept === 'not-known') return kept;
  const booked = BOOKED?.formula(discharge);
  if (booked === 'not-known') return booked;
  return booked === 'yes' ? 'booked' : 'none';
}
