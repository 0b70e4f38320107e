import { Component, computed, inject, input, signal } from '@angular/core';
import type { BriefHours as Hours, ShortClient } from '#domain/caseload/brief.contract';
import { initialsOf, shortName } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { formatHours, formatPrescribed } from '../../../ui/hours-bar/format-hours';
import { hoursDrawing } from '../../../ui/hours-bar/hours-drawing';
import { hoursOfAll } from './hours-of-all';
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
      <svg class="bar" role="img" [attr.aria-label]="words()">
        @for (segment of bar().segments; track segment.className) {
          <rect
            y="4"
            height="9"
            [attr.class]="segment.className"
            [attr.x]="segment.x + '%'"
            [attr.width]="segment.width + '%'"
          />
        }
        @if (bar().missing; as missing) {
          <line
            class="line-warn"
            y1="8.5"
            y2="8.5"
            stroke-width="1.5"
            stroke-dasharray="2 2"
            [attr.x1]="missing.from + '%'"
            [attr.x2]="missing.to + '%'"
          />
        }
        <line
          stroke-width="2"
          y1="1"
          y2="16"
          [attr.class]="bar().missing ? 'line-warn' : 'line-ink'"
          [attr.x1]="bar().tick + '%'"
          [attr.x2]="bar().tick + '%'"
        />
      </svg>
      <p class="total number">
        @for (part of parts(); track part.words; let first = $first) {
          {{ first ? '' : '+ ' }}<b>{{ part.hours }}</b> {{ part.words }}
        }
        of <b>{{ prescribed() }}</b> h
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
  protected readonly bar = computed(() => hoursOfAll(this.hours().hours));
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
      .map(({ minutes, words }) => ({ hours: formatHours(minutes), words }));
  });
  protected readonly clients = computed(() => {
    const { clients, onHold, notPrescribed } = this.hours();
    return [
      `${clients} ${clients === 1 ? 'client' : 'clients'}`,
      onHold ? `${onHold} on hold` : '',
      notPrescribed ? `${notPrescribed} without a plan` : '',
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
