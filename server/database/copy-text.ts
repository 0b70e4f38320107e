import type { Row } from './rows.ts';

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** So much at a time that a server reads one part while the next is written. */
const ROWS_AT_ONCE = 200;

/**
 * Rows as PostgreSQL's `COPY` reads them in its text format, tabs between values and `\N` for none; some
 * at a time.
 */
export function* copyText(
  columns: readonly string[],
  rows: readonly Row[],
  json: ReadonlySet<string>,
): Generator<string> {
  const line = (row: Record<string, unknown>) =>
    columns
      .map((column) => (json.has(column) ? jsonOf(row[column]) : fieldOf(row[column])))
      .join('\t');
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    const some = rows.slice(first, first + ROWS_AT_ONCE) as readonly Record<string, unknown>[];
    yield some.map((row) => `${line(row)}\n`).join('');
  }
}

const jsonOf = (value: unknown): string =>
  value === null || value === undefined ? '\\N' : escape(JSON.stringify(value));

function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (Array.isArray(value)) return escape(arrayText(value as Element[]));
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : escape(JSON.stringify(value));
}

const escape = (text: string) =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPED[one] ?? one) : text;

type Element = string | number | null | undefined;

/** An array's literal, every element quoted. */
const arrayText = (values: readonly Element[]): string =>
  `{${values.map((value) => (value === null || value === undefined ? 'NULL' : quoted(String(value)))).join(',')}}`;

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
