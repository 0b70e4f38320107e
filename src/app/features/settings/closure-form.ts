import type { ElementRef } from '@angular/core';
import { afterNextRender, Component, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '#domain/problem.contract';
import type { NewSiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import { Icon } from '../../ui/icon/icon';

/** As many letters as stand beside a chart; the server takes no more. */
const MOST_WORDS = 120;

/** Which days a site is closed, and in a few words why. */
@Component({
  selector: 'app-closure-form',
  imports: [Icon, MatButton],
  template: `
    <form novalidate aria-label="Add a closure" (submit)="submit($event)">
      <div class="fields">
        <p class="field">
          <label for="closure-first">First day</label>
          <input
            #first
            id="closure-first"
            type="date"
            [attr.aria-invalid]="daysError() !== ''"
            aria-describedby="closure-days-error"
          />
        </p>
        <p class="field">
          <label for="closure-last">Last day</label>
          <input
            #last
            id="closure-last"
            type="date"
            [attr.aria-invalid]="daysError() !== ''"
            aria-describedby="closure-days-help closure-days-error"
          />
          <span id="closure-days-help" class="help">Empty: one day</span>
        </p>
        <p class="field">
          <label for="closure-site">Where</label>
          <select #site id="closure-site">
            <option value="">Every site</option>
            @for (one of closures().sites; track one.id) {
              <option [value]="one.id">{{ one.name }}</option>
            }
          </select>
        </p>
        <p class="field">
          <label for="closure-words">Why</label>
          <input
            #words
            id="closure-words"
            type="text"
            autocomplete="off"
            [attr.maxlength]="most"
            [attr.aria-invalid]="wordsError() !== ''"
            aria-describedby="closure-words-help closure-words-error"
          />
          <span id="closure-words-help" class="help">Such as ‘Thanksgiving’; no client’s name</span>
        </p>
      </div>
      <p id="closure-days-error" class="error">
        @if (daysError()) {
          <app-icon name="close" />{{ daysError() }}
        }
      </p>
      <p id="closure-words-error" class="error">
        @if (wordsError()) {
          <app-icon name="close" />{{ wordsError() }}
        }
      </p>
      <p class="error" role="alert">
        @if (refused(); as refused) {
          <app-icon name="close" />The closure was not set. {{ refused.message }} It is still here.
          Try again.
        }
      </p>
      <div class="acts">
        <button matButton="filled" type="submit" [disabled]="saving()">Set closure</button>
        <button matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: './setting-form.css',
})
export class ClosureForm {
  readonly closures = input.required<SiteClosures>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewSiteClosure>();
  readonly cancelled = output();

  protected readonly most = MOST_WORDS;
  protected readonly daysError = signal('');
  protected readonly wordsError = signal('');

  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('first');
  private readonly last = viewChild.required<ElementRef<HTMLInputElement>>('last');
  private readonly site = viewChild.required<ElementRef<HTMLSelectElement>>('site');
  private readonly words = viewChild.required<ElementRef<HTMLInputElement>>('words');
  /** One a form: sent again after a failure it is the same closure. */
  private readonly id = crypto.randomUUID();

  constructor() {
    afterNextRender({ read: () => this.first().nativeElement.focus() });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const firstDay = this.first().nativeElement.value;
    const lastDay = this.last().nativeElement.value || firstDay;
    const words = this.words().nativeElement.value.trim();
    this.daysError.set(daysProblem(firstDay, lastDay));
    this.wordsError.set(words ? '' : 'Say in a few words why.');
    if (this.daysError() || this.wordsError()) {
      (this.daysError() ? this.first() : this.words()).nativeElement.focus();
      return;
    }
    const siteId = this.site().nativeElement.value || null;
    this.submitted.emit({ id: this.id, siteId, firstDay, lastDay, words });
  }
}

function daysProblem(firstDay: string, lastDay: string): string {
  if (!firstDay) return 'Give the first day.';
  return lastDay < firstDay ? 'Give a last day that is not before the first.' : '';
}
