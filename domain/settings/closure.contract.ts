import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';

/** Days on which a site, or every one (`null`), is closed; both days are counted. */
export const NewSiteClosure = Type.Object(
  {
    /** Made by whoever asks: the same sent twice is set once. */
    id: Id,
    siteId: Nullable(Id),
    firstDay: Day,
    lastDay: Day,
    words: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
export type NewSiteClosure = Static<typeof NewSiteClosure>;

/** A closure that was set, and whether it still stands. */
export const SiteClosure = Type.Object({
  ...NewSiteClosure.properties,
  by: Type.String(),
  at: Instant,
  withdrawn: Nullable(Type.Object({ by: Type.String(), at: Instant })),
});
export type SiteClosure = Static<typeof SiteClosure>;

export const SiteClosures = Type.Object({
  today: Day,
  sites: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** The latest days first. */
  closures: Type.Array(SiteClosure),
});
export type SiteClosures = Static<typeof SiteClosures>;
