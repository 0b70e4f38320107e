import assert from 'node:assert/strict';
import type { Appointment } from 'fhir/r4';
import { translateAppointment, type AppointmentFacts } from './appointment.ts';

type Participant = Appointment['participant'][number];

export const participant = (reference: string, status: Participant['status'] = 'accepted') => ({
  actor: { reference },
  status,
});

/** A booking of one client for three hours, hand-written R4. */
export const appointment = (part: Partial<Appointment> = {}): Appointment => ({
  resourceType: 'Appointment',
  id: 'a1',
  status: 'booked',
  start: '2026-11-17T09:00:00-05:00',
  end: '2026-11-17T12:00:00-05:00',
  participant: [
    participant('Patient/p1'),
    participant('Practitioner/d1'),
    participant('Location/north'),
  ],
  ...part,
});

/** What is made of one that can be used. */
export const factsOf = (resource: Appointment): AppointmentFacts => {
  const translation = translateAppointment(resource);
  assert.ok('use' in translation, JSON.stringify(translation));
  return translation.use;
};
