import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientWay } from '#domain/client-progress/way.contract';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import { AxisGrid } from '../../../ui/time-axis/axis-grid';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { WAY_HEIGHT, wayDrawing } from './way-drawing';
import { wayFigure, wayRows } from './way-words';

/** Where is this client on their way: from the request to what follows discharge? */
@Component({
  selector: 'app-way-lane',
  imports: [AxisGrid, Lane, LaneValue, RouterLink],
  templateUrl: './way-lane.html',
  styleUrl: './way-lane.css',
})
export class WayLane {
  readonly way = input.required<ClientWay>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();

  protected readonly height = WAY_HEIGHT;
  protected readonly drawing = computed(() => wayDrawing(this.way(), this.axis()));
  protected readonly rows = computed(() => wayRows(this.way(), this.asOf()));
  protected readonly figure = computed(() => wayFigure(this.way(), this.axis().today));
  protected readonly summary = computed(() =>
    this.rows()
      .filter(({ what }) => !what.startsWith('Follow-up'))
      .map(({ when, what, more }) => `${what} ${when}${more ? `, ${more}` : ''}`)
      .join('; '),
  );
}
