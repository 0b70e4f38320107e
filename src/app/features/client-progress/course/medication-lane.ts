import { Component, computed, input } from '@angular/core';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientMedication } from '#domain/client-progress/tests-and-medication.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import { RecordLinks } from '../../../ui/source-record/record-links';
import { statusWord } from '../../../ui/status-mark/status-word';
import { AxisGrid } from '../../../ui/time-axis/axis-grid';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { dayWords } from './measure-words';
import { daysLeft, medicationRows } from './medication-drawing';

const ROW = 18;
/** Of a name above its bar. */
const NAME = 12;
const ROOM_FOR_NAMES = 94;
const VISITS = 16;

/** How long does what is in hand last, were there days without, and when is the next visit? */
@Component({
  selector: 'app-medication-lane',
  imports: [AxisGrid, Lane, LaneValue, RecordLinks],
  templateUrl: './medication-lane.html',
  styleUrl: './medication-lane.css',
})
export class MedicationLane {
  readonly medication = input.required<ClientMedication>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  /** A name stands behind its bar where there is room, else above it. */
  private readonly namesBehind = computed(
    () => this.axis().width - this.axis().scaleEnd >= ROOM_FOR_NAMES,
  );
  private readonly rowHeight = computed(() => (this.namesBehind() ? ROW : ROW + NAME));
  protected readonly rows = computed(() =>
    medicationRows(this.medication(), this.axis()).map((row, index) => {
      const y = 4 + index * this.rowHeight() + (this.namesBehind() ? 0 : NAME);
      const last = row.bars.at(-1);
      return {
        ...{ ...row, y },
        nameX: this.namesBehind() ? (last ? last.x + last.width : 0) + 6 : 0,
        nameY: this.namesBehind() ? y + 11 : y - 2,
      };
    }),
  );
  protected readonly visitsY = computed(() => this.rows().length * this.rowHeight() + 10);
  protected readonly height = computed(() => this.rows().length * this.rowHeight() + VISITS + 6);
  protected readonly visits = computed(() => {
    const axis = this.axis();
    return this.medication().visits.flatMap((visit) => {
      const { day } = localTime(Date.parse(visit.startsAt), this.timeZone());
      if (day < axis.from || day >= axis.to) return [];
      return [{ x: axis.x(day) + axis.dayWidth / 2, kept: visit.status.startsWith('attended') }];
    });
  });
  private readonly last = computed(() => {
    const days = this.rows().flatMap(({ name, lasts }) => (lasts ? [{ name, lasts }] : []));
    return days.sort((a, b) => b.lasts.localeCompare(a.lasts))[0] ?? null;
  });
  protected readonly value = computed(() => {
    const [rows, last] = [this.rows(), this.last()];
    if (rows.length === 0) return { value: 'none recorded', of: '', none: true };
    if (!last) return { value: 'end unknown', of: '', none: true };
    const left = daysLeft(last.lasts, this.axis().today);
    return { value: `${left}`, of: left === 1 ? 'day in hand' : 'days in hand', none: false };
  });
  protected readonly lines = computed(() => {
    const { gaps, naloxoneOn } = this.medication();
    const last = this.last();
    return [
      ...(last ? [`${last.name} lasts to ${dayWords(last.lasts, this.asOf())}`] : []),
      ...(this.rows().length > 0
        ? [
            gaps.length === 0
              ? 'no day without'
              : `${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}`,
          ]
        : []),
      this.nextVisit(),
      naloxoneOn ? `naloxone ${dayWords(naloxoneOn, this.asOf())}` : 'naloxone not recorded',
    ];
  });
  protected readonly summary = computed(() => {
    const { value, of } = this.value();
    return [`${value} ${of}`.trim(), ...this.lines()].join('; ');
  });
  protected readonly listed = computed(() =>
    this.medication()
      .supplies.map((supply) => ({
        supply,
        starts: dayWords(supply.startsOn, this.asOf()),
        lasts: supply.supplyEndsOn ? dayWords(supply.supplyEndsOn, this.asOf()) : 'end unknown',
      }))
      .reverse(),
  );
  protected readonly listedVisits = computed(() =>
    this.medication().visits.map((visit) => ({
      visit,
      day: clinicDate(visit.startsAt, this.timeZone(), this.asOf()),
      word: statusWord(visit.status),
    })),
  );

  private nextVisit(): string {
    const next = this.medication().visits.find(
      ({ startsAt, status }) => startsAt > this.asOf() && status === 'scheduled',
    );
    return next
      ? `prescriber ${clinicDate(next.startsAt, this.timeZone(), this.asOf())}`
      : 'no prescriber visit booked';
  }
}
