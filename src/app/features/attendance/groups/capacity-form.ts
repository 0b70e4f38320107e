import { Component, computed, effect, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { NewCapacity } from '#domain/attendance/therapy-group.contract';
import type { Problem } from '#domain/problem.contract';
import { Icon } from '../../../ui/icon/icon';

/** As many as the server takes: a group, not a hall. */
const MOST = 60;

/** How many places a group has, from a day on. */
@Component({
  selector: 'app-capacity-form',
  imports: [Icon, MatButton],
  template: `
    @if (editing()) {
      <form novalidate (submit)="$event.preventDefault(); submit(places.value, since.value)">
        <label for="capacity-places">Places</label>
        <input
          #places
          id="capacity-places"
          type="number"
          inputmode="numeric"
          min="1"
          [max]="most"
          [value]="opened().capacity ?? ''"
          [attr.aria-invalid]="error() !== ''"
          aria-describedby="capacity-help capacity-error"
        />
        <label for="capacity-since">From</label>
        <input
          #since
          id="capacity-since"
          type="date"
          [value]="opened().today"
          aria-describedby="capacity-help capacity-error"
        />
        <p id="capacity-help" class="label dim">
          Fill counts these places from that day on. Weeks before keep what they had.
        </p>
        <p class="label" role="status">
          @if (meanwhile(); as capacity) {
            Meanwhile it was set to {{ capacity }}.
          }
        </p>
        <p id="capacity-error" class="error" role="alert">
          @if (error()) {
            <app-icon name="close" />{{ error() }}
          } @else if (refused(); as refused) {
            <app-icon name="close" />The capacity was not set. {{ refused.message }} It is still
            here.
          }
        </p>
        <div class="acts">
          <button matButton="filled" type="submit" [disabled]="saving() === 'saving'">
            Set capacity
          </button>
          <button matButton type="button" (click)="editing.set(false)">Cancel</button>
        </div>
      </form>
    } @else {
      <button matButton="outlined" type="button" (click)="begin()">
        {{ capacity() === null ? 'Set capacity' : 'Change capacity' }}
      </button>
      <span class="label good" role="status">{{
        saving() === 'saved' ? 'Capacity set.' : ''
      }}</span>
    }
  `,
  styleUrl: './capacity-form.css',
})
export class CapacityForm {
  readonly capacity = input.required<number | null>();
  readonly today = input.required<string>();
  readonly saving = input.required<'idle' | 'saving' | 'saved'>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewCapacity>();

  protected readonly most = MOST;
  protected readonly editing = signal(false);
  /** As it was when the form was opened: what is written stays while somebody else sets another. */
  protected readonly opened = signal<{ capacity: number | null; today: string }>({
    capacity: null,
    today: '',
  });
  protected readonly meanwhile = computed(() => {
    const capacity = this.capacity();
    return capacity === this.opened().capacity ? null : capacity;
  });
  protected readonly error = signal('');

  constructor() {
    effect(() => {
      if (this.saving() === 'saved') this.editing.set(false);
    });
  }

  protected begin(): void {
    this.error.set('');
    this.opened.set({ capacity: this.capacity(), today: this.today() });
    this.editing.set(true);
  }

  protected submit(places: string, since: string): void {
    const capacity = Number(places);
    this.error.set(errorOf(capacity, since));
    if (!this.error()) this.submitted.emit({ capacity, since });
  }
}

function errorOf(capacity: number, since: string): string {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST) {
    return `Places are a whole number from 1 to ${MOST}.`;
  }
  return since ? '' : 'Choose the day from which the places hold.';
}
