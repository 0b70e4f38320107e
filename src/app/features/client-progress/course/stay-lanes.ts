import { Component, computed, input } from '@angular/core';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { sessionsOfEpisode } from '../sessions-of-episode';
import { HoursLane } from './hours-lane';
import { SessionsLane } from './sessions-lane';
import { WayLane } from './way-lane';

/** What stands first of a stay, on the page as on its sheet: the way, who came, the hours. */
@Component({
  selector: 'app-stay-lanes',
  imports: [HoursLane, SessionsLane, WayLane],
  template: `
    @let shown = client();
    @if (shown.way; as way) {
      <app-way-lane [way]="way" [axis]="axis()" [asOf]="shown.asOf" />
      <app-sessions-lane
        [sessions]="sessions()"
        [all]="shown.sessions"
        [axis]="axis()"
        [asOf]="shown.asOf"
        [timeZone]="shown.timeZone"
      />
      <app-hours-lane
        [weeks]="shown.weeks"
        [hours]="shown.line?.hours ?? null"
        [phases]="way.phases"
        [minimum]="way.minimumMinutes"
        [axis]="axis()"
        [asOf]="shown.asOf"
        [timeZone]="shown.timeZone"
      />
    }
  `,
})
export class StayLanes {
  readonly client = input.required<ClientProgress>();
  readonly axis = input.required<TimeAxis>();

  /** Of the episode that is shown; the table of the lane holds those of every episode. */
  protected readonly sessions = computed(() => sessionsOfEpisode(this.client()));
}
