import type { FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { aboutTable } from './about-file.ts';
import type { Table } from './table.ts';
import { writeCsv, writeXlsx } from './write-tables.ts';

export const FileFormat = Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]);
export type FileFormat = Static<typeof FileFormat>;

/** The answer of a route that sends one. */
export const SentFile = Type.Unsafe<string | Buffer>({});

const TYPE: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The tables as a file of this name; what it is stands above them, or on a sheet of its own. */
export async function sendFile(
  reply: FastifyReply,
  { name, format }: { name: string; format: FileFormat },
  tables: readonly Table[],
  about: readonly string[],
): Promise<FastifyReply> {
  const file =
    format === 'csv' ? writeCsv(tables, about) : await writeXlsx([...tables, aboutTable(about)]);
  return reply
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .type(TYPE[format])
    .send(file);
}
