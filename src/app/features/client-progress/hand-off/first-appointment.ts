import type { ClientWay } from '#domain/client-progress/way.contract';
import type { PlannedStep } from '#domain/disclosures/disclosure.contract';
import { payerKey } from '#domain/payer/payer-key';

/** The first appointment with whoever a sheet goes to: as the source knows it, else as staff were told. */
export function firstAppointment(
  way: ClientWay | null,
  steps: readonly PlannedStep[],
  recipient: string,
): { on: string; words: string } | null {
  const isTheirs = (name: string | null) => name !== null && payerKey(name) === payerKey(recipient);
  const booked = way?.referrals.findLast(({ to, appointment }) => isTheirs(to) && appointment);
  if (booked?.appointment) {
    const { on, outcome } = booked.appointment;
    return { on, words: `with ${recipient}${outcome ? `, ${outcome.replaceAll('-', ' ')}` : ''}` };
  }
  const step = steps.find(
    ({ milestone, status, destination }) =>
      milestone === 'appointment-booked' &&
      status === 'done' &&
      (destination === null || isTheirs(destination)),
  );
  if (!step) return null;
  const toldBy = step.toldBy ? `, told by ${step.toldBy}` : '';
  return { on: step.on, words: `with ${recipient}${toldBy}` };
}
