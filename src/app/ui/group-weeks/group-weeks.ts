import { Component, computed, input } from '@angular/core';
import { type WeekOfGroup, weeksDrawing } from './weeks-drawing';

/** The weeks of a group: how many had a place, and how many of them were there. */
@Component({
  selector: 'app-group-weeks',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + drawing().width + ' ' + drawing().height"
      [attr.width]="drawing().width"
      [attr.height]="drawing().height"
      role="img"
      [attr.aria-label]="drawing().words"
    >
      @if (drawing().capacityY; as y) {
        <path
          class="line-quiet"
          stroke-dasharray="2 2"
          [attr.d]="'M0 ' + y + 'h' + drawing().width"
        />
      }
      <path class="line-base" [attr.d]="'M0 ' + drawing().height + 'h' + drawing().width" />
      <path class="fill-attended" [attr.d]="drawing().present" />
      <path class="hollow-scheduled" [attr.d]="drawing().open" />
      <path class="line-ink" stroke-width="1.2" [attr.d]="drawing().enrolled" />
    </svg>
  `,
  styles: `
    svg {
      max-width: 100%;
    }
  `,
})
export class GroupWeeks {
  readonly weeks = input.required<readonly WeekOfGroup[]>();
  readonly capacity = input.required<number | null>();

  protected readonly drawing = computed(() => weeksDrawing(this.weeks(), this.capacity()));
}
