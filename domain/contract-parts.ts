import { Type } from 'typebox';

/** Parts that contracts are made of. A value that is not known is `null`, never left out. */
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** A moment, RFC 3339 with its offset. */
export const Instant = Type.String({ format: 'date-time' });

/** A day of a site's calendar, `2026-11-18`. */
export const Day = Type.String({ format: 'date' });

/** One of our ids. */
export const Id = Type.String({ format: 'uuid' });
