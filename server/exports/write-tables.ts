import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { Table } from './table.ts';

/** The first table, with the lines of the last one above it: a CSV file has one table. */
export function writeCsv(tables: readonly Table[], about: readonly string[]): string {
  const [first] = tables;
  // A cell that begins like a formula must not become one where the file is opened.
  const options = { escape_formulas: true, record_delimiter: '\r\n' } as const;
  const lines = about.map((line) => [`# ${line}`]);
  return stringify([...lines, first?.head ?? [], ...(first?.rows ?? [])], options);
}

/** Every table on a sheet of its own. */
export function writeXlsx(tables: readonly Table[]): Promise<Buffer> {
  return writeExcelFile(
    tables.map(({ name, head, rows }) => ({
      sheet: name,
      data: [
        head.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => (value === null ? null : { value }))),
      ],
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}
