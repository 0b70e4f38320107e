import { Component, computed, input } from '@angular/core';
import type { ResourceCount } from '#domain/data-sources/data-sources.contract';

const COLUMNS = ['received', 'used', 'heldBack', 'setAside'] as const;
const HEADS = ['Received', 'Used', 'Held back', 'Set aside'];

/** What came and what was used, by type. */
@Component({
  selector: 'app-resource-counts',
  template: `
    <table class="plain-table">
      <caption>
        What came, and what was used
      </caption>
      <thead>
        <tr>
          <th scope="col">Type</th>
          @for (head of heads; track head) {
            <th scope="col" class="right">{{ head }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.name) {
          <tr [class.strong]="$last">
            <th scope="row">{{ row.name }}</th>
            @for (number of row.numbers; track $index) {
              <td class="right number">{{ number.toLocaleString('en-US') }}</td>
            }
          </tr>
        }
      </tbody>
    </table>
    <p class="label dim">
      Set aside: entered in error, or about nothing that is shown here. Types that are not read yet
      are kept, and used by nothing.
    </p>
  `,
  styles: `
    .plain-table td,
    .plain-table th {
      height: 26px;
      padding-right: 8px;
    }
    th[scope='row'] {
      font: inherit;
      color: inherit;
    }
    /* Five columns on a phone: the heads stand on two lines. */
    @media (max-width: 480px) {
      .plain-table td,
      .plain-table th {
        padding-right: 4px;
        white-space: normal;
        font-stretch: 88%;
      }
    }
    p {
      padding-top: 6px;
    }
  `,
})
export class ResourceCounts {
  readonly counts = input.required<readonly ResourceCount[]>();

  protected readonly heads = HEADS;
  protected readonly rows = computed(() => {
    const rows = this.counts().map((count) => ({
      name: count.resourceType.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      numbers: COLUMNS.map((column) => count[column]),
    }));
    const all = COLUMNS.map((column) =>
      this.counts().reduce((total, count) => total + count[column], 0),
    );
    return [...rows, { name: 'All', numbers: all }];
  });
}
