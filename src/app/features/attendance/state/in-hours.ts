import type { Figure } from '#domain/measures/figure.contract';
import type { MeasureAnswer, MeasureSeries } from '#domain/measures/measures.contract';

/** Hours come as minutes, like all durations; from here on they are what their unit says. */
export function inHours(answer: MeasureAnswer): MeasureAnswer {
  if (answer.measure.unit !== 'hours') return answer;
  return {
    ...answer,
    whole: seriesInHours(answer.whole),
    before: answer.before && figureInHours(answer.before),
    groups: answer.groups.map(seriesInHours),
  };
}

export const figureInHours = (figure: Figure): Figure => ({
  ...figure,
  value: hours(figure.value),
  interval: figure.interval && {
    low: figure.interval.low / 60,
    high: figure.interval.high / 60,
  },
});

const seriesInHours = (series: MeasureSeries): MeasureSeries => ({
  ...series,
  figure: figureInHours(series.figure),
  points: series.points.map((point) => ({
    ...point,
    value: hours(point.value),
    centre: hours(point.centre),
    low: hours(point.low),
    high: hours(point.high),
  })),
});

const hours = (minutes: number | null): number | null => minutes && minutes / 60;
