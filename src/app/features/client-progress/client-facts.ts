import { Component, computed, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import { daysBetween } from '#domain/calendar/calendar-day';
import { entryInWords } from '#domain/client-progress/entry-in-words';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';
import { INFERRED_EPISODE } from '../../ui/inferred-episode/inferred-episode';
import { backgroundFacts, type Fact } from './background-facts';
import { clientEntriesFeature, ofKind } from './state/client-entries.feature';

type EntryRead = Parameters<typeof entryInWords>[0];

/** Kinds of entries by which staff settle something. */
const DECISIONS: ReadonlySet<string> = new Set(['score-review', 'phase', 'planned-discharge']);

const EPISODE_INFERRED: Fact = {
  name: 'Episode',
  value: INFERRED_EPISODE.words,
  definition: INFERRED_EPISODE.definition,
};

/** Where a client stands in the program, at one glance. What is not known is said. */
@Component({
  selector: 'app-client-facts',
  templateUrl: './client-facts.html',
  styleUrl: './client-facts.css',
})
export class ClientFacts {
  readonly client = input.required<ClientProgress>();
  /** As it is shown to the client: where they stand, and nothing of what is recorded about them. */
  readonly shared = input(false);

  private readonly standing = inject(Store).selectSignal(clientEntriesFeature.selectStanding);

  protected readonly line = computed(() => this.client().line);

  protected readonly facts = computed((): Fact[] => {
    const { line, background } = this.client();
    const about = this.shared() ? [] : backgroundFacts(background, this.client().asOf);
    if (!line) return about;
    const week =
      line.plannedWeeks === null ? `${line.week}` : `${line.week} of ${line.plannedWeeks}`;
    return [
      ...(line.inferred ? [EPISODE_INFERRED] : []),
      { name: 'Program', value: [line.program, line.site].filter(Boolean).join(', ') },
      { name: 'Level of care', value: line.level?.code, more: edition(line.level?.edition) },
      { name: 'Track', value: line.track && (line.track === 'day' ? 'Day' : 'Evening') },
      {
        name: 'Phase',
        value: line.phase && `${line.phase.number} of ${line.phase.of}`,
        ...this.written('phase'),
      },
      { name: 'Week', value: week },
      {
        name: 'Planned discharge',
        value: this.plannedEnd(),
        ...this.written('planned-discharge'),
      },
      { name: 'Counselor', value: line.counselor?.name, none: 'none' },
      { name: 'Team', value: this.client().team },
      ...about,
      ...(this.shared() ? [] : this.decided()),
    ];
  });

  protected readonly seen = computed(() => {
    const { line, asOf } = this.client();
    if (!line?.lastSeenAt) return { value: 'not seen yet', due: true };
    const days = line.daysSinceSeen;
    const day = clinicDate(line.lastSeenAt, line.timeZone, asOf);
    return {
      value: `${days} d ago`,
      more: day,
      due: line.flags.some(({ rule }) => rule === 'not-seen'),
    };
  });

  protected readonly next = computed(() => {
    const { line, asOf } = this.client();
    if (!line?.next) return null;
    const { startsAt, service } = line.next;
    const when = `${clinicDate(startsAt, line.timeZone, asOf)}, ${clinicTime(startsAt, line.timeZone)}`;
    return { when, service };
  });

  /** That staff wrote it here, and that the record says something else by now. */
  private written(kind: 'phase' | 'planned-discharge'): Pick<Fact, 'more'> {
    const { line } = this.client();
    const entry = this.standing()
      ?.filter(ofKind(kind))
      .find((one) => one.episodeId === line?.episodeId);
    if (!entry || this.shared()) return {};
    return { more: entry.sourceSays ? 'written here, the record differs' : 'written here' };
  }

  /** What staff decided last here: on a score, a phase, the discharge. Nothing where entries are not the reader's. */
  private decided(): Fact[] {
    const entries = this.standing();
    if (!entries) return [];
    const { asOf, timeZone } = this.client();
    const last = entries.find(({ kind }) => DECISIONS.has(kind));
    if (!last) return [{ name: 'Last decision', value: null, none: 'none written here' }];
    const { what, detail } = entryInWords(last as EntryRead, asOf.slice(0, 10));
    return [
      {
        name: 'Last decision',
        value: what,
        more: `${last.by}, ${clinicDate(last.at, timeZone, asOf)}`,
        ...(detail && { definition: detail }),
      },
    ];
  }

  private plannedEnd(): string | null {
    const { episodes, asOf, line } = this.client();
    const episode = episodes.find(({ id }) => id === line?.episodeId);
    if (!episode?.plannedEnd) return null;
    const day = clinicDate(`${episode.plannedEnd}T12:00:00Z`, 'UTC', asOf);
    const days = daysBetween(asOf.slice(0, 10), episode.plannedEnd);
    return days > 0 ? `${day}, in ${days} days` : day;
  }
}

const edition = (number: string | null | undefined): string =>
  number ? `ASAM ${number === '3' ? '3rd' : '4th'} ed.` : 'edition not known';
