import { Type, type Static } from 'typebox';
import { CaseloadQuery } from './caseload.contract.ts';

/** The columns of a caseload, as a table shows them and a file has them. */
export const CASELOAD_COLUMN_IDS = [
  'client',
  'why',
  'hours',
  'strip',
  'attended',
  'seen',
  'next',
  'level',
  'week',
  'counselor',
  'program',
] as const;
export type CaseloadColumnId = (typeof CASELOAD_COLUMN_IDS)[number];

/** What of a caseload is taken as a file. Sent as a body: whom is nothing for an address. */
export const CaseloadExport = Type.Object(
  {
    query: CaseloadQuery,
    /** In the order in which they are listed. */
    clientIds: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20_000 }),
    columns: Type.Array(
      Type.Unsafe<CaseloadColumnId>(Type.String({ enum: [...CASELOAD_COLUMN_IDS] })),
      { minItems: 1, maxItems: CASELOAD_COLUMN_IDS.length },
    ),
    /** How the list is narrowed and ordered, in words; names nobody. */
    narrowed: Type.String({ maxLength: 300 }),
  },
  { additionalProperties: false },
);
export type CaseloadExport = Static<typeof CaseloadExport>;
