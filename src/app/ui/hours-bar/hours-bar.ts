import { Component, input } from '@angular/core';
import { DrawnPaths } from '../drawn-paths/drawn-paths';
import type { HoursDrawing } from './hours-drawing';

/** Hours of one week: delivered, booked and missing, against what is prescribed. */
@Component({
  selector: 'app-hours-bar',
  imports: [DrawnPaths],
  templateUrl: './hours-bar.html',
  styleUrl: './hours-bar.css',
})
export class HoursBar {
  readonly drawing = input.required<HoursDrawing>();
}
