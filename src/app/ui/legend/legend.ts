import { Component } from '@angular/core';
import { stripMark } from '../attendance-strip/strip-mark';

const STRIP = [
  { status: 'attended', word: 'attended' },
  { status: 'attended-late', word: 'late or left early' },
  { status: 'walk-in', word: 'walk-in' },
  { status: 'excused', word: 'excused' },
  { status: 'client-cancelled', word: 'late cancel' },
  { status: 'no-show', word: 'no-show' },
  { status: 'program-cancelled', word: 'cancelled by program' },
  { status: 'cancelled-unknown', word: 'reason not recorded' },
  { status: 'on-hold', word: 'on hold' },
  { status: 'unrecorded', word: 'not recorded' },
  { status: 'awaiting-record', word: 'waiting' },
  { status: 'scheduled', word: 'scheduled' },
].map(({ status, word }) => {
  const { at, className } = stripMark(status);
  return { word, className, d: at(0, 1) };
});

const HOURS = [
  { className: 'fill-attended', word: 'delivered' },
  { className: 'hatch-assumed', word: 'assumed' },
  { className: 'hatch-booked', word: 'booked' },
];

/** The key to strips and hours bars, fixed at the foot of a table. */
@Component({
  selector: 'app-legend',
  templateUrl: './legend.html',
  styleUrl: './legend.css',
})
export class Legend {
  protected readonly strip = STRIP;
  protected readonly hours = HOURS;
}
