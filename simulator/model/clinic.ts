import { admissions, type Admissions } from './admissions.ts';
import { scenario, type Scenario, type ScenarioName } from './scenario.ts';
import { therapyGroups, type TherapyGroup } from './therapy-group.ts';
import { staffPlan, type StaffPlan } from './staff-plan.ts';
import type { StaffMember, Team } from './staff-member.ts';

/** What of the clinic never changes; its clients come and go in the `Census`. */
export interface Clinic extends StaffPlan {
  seed: number;
  clients: number;
  scenario: Scenario;
  groups: TherapyGroup[];
  admissions: Admissions;
  teamOf: Map<StaffMember, Team>;
}

/** The same seed and size is the same clinic, on any machine and any day. */
export function buildClinic(
  seed: number,
  clients: number,
  planted: ScenarioName = 'as-usual',
): Clinic {
  const arriving = admissions(seed, clients);
  const groups = therapyGroups(seed, arriving.census);
  const plan = staffPlan(seed, arriving.census, groups);
  const teamOf = new Map<StaffMember, Team>();
  for (const team of plan.teams) {
    for (const counselor of team.counselors) teamOf.set(counselor, team);
  }
  return {
    seed,
    clients,
    scenario: scenario(planted),
    groups,
    admissions: arriving,
    teamOf,
    ...plan,
  };
}
