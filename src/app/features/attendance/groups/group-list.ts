import { Component, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TherapyGroup } from '#domain/attendance/therapy-group.contract';
import { Figure } from '../../../ui/figure/figure';
import { Grid } from '../../../ui/grid/grid';
import { GridCell } from '../../../ui/grid/grid-cell';
import { GridRow } from '../../../ui/grid/grid-row';
import { GroupWeeks } from '../../../ui/group-weeks/group-weeks';
import { GroupFinding } from './group-finding';
import { GROUP_FILL_DEFINITION } from './group-fill-definition';

/** A line a group, by site and name, never by rate. */
@Component({
  selector: 'app-group-list',
  imports: [Figure, Grid, GridCell, GridRow, GroupFinding, GroupWeeks, RouterLink],
  templateUrl: './group-list.html',
  styleUrls: ['../../../ui/list-table.css', './group-list.css'],
})
export class GroupList {
  readonly groups = input.required<readonly TherapyGroup[]>();
  /** Joined and stopped are counted from here: '23 Sep'. */
  readonly since = input.required<string>();
  readonly moment = input.required<string>();
  /** The group whose roster is shown. */
  readonly open = input<string>();
  readonly opened = output<string>();

  protected readonly fillDefinition = GROUP_FILL_DEFINITION;

  private readonly grid = viewChild.required(Grid);

  /** Back to the group whose roster was shown. */
  focusGroup(groupId: string): void {
    const row = this.groups().findIndex(({ id }) => id === groupId);
    if (row >= 0) this.grid().focusRow(row);
  }

  /** Groups of one name are told apart by program and by whom. */
  protected placeOf({ program, site, facilitators }: TherapyGroup): string {
    return [program ?? site, facilitators.join(', ')].filter(Boolean).join(' · ');
  }

  protected openRow(row: number): void {
    const groupId = this.groups()[row]?.id;
    if (groupId) this.opened.emit(groupId);
  }
}
