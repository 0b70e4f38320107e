import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { MILESTONE_STATUSES, MILESTONE_STATUS_WORDS } from '#domain/aftercare/milestone';
import type { PlanContent } from '#domain/aftercare/plan-content.contract';
import { CONTENT_KINDS, CONTENT_WORDS, isWrittenContent } from '#domain/aftercare/plan-content';
import { AftercarePlanActions } from './aftercare-plan.actions';
import type { NewPlanContent } from './aftercare-plan-api';

/** Writes down how far one content of a plan has come: of which kind, by when, who sees to it. */
@Component({
  selector: 'app-plan-content-form',
  imports: [MatButton],
  template: `
    <form
      #form
      novalidate
      [attr.aria-label]="'Write down: ' + name()"
      (submit)="$event.preventDefault(); submit(form)"
    >
      <label for="content-status">Status</label>
      <select #first id="content-status" name="status">
        @for (one of statuses; track one) {
          <option [value]="one" [selected]="one === 'done'">{{ words[one] }}</option>
        }
      </select>
      <label for="content-kind">Kind <span class="sub">(optional)</span></label>
      <select id="content-kind" name="kind">
        <option value="">not said</option>
        @for (one of kinds(); track one[0]) {
          <option [value]="one[0]">{{ one[1] }}</option>
        }
      </select>
      <label for="content-on">Day it was arranged, or is to be</label>
      <input id="content-on" name="on" type="date" [value]="today()" />
      <label for="content-owner">Who sees to it <span class="sub">(optional)</span></label>
      <input id="content-owner" name="owner" type="text" autocomplete="off" maxlength="100" />
      <label for="content-note">Note <span class="sub">(optional)</span></label>
      <input id="content-note" name="note" type="text" autocomplete="off" maxlength="200" />
      <p class="error" role="alert">{{ missing() }}</p>
      <div class="acts">
        <button matButton="filled" type="submit" [disabled]="saving()">Write it down</button>
        <button matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styleUrl: '../ui/small-form.css',
  styles: `
    :host {
      width: auto;
    }
    form {
      margin: 8px 0 4px;
      padding: 10px 12px 12px;
      border: 1px solid var(--tl-line-strong);
      border-radius: var(--tl-radius);
    }
  `,
})
export class PlanContentForm {
  private readonly store = inject(Store);

  readonly clientId = input.required<string>();
  readonly episodeId = input.required<string>();
  readonly today = input.required<string>();
  readonly content = input.required<PlanContent>();
  readonly saving = input(false);
  readonly cancelled = output();

  protected readonly statuses = MILESTONE_STATUSES;
  protected readonly words = MILESTONE_STATUS_WORDS;
  protected readonly missing = signal('');
  protected readonly name = computed(() => CONTENT_WORDS[this.content().id]);
  protected readonly kinds = computed((): [string, string][] => {
    const { id } = this.content();
    return isWrittenContent(id) ? Object.entries(CONTENT_KINDS[id]) : [];
  });

  private readonly first = viewChild.required<ElementRef<HTMLSelectElement>>('first');
  /** One for what is in the form, however often it is sent. */
  private readonly id: string = crypto.randomUUID();

  constructor() {
    afterNextRender(() => this.first().nativeElement.focus());
  }

  protected submit(form: HTMLFormElement): void {
    if (this.saving()) return;
    const typed = (name: string): string | null => {
      const value = new FormData(form).get(name);
      return (typeof value === 'string' && value.trim()) || null;
    };
    const on = typed('on');
    if (on === null) return this.missing.set('Choose a day.');
    this.missing.set('');
    const content = {
      ...{ id: this.id, kind: 'plan-content', episodeId: this.episodeId() },
      seen: this.content().entryId,
      says: {
        content: this.content().id,
        ...{ status: typed('status'), kind: typed('kind'), on },
        ...{ owner: typed('owner'), note: typed('note') },
      },
    } as NewPlanContent;
    this.store.dispatch(
      AftercarePlanActions.contentSubmitted({ clientId: this.clientId(), content }),
    );
  }
}
