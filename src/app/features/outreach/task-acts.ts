import { Component, effect, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { NewTaskEntry, Task, Tasks } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { WHY } from './task-words';

/** Why there is a task, and the ways to be done with it: close it and say how, put it off, give it away. */
@Component({
  selector: 'app-task-acts',
  imports: [MatButton, RouterLink],
  templateUrl: './task-acts.html',
  styleUrl: '../../ui/small-form.css',
})
export class TaskActs {
  readonly task = input.required<Task>();
  readonly today = input.required<string>();
  readonly colleagues = input.required<Tasks['colleagues']>();
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewTaskEntry>();
  /** What was submitted has arrived. */
  readonly arrived = output();

  protected readonly why = WHY;
  protected readonly missing = signal(false);
  /** One for this form, however often it is sent. */
  private id: string = crypto.randomUUID();

  constructor() {
    let wasSending = false;
    effect(() => {
      const isSending = this.sending();
      if (wasSending && !isSending && !untracked(this.refused)) this.arrived.emit();
      wasSending = isSending;
    });
  }

  protected close(how: string): void {
    this.missing.set(!how.trim());
    if (how.trim()) this.submit({ act: 'closed', words: how.trim() });
  }

  protected putOff(dueOn: string): void {
    if (dueOn) this.submit({ act: 'moved', dueOn });
  }

  protected giveTo(ownerId: string): void {
    if (ownerId) this.submit({ act: 'assigned', ownerId });
  }

  private submit(
    act:
      | { act: 'closed'; words: string }
      | { act: 'moved'; dueOn: string }
      | { act: 'assigned'; ownerId: string },
  ): void {
    if (this.sending()) return;
    const { key, client } = this.task();
    // Another act than the one refused is another entry.
    if (!this.refused()) this.id = crypto.randomUUID();
    this.submitted.emit({ id: this.id, key, clientId: client?.id ?? null, ...act });
  }
}
