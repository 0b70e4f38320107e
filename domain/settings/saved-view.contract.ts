import { Type, type Static } from 'typebox';

/** The pages whose address can be kept under a name. */
export const SavedPage = Type.Union([
  Type.Literal('attendance/trend'),
  Type.Literal('attendance/sessions'),
  Type.Literal('attendance/cases'),
  Type.Literal('attendance/groups'),
  Type.Literal('attendance/dose'),
]);
export type SavedPage = Static<typeof SavedPage>;

const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });

/** A page as one person looks at it: which filters, by name. Of days and filters alone, never a client. */
export const NewSavedView = Type.Object(
  {
    page: SavedPage,
    name: Name,
    /** The address after its '?': words, opaque ids and days. */
    query: Type.String({ maxLength: 400, pattern: '^[\\w.%&=:+-]*$' }),
  },
  { additionalProperties: false },
);
export type NewSavedView = Static<typeof NewSavedView>;

export const SavedView = Type.Object({ id: Type.String(), ...NewSavedView.properties });
export type SavedView = Static<typeof SavedView>;

export const SavedViews = Type.Object({ views: Type.Array(SavedView) });
export type SavedViews = Static<typeof SavedViews>;

export const RenamedView = Type.Object({ name: Name }, { additionalProperties: false });
export type RenamedView = Static<typeof RenamedView>;
