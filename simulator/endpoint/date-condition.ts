import { badRequest } from './fhir-error.ts';
import { dateRange, type DateRange } from './date-range.ts';

const PREFIXES = ['eq', 'ge', 'gt', 'le', 'lt'] as const;

export interface DateCondition extends DateRange {
  prefix: (typeof PREFIXES)[number];
}

export function dateCondition(parameter: string, text: string): DateCondition {
  // An unencoded + arrives as a space.
  const given = text.trim().replace(' ', '+');
  const prefix = PREFIXES.find((known) => given.startsWith(known));
  const range = dateRange(prefix ? given.slice(2) : given);
  if (!range) {
    throw badRequest(
      `${parameter}: "${text}" is not a date, or a time with its zone, after ${PREFIXES.join(', ')}.`,
    );
  }
  return { prefix: prefix ?? 'eq', ...range };
}

/** Whether a stretch of time meets the condition, as FHIR R4 section 3.1.1.4.7 defines it. */
export function meets(condition: DateCondition, range: DateRange): boolean {
  switch (condition.prefix) {
    case 'eq':
      return range.from >= condition.from && range.until <= condition.until;
    case 'ge':
      return range.until > condition.from;
    case 'gt':
      return range.until > condition.until;
    case 'le':
      return range.from < condition.until;
    case 'lt':
      return range.from < condition.from;
  }
}

/** Nothing that ends before this instant meets the conditions. */
export function earliest(conditions: readonly DateCondition[]): number {
  const bounds = conditions
    .filter(({ prefix }) => prefix === 'eq' || prefix === 'ge' || prefix === 'gt')
    .map(({ from }) => from);
  return Math.max(-Infinity, ...bounds);
}
