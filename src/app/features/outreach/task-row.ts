import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NewTaskEntry, Task, Tasks } from '#domain/outreach/task.contract';
import type { Problem } from '#domain/problem.contract';
import { ClientName } from '../../ui/client-name/client-name';
import { calendarDay } from '../../ui/clinic-time/clinic-time';
import { Popover } from '../../ui/popover/popover';
import { dueInWords } from '../../ui/task/due-in-words';
import { TaskActs } from './task-acts';
import { TaskMark } from '../../ui/task/task-mark';
import { aftercareOf, ASKS_FOR_CONTACT } from './task-words';

/** One task: by when, what and why, about whom, whose, and what can be done about it. */
@Component({
  selector: 'app-task-row',
  imports: [ClientName, Popover, RouterLink, TaskActs, TaskMark],
  templateUrl: './task-row.html',
  styleUrl: './task-row.css',
})
export class TaskRow {
  readonly task = input.required<Task>();
  readonly asOf = input.required<string>();
  readonly today = input.required<string>();
  readonly colleagues = input.required<Tasks['colleagues']>();
  /** Whose name goes without saying. */
  readonly readerId = input.required<string | null>();
  /** A past moment is looked at, and nothing is changed in it. */
  readonly past = input.required<boolean>();
  /** Its own entry is on its way. */
  readonly sending = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly submitted = output<NewTaskEntry>();
  readonly opened = output();

  protected readonly acting = signal(false);
  protected readonly due = computed(() => dueInWords(this.task(), this.asOf()));
  protected readonly asksForContact = computed(() => ASKS_FOR_CONTACT.includes(this.task().rule));
  protected readonly aftercare = computed(() => aftercareOf(this.task()));
  protected readonly coveredUntil = computed(() => {
    const covering = this.task().covering;
    return covering ? calendarDay(covering.until) : '';
  });

  protected open(): void {
    this.acting.set(true);
    this.opened.emit();
  }
}
