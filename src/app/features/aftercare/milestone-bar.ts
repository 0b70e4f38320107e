import { Component, computed, input } from '@angular/core';
import type { AftercareCard } from '#domain/aftercare/aftercare.contract';
import { milestonesWords } from './aftercare-words';
import { MilestoneMark } from '../../ui/milestone-mark/milestone-mark';

/** Each milestone in its order; what it says is said in words as well. */
@Component({
  selector: 'app-milestone-bar',
  imports: [MilestoneMark],
  template: `
    <span class="bar" role="img" [attr.aria-label]="words()">
      @for (one of card().milestones; track one.id) {
        <app-milestone-mark [status]="one.status" [late]="one.lateDays > 0" />
      }
    </span>
  `,
  styles: `
    :host {
      display: block;
    }
    .bar {
      display: grid;
      grid-template-columns: repeat(11, minmax(0, 1fr));
      gap: 2px;
      max-width: 220px;
    }
  `,
})
export class MilestoneBar {
  readonly card = input.required<Pick<AftercareCard, 'milestones'>>();
  protected readonly words = computed(() => milestonesWords(this.card()));
}
