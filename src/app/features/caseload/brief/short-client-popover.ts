import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShortClient } from '#domain/caseload/brief.contract';
import { UNIT_WORDS } from '#domain/payer/payer-unit';
import { ClientName } from '../../../ui/client-name/client-name';
import { formatHours } from '../../../ui/hours-bar/format-hours';
import { HoursBar } from '../../../ui/hours-bar/hours-bar';
import { hoursDrawing } from '../../../ui/hours-bar/hours-drawing';
import { Popover } from '../../../ui/popover/popover';
import { makeUpInWords } from './room-in-words';

/** One client's week: hours, what counts toward the level's and the payer's minimum, where there is room. */
@Component({
  selector: 'app-short-client-popover',
  imports: [ClientName, HoursBar, Popover, RouterLink],
  template: `
    <app-popover [origin]="origin()" label="Hours of the week" (closed)="closed.emit()">
      <h3>
        <a
          class="link"
          [routerLink]="['/clients', client().clientId]"
          queryParamsHandling="preserve"
          ><app-client-name [client]="client()"
        /></a>
      </h3>
      <app-hours-bar [drawing]="drawing()" />
      <dl>
        @for (fact of facts(); track fact.name) {
          <dt>{{ fact.name }}</dt>
          &ngsp;
          <dd class="number">{{ fact.words }}</dd>
        }
      </dl>
      <h4>Room to make up</h4>
      <ul>
        @for (session of sessions(); track session.sessionId) {
          <li>
            <a
              class="link"
              routerLink="/attendance/sessions"
              [queryParams]="{ session: session.sessionId }"
              >{{ session.words }}</a>&ngsp;
            @if (session.left === null) {
              <span class="unknown">room not known</span>
            } @else {
              <span>{{ session.left }} {{ session.left === 1 ? 'place' : 'places' }}</span>
            }
          </li>
        } @empty {
          <li class="sub">No group of the program meets on a free day this week.</li>
        }
      </ul>
      <p class="label dim">
        Left out: full groups, days with another session, what overlaps appointments or the schedule
        said at admission, and sessions with somebody from whom the client is kept apart.
      </p>
    </app-popover>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 2px 12px;
      margin: 8px 0;
    }
    dt {
      color: var(--tl-ink-2);
    }
    h4 {
      margin: 0;
      font: 600 13px/20px var(--tl-font);
    }
    li {
      display: flex;
      gap: 12px;
      justify-content: space-between;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 24px;
    }
    .label {
      margin-top: 6px;
      max-width: 46ch;
    }
  `,
})
export class ShortClientPopover {
  readonly client = input.required<ShortClient>();
  readonly origin = input.required<Element>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly closed = output();

  protected readonly drawing = computed(() => hoursDrawing(this.client().hours));
  protected readonly sessions = computed(() =>
    makeUpInWords(this.client().makeUp, this.timeZone(), this.asOf()),
  );
  /** Assumed minutes are in none of them: a minimum is met by what is recorded. */
  protected readonly facts = computed(() => {
    const { hours, levelMinimum, payerDays, payerDayMinutes, payer, schedule } = this.client();
    const recorded = formatHours(hours.delivered);
    return [
      {
        name: 'Recorded so far',
        words:
          levelMinimum === null
            ? `${recorded} h`
            : `${recorded} h, level asks for ${formatHours(levelMinimum)} h a week`,
      },
      {
        name: 'Payer days',
        words: `${payerDays} so far, of ${payerDayMinutes} recorded minutes or more${ownWay(payer)}`,
      },
      { name: 'Schedule', words: schedule ?? 'not recorded' },
    ];
  });
}

/** Whose own rules these are; and the unit of its authorizations, where that is not the day. */
function ownWay(payer: ShortClient['payer']): string {
  if (!payer) return '';
  const unit = payer.unit === 'day' ? '' : `, whose unit is ${UNIT_WORDS[payer.unit]}`;
  return `: the rule of ${payer.name}${unit}`;
}
