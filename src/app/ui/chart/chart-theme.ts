import { ApplicationRef, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { type ChartTokens, readTokens } from './chart-tokens';

const MEDIA = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
];

/** The tokens charts are drawn with; new ones whenever the theme, the font or the medium changes. */
@Service()
export class ChartTheme {
  private readonly document = inject(DOCUMENT);
  private readonly view = this.document.defaultView ?? window;
  private readonly read = signal<ChartTokens>(readTokens(this.view));

  readonly tokens = this.read.asReadonly();

  constructor() {
    const readAgain = () => this.read.set(readTokens(this.view));
    const chosen = new MutationObserver(readAgain);
    chosen.observe(this.document.documentElement, { attributeFilter: ['data-theme'] });
    // Paper does not wait for the next turn: what is drawn when this returns is what is printed.
    const [paper, application] = [this.view.matchMedia('print'), inject(ApplicationRef)];
    const readForPaper = () => {
      readAgain();
      application.tick();
    };
    paper.addEventListener('change', readForPaper);
    const media = MEDIA.map((query) => this.view.matchMedia(query));
    for (const medium of media) medium.addEventListener('change', readAgain);
    // A text drawn before its font is there keeps the fallback's letters.
    void this.document.fonts.ready.then(readAgain);
    inject(DestroyRef).onDestroy(() => {
      chosen.disconnect();
      paper.removeEventListener('change', readForPaper);
      for (const medium of media) medium.removeEventListener('change', readAgain);
    });
  }
}
