import type { Transitions } from '#domain/aftercare/transitions.contract';
import type { ChartTable } from '../../../ui/chart/chart-table';
import { formatNumber } from '../../../ui/figure/format-rate';
import { casesOfFlow } from './cases-of';
import { type FlowLink, flowTotals } from './flow-nodes';

/** One sentence a flow, from left to right. */
export const flowReadings = (links: readonly FlowLink[]): string[] => {
  const totals = flowTotals(links);
  return links.map(
    ({ from, to, discharges }) =>
      `${from.word} to ${to.word}: ${formatNumber(discharges)} of ${formatNumber(totals.get(from.key) ?? 0)} discharges.`,
  );
};

/** Each row leads to the discharges of its flow. */
export const flowTable = (found: Transitions, links: readonly FlowLink[]): ChartTable => ({
  head: ['From', 'Discharges', 'To'],
  words: 1,
  rows: links.map(({ from, to, discharges }) => [from.word, formatNumber(discharges), to.word]),
  links: links.map((link) => ({
    rows: casesOfFlow(found, link),
    label: `${formatNumber(link.discharges)}, ${link.from.word} to ${link.to.word}, open the discharges behind it`,
  })),
});

/** Of flows that add up, one of 1 to 10 that is left out can be worked out from the others: none is printed. */
export const flowTableOnPaper: ChartTable = {
  head: ['Flows'],
  rows: [['Not on paper: numbers of 1 to 10 could be worked out from the others.']],
};

/** What the drawing shows, for those who do not see it. */
export function flowSummary({ discharges }: Transitions, links: readonly FlowLink[]): string {
  const totals = flowTotals(links);
  const last = new Map(
    links.filter(({ to }) => to.column === 3).map(({ to }) => [to.key, to.word]),
  );
  const said = [...last].map(([key, word]) => `${word} ${formatNumber(totals.get(key) ?? 0)}`);
  return `Of ${formatNumber(discharges.all)} discharges, first appointments at the next level of care: ${said.join(', ')}.`;
}

/** What was found, by rule: the rate over those it is meant for, and over everybody who left alive. */
export function transitionsTitle({ rates }: Transitions): string {
  const of = (id: string) => rates.find(({ measure }) => measure.id === id)?.figure;
  const [referred, live] = [of('linkage-kept-14-referred'), of('linkage-kept-14-live')];
  if (!referred || !live || live.denominator === 0) return 'What came after these discharges?';
  const counted = (numerator: number, denominator: number) =>
    `${formatNumber(numerator)} of ${formatNumber(denominator)}`;
  return `First appointment kept within 14 days: ${counted(referred.numerator, referred.denominator)} planned discharges with a referral, ${counted(live.numerator, live.denominator)} of all live discharges`;
}
