import type { Appointment, ServiceRequest, Task } from 'fhir/r4';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import { dayAt } from '../site-calendar.ts';

export interface OnwardVisit {
  on: string;
  begun: boolean;
  kept: boolean;
  missed: boolean;
  off: boolean;
  bookedOn: string | undefined;
}

/** A request, made in care, that somebody goes on with the client. */
export interface OnwardRequest {
  request: ServiceRequest;
  /** It waits to be sent. */
  waits: boolean;
  madeOn: string;
  to: string | undefined;
  step: string | undefined;
  /** In their order; none of those that were not given yet. */
  visits: OnwardVisit[];
}

interface Stay {
  client: string;
  started: string;
  /** The last day on which it may have been made. */
  until: string;
  zone: string;
  asOf: number;
}

export function onwardRequests(
  { client, started, until, zone, asOf }: Stay,
  records: ClinicRecords,
): OnwardRequest[] {
  const begins = new Set(
    records.all('EpisodeOfCare').flatMap((one) => one.referralRequest?.[0]?.reference ?? []),
  );
  return records
    .all('ServiceRequest')
    .filter((request) => {
      const on = madeOn(request);
      const own = records.client(request.subject.reference) === client;
      return own && isOnward(request) && on >= started && on <= until;
    })
    .filter(({ id }) => !begins.has(`ServiceRequest/${id}`))
    .map((request) => {
      const name = `ServiceRequest/${request.id}`;
      const [task] = records
        .all('Task')
        .filter(({ focus, status }) => focus?.reference === name && isSent(status))
        .sort((a, b) => sentAt(b).localeCompare(sentAt(a)));
      return {
        request,
        waits: request.status === 'on-hold',
        madeOn: madeOn(request),
        to: task?.owner?.display ?? request.performer?.[0]?.display,
        step: task?.businessStatus?.text?.toLowerCase().replaceAll(' ', '-'),
        visits: records
          .all('Appointment')
          .filter(({ status, start }) => start !== undefined && status !== 'entered-in-error')
          .filter(({ basedOn = [] }) => basedOn.some(({ reference }) => reference === name))
          .filter(({ created }) => Date.parse(created ?? '2000') <= asOf)
          .map((one) => visitOf(one, zone, asOf))
          .sort((a, b) => a.on.localeCompare(b.on)),
      };
    });
}

function visitOf(
  { status, start = '', created }: Appointment,
  zone: string,
  asOf: number,
): OnwardVisit {
  const begun = Date.parse(start) <= asOf;
  return {
    on: dayAt(Date.parse(start), zone),
    begun,
    kept: begun && ['fulfilled', 'checked-in', 'arrived'].includes(status),
    missed: begun && status === 'noshow',
    off: status === 'cancelled',
    bookedOn: created === undefined ? undefined : dayAt(Date.parse(created), zone),
  };
}

const madeOn = ({ authoredOn }: ServiceRequest): string => authoredOn?.slice(0, 10) ?? '';
const sentAt = ({ executionPeriod }: Task): string => executionPeriod?.start ?? '';
const isSent = (status: Task['status']): boolean =>
  status !== 'entered-in-error' && status !== 'draft';

const isOnward = ({ status, intent, doNotPerform, code }: ServiceRequest): boolean =>
  !['entered-in-error', 'draft', 'revoked'].includes(status) &&
  ['order', 'original-order', 'directive'].includes(intent) &&
  !doNotPerform &&
  !(code?.coding ?? []).some(({ system }) => system === 'http://loinc.org');
