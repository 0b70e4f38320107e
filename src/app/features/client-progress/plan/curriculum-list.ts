import { Component, computed, input } from '@angular/core';
import type { CurriculumPart } from '#domain/client-progress/plan.contract';

const KINDS: Readonly<Record<string, string>> = {
  group: 'Group',
  individual: 'Individual',
  family: 'Family',
  skills: 'Skills',
  assessment: 'Assessment',
};
const WIDTH = 72;

/** Sessions of each kind done, of those the curriculum plans: apart from the hours of a week. */
@Component({
  selector: 'app-curriculum-list',
  template: `
    <h2>Curriculum <span class="label dim">sessions attended, apart from hours</span></h2>
    <ul>
      @for (row of rows(); track row.kind) {
        <li>
          <span>{{ row.name }}</span>
          @if (row.width !== null) {
            <svg [attr.width]="full" height="8" aria-hidden="true">
              <rect class="all" [attr.width]="full" height="8" />
              <rect class="fill-attended" [attr.width]="row.width" height="8" />
            </svg>
          }
          <span class="number">{{ row.count }}</span>
        </li>
      } @empty {
        <li class="unknown">None attended yet.</li>
      }
    </ul>
    @if (notSet()) {
      <p class="label dim">How many are planned is not set for this program.</p>
    }
  `,
  styles: `
    li {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 3px 0;
    }
    li span:first-child {
      flex: 1;
    }
    .all {
      fill: var(--tl-hover);
    }
    @media (forced-colors: active) {
      .all {
        fill: Canvas;
        stroke: CanvasText;
      }
    }
  `,
})
export class CurriculumList {
  readonly parts = input.required<readonly CurriculumPart[]>();

  protected readonly full = WIDTH;
  protected readonly rows = computed(() =>
    this.parts()
      .filter(({ attended, planned }) => attended > 0 || planned !== null)
      .map(({ kind, attended, planned }) => ({
        kind,
        name: KINDS[kind] ?? kind,
        count: planned === null ? `${attended}` : `${attended} of ${planned}`,
        width: planned ? Math.min(1, attended / planned) * WIDTH : null,
      })),
  );
  protected readonly notSet = computed(() => this.parts().every(({ planned }) => planned === null));
}
