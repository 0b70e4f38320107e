import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { Figure as FigureValue } from '#domain/measures/figure.contract';
import { rangeIfKnown } from '#domain/measures/range-if-known';
import type { FollowUpList } from '#domain/aftercare/follow-up.contract';
import { QUESTION_WORDS } from '#domain/aftercare/follow-up-words';
import { accessFeature } from '../../access/state/access.feature';
import { Figure } from '../../ui/figure/figure';
import { type NamedRate, RateList } from './rate-list';

/** How many of those who left were reached, and what they said, with what is not known beside it. */
@Component({
  selector: 'app-follow-up-rates',
  imports: [Figure, RateList, RouterLink],
  templateUrl: './follow-up-rates.html',
  styleUrl: './follow-up-rates.css',
})
export class FollowUpRates {
  readonly found = input.required<FollowUpList>();

  protected readonly readsMeasures = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'measure:read');
  });
  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  /** All of them, then each of which a window has ended since anything was logged here. */
  protected readonly rates = computed((): NamedRate[] => {
    const { figure, each } = this.found().reached;
    const own = each.filter((one) => one.figure.denominator > 0);
    return [{ name: this.found().reached.definition.name, figure }, ...own].map((one) =>
      this.named(one.name, one.figure),
    );
  });
  protected readonly hasOutcomes = computed(() =>
    this.found().outcomes.some(({ range }) => range.of > 0),
  );
  protected readonly outcomes = computed(() =>
    this.found().outcomes.map((one) => ({ ...one, name: QUESTION_WORDS[one.question].short })),
  );

  private named(word: string, figure: FigureValue): NamedRate {
    return {
      word,
      figure,
      definition: this.found().reached.definition,
      note: noteOf(figure),
      rows: null,
    };
  }
}

/** Nobody is taken for one who was, or was not, reached. */
function noteOf(figure: FigureValue): string {
  const leftOut = `${figure.excluded} left out`;
  const { none, all, of } = rangeIfKnown(figure);
  return figure.unrecorded > 0
    ? `${leftOut}; if none or all of those not recorded, ${none} to ${all} of ${of}`
    : leftOut;
}
