import { Component, computed, input, output } from '@angular/core';
import type { Aftercare } from '#domain/aftercare/aftercare.contract';
import { STAGE_WORDS } from '#domain/aftercare/aftercare-stage';
import { ClientName } from '../../ui/client-name/client-name';
import { dayWords, daysWords } from './aftercare-words';
import { MilestoneBar } from './milestone-bar';
import { NextMilestone } from './next-milestone';

/** The board as a table: the same clients, the same order. */
@Component({
  selector: 'app-aftercare-list',
  imports: [ClientName, MilestoneBar, NextMilestone],
  templateUrl: './aftercare-list.html',
  styleUrls: ['../../ui/list-table.css', './aftercare-list.css'],
})
export class AftercareList {
  readonly found = input.required<Aftercare>();
  readonly open = input<string | undefined>();
  readonly opened = output<string>();

  protected readonly rows = computed(() =>
    this.found().cards.map((card) => ({
      card,
      stage: STAGE_WORDS[card.stage].name,
      days: daysWords(card),
      appointment: card.appointmentOn && dayWords(card.appointmentOn, card.today),
    })),
  );
}
