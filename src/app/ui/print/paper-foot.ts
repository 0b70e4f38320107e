import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  type OnDestroy,
} from '@angular/core';

/**
 * At the foot of what is printed: that it may not be passed on (42 CFR 2.32, notice to accompany
 * disclosure, its short form), who printed it and when. On every sheet where the browser fills the
 * margins of a page (css-page-3), and at the end wherever it does not.
 */
@Component({
  selector: 'app-paper-foot',
  template: `
    <p>42 CFR part 2 prohibits unauthorized use or disclosure of these records.</p>
    <p>{{ printed() }}</p>
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
export class PaperFoot implements OnDestroy {
  readonly name = input.required<string>();
  readonly role = input.required<string>();
  /** As the clinic writes it: 'Wed 18 Nov 2026, 8:02 am'. */
  readonly at = input.required<string>();

  protected readonly printed = computed(
    () => `Printed by ${this.name()}, ${this.role()}, ${this.at()}.`,
  );

  private readonly document = inject(DOCUMENT);
  /** Margins take no element and no attribute: only a rule can say who printed it. */
  private readonly margin = new CSSStyleSheet();

  constructor() {
    this.document.adoptedStyleSheets.push(this.margin);
    effect(() => this.margin.replaceSync(onEverySheet(this.printed())));
  }

  ngOnDestroy(): void {
    const sheets = this.document.adoptedStyleSheets;
    this.document.adoptedStyleSheets = sheets.filter((sheet) => sheet !== this.margin);
  }
}

const onEverySheet = (words: string): string =>
  `@page { @top-right { content: ${asString(words)}; font: 9pt 'IBM Plex Sans Variable', sans-serif; } }`;

/** As a string of a style sheet: a name may hold anything. */
const asString = (words: string): string =>
  `"${words.replace(/["\\\n\r\f]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
