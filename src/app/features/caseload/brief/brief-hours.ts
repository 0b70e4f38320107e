import { Component, computed, inject, input, signal } from '@angular/core';
import type { BriefHours as Hours, ShortClient } from '#domain/caseload/brief.contract';
import { initialsOf, shortName } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { formatHours, formatPrescribed } from '../../../ui/hours-bar/format-hours';
import { hoursDrawing } from '../../../ui/hours-bar/hours-drawing';
import { makeUpInWords, roomInWords } from './room-in-words';
import { ShortClientPopover } from './short-client-popover';

/** The hours of the week over the caseload, who lacks some, and where there is room to make them up. */
@Component({
  selector: 'app-brief-hours',
  imports: [ShortClientPopover],
  template: `
    <div class="head">
      <h2>Hours this week</h2>
      &ngsp;
      <span class="meta">{{ clients() }}</span>
    </div>
    @if (hours().clients > 0) {
      <div class="bar" role="img" [attr.aria-label]="words()">
        @for (part of bar(); track part.className) {
          <svg [style.flex-grow]="part.minutes">
            @if (part.className === 'line-warn') {
              <line x2="100%" y1="8.5" y2="8.5" [attr.class]="part.className" />
            } @else {
              <rect width="100%" y="4" height="9" [attr.class]="part.className" />
            }
          </svg>
        }
        <svg class="tick">
          <line x1="1" x2="1" y1="1" y2="16" [attr.class]="isShort() ? 'line-warn' : 'line-ink'" />
        </svg>
      </div>
      <p class="total number">
        @for (part of parts(); track part.words; let first = $first) {
          {{ first ? '' : '+ ' }}<b>{{ part.hours }}</b> {{ part.words }}
        }
        @if (parts().length > 1) {
          = <b>{{ sum().all }}</b>
        }
        of <b>{{ prescribed() }}</b>&nbsp;h
        @if (sum().beyond; as beyond) {
          <span class="meta">· {{ sum().missing }} missing, {{ beyond }} over</span>
        }
      </p>
    }
    <ul class="lines two">
      @for (client of short(); track client.clientId) {
        <li>
          <button
            #origin
            class="line"
            type="button"
            aria-haspopup="dialog"
            (click)="asked.set({ client: client.client, origin })"
          >
            <b class="number short">{{ client.missing }}</b>&ngsp; <span>{{ client.name }}</span>
          </button>
        </li>
      } @empty {
        <li class="sub">Nobody is short by what is delivered and booked.</li>
      }
    </ul>
    @if (room(); as room) {
      <p class="room">{{ room }}</p>
    }
    @if (asked(); as act) {
      @defer (on immediate) {
        <app-short-client-popover
          [client]="act.client"
          [origin]="act.origin"
          [asOf]="asOf()"
          [timeZone]="timeZone()"
          (closed)="asked.set(null)"
        />
      }
    }
  `,
  styleUrl: './brief-hours.scss',
})
export class BriefHours {
  readonly hours = input.required<Hours>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly asked = signal<{ client: ShortClient; origin: Element } | null>(null);
  protected readonly words = computed(() => hoursDrawing(this.hours().hours).words);
  /** As wide as they are long; what is missing ends the bar, since some have more than prescribed. */
  protected readonly bar = computed(() => {
    const { delivered, assumed, booked, unrecorded, missing } = this.hours().hours;
    return [
      { className: 'fill-attended', minutes: delivered },
      { className: 'hatch-assumed', minutes: assumed },
      { className: 'hatch-booked', minutes: booked },
      { className: 'hatch-unrecorded', minutes: unrecorded },
      { className: 'line-warn', minutes: missing ?? 0 },
    ].filter(({ minutes }) => minutes > 0);
  });
  protected readonly isShort = computed(() => (this.hours().hours.missing ?? 0) > 0);
  protected readonly prescribed = computed(() => formatPrescribed(this.hours().hours.prescribed));
  protected readonly parts = computed(() => {
    const { delivered, assumed, booked, unrecorded } = this.hours().hours;
    return [
      { minutes: delivered, words: 'delivered' },
      { minutes: assumed, words: 'assumed' },
      { minutes: booked, words: 'booked' },
      { minutes: unrecorded, words: 'not recorded' },
    ]
      .filter(({ minutes, words }) => minutes > 0 || words === 'delivered')
      .map(({ minutes, words }) => ({ minutes, hours: formatHours(minutes), words }));
  });
  /** Of what is written beside it, so that whoever adds up comes to the same. */
  protected readonly sum = computed(() => {
    const { prescribed, missing } = this.hours().hours;
    const all = this.parts().reduce((sum, { minutes }) => sum + asWritten(minutes), 0);
    const beyond = all - asWritten(prescribed ?? all) + asWritten(missing ?? 0);
    return {
      all: formatHours(all),
      missing: formatHours(missing ?? 0),
      beyond: beyond > 0 && (missing ?? 0) > 0 ? formatHours(beyond) : null,
    };
  });
  protected readonly clients = computed(() => {
    const { clients, onHold, notPrescribed, short } = this.hours();
    return [
      `${clients} ${clients === 1 ? 'client' : 'clients'}`,
      onHold ? `${onHold} on hold` : '',
      notPrescribed ? `${notPrescribed} without a plan` : '',
      short.length ? `${short.length} short` : '',
    ]
      .filter(Boolean)
      .join(', ');
  });
  protected readonly short = computed(() => {
    const name = this.initialsOnly.on() ? initialsOf : shortName;
    return this.hours().short.map((client) => ({
      client,
      clientId: client.clientId,
      name: name(client),
      missing: `−${formatHours(client.hours.missing ?? 0)}`,
    }));
  });
  protected readonly room = computed(() => {
    const offers = this.hours().short.flatMap(({ makeUp }) => makeUp);
    if (this.hours().short.length === 0) return '';
    return roomInWords(makeUpInWords(offers, this.timeZone(), this.asOf()));
  });

  private readonly initialsOnly = inject(InitialsOnly);
}

/** The minutes of the tenth of an hour that is written. */
const asWritten = (minutes: number): number => Math.round(minutes / 6) * 6;
