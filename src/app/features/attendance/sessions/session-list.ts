import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionList as Sessions } from '#domain/attendance/session-list.contract';
import { SiteZone } from '../../../period/site-zone';
import { Grid } from '../../../ui/grid/grid';
import { GridCell } from '../../../ui/grid/grid-cell';
import { GridRow } from '../../../ui/grid/grid-row';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { sessionRow } from './session-row';

/** Sessions, newest first, each with what is wrong with its records. */
@Component({
  selector: 'app-session-list',
  imports: [Grid, GridCell, GridRow, RouterLink, StatusMark],
  templateUrl: './session-list.html',
  styleUrls: ['../../../ui/list-table.css', './session-list.css'],
})
export class SessionList {
  readonly list = input.required<Sessions>();
  /** The session whose roster is shown. */
  readonly open = input<string>();
  readonly opened = output<string>();

  protected readonly rows = computed(() =>
    this.list().sessions.map((session) =>
      sessionRow(session, this.list().asOf, this.zone.timeZone()),
    ),
  );

  private readonly zone = inject(SiteZone);
  private readonly grid = viewChild.required(Grid);

  /** Back to the session whose roster was shown. */
  focusSession(sessionId: string): void {
    const row = this.rows().findIndex(({ session }) => session.sessionId === sessionId);
    if (row >= 0) this.grid().focusRow(row);
  }

  protected openRow(row: number): void {
    const sessionId = this.rows()[row]?.session.sessionId;
    if (sessionId) this.opened.emit(sessionId);
  }
}
