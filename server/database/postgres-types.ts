import pg from 'pg';

const { builtins } = pg.types;
const asText = (value: string) => value;
const PARSERS = new Map<number, (value: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString()],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
]);

/** What comes from a server and from PGlite: instants ISO, days as text, counts as numbers. */
export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
