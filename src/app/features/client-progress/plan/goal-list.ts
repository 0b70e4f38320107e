import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientGoal } from '#domain/client-progress/plan.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';
import { achievementInWords } from './achievement-words';

const OVER = new Set(['completed', 'cancelled', 'rejected']);

/** What the client wants, in their own words, and how it was judged over time. */
@Component({
  selector: 'app-goal-list',
  imports: [RouterLink],
  template: `
    <h2>
      Goals
      @if (review(); as day) {
        <span class="label dim">next due {{ day }}</span>
      }
    </h2>
    <ul>
      @for (row of rows(); track row.goal.recordId) {
        <li>
          <a
            class="words"
            [routerLink]="[]"
            [queryParams]="{ record: row.goal.recordId }"
            queryParamsHandling="merge"
            >“{{ row.goal.words }}”</a
          >
          <span class="state" [class.unknown]="row.state === null" [title]="row.course">{{
            row.state ?? 'not judged'
          }}</span>
        </li>
      } @empty {
        <li class="unknown">None recorded.</li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding: 3px 0;
    }
    .words {
      min-height: 24px;
    }
    .state {
      white-space: nowrap;
    }
    .state:not(.unknown) {
      color: var(--tl-ink-2);
    }
  `,
})
export class GoalList {
  readonly goals = input.required<readonly ClientGoal[]>();
  readonly asOf = input.required<string>();

  protected readonly rows = computed(() =>
    this.goals()
      .filter(({ lifecycle }) => !OVER.has(lifecycle))
      .map((goal) => ({
        goal,
        state: goal.achievement && achievementInWords(goal.achievement),
        course: goal.course
          .map(({ on, achievement }) => `${this.day(on)}: ${achievementInWords(achievement)}`)
          .join('\n'),
      })),
  );
  protected readonly review = computed(() => {
    const due = this.rows()
      .flatMap(({ goal }) => goal.dueOn ?? [])
      .filter((day) => day >= this.asOf().slice(0, 10))
      .sort()[0];
    return due && this.day(due);
  });

  private day(day: string): string {
    return clinicDate(`${day}T12:00:00Z`, 'UTC', this.asOf());
  }
}
