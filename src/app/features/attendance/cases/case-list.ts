import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeasureCase, MeasureCases } from '#domain/measures/measure-cases.contract';
import { SiteZone } from '../../../period/site-zone';
import { ClientName } from '../../../ui/client-name/client-name';
import { clientNameText } from '../../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { clinicDate, clinicTime, zoneIfOther } from '../../../ui/clinic-time/clinic-time';
import { Grid } from '../../../ui/grid/grid';
import { GridCell } from '../../../ui/grid/grid-cell';
import { GridRow } from '../../../ui/grid/grid-row';
import { Minutes } from '../../../ui/minutes/minutes';
import { RecordLinks } from '../../../ui/source-record/record-links';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { statusWord } from '../../../ui/status-mark/status-word';

/** One client in one session a row, newest first, each with the records it came from. */
@Component({
  selector: 'app-case-list',
  imports: [ClientName, Grid, GridCell, GridRow, Minutes, RecordLinks, RouterLink, StatusMark],
  templateUrl: './case-list.html',
  styleUrls: ['../../../ui/list-table.css', './case-list.css'],
})
export class CaseList {
  readonly cases = input.required<MeasureCases>();

  protected readonly word = statusWord;
  protected readonly rows = computed(() => {
    const { cases, asOf } = this.cases();
    return cases.map((one) => ({
      one,
      day: clinicDate(one.startsAt, one.timeZone, asOf),
      time:
        clinicTime(one.startsAt, one.timeZone) +
        zoneIfOther(one.startsAt, one.timeZone, this.zone.timeZone()),
    }));
  });

  private readonly zone = inject(SiteZone);
  private readonly initialsOnly = inject(InitialsOnly);

  /** As it is shown, for those who hear the links. */
  protected nameOf(one: MeasureCase): string {
    return clientNameText(one, this.initialsOnly.on());
  }
}
