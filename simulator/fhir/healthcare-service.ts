import type { HealthcareService, HealthcareServiceAvailableTime } from 'fhir/r4';
import type { Clinic } from '../model/clinic.ts';
import { UNITS, type Unit } from '../model/program-map.ts';
import type { SessionKind } from '../model/session.ts';
import type { TherapyGroup } from '../model/therapy-group.ts';
import { SESSION_CODES } from './codings.ts';
import { permanent } from './permanent.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** The programs; in each its groups, and one service each for individual and family sessions. */
export function healthcareServices({ groups }: Clinic): Recorded<HealthcareService>[] {
  return UNITS.flatMap((unit) => {
    const own = groups.filter((group) => group.unit === unit);
    return [
      service(unit, resourceId.program(unit), unit.name, { availableTime: opening(own) }),
      ...own.map((group) =>
        service(unit, resourceId.group(group), group.name, {
          ...ofKind('group'),
          availableTime: [meeting(group)],
        }),
      ),
      service(unit, resourceId.individual(unit), 'Individual counseling', ofKind('individual')),
      service(unit, resourceId.family(unit), 'Family sessions', ofKind('family')),
    ];
  }).map(permanent);
}

function ofKind(kind: SessionKind): Pick<HealthcareService, 'type'> {
  return { type: [SESSION_CODES[kind]] };
}

function service(
  unit: Unit,
  id: string,
  name: string,
  rest: Partial<Pick<HealthcareService, 'type' | 'availableTime'>>,
): HealthcareService {
  return {
    resourceType: 'HealthcareService',
    id,
    active: true,
    providedBy: { reference: `Organization/${resourceId.unit(unit)}`, display: unit.name },
    location: [{ reference: `Location/${resourceId.site(unit.site)}`, display: unit.site.name }],
    name,
    ...rest,
  };
}

/** When the program's groups meet: one line for each pattern. */
function opening(groups: TherapyGroup[]): HealthcareServiceAvailableTime[] {
  const lines = groups.map(meeting);
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function meeting({ schedule, minutes }: TherapyGroup): HealthcareServiceAvailableTime {
  return {
    daysOfWeek: schedule.weekdays.map((day) => WEEKDAYS[day]),
    availableStartTime: clock(schedule.startsAt),
    availableEndTime: clock(schedule.startsAt + minutes),
  };
}

function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
