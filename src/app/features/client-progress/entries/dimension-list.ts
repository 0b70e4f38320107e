import { Component, computed, input, linkedSignal } from '@angular/core';
import {
  ASAM_DIMENSIONS,
  EDITION_WORDS,
  isAssessed,
} from '#domain/client-progress/asam-dimensions';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { SaysOf } from '#domain/client-progress/page-entry';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { DimensionTable } from '../plan/dimension-table';
import { EntrySection } from './entry-section';
import { typed } from './typed';

const RISKS = ['0', '1', '2', '3', '4'];

/** The six dimensions as staff assessed them, by the edition that they went by. */
@Component({
  selector: 'app-dimensions',
  imports: [DimensionTable, EntrySection],
  template: `
    <app-entry-section
      kind="dimensions"
      heading="Six dimensions"
      none="Nobody has written an assessment."
      act="Assess"
      send="Write assessment"
      [episodeId]="episodeId()"
      [clientId]="client().clientId"
      [timeZone]="client().timeZone"
      [asOf]="client().asOf"
      [read]="read"
    >
      <app-dimension-table [assessments]="client().plan.dimensions" [asOf]="client().asOf" />
      <ng-template #row let-entry>
        <b>{{ day(entry.says.on) }}</b>, {{ editions[entry.says.edition] }}:
        {{ assessed(entry.says) }} of 6 assessed
        @if (entry.says.rater) {
          by {{ entry.says.rater }}
        }
      </ng-template>
      <ng-template #fields>
        <label for="dimensions-edition">Edition of the ASAM Criteria</label>
        <select #chosen id="dimensions-edition" name="edition" (change)="edition.set(chosen.value)">
          @if (!edition()) {
            <option value="">Choose</option>
          }
          @for (one of ['3', '4']; track one) {
            <option [value]="one" [selected]="one === edition()">{{ editions[one] }}</option>
          }
        </select>
        <label for="dimensions-on">Assessed on</label>
        <input id="dimensions-on" name="on" type="date" [value]="today()" [max]="today()" />
        <label for="dimensions-rater"
          >Rated by, if not you <span class="sub">(optional)</span></label
        >
        <input id="dimensions-rater" name="rater" type="text" autocomplete="off" maxlength="100" />
        @for (name of names(); track name) {
          <fieldset>
            <legend>{{ $index + 1 }} {{ name }}</legend>
            @if (edition() === '3') {
              <label [attr.for]="'dimension-risk-' + $index" class="sub">Risk, 0 to 4</label>
              <select [id]="'dimension-risk-' + $index" name="risk">
                <option value="">Not assessed</option>
                @for (risk of risks; track risk) {
                  <option [value]="risk">{{ risk }}</option>
                }
              </select>
              <label [attr.for]="'dimension-note-' + $index" class="sub">Note (optional)</label>
            } @else {
              <label [attr.for]="'dimension-note-' + $index" class="sub"
                >In words; empty is not assessed</label
              >
            }
            <textarea
              [id]="'dimension-note-' + $index"
              name="note"
              rows="2"
              maxlength="300"
            ></textarea>
          </fieldset>
        }
      </ng-template>
    </app-entry-section>
  `,
  styleUrl: './entry-fields.css',
  styles: `
    fieldset {
      width: 100%;
      margin: 8px 0 0;
      padding: 0;
      border: 0;
    }
    fieldset label {
      font: var(--tl-label);
    }
  `,
})
export class DimensionList {
  readonly client = input.required<ClientProgress>();

  protected readonly day = calendarDay;
  protected readonly editions: Readonly<Record<string, string>> = EDITION_WORDS;
  protected readonly risks = RISKS;
  protected readonly episodeId = computed(() => this.client().line?.episodeId ?? null);
  private readonly ofLevel = computed(() => this.client().line?.level?.edition ?? '');
  /** That of the level of care, until somebody chooses another; '' where the level does not say. */
  protected readonly edition = linkedSignal(() => this.ofLevel());
  protected readonly names = computed(() => {
    const edition = this.edition();
    return edition === '3' || edition === '4' ? ASAM_DIMENSIONS[edition] : [];
  });
  protected readonly today = computed(() => {
    const { asOf, timeZone } = this.client();
    return localTime(Date.parse(asOf), timeZone).day;
  });

  protected assessed({ edition, dimensions }: SaysOf<'dimensions'>): number {
    return dimensions.filter((one) => isAssessed(edition, one)).length;
  }

  protected readonly read = (form: FormData): SaysOf<'dimensions'> | string => {
    const edition = typed(form, 'edition');
    if (edition !== '3' && edition !== '4') return 'Choose the edition.';
    const on = typed(form, 'on');
    if (!on) return 'Choose the day of the assessment.';
    const [risks, notes] = [form.getAll('risk'), form.getAll('note')];
    const note = (index: number) => wordsOf(notes[index]) || null;
    const found = this.names().map((_, index) => ({ note: note(index) }));
    const by = { on, rater: typed(form, 'rater') || null };
    const says: SaysOf<'dimensions'> =
      edition === '3'
        ? {
            edition,
            ...by,
            dimensions: found.map((one, at) => ({ ...one, risk: riskOf(risks[at]) })),
          }
        : { edition, ...by, dimensions: found.map((one) => ({ ...one, risk: null })) };
    if (this.assessed(says) > 0) return says;
    return edition === '3' ? 'Rate one dimension at least.' : 'Write of one dimension at least.';
  };
}

const wordsOf = (value: FormDataEntryValue | undefined): string =>
  typeof value === 'string' ? value.trim() : '';

const riskOf = (value: FormDataEntryValue | undefined): number | null => {
  const words = wordsOf(value);
  return words === '' ? null : Number(words);
};
