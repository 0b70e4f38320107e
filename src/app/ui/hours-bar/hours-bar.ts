import { Component, input } from '@angular/core';
import type { HoursDrawing } from './hours-drawing';

/** Hours of one week: delivered, booked and missing, against what is prescribed. */
@Component({
  selector: 'app-hours-bar',
  templateUrl: './hours-bar.html',
  styleUrl: './hours-bar.css',
})
export class HoursBar {
  readonly drawing = input.required<HoursDrawing>();
}
