import type { MeasurePoint, MeasureSeries } from '#domain/measures/measures.contract';
import { shortPeriod, type Period } from '../chart/period-words';
import { formatValue, type Unit } from '../figure/format-rate';

/** What the line would tell somebody who saw it: first, last, lowest, highest, and what was found. */
export function seriesWords(
  { title, name, points, findings, limits }: MeasureSeries,
  by: Period,
  unit: Unit,
): string {
  const over = points.filter((point) => point.value !== null && !point.open);
  const [first, last] = [over[0], over.at(-1)];
  if (!first || !last) return `${title ?? name}. Nothing counted yet. ${limits}`;
  const at = (point: MeasurePoint) =>
    `${formatValue(point, unit)} ${by === 'week' ? 'in the week of' : 'in'} ${shortPeriod(point.start, by)}`;
  const course = [
    `First ${at(first)}`,
    `last ${at(last)}`,
    `lowest ${at(over.reduce((a, b) => (valueOf(b) < valueOf(a) ? b : a)))}`,
    `highest ${at(over.reduce((a, b) => (valueOf(b) > valueOf(a) ? b : a)))}`,
  ].join(', ');
  const found = findings.map((finding) => `${finding.name}: ${finding.sentence}`);
  return [`${title ?? name}.`, `${course}.`, ...found, limits].join(' ');
}

const valueOf = ({ value }: MeasurePoint): number => value ?? 0;
