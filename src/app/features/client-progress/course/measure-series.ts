import type { ClientScore } from '#domain/client-progress/client-measure.contract';
import type { Instrument } from '#domain/instruments/instrument';
import { PHQ_9_SAFETY_ITEM } from '#domain/instruments/phq-9';
import type { BandSeries } from '../../../ui/band-chart/band-drawing';

/** Colours of the categories: use, risk and protective factors keep theirs on every page. */
const COLOURS: Readonly<Record<string, number>> = { protective: 1, use: 2, risk: 6 };

/** The lines of an instrument: its total, or each of its subscales. What was not measured is no point. */
export function measureSeries(
  { id, total, subscales }: Instrument,
  scores: readonly ClientScore[],
): BandSeries[] {
  if (total) {
    const points = scores.flatMap(({ day, total: value, answers }) =>
      value === null
        ? []
        : [{ day, value, alert: id === 'phq-9' && (answers[PHQ_9_SAFETY_ITEM] ?? 0) >= 1 }],
    );
    return [{ name: '', colour: 0, points }];
  }
  return subscales.map((subscale) => ({
    name: subscale.name,
    colour: COLOURS[subscale.id] ?? 0,
    points: scores.flatMap(({ day, subscales: values }) => {
      const value = values[subscale.id] ?? null;
      return value === null ? [] : [{ day, value }];
    }),
  }));
}
