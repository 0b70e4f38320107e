import { Type, type Static } from 'typebox';

/** The pages whose address can be kept under a name. */
export const SavedPage = Type.Union([
  Type.Literal('attendance/trend'),
  Type.Literal('attendance/sessions'),
  Type.Literal('attendance/cases'),
  Type.Literal('attendance/groups'),
  Type.Literal('attendance/dose'),
  Type.Literal('caseload'),
  Type.Literal('aftercare/transitions'),
]);
export type SavedPage = Static<typeof SavedPage>;

const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });

/** A page as one person looks at it: which filters, by name. Of days and filters alone, never a client. */
export const NewSavedView = Type.Object(
  {
    page: SavedPage,
    name: Name,
    /** The address after its '?': words, opaque ids and days; places by name, which may have an apostrophe. */
    query: Type.String({ maxLength: 400, pattern: "^[\\w.%&=:+'()-]*$" }),
    /** With the colleagues of one's teams. */
    shared: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type NewSavedView = Static<typeof NewSavedView>;

export const SavedView = Type.Object({
  id: Type.String(),
  ...NewSavedView.properties,
  /** The colleague who shared it; `null` of one's own. */
  by: Type.Union([Type.String(), Type.Null()]),
});
export type SavedView = Static<typeof SavedView>;

export const SavedViews = Type.Object({ views: Type.Array(SavedView) });
export type SavedViews = Static<typeof SavedViews>;

/** Of one's own alone: another name, or with whom it is shared. */
export const ChangedView = Type.Object(
  { name: Name, shared: Type.Boolean() },
  { additionalProperties: false },
);
export type ChangedView = Static<typeof ChangedView>;
