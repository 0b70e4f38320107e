import { Component, computed, input } from '@angular/core';
import type { FollowUpList } from '#domain/aftercare/follow-up.contract';
import { QUESTION_WORDS } from '#domain/aftercare/follow-up-words';
import { Figure } from '../../ui/figure/figure';

/** How many of those who left were reached, and what they said, with what is not known beside it. */
@Component({
  selector: 'app-follow-up-rates',
  imports: [Figure],
  templateUrl: './follow-up-rates.html',
  styleUrl: './follow-up-rates.css',
})
export class FollowUpRates {
  readonly found = input.required<FollowUpList>();

  protected readonly period = computed(() => `windows over, ${this.found().countedDays} days`);
  /** Those of which a window has ended since anything was logged here. */
  protected readonly each = computed(() =>
    this.found().reached.each.filter(({ figure }) => figure.denominator > 0),
  );
  protected readonly hasOutcomes = computed(() => this.found().outcomes.some(({ due }) => due > 0));
  protected readonly outcomes = computed(() =>
    this.found().outcomes.map((one) => ({ ...one, name: QUESTION_WORDS[one.question].short })),
  );
}
