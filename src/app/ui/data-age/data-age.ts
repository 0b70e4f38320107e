import { Component, computed, input } from '@angular/core';
import { clinicMoment } from '../clinic-time/clinic-time';
import { ageInWords } from './age-in-words';

/** How old the data is: a filled dot when fresh, a hollow ring with the reason when not. */
@Component({
  selector: 'app-data-age',
  template: `
    <span class="dot" [class.stale]="late() || !asOf()" aria-hidden="true"></span>
    <span>
      <span class="wide">As of </span>
      @if (asOf(); as asOf) {
        <span class="wide">{{ moment() }}</span>
        <span class="narrow">{{ clock() }}</span>
        @if (age(); as age) {
          <span class="dim wide"> · {{ age }}</span>
        }
      } @else {
        not read yet
      }
      @if (late(); as reason) {
        <span class="late wide"><span class="between"> · </span>{{ reason }}</span>
        &ngsp;<span class="visually-hidden">Not up to date.</span>
      }
    </span>
  `,
  styleUrl: './data-age.css',
})
export class DataAge {
  readonly asOf = input.required<string | null>();
  /** The clinic's now, to count the age from; `null` for a moment that was chosen. */
  readonly now = input<number | null>(null);
  readonly timeZone = input.required<string>();
  readonly late = input<string | null>(null);

  protected readonly moment = computed(() => clinicMoment(this.asOf() ?? '', this.timeZone()));
  protected readonly clock = computed(() => this.moment().split(', ').at(-1));
  protected readonly age = computed(() => {
    const [asOf, now] = [this.asOf(), this.now()];
    return asOf && now !== null ? ageInWords(now - Date.parse(asOf)) : null;
  });
}
