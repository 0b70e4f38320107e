import { Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import type { ClientOutreach } from '#domain/outreach/contact.contract';
import { CHANNELS, isCallingTime, permitted } from '#domain/outreach/contact-rules';
import type { ContactRules, NewContactRules } from '#domain/outreach/contact-rules.contract';
import { CHANNEL_WORDS, PERMITTED_WORDS } from '#domain/outreach/contact-words';
import type { Problem } from '#domain/problem.contract';
import { valueInWords } from '#domain/settings/value-in-words';
import { clinicMoment, clinicTime } from '../../ui/clinic-time/clinic-time';
import { ContactRulesForm } from './contact-rules-form';

/** By which ways the client may be contacted, as staff wrote it down; and the program's own hours. */
@Component({
  selector: 'app-contact-rules',
  imports: [ContactRulesForm],
  template: `
    <p class="clock" [class.warn]="!isCalling() || isTried()">{{ clock() }}</p>
    <h3>May be contacted by</h3>
    @if (entries().length === 0) {
      <p class="unknown">Not recorded: no way is allowed or forbidden.</p>
    } @else if (!open()) {
      <dl>
        @for (channel of channels(); track channel.word) {
          <div>
            <dt>{{ channel.word }}</dt>
            <dd
              [class.warn]="channel.permitted === 'not-allowed'"
              [class.unknown]="channel.permitted === 'not-recorded'"
            >
              {{ words[channel.permitted] }}
            </dd>
          </div>
        }
      </dl>
    }
    @for (entry of entries(); track entry.id) {
      <p class="label" [class.sub]="$first" [class.dim]="!$first">{{ inWords(entry, $first) }}</p>
    }
    @if (mayWrite()) {
      @if (open()) {
        <app-contact-rules-form
          [clientId]="outreach().clientId"
          [current]="entries()[0] ?? null"
          [saving]="saving()"
          [refused]="refused()"
          (submitted)="submitted.emit($event)"
          (cancelled)="open.set(false)"
        />
      } @else {
        <button
          class="chip"
          type="button"
          aria-label="Change how the client may be contacted"
          (click)="open.set(true)"
        >
          Change
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .clock {
      color: var(--tl-ink-2);
    }
    .clock.warn {
      color: var(--tl-warn);
    }
    h3 {
      margin-top: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 2px 16px;
      margin: 2px 0 4px;
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: 8px;
    }
    dt,
    dd {
      white-space: nowrap;
    }
    dd {
      margin: 0;
    }
    button {
      margin-top: 4px;
    }
    @media (max-width: 420px) {
      dl {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class ContactRulesList {
  readonly outreach = input.required<ClientOutreach>();
  readonly now = input.required<number>();
  readonly mayWrite = input.required<boolean>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  /** Rises when what was written has arrived. */
  readonly changed = input.required<number>();
  readonly submitted = output<NewContactRules>();

  protected readonly words = PERMITTED_WORDS;
  protected readonly open = signal(false);
  protected readonly entries = computed(() => this.outreach().contactRules);
  protected readonly channels = computed(() => {
    const rules = this.entries()[0] ?? null;
    return [
      ...CHANNELS.map((channel) => ({
        word: CHANNEL_WORDS[channel],
        permitted: permitted(rules, channel),
      })),
      { word: 'Program’s name', permitted: rules?.namesProgram ?? 'not-recorded' },
    ];
  });
  protected readonly isCalling = computed(() => {
    const { calling, timeZone } = this.outreach();
    const hours = { callFromHour: calling.fromHour, callToHour: calling.toHour };
    return isCallingTime(this.now(), timeZone, hours);
  });
  protected readonly isTried = computed(() => {
    const { attemptsToday, mostADay } = this.outreach().calling;
    return attemptsToday >= mostADay;
  });
  protected readonly clock = computed(() => {
    const { calling, timeZone } = this.outreach();
    const time = clinicTime(new Date(this.now()).toISOString(), timeZone);
    const hours = `calls from ${valueInWords(calling.fromHour, 'hour')} to ${valueInWords(calling.toHour, 'hour')}`;
    const tried = `tried ${calling.attemptsToday} of ${valueInWords(calling.mostADay, 'times')} today`;
    return `${time} at the client’s site · ${hours}${this.isCalling() ? '' : ', not now'} · ${tried}`;
  });

  constructor() {
    effect(() => {
      if (this.changed() > 0) untracked(() => this.open.set(false));
    });
  }

  /** Who wrote it down; of an earlier one what it said. */
  protected inWords(entry: ContactRules, isCurrent: boolean): string {
    const who = `${entry.reason} · ${entry.madeBy}, ${clinicMoment(entry.madeAt, this.outreach().timeZone)}`;
    if (isCurrent) return who;
    const said = CHANNELS.filter((channel) => entry[channel] !== 'not-recorded').map(
      (channel) => `${CHANNEL_WORDS[channel].toLowerCase()} ${PERMITTED_WORDS[entry[channel]]}`,
    );
    return `before: ${said.join(', ') || 'nothing recorded'}. ${who}`;
  }
}
