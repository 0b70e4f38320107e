import { Component, computed, input } from '@angular/core';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { statusWord } from '../../../ui/status-mark/status-word';

/** How many of a session's clients stand how: each status that occurs, those not recorded too. */
@Component({
  selector: 'app-roster-counts',
  imports: [StatusMark],
  template: `
    <ul aria-label="Clients by status">
      @for (count of counts(); track count.status) {
        <li>
          <app-status-mark [status]="count.status" /><b class="number">{{ count.clients }}</b>
          {{ count.word }}
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      padding: 8px 0;
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      color: var(--tl-ink-2);
    }
    b {
      font-weight: 600;
      color: var(--tl-ink);
    }
  `,
})
export class RosterCounts {
  readonly members = input.required<readonly { status: string }[]>();

  protected readonly counts = computed(() =>
    [...Map.groupBy(this.members(), ({ status }) => status)].map(([status, members]) => ({
      status,
      clients: members.length,
      word: statusWord(status).toLowerCase(),
    })),
  );
}
