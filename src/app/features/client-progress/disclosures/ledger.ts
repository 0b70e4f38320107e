import { Component, input } from '@angular/core';

/** One thing that a sheet says: what of, what is recorded, and of which day. */
export interface LedgerRow {
  name: string;
  value: string;
  on: string;
  /** Nothing is recorded of it, and it says so. */
  missing?: boolean;
}

export interface LedgerPart {
  title: string;
  rows: LedgerRow[];
}

/** Facts for paper, each with its day: who reads them knows neither the program nor its screens. */
@Component({
  selector: 'app-ledger',
  template: `
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">As recorded</th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      @for (part of parts(); track part.title) {
        <tbody>
          <tr>
            <th class="part" scope="rowgroup" colspan="3">{{ part.title }}</th>
          </tr>
          @for (row of part.rows; track $index) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td [class.unknown]="row.missing">{{ row.value }}</td>
              <td class="on">{{ row.on }}</td>
            </tr>
          }
        </tbody>
      }
    </table>
  `,
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    th:first-child {
      width: 36%;
    }
    thead th:last-child {
      width: 14%;
    }
    th,
    td {
      padding: 4px 12px 4px 0;
      text-align: left;
      vertical-align: top;
      border-bottom: 1px solid var(--tl-line);
      font: var(--tl-dense);
      overflow-wrap: anywhere;
    }
    thead th {
      font: var(--tl-label);
      color: var(--tl-ink-3);
    }
    tbody th {
      font-weight: 500;
    }
    .part {
      padding-top: 12px;
      border-bottom-color: var(--tl-line-strong);
      font: 600 14px/20px var(--tl-font);
    }
    .on {
      padding-right: 0;
      color: var(--tl-ink-2);
    }
    @media print {
      th,
      td {
        padding-block: 1.5px;
        font: 400 12px/15px var(--tl-font);
      }
      tbody th {
        font-weight: 500;
      }
      .part {
        padding-top: 6px;
        font: 600 12px/16px var(--tl-font);
        break-after: avoid;
      }
    }
  `,
})
export class Ledger {
  readonly parts = input.required<readonly LedgerPart[]>();
}
