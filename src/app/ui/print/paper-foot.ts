import { Component, input } from '@angular/core';

/**
 * At the foot of what is printed: that it may not be passed on (42 CFR 2.32, notice to accompany
 * disclosure, its short form), who printed it and when.
 */
@Component({
  selector: 'app-paper-foot',
  template: `
    <p>42 CFR part 2 prohibits unauthorized use or disclosure of these records.</p>
    <p>Printed by {{ name() }}, {{ role() }}, {{ at() }}.</p>
  `,
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        display: block;
        margin-top: 12px;
        padding-top: 6px;
        border-top: 1px solid var(--tl-line-strong);
        font: var(--tl-label);
        color: var(--tl-ink-2);
        break-inside: avoid;
      }
    }
  `,
})
export class PaperFoot {
  readonly name = input.required<string>();
  readonly role = input.required<string>();
  /** As the clinic writes it: 'Wed 18 Nov 2026, 8:02 am'. */
  readonly at = input.required<string>();
}
