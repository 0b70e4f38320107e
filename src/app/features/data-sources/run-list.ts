import { Component, computed, input } from '@angular/core';
import type { SyncRun } from '#domain/data-sources/data-sources.contract';
import { clinicDay, clinicTime } from '../../ui/clinic-time/clinic-time';
import { Icon } from '../../ui/icon/icon';

const SHAPES: Record<SyncRun['outcome'], { icon: string; className: string; word: string }> = {
  succeeded: { icon: 'check', className: 'good', word: 'Succeeded' },
  running: { icon: 'reading', className: 'accent', word: 'Running' },
  failed: { icon: 'late', className: 'warn', word: 'Failed' },
};

/** Recent reads in plain words. */
@Component({
  selector: 'app-run-list',
  imports: [Icon],
  template: `
    <h2>Lately <span class="meta">in plain words, with what to do</span></h2>
    <ul>
      @for (row of rows(); track row.run.id) {
        <li>
          <span class="number sub">{{ row.when }}</span>
          <app-icon [name]="row.shape.icon" [class]="row.shape.className" />
          <span
            ><span class="visually-hidden">{{ row.shape.word }}. </span>{{ row.run.message }}</span
          >
        </li>
      } @empty {
        <li class="sub">No runs yet.</li>
      }
    </ul>
  `,
  styles: `
    .meta {
      font: var(--tl-label);
      color: var(--tl-ink-3);
      margin-left: 6px;
    }
    ul {
      margin-top: 6px;
      border-top: 1px solid var(--tl-line-strong);
    }
    li {
      display: grid;
      grid-template-columns: 108px 14px 1fr;
      gap: 8px;
      align-items: center;
      min-height: 26px;
      border-bottom: 1px solid var(--tl-line);
    }
    li.sub {
      display: block;
    }
    app-icon {
      width: 12px;
      height: 12px;
    }
    .good {
      color: var(--tl-good);
    }
    .accent {
      color: var(--tl-accent);
    }
  `,
})
export class RunList {
  readonly runs = input.required<readonly SyncRun[]>();
  readonly now = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly rows = computed(() => {
    const [zone, now] = [this.timeZone(), this.now()];
    const today = clinicDay(now, zone, now);
    return this.runs().map((run) => {
      const day = clinicDay(run.startedAt, zone, now);
      const time = clinicTime(run.startedAt, zone);
      return { run, shape: SHAPES[run.outcome], when: day === today ? time : `${day} ${time}` };
    });
  });
}
