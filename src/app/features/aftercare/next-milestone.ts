import { Component, computed, input } from '@angular/core';
import type { AftercareCard } from '#domain/aftercare/aftercare.contract';
import { Icon } from '../../ui/icon/icon';
import { nextWords } from './aftercare-words';

/** What is missing next of a card, and how late it is. */
@Component({
  selector: 'app-next-milestone',
  imports: [Icon],
  template: `
    @if (next().late) {
      <app-icon [name]="next().missed ? 'close' : 'late'" />
    }
    <span [class.warn]="next().late">{{ next().words }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      min-width: 0;
    }
    app-icon {
      width: 12px;
      height: 12px;
      color: var(--tl-warn);
    }
    .warn {
      font-weight: 500;
    }
  `,
})
export class NextMilestone {
  readonly card = input.required<AftercareCard>();
  protected readonly next = computed(() => nextWords(this.card()));
}
