import { Component, computed, input, output, signal } from '@angular/core';
import type { Aftercare, AftercareCard } from '#domain/aftercare/aftercare.contract';
import { isLate } from '#domain/aftercare/aftercare-order';
import {
  AFTERCARE_STAGES,
  type AftercareStage,
  STAGE_WORDS,
} from '#domain/aftercare/aftercare-stage';
import { AftercareCardButton } from './aftercare-card-button';

/** Cards of a column that are shown before anybody asks for more. */
const FIRST_FEW = 5;

/** Where everybody stands between two levels of care: cards move by facts. */
@Component({
  selector: 'app-aftercare-board',
  imports: [AftercareCardButton],
  templateUrl: './aftercare-board.html',
  styleUrl: './aftercare-board.css',
})
export class AftercareBoard {
  readonly found = input.required<Aftercare>();
  readonly open = input<string | undefined>();
  readonly opened = output<string>();

  private readonly unfolded = signal<ReadonlySet<AftercareStage>>(new Set());

  protected readonly columns = computed(() =>
    AFTERCARE_STAGES.filter((stage) => stage !== 'complete' && stage !== 'no-contact').map(
      (stage) => {
        const cards = this.found().cards.filter((card) => card.stage === stage);
        // Late ones first come first: the order is the server's.
        const shown = this.unfolded().has(stage) ? cards : cards.slice(0, FIRST_FEW);
        return {
          stage,
          ...STAGE_WORDS[stage],
          count: cards.length,
          shown,
          more: moreWords(cards.slice(shown.length)),
        };
      },
    ),
  );

  protected unfold(stage: AftercareStage): void {
    this.unfolded.update((stages) => new Set([...stages, stage]));
  }
}

function moreWords(folded: readonly AftercareCard[]): string {
  if (folded.length === 0) return '';
  const late = folded.filter((card) => isLate(card) || card.missedOn !== null).length;
  return `${folded.length} more, ${late === 0 ? 'none' : late} late`;
}
