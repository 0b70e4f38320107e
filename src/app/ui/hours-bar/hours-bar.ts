import { Component, computed, input } from '@angular/core';
import type { WeekHours } from '#domain/caseload/caseload.contract';
import { formatHours, formatPrescribed } from './format-hours';

const TICK = 91;
/** Past the tick, short of the number beside it. */
const LONGEST = 98;
/** The scale of a bar whose prescribed hours are not known: minutes that reach the tick's place. */
const UNKNOWN_SCALE = 12 * 60;

/** Hours of one week as a share of what is prescribed, so that every tick stands in line. */
@Component({
  selector: 'app-hours-bar',
  templateUrl: './hours-bar.html',
  styleUrl: './hours-bar.css',
})
export class HoursBar {
  readonly hours = input.required<WeekHours>();

  protected readonly tick = TICK;

  protected readonly segments = computed(() => {
    const { delivered, assumed, booked, unrecorded, prescribed } = this.hours();
    const scale = TICK / (prescribed || UNKNOWN_SCALE);
    let x = 0;
    return [
      { className: 'fill-attended', minutes: delivered },
      { className: 'hatch-assumed', minutes: assumed },
      { className: 'hatch-booked', minutes: booked },
      { className: 'hatch-unrecorded', minutes: unrecorded },
    ]
      .filter(({ minutes }) => minutes > 0)
      .map(({ className, minutes }) => {
        const width = Math.min(minutes * scale, LONGEST - x);
        const segment = { className, x, width: Math.max(0, width) };
        x += segment.width;
        return segment;
      });
  });

  protected readonly end = computed(() => {
    const last = this.segments().at(-1);
    return last ? last.x + last.width : 0;
  });

  protected readonly expected = computed(() => {
    const { delivered, assumed, booked } = this.hours();
    return formatHours(delivered + assumed + booked);
  });
  protected readonly prescribed = computed(() => formatPrescribed(this.hours().prescribed));
  protected readonly short = computed(() => {
    const missing = this.hours().missing ?? 0;
    return missing > 0 ? `−${formatHours(missing)}` : null;
  });

  protected readonly words = computed(() => {
    const { delivered, assumed, booked, unrecorded, missing } = this.hours();
    const parts = [
      `${formatHours(delivered)} h delivered`,
      assumed ? `${formatHours(assumed)} h assumed` : '',
      booked ? `${formatHours(booked)} h booked` : '',
      unrecorded ? `${formatHours(unrecorded)} h not recorded` : '',
      this.prescribed() === null
        ? 'prescribed hours not known'
        : `${this.prescribed()} h prescribed`,
      missing ? `${formatHours(missing)} h missing` : '',
    ];
    return parts.filter(Boolean).join(', ');
  });
}
