/** How a status stands in a strip: kept stands on the line, missed hangs below it. */
export interface StripMark {
  /** Path in a place of 6 × 24, the line at 12.5. */
  path: string;
  className: string;
  strokeWidth: number | null;
}

const mark = (path: string, className: string, strokeWidth: number | null = null): StripMark => ({
  path,
  className,
  strokeWidth,
});

const ring = 'M3 9.9a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z';
const smallBox = 'M.5 8.5h5v4h-5z';
const dash = 'M0 11.3h6v2.4H0z';
const half = 'M0 6h6v6H0z';

const MARKS: Readonly<Record<string, StripMark>> = {
  attended: mark('M0 2h6v10H0z', 'fill-attended'),
  'walk-in': mark('M0 2h1.2v5h3.6V2H6v10H0z', 'fill-attended'),
  'attended-late': mark(half, 'fill-late'),
  'left-early': mark(half, 'fill-late'),
  excused: mark(ring, 'hollow-excused', 1.8),
  'client-cancelled': mark('M-.5 13h7L3 19z', 'fill-late-cancel'),
  'no-show': mark('M0 13h6v9H0z', 'fill-no-show'),
  'program-cancelled': mark(dash, 'fill-neutral'),
  'on-hold': mark('M.5 8h1.8v9H.5zM3.7 8h1.8v9H3.7z', 'fill-neutral'),
  'cancelled-unknown': mark(dash, 'fill-unrecorded'),
  unrecorded: mark('M.5 5h5v15h-5z', 'hatch-unrecorded', 1),
  'awaiting-record': mark(smallBox, 'hollow-unrecorded', 1),
};

export const stripMark = (status: string): StripMark =>
  MARKS[status] ?? mark(smallBox, 'hollow-scheduled', 1);
