import { Component, computed, input } from '@angular/core';
import { areAssumed, minutesInWords, type SessionMinutes } from './minutes-in-words';

/** The minutes of a client in a session; assumed ones are hatched, wherever they stand. */
@Component({
  selector: 'app-minutes',
  template: `
    @if (assumed()) {
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <rect class="hatch-assumed" x="1" y="1" width="10" height="10" rx="1" />
      </svg>
    }
    <span class="number">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--tl-ink-2);
    }
  `,
})
export class Minutes {
  readonly session = input.required<SessionMinutes>();

  protected readonly words = computed(() => minutesInWords(this.session()));
  protected readonly assumed = computed(() => areAssumed(this.session()));
}
