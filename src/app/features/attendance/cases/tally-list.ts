import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeasureTally } from '#domain/measures/measure-cases.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { addDays } from '#domain/calendar/calendar-day';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { ClientName } from '../../../ui/client-name/client-name';
import { clientNameText } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { formatCounted } from '../../../ui/figure/format-rate';
import { RecordLinks } from '../../../ui/source-record/record-links';

/** Behind a figure that is not counted by sessions: an episode, a client's week or day, a group a row. */
@Component({
  selector: 'app-tally-list',
  imports: [ClientName, RecordLinks, RouterLink],
  template: `
    <table class="plain-table" aria-label="Rows behind the figure">
      <thead>
        <tr>
          <th scope="col">{{ ofClients() ? 'Client' : 'Group' }}</th>
          @if (areNamed()) {
            <th scope="col">Which</th>
          }
          <th scope="col">Day</th>
          <th scope="col">Counted</th>
          @if (ofParts()) {
            <th scope="col">Of</th>
          }
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track $index) {
          <tr>
            <td>
              @if (row.client; as client) {
                <a [routerLink]="['/clients', row.one.clientId]" queryParamsHandling="preserve"
                  ><app-client-name [client]="client"
                /></a>
              } @else {
                {{ row.one.group ?? 'not known' }}
              }
            </td>
            @if (areNamed()) {
              <td class="number">{{ row.one.which }}</td>
            }
            <td class="number">{{ row.days }}</td>
            <td class="number">{{ row.counted }}</td>
            @if (ofParts()) {
              <td class="number">{{ row.of }}</td>
            }
            <td class="records">
              @for (id of row.one.recordIds; track id) {
                <app-record-links
                  [recordId]="id"
                  [encounterId]="null"
                  [of]="row.name + ', ' + row.days"
                />
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    .records {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
    }
  `,
})
export class TallyList {
  readonly tallies = input.required<readonly MeasureTally[]>();
  readonly measure = input.required<MeasureDefinition>();

  protected readonly rows = computed(() => this.tallies().map((one) => this.rowOf(one)));

  protected readonly ofClients = computed(() => this.rows().some(({ client }) => client));
  protected readonly areNamed = computed(() => this.tallies().some(({ which }) => which));
  /** 'Of 1' beside every row says nothing. */
  protected readonly ofParts = computed(() =>
    this.tallies().some(({ denominator }) => denominator > 1),
  );

  private readonly initialsOnly = inject(InitialsOnly);

  private rowOf(one: MeasureTally) {
    const { familyName, givenName, day, until, numerator, denominator, counts } = one;
    const { countedIn } = this.measure();
    const client = familyName === null ? null : { familyName, givenName: givenName ?? '' };
    const last = addDays(until, -1);
    return {
      one,
      client,
      name: client ? clientNameText(client, this.initialsOnly.on()) : (one.group ?? ''),
      days: day === last ? calendarDay(day) : `${calendarDay(day)} to ${calendarDay(last)}`,
      counted: counts === 'excluded' ? 'left out' : wordOf(counts, numerator, countedIn),
      of: denominator === 0 ? '' : formatCounted(denominator, countedIn),
    };
  }
}

const wordOf = (
  counts: MeasureTally['counts'],
  numerator: number,
  countedIn: MeasureDefinition['countedIn'],
): string => (counts === 'unrecorded' ? 'not recorded' : formatCounted(numerator, countedIn));
