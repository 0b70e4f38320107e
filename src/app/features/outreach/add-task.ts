import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import type { NewTaskEntry, Task, Tasks } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { accessFeature } from '../../access/state/access.feature';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { clientNameText } from '../../ui/client-name/client-name-text';

/** A task that a person makes: for themselves or a colleague, about a client or not. */
@Component({
  selector: 'app-add-task',
  imports: [MatButton],
  template: `
    <h3>Add a task</h3>
    <form
      novalidate
      (submit)="$event.preventDefault(); add(words.value, due.value, owner.value, client.value)"
    >
      <label for="own-words">What is to be done?</label>
      <input #words id="own-words" type="text" autocomplete="off" maxlength="200" />
      <label for="own-due">By</label>
      <input #due id="own-due" type="date" [value]="today()" />
      <label for="own-client">About</label>
      <select #client id="own-client">
        <option value="">No client</option>
        @for (person of clients(); track person.id) {
          <option [value]="person.id">{{ nameOf(person) }}</option>
        }
      </select>
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
  styleUrl: './small-form.css',
})
export class AddTask {
  private readonly initialsOnly = inject(InitialsOnly).on;

  readonly today = input.required<string>();
  readonly clients = input.required<readonly NonNullable<Task['client']>[]>();
  readonly colleagues = input.required<Tasks['colleagues']>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewTaskEntry>();
  readonly arrived = output();

  protected readonly me = inject(Store).selectSignal(accessFeature.selectMe);
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

  protected nameOf(client: NonNullable<Task['client']>): string {
    return clientNameText(client, this.initialsOnly());
  }

  protected add(words: string, dueOn: string, ownerId: string, clientId: string): void {
    this.missing.set(!words.trim() || !dueOn);
    if (this.missing() || this.sending()) return;
    this.submitted.emit({
      id: this.id,
      act: 'made',
      clientId: clientId || null,
      words: words.trim(),
      dueOn,
      ownerId: ownerId || null,
    });
  }
}
