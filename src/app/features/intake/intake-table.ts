import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IntakeList, WaitingClient } from '#domain/intake/intake.contract';
import { ClientName } from '../../ui/client-name/client-name';
import { clientNameText } from '../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { calendarDay } from '../../ui/clinic-time/clinic-time';
import { RecordLinks } from '../../ui/source-record/record-links';
import { priorityWords, stepWords } from './intake-words';

/** Who waits, in the order in which they are to be admitted. */
@Component({
  selector: 'app-intake-table',
  imports: [ClientName, RecordLinks, RouterLink],
  templateUrl: './intake-table.html',
  styleUrls: ['../../ui/list-table.css', './intake-table.css'],
})
export class IntakeTable {
  readonly list = input.required<IntakeList>();

  protected readonly rows = computed(() => {
    const { asOf, waiting } = this.list();
    return waiting.map((one) => ({
      one,
      asked: one.requestedOn ? askedOn(one.requestedOn, asOf) : 'date not recorded',
      priority: priorityWords(one.priority),
      step: stepWords(one, asOf),
      isOpen: one.step === 'no-assessment' || one.step === 'assessment-missed',
    }));
  });

  private readonly initialsOnly = inject(InitialsOnly);

  /** As it is shown, for those who hear the links. */
  protected nameOf(one: WaitingClient): string {
    return clientNameText(one, this.initialsOnly.on());
  }
}

const askedOn = (day: string, asOf: string): string =>
  calendarDay(day) + (day.slice(0, 4) === asOf.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`);
