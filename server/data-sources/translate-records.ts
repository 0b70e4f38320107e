import type { FhirResource } from 'fhir/r4';
import type { Ref, Translation } from '../fhir/translate/translation.ts';
import { refsIn } from './refs-in.ts';
import type { KeptRecord } from './source-records.ts';
import { type FactsOf, READ_TYPES, type ReadType, translate } from './translators.ts';

export interface TranslatedRecord {
  record: KeptRecord;
  type: ReadType;
  translation: Translation<FactsOf<ReadType>>;
}

/** Facts of one type, with the record they came from. */
export interface Fact<T extends ReadType> {
  id: string;
  record: KeptRecord;
  facts: FactsOf<T>;
}

/** Translates what there is a translator for; other types are kept, and used by nothing yet. */
export const translateRecords = (records: readonly KeptRecord[]): TranslatedRecord[] =>
  records.flatMap((record) => {
    const { translated, deleted } = record;
    if (!translated) return [];
    const { type, translation } = translated;
    return [{ record, type, translation: deleted ? DELETED : translation }];
  });

const DELETED = { setAside: 'Deleted at the source' };

/** What a translator made of a resource. */
export type Translated = Pick<TranslatedRecord, 'type' | 'translation'>;

/** `null` for a type nothing reads. */
export function translationOf(resource: FhirResource): Translated | null {
  const type = READ_TYPES.find((one) => one === resource.resourceType);
  return type ? { type, translation: translate(type, resource) } : null;
}

/** Whatever a translator's facts refer to; a session has no resource of its own, and its key stands for one. */
export function refsOfFacts({ type, translation }: Translated): Ref[] {
  if (!('use' in translation)) return [];
  const refs = refsIn(translation.use);
  return type === 'Appointment'
    ? [...refs, sessionRefOf(translation.use as FactsOf<'Appointment'>)]
    : refs;
}

export const sessionRefOf = ({ sessionKey }: FactsOf<'Appointment'>): Ref => ({
  type: 'session',
  id: sessionKey,
});

/** The usable facts of one type. */
export const factsOf = <T extends ReadType>(
  translated: readonly TranslatedRecord[],
  wanted: T,
): Fact<T>[] =>
  translated.flatMap(({ record, type, translation }) =>
    type === wanted && 'use' in translation
      ? [{ id: record.identityId, record, facts: translation.use as FactsOf<T> }]
      : [],
  );

/** Our ids of the records of one type that cannot be used. */
export const unusableOf = (translated: readonly TranslatedRecord[], wanted: ReadType): string[] =>
  translated
    .filter(({ type, translation }) => type === wanted && !('use' in translation))
    .map(({ record }) => record.identityId);
