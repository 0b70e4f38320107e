import type { Clinic } from './clinic.ts';
import type { Draws } from './draws.ts';
import type { LevelDesign } from './level-design.ts';
import type { Placement } from './placement.ts';
import { SITES } from './program-map.ts';
import type { StaffMember } from './staff-member.ts';
import { standingSession } from './standing-session.ts';
import type { TherapyGroup } from './therapy-group.ts';
import { WeekDiary } from './week-diary.ts';
import { groupSlots } from './weekly-slot.ts';

const WITHOUT_COUNSELOR = 0.02;

export type Care = Pick<Placement, 'counselor' | 'individual' | 'family'>;

/** Whose clients are whose, and when they meet: changes as clients come and go. */
export class Caseloads {
  private readonly counselors: StaffMember[][];
  private readonly clients: Int32Array;
  private readonly diaries: WeekDiary[];

  constructor({ staff, groups, facilitators }: Clinic) {
    this.clients = new Int32Array(staff.length);
    this.diaries = staff.map(() => new WeekDiary());
    this.counselors = SITES.map((site) =>
      staff.filter((member) => member.caseload > 0 && member.site === site),
    );
    for (const group of groups) {
      const diary = this.diaries[facilitators[group.index].index];
      for (const slot of groupSlots(group)) diary.take(slot);
    }
  }

  /** The counselor with most room at the group's site, and the standing sessions with them. */
  takeOn(draws: Draws, group: TherapyGroup, design: LevelDesign): Care {
    const without = draws.chance(WITHOUT_COUNSELOR);
    const wantsFamily = draws.chance(design.familyShare);
    const familyMinutes = draws.pick([60, 75, 90]);
    const firstWeekday = draws.whole(0, 4);
    if (without) return { counselor: null, individual: null, family: null };

    const counselor = this.leastBusy(group);
    this.clients[counselor.index]++;
    const diary = this.diaries[counselor.index];
    const own = new WeekDiary();
    for (const slot of groupSlots(group)) own.take(slot);
    const book = (minutes: number, weeks: ('both' | 'even' | 'odd')[]) => {
      const slot = standingSession([own, diary], group, firstWeekday, minutes, weeks);
      if (!slot) return null;
      own.take(slot);
      diary.take(slot);
      return slot;
    };
    const individual = book(
      50,
      design.individualEveryOtherWeek ? ['even', 'odd'] : ['both', 'even', 'odd'],
    );
    const family = wantsFamily ? book(familyMinutes, ['even', 'odd']) : null;
    return { counselor, individual, family };
  }

  release({ counselor, individual, family }: Care): void {
    if (!counselor) return;
    this.clients[counselor.index]--;
    if (individual) this.diaries[counselor.index].release(individual);
    if (family) this.diaries[counselor.index].release(family);
  }

  private leastBusy(group: TherapyGroup): StaffMember {
    const load = ({ index, caseload }: StaffMember) => this.clients[index] / caseload;
    return this.counselors[group.unit.site.index].reduce((least, other) =>
      load(other) < load(least) ? other : least,
    );
  }
}
