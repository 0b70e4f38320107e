import { Component, computed, input, output } from '@angular/core';
import type { AftercareCard } from '#domain/aftercare/aftercare.contract';
import { isLate } from '#domain/aftercare/aftercare-order';
import { ClientName } from '../../ui/client-name/client-name';
import { daysWords, initials } from './aftercare-words';
import { MilestoneBar } from './milestone-bar';
import { NextMilestone } from './next-milestone';

/** A client between two levels of care; opens their plan. */
@Component({
  selector: 'app-aftercare-card',
  imports: [ClientName, MilestoneBar, NextMilestone],
  template: `
    <button
      type="button"
      [id]="'card-' + card().episodeId"
      [class.late]="late()"
      [class.open]="open()"
      [attr.aria-expanded]="open()"
      (click)="opened.emit(card().episodeId)"
    >
      <span class="line">
        <b><app-client-name [client]="card()" /></b>&ngsp;
        <span class="days number">{{ days() }}</span> </span
      >&ngsp;
      <span class="to sub">
        {{ card().destination ?? 'not chosen' }}
        @if (card().onHold) {
          · on hold
        }</span
      >&ngsp; <app-milestone-bar [card]="card()" />&ngsp;
      <span class="line">
        <app-next-milestone [card]="card()" />&ngsp;
        @if (card().counselor; as counselor) {
          <abbr class="dim" [title]="counselor.name">{{ short(counselor.name) }}</abbr>
        }
      </span>
    </button>
  `,
  styleUrl: './aftercare-card-button.css',
})
export class AftercareCardButton {
  readonly card = input.required<AftercareCard>();
  readonly open = input(false);
  /** The episode that was chosen. */
  readonly opened = output<string>();

  protected readonly late = computed(() => isLate(this.card()) || this.card().missedOn !== null);
  protected readonly days = computed(() => daysWords(this.card()));
  protected readonly short = initials;
}
