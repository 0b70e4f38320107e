import { Component, computed, input } from '@angular/core';
import {
  ASAM_DIMENSIONS,
  EDITION_WORDS,
  isAssessed,
} from '#domain/client-progress/asam-dimensions';
import type { DimensionAssessment } from '#domain/client-progress/dimension-assessment.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';

/** The last assessment by dimension beside the one before: who rated, when, and what was noted. */
@Component({
  selector: 'app-dimension-table',
  template: `
    <p class="label sub">Written by staff: no source is read for them.</p>
    @if (last()) {
      <table>
        <caption class="label">
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr class="label">
            <th scope="col">Dimension</th>
            <th scope="col" class="found">Last</th>
            @if (compared()) {
              <th scope="col" class="found">Before</th>
            }
          </tr>
        </thead>
        @for (row of rows(); track row.name) {
          <tbody>
            <tr>
              <th scope="row">{{ row.number }} {{ row.name }}</th>
              @for (found of row.found; track $index) {
                <td class="found" [class.unknown]="!found.isAssessed">{{ found.words }}</td>
              }
            </tr>
            @for (note of row.notes; track $index) {
              <tr>
                <td class="note" [attr.colspan]="compared() ? 3 : 2">
                  <span class="dim">{{ note.day }}:</span> {{ note.words }}
                </td>
              </tr>
            }
          </tbody>
        }
      </table>
      @if (otherEdition(); as other) {
        <p class="label sub">{{ other }}</p>
      }
    }
  `,
  styles: `
    table {
      width: 100%;
      margin-top: 4px;
      border-collapse: collapse;
    }
    caption {
      padding-bottom: 4px;
      text-align: start;
      color: var(--tl-ink-2);
    }
    tbody {
      border-top: 1px solid var(--tl-line);
    }
    th {
      font-weight: 400;
      text-align: start;
    }
    th,
    td {
      padding: 3px 0;
      vertical-align: top;
    }
    .found {
      width: 60px;
      padding-left: 8px;
      text-align: end;
    }
    .note {
      padding-top: 0;
      font: var(--tl-label);
      color: var(--tl-ink-2);
      overflow-wrap: anywhere;
    }
  `,
})
export class DimensionTable {
  /** The last assessed first. */
  readonly assessments = input.required<readonly DimensionAssessment[]>();
  readonly asOf = input.required<string>();

  protected readonly last = computed(() => this.assessments()[0]);
  protected readonly before = computed(() => this.assessments()[1]);
  protected readonly caption = computed(() => {
    const [last, before] = [this.last(), this.before()];
    if (!last) return '';
    const said = `ASAM Criteria, ${EDITION_WORDS[last.edition]}, last ${this.who(last)}`;
    return before ? `${said}; before ${this.who(before)}` : said;
  });
  /** Dimensions of two editions are not the same: they do not stand beside each other. */
  protected readonly compared = computed(() => {
    const [last, before] = [this.last(), this.before()];
    return before && before.edition === last?.edition ? before : null;
  });
  protected readonly otherEdition = computed(() => {
    const before = this.before();
    return before && !this.compared()
      ? `The one before was by the ${EDITION_WORDS[before.edition]}, whose dimensions are others.`
      : '';
  });
  protected readonly rows = computed(() => {
    const [last, compared] = [this.last(), this.compared()];
    if (!last) return [];
    const shown = [last, ...(compared ? [compared] : [])];
    return ASAM_DIMENSIONS[last.edition].map((name, index) => ({
      ...{ name, number: index + 1 },
      found: shown.map(({ edition, dimensions }) => foundIn(edition, dimensions[index])),
      notes: shown.flatMap(({ on, dimensions }) => {
        const note = dimensions[index]?.note;
        return note ? [{ day: this.day(on), words: note }] : [];
      }),
    }));
  });

  private who({ on, rater }: DimensionAssessment): string {
    return `${this.day(on)}, ${rater}`;
  }

  private day(day: string): string {
    return clinicDate(`${day}T12:00:00Z`, 'UTC', this.asOf());
  }
}

function foundIn(
  edition: DimensionAssessment['edition'],
  one: DimensionAssessment['dimensions'][number] = { risk: null, note: null },
) {
  if (!isAssessed(edition, one)) return { isAssessed: false, words: 'not assessed' };
  return { isAssessed: true, words: one.risk === null ? 'in words' : `risk ${one.risk}` };
}
