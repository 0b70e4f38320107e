import { Component, computed, input, signal } from '@angular/core';
import type { GroupLoss } from '#domain/attendance/therapy-group.contract';
import { formatRate } from '../../../ui/figure/format-rate';
import { formatLevel } from '../../../ui/figure/format-scale';
import { Icon } from '../../../ui/icon/icon';
import { Popover } from '../../../ui/popover/popover';

/** That a group loses people, with the rule that found it and the numbers it was found by. */
@Component({
  selector: 'app-group-finding',
  imports: [Icon, Popover],
  template: `
    <button
      #trigger
      type="button"
      class="warn"
      data-cell-act
      aria-haspopup="dialog"
      [tabindex]="tabStop() ? 0 : -1"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      <app-icon name="late" /><span>{{ finding() }}</span>
    </button>
    @if (open()) {
      @defer (on immediate) {
        <app-popover [origin]="trigger" label="The rule" (closed)="open.set(false)">
          <h3>Losing people: the rule</h3>
          <p>
            Of those who began in the last half year, long enough ago to tell, who stopped within
            {{ loss().earlyDays }} days, went on in no other group, and did not complete and was not
            transferred. More than the funnel limits around all groups together allow is more than
            chance explains (Spiegelhalter 2005).
          </p>
          <dl>
            <dt>Began</dt>
            <dd>{{ loss().began }}</dd>
            <dt>Stopped early</dt>
            <dd>{{ loss().stoppedEarly }}, {{ words().here }}</dd>
            <dt>All groups together</dt>
            <dd>{{ words().overall }}</dd>
            <dt>Upper 95 % limit</dt>
            <dd>{{ words().high95 }}</dd>
            <dt>Upper 99.8 % limit</dt>
            <dd>{{ words().high998 }}</dd>
          </dl>
        </app-popover>
      }
    }
  `,
  styles: `
    button {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      min-height: 24px;
      text-align: left;
      font-weight: 500;
    }
    button:hover span {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    app-icon {
      width: 12px;
      height: 12px;
    }
    p {
      max-width: 52ch;
      margin: 4px 0 8px;
      color: var(--tl-ink-2);
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 3px 16px;
    }
    dt {
      color: var(--tl-ink-3);
    }
    @media (pointer: coarse) {
      button {
        min-height: 44px;
      }
    }
  `,
})
export class GroupFinding {
  readonly loss = input.required<GroupLoss>();
  readonly finding = input.required<string>();
  /** In a grid the cell is the stop, and Enter opens what is in it. */
  readonly tabStop = input(true);

  protected readonly open = signal(false);
  protected readonly words = computed(() => {
    const { began, stoppedEarly, overall, high95, high998 } = this.loss();
    const here = { value: began === 0 ? null : stoppedEarly / began, denominator: began };
    const level = (limit: number | null) => (limit === null ? 'none' : formatLevel(limit, 'share'));
    return {
      here: formatRate(here) ?? 'none began',
      overall: level(overall),
      high95: level(high95),
      high998: level(high998),
    };
  });
}
