import type { Task } from 'fhir/r4';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { aftercare, type Aftercare } from '../model/leaving/aftercare.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { referralId } from './service-request.ts';
import { utcIso } from './utc-iso.ts';

interface Step {
  at: number;
  status: Task['status'];
  business: string;
}

/** How far each referral got: sent, accepted or declined, first appointment booked, kept or not. */
export function tasks(clinic: Clinic, { episodes }: ClientTimeline): Recorded<Task>[] {
  return episodes.flatMap((episode) => {
    const planned = aftercare(clinic, episode);
    return planned ? task(episode, planned) : [];
  });
}

function task(episode: EpisodeTimeline, planned: Aftercare): Recorded<Task> {
  const { client, ordinal } = episode.placement;
  const id = resourceId.clinical('task', client, `${ordinal + 1}-out`);
  const steps = stepsOf(planned);
  return {
    id,
    at: steps.map(({ at }) => at),
    render: (version) => {
      const { status, business, at } = steps[version - 1];
      const ended = status === 'completed' || status === 'rejected' || status === 'failed';
      return {
        resourceType: 'Task',
        id,
        status,
        businessStatus: { coding: [{ code: business }], text: business.replaceAll('-', ' ') },
        intent: 'order',
        code: { text: 'Referral to aftercare' },
        focus: { reference: `ServiceRequest/${referralId(episode)}` },
        for: toClient(client),
        executionPeriod: {
          start: utcIso(planned.sentAt),
          ...(ended && { end: utcIso(at) }),
        },
        authoredOn: utcIso(planned.orderedAt),
        lastModified: utcIso(at),
        owner: { display: planned.provider },
      };
    },
  };
}

function stepsOf({ sentAt, answer, answeredAt, appointment }: Aftercare): Step[] {
  const steps: Step[] = [{ at: sentAt, status: 'requested', business: 'sent' }];
  if (answer === 'declined') {
    return [...steps, { at: answeredAt, status: 'rejected', business: 'declined' }];
  }
  if (answer === 'accepted') {
    steps.push({ at: answeredAt, status: 'accepted', business: 'accepted' });
  }
  if (appointment) {
    const { bookedAt, knownAt, kept } = appointment;
    steps.push({ at: bookedAt, status: 'in-progress', business: 'appointment-booked' });
    if (knownAt !== null) {
      const status = kept ? 'completed' : 'failed';
      const business = kept ? 'appointment-kept' : 'appointment-missed';
      steps.push({ at: knownAt, status, business });
    }
  }
  return steps;
}
