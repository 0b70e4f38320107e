import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import type { FoundClient } from '#domain/client-search/client-search.contract';
import type { NewTaskEntry, Tasks } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { accessFeature } from '../../access/state/access.feature';
import { ClientChoice } from '../../client-choice/client-choice';

/** A task that a person makes: for themselves or a colleague, about a client or not. */
@Component({
  selector: 'app-add-task',
  imports: [ClientChoice, MatButton],
  template: `
    <h3>Add a task</h3>
    <form novalidate (submit)="$event.preventDefault(); add(words.value, due.value, owner.value)">
      <label for="own-words">What is to be done?</label>
      <input #words id="own-words" type="text" autocomplete="off" maxlength="200" />
      <label for="own-due">By</label>
      <input #due id="own-due" type="date" [value]="today()" />
      <app-client-choice label="About" hint="optional" [(client)]="client" />
      <label for="own-owner">Who does it</label>
      <select #owner id="own-owner">
        @for (person of colleagues(); track person.id) {
          <option [value]="person.id" [selected]="person.id === me()?.staffId">
            {{ person.name }}
          </option>
        }
      </select>
      <p class="error" role="alert">
        @if (missing()) {
          Say what is to be done, and by when.
        } @else if (refused(); as refused) {
          The task was not added. {{ refused.message }} It is still here. Try again.
        }
      </p>
      <button matButton="filled" type="submit" [attr.aria-disabled]="sending()">Add task</button>
    </form>
  `,
  styleUrl: '../../ui/small-form.css',
})
export class AddTask {
  readonly today = input.required<string>();
  readonly colleagues = input.required<Tasks['colleagues']>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewTaskEntry>();
  readonly arrived = output();

  protected readonly me = inject(Store).selectSignal(accessFeature.selectMe);
  protected readonly client = signal<FoundClient | null>(null);
  protected readonly missing = signal(false);
  /** One for this form, however often it is sent. */
  private readonly id: string = crypto.randomUUID();

  constructor() {
    let wasSending = false;
    effect(() => {
      const isSending = this.sending();
      if (wasSending && !isSending && !untracked(this.refused)) this.arrived.emit();
      wasSending = isSending;
    });
  }

  protected add(words: string, dueOn: string, ownerId: string): void {
    this.missing.set(!words.trim() || !dueOn);
    if (this.missing() || this.sending()) return;
    this.submitted.emit({
      id: this.id,
      act: 'made',
      clientId: this.client()?.clientId ?? null,
      words: words.trim(),
      dueOn,
      ownerId: ownerId || null,
    });
  }
}
