import type { ElementRef } from '@angular/core';
import { afterNextRender, Component, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { NewProcessChange } from '#domain/measures/process-change.contract';
import type { Problem } from '#domain/problem.contract';
import { Icon } from '../../../ui/icon/icon';

/** As many as stand over the chart in one line. */
const LONGEST = 120;

/** From which day on things are done in another way, in words that stand over the chart. */
@Component({
  selector: 'app-process-change-form',
  imports: [Icon, MatButton],
  template: `
    <form novalidate aria-label="Mark a change of process" (submit)="submit($event)">
      <label for="change-day">First day</label>
      <input
        #day
        id="change-day"
        type="date"
        [attr.aria-invalid]="dayError() !== ''"
        aria-describedby="change-day-help change-day-error"
      />
      <p id="change-day-help" class="help">The limits restart with its week.</p>
      <p id="change-day-error" class="error">
        @if (dayError()) {
          <app-icon name="close" />{{ dayError() }}
        }
      </p>
      <label for="change-words">What changed</label>
      <input
        #words
        id="change-words"
        type="text"
        autocomplete="off"
        [attr.maxlength]="longest"
        [attr.aria-invalid]="wordsError() !== ''"
        aria-describedby="change-words-help change-words-error"
      />
      <p id="change-words-help" class="help">
        Such as 'Evening track opens'. Up to {{ longest }} characters, no client's name.
      </p>
      <p id="change-words-error" class="error">
        @if (wordsError()) {
          <app-icon name="close" />{{ wordsError() }}
        }
      </p>
      @if (site(); as site) {
        <label class="choice">
          <input #only type="checkbox" [checked]="true" />Only at {{ site.name }}
        </label>
      }
      <p class="error" role="alert">
        @if (refused(); as refused) {
          <app-icon name="close" />The change could not be saved. {{ refused.message }} What you
          wrote is still here.
        }
      </p>
      <div class="acts">
        <button matButton="filled" type="submit" [disabled]="saving()">Mark the change</button>
        <button matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: './process-change-form.css',
})
export class ProcessChangeForm {
  readonly today = input.required<string>();
  /** The site the page is narrowed to. */
  readonly site = input.required<{ id: string; name: string } | null>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewProcessChange>();
  readonly cancelled = output();

  protected readonly longest = LONGEST;
  protected readonly dayError = signal('');
  protected readonly wordsError = signal('');

  private readonly day = viewChild.required<ElementRef<HTMLInputElement>>('day');
  private readonly words = viewChild.required<ElementRef<HTMLInputElement>>('words');
  private readonly only = viewChild<ElementRef<HTMLInputElement>>('only');

  constructor() {
    afterNextRender({
      // Once: what is written is not taken back when a new day begins.
      write: () => (this.day().nativeElement.value = this.today()),
      read: () => this.day().nativeElement.focus(),
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const [day, words] = [this.day().nativeElement, this.words().nativeElement];
    this.dayError.set(day.value ? '' : 'Choose the first day on which it held.');
    this.wordsError.set(words.value.trim() ? '' : 'Say in a few words what changed.');
    if (this.dayError() || this.wordsError()) {
      (this.dayError() ? day : words).focus();
      return;
    }
    const onlyHere = this.only()?.nativeElement.checked ?? false;
    const siteId = onlyHere ? (this.site()?.id ?? null) : null;
    this.submitted.emit({ day: day.value, words: words.value.trim(), siteId });
  }
}
