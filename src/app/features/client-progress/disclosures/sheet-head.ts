import { Component, input } from '@angular/core';

/** Whom a sheet is about, from whom and to whom: what a receiver looks for first. */
@Component({
  selector: 'app-sheet-head',
  template: `
    <h2>{{ title() }}</h2>
    <p class="name">{{ name() }}</p>
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.value }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      padding-bottom: 8px;
      border-bottom: 2px solid var(--tl-ink);
    }
    .name {
      font: 600 20px/28px var(--tl-font);
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 28px;
    }
    dt {
      font: var(--tl-label);
      color: var(--tl-ink-3);
    }
    dd {
      margin: 0;
    }
    @media print {
      dl {
        gap: 4px 24px;
        font: 400 12px/16px var(--tl-font);
      }
    }
  `,
})
export class SheetHead {
  readonly title = input.required<string>();
  readonly name = input.required<string>();
  readonly facts = input.required<readonly { name: string; value: string }[]>();
}
