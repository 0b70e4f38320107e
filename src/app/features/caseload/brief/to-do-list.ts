import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadBrief } from '#domain/caseload/brief.contract';
import type { Task } from '#domain/outreach/task.contract';
import { initialsOf, shortName } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { dueInWords } from '../../../ui/task/due-in-words';
import { TaskMark } from '../../../ui/task/task-mark';

/** The reader's most pressing tasks; each leads to its own row of the list. */
@Component({
  selector: 'app-to-do-list',
  imports: [RouterLink, TaskMark],
  template: `
    <div class="head">
      <h2>To do</h2>
      &ngsp;<span class="label sub number">{{ toDo().open }} open</span>
      <a class="act" routerLink="/to-do" queryParamsHandling="preserve">All</a>
    </div>
    <ul class="lines">
      @for (line of lines(); track line.key) {
        <li>
          <a
            class="line"
            routerLink="/to-do"
            [queryParams]="{ task: line.key }"
            queryParamsHandling="merge"
          >
            <span class="due number" [class.late]="line.overdue">{{
              line.due
            }}</span>&ngsp;<app-task-mark [rule]="line.rule" />
            <span class="what">{{ line.what }}</span>&ngsp;<span class="who">{{ line.who }}</span>
          </a>
        </li>
      } @empty {
        <li class="sub">Nothing is open.</li>
      }
    </ul>
  `,
  styleUrl: './to-do-list.scss',
})
export class ToDoList {
  readonly toDo = input.required<NonNullable<CaseloadBrief['toDo']>>();
  readonly asOf = input.required<string>();

  protected readonly lines = computed(() => {
    const name = this.initialsOnly.on() ? initialsOf : shortName;
    return this.toDo().tasks.map((task) => ({
      key: task.key,
      rule: task.rule,
      due: dueInWords(task, this.asOf()),
      overdue: task.overdue,
      // The session beside it says of what.
      what: task.sessionId ? 'Record' : task.what,
      who: task.client ? name(task.client) : sessionOf(task),
    }));
  });

  private readonly initialsOnly = inject(InitialsOnly);
}

/** 'Group A, Tue 17 Nov': which roster is to be completed. */
const sessionOf = ({ evidence }: Task): string => evidence.split(':', 1)[0] ?? '';
