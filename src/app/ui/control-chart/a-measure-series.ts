import type { MeasurePoint, MeasureSeries } from '#domain/measures/measures.contract';

/** For specs: a full week, 40 of 50 attended, between limits of 70% and 90%. */
export const aPoint = (about: Partial<MeasurePoint> = {}): MeasurePoint => ({
  start: '2026-11-02',
  until: '2026-11-09',
  value: 0.8,
  numerator: 40,
  denominator: 50,
  excluded: 2,
  unrecorded: 0,
  open: false,
  daysOver: null,
  poorlyRecorded: false,
  closures: [],
  centre: 0.8,
  low: 0.7,
  high: 0.9,
  cause: null,
  ...about,
});

/** For specs: one line. */
export const aSeries = (
  points: MeasurePoint[],
  about: Partial<MeasureSeries> = {},
): MeasureSeries => ({
  id: null,
  name: 'All sites',
  figure: {
    value: 0.8,
    numerator: 40,
    denominator: 50,
    excluded: 2,
    unrecorded: 0,
    interval: null,
    noInterval: 'fewer than five clients',
  },
  points,
  title: null,
  findings: [],
  limits: 'Laney p′ chart, 3σ limits.',
  ...about,
});
