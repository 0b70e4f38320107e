/** How a status stands in a strip: kept stands on the line, missed hangs below it. */
export interface StripMark {
  /** The path at a place: how far right, and how much narrower than its full width of 6. */
  at: (x: number, scale: number) => string;
  className: string;
}

/** A box between two heights; the line stands at 12.5. */
const box =
  (from: number, to: number, left = 0, width = 6) =>
  (x: number, scale: number): string =>
    `M${n(x + left * scale)} ${from}h${n(width * scale)}v${to - from}h${n(-width * scale)}z`;

const ring = (x: number, scale: number): string => {
  const r = n(2.6 * scale);
  return `M${n(x + 3 * scale)} 9.9a${r} 2.6 0 1 1 0 5.2a${r} 2.6 0 1 1 0-5.2z`;
};
const triangle = (x: number, scale: number): string =>
  `M${n(x - 0.5 * scale)} 13h${n(7 * scale)}L${n(x + 3 * scale)} 19z`;
const openTop = (x: number, scale: number): string =>
  `M${n(x)} 2h${n(1.2 * scale)}v5h${n(3.6 * scale)}V2h${n(1.2 * scale)}v10h${n(-6 * scale)}z`;
const twoBars = (x: number, scale: number): string =>
  box(8, 17, 0.5, 1.8)(x, scale) + box(8, 17, 3.7, 1.8)(x, scale);

const smallBox = box(8.5, 12.5, 0.5, 5);
const dash = box(11.3, 13.7);
const half = box(6, 12);

const MARKS: Readonly<Record<string, StripMark>> = {
  attended: { at: box(2, 12), className: 'fill-attended' },
  'walk-in': { at: openTop, className: 'fill-attended' },
  'attended-late': { at: half, className: 'fill-late' },
  'left-early': { at: half, className: 'fill-late' },
  excused: { at: ring, className: 'hollow-excused' },
  'client-cancelled': { at: triangle, className: 'fill-late-cancel' },
  'no-show': { at: box(13, 22), className: 'fill-no-show' },
  'program-cancelled': { at: dash, className: 'fill-neutral' },
  'on-hold': { at: twoBars, className: 'fill-neutral' },
  'cancelled-unknown': { at: dash, className: 'fill-unrecorded' },
  unrecorded: { at: box(5, 20, 0.5, 5), className: 'hatch-unrecorded' },
  'awaiting-record': { at: smallBox, className: 'hollow-unrecorded' },
};
const SCHEDULED: StripMark = { at: smallBox, className: 'hollow-scheduled' };

export const stripMark = (status: string): StripMark => MARKS[status] ?? SCHEDULED;

const n = (length: number): number => Number(length.toFixed(2));
