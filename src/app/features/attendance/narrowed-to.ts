import { Component, computed, input, output } from '@angular/core';
import { stopInWords } from '#domain/aftercare/flow-stop-words';
import { DISCHARGE_REASONS, type DischargeReason } from '#domain/episode/discharge-reason';
import { statusWord } from '../../ui/status-mark/status-word';
import { Icon } from '../../ui/icon/icon';
import type { SessionAddress } from './session-address';

/** What the address narrows the list to and no list of choices shows: each can be taken away. */
@Component({
  selector: 'app-narrowed-to',
  imports: [Icon],
  template: `
    @for (narrowed of all(); track narrowed.name) {
      <button
        class="chip on"
        type="button"
        [attr.aria-label]="narrowed.word + ' ' + narrowed.value + ', show any'"
        (click)="clear(narrowed.name)"
      >
        {{ narrowed.word }} {{ narrowed.value }} <app-icon name="close" />
      </button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    app-icon {
      width: 12px;
      height: 12px;
    }
  `,
})
export class NarrowedTo {
  readonly address = input.required<SessionAddress>();
  readonly changed = output<SessionAddress>();

  protected readonly all = computed(() =>
    NARROWED.flatMap(({ name, word, said }) => {
      const value = this.address()[name];
      return value ? [{ name, word, value: said(value, this.address()) }] : [];
    }),
  );

  protected clear(name: string): void {
    this.changed.emit({ [name]: '', ...(name === 'fromStop' && { toStop: '' }) });
  }
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const asItIs = (value: string) => value;
const NARROWED: readonly {
  name: string;
  word: string;
  said: (value: string, address: SessionAddress) => string;
}[] = [
  { name: 'counselor', word: 'Counselor', said: () => 'one' },
  { name: 'level', word: 'Level', said: asItIs },
  { name: 'weekday', word: 'Weekday', said: (day) => DAYS[Number(day) - 1] ?? day },
  { name: 'hour', word: 'Hour', said: inHours },
  { name: 'reason', word: 'Discharge', said: reasonInWords },
  { name: 'destination', word: 'Destination', said: asItIs },
  { name: 'fromStop', word: 'Flow', said: flowInWords },
  { name: 'status', word: 'Status', said: statusWord },
];

/** Each shown by a list or a button of its own. */
const LISTED = ['site', 'program', 'kind', 'track', 'concern'];

/** How many of an address's choices keep sessions out. */
export const narrowedBy = (address: SessionAddress): number =>
  [...LISTED, ...NARROWED.map(({ name }) => name)].filter((name) => address[name]).length;

/** An address with none of them. */
export const withoutNarrowing = (): SessionAddress =>
  Object.fromEntries(
    [...LISTED, 'after', 'toStop', ...NARROWED.map(({ name }) => name)].map((name) => [name, '']),
  );

function reasonInWords(reason: string): string {
  return DISCHARGE_REASONS[Number(reason) as DischargeReason] ?? 'reason not recorded';
}

/** A flow is two stops: they come and go together. */
function flowInWords(from: string, { toStop = '' }: SessionAddress): string {
  return `${stopInWords(from)} to ${stopInWords(toStop)}`;
}

function inHours(hour: string): string {
  const value = Number(hour);
  return `${value % 12 || 12} ${value < 12 ? 'am' : 'pm'}`;
}
