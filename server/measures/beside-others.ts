import type { BesideOthers, MeasureSeries } from '#domain/measures/measures.contract';
import type { Measure } from '#domain/measures/measure';
import { funnelOf } from '#domain/statistics/funnel';

/**
 * The parts of a rate over clients or episodes beside each other, in their order and without a rank:
 * each against funnel limits around all of them (Spiegelhalter 2005). Not of session rates: sessions
 * of one client resemble each other, and these limits would be too narrow.
 */
export function besideOthers(measure: Measure, groups: readonly MeasureSeries[]): MeasureSeries[] {
  if (measure.interval !== 'wilson' || groups.length < 2) return [...groups];
  const funnel = funnelOf(
    groups.map(({ figure }) => ({ counted: figure.numerator, of: figure.denominator })),
  );
  return groups.map((group, index) => {
    const point = funnel?.points[index];
    if (!funnel || !point) return group;
    const { outside, limits } = point;
    const beside: BesideOthers = {
      overall: funnel.rate,
      ...limits['95'],
      outside,
      finding: outside ? inWords(measure, group, limits[outside].high, outside) : null,
    };
    return { ...group, title: group.title ?? beside.finding, beside };
  });
}

function inWords(
  { name }: Measure,
  { name: part, figure: { numerator, denominator } }: MeasureSeries,
  high: number,
  outside: string,
): string {
  const side = numerator / denominator > high ? 'above' : 'below';
  return `${part}: ${numerator} of ${denominator} ${name.toLowerCase()}, ${side} the ${outside}% limit around all together`;
}
