import { Component, computed, inject, input } from '@angular/core';
import { ASAM_DIMENSIONS, EDITION_WORDS } from '#domain/client-progress/asam-dimensions';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { utilizationReview } from '#domain/disclosures/utilization-review';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';
import { formatHours } from '../../../ui/hours-bar/format-hours';
import { statusWord } from '../../../ui/status-mark/status-word';
import { achievementInWords } from '../plan/achievement-words';

const FOLLOWED: Readonly<Record<string, string>> = {
  reached: 'reached',
  attempted: 'attempted, not reached',
  none: 'no outreach recorded',
};

/** What a payer asks for of one client, and nothing besides. */
@Component({
  selector: 'app-utilization-packet',
  templateUrl: './utilization-packet.html',
  styleUrl: './utilization-packet.css',
})
export class UtilizationPacket {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly client = input.required<ClientProgress>();
  /** Minutes of a day from which the payer counts it. */
  readonly dayMinutes = input.required<number>();

  protected readonly hours = formatHours;
  protected readonly statusWord = statusWord;
  protected readonly packet = computed(() => utilizationReview(this.client(), this.dayMinutes()));
  protected readonly period = computed(() => {
    const { from, to } = this.packet();
    return `${this.day(from)} – ${this.day(to)}`;
  });
  protected readonly about = computed(() => {
    const { line, way, background, recordNumber } = this.client();
    const { authorization } = background;
    const edition = line?.level?.edition
      ? `ASAM ${line.level.edition === '3' ? '3rd' : '4th'} ed.`
      : '';
    return [
      ...(this.initialsOnly.on()
        ? []
        : [{ name: 'Record number', value: recordNumber ?? 'not known' }]),
      { name: 'Authorization', value: authorization?.reference ?? 'no reference recorded' },
      {
        name: 'Units',
        value: authorization
          ? `${authorization.used} of ${authorization.units ?? 'an unknown number of'} ${authorization.unit}s used`
          : 'none recorded',
      },
      {
        name: 'Authorized',
        value: authorization
          ? `${authorization.startsOn ? this.day(authorization.startsOn) : 'begin unknown'} – ${
              authorization.endsOn ? this.day(authorization.endsOn) : 'end unknown'
            }`
          : 'not known',
      },
      {
        name: 'Diagnosis',
        value:
          background.diagnoses
            .filter(({ kind }) => kind === 'substance-use' || kind === 'co-occurring')
            .map(({ code, words }) => code ?? words)
            .join(', ') || 'not recorded',
      },
      {
        name: 'Level of care',
        value: [line?.level?.code ?? 'not known', edition].filter(Boolean).join(' '),
      },
      { name: 'Admitted', value: way ? this.day(way.admittedOn) : 'not known' },
      {
        name: 'Planned discharge',
        value: way?.plannedEnd ? this.day(way.plannedEnd) : 'not known',
      },
    ];
  });
  protected readonly weeks = computed(() =>
    this.packet().weeks.map(({ monday, days, minutes, fullDays }) => ({
      monday: this.day(monday),
      days: days
        .map(({ day, minutes: of, unrecorded }) => {
          const assumed = unrecorded > 0 ? `, ${unrecorded} without recorded minutes` : '';
          return `${this.day(day)}: ${of} min${assumed}`;
        })
        .join('; '),
      hours: formatHours(minutes),
      fullDays,
    })),
  );
  protected readonly goals = computed(
    () =>
      this.packet()
        .goals.map(({ achievement, count }) => `${count} ${achievementInWords(achievement)}`)
        .join(', ') || 'none recorded',
  );
  protected readonly dimensions = computed(() => {
    const assessed = this.packet().dimensions;
    if (!assessed) return 'no assessment written down here';
    const { edition, on, found } = assessed;
    const each = found.map(({ risk, isAssessed }, index) => {
      const said = !isAssessed ? 'not assessed' : risk === null ? 'assessed' : `risk ${risk}`;
      return `${index + 1} ${ASAM_DIMENSIONS[edition][index]}: ${said}`;
    });
    return `${EDITION_WORDS[edition]}, assessed ${this.day(on)}. ${each.join('; ')}`;
  });
  protected readonly tests = computed(
    () =>
      this.packet()
        .tests.map(({ day, found }) => `${this.day(day)} ${found}`)
        .join('; ') || 'none collected in this time',
  );
  protected readonly family = computed(() => {
    const { attended, lastOn } = this.packet().familySessions;
    return `${attended} family sessions since admission${lastOn ? `, the last on ${this.day(lastOn)}` : ''}`;
  });
  protected readonly misses = computed(() =>
    this.packet().misses.map(({ day, status, outreach }) => ({
      day: this.day(day),
      word: statusWord(status),
      followed: FOLLOWED[outreach] ?? outreach,
    })),
  );

  protected day(day: string): string {
    return clinicDate(`${day}T12:00:00Z`, 'UTC', this.client().asOf);
  }
}
