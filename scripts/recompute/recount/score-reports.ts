import type { CodeableConcept, Coding, Observation, QuestionnaireResponse } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { type Form, forms, type Question } from './instrument-forms.ts';

/** What one record says of a form on a day. */
export interface ScoreReport {
  /** Reference of the record. */
  record: string;
  client: string;
  form: Form;
  day: string;
  at: string;
  total: number | null;
  /** By the question's number. */
  answers: Map<string, number>;
}

type Value = Pick<
  Observation,
  'valueInteger' | 'valueString' | 'valueQuantity' | 'valueCodeableConcept'
> & { valueDecimal?: number; valueCoding?: Coding };

const unfinished = ['entered-in-error', 'cancelled', 'registered', 'in-progress'];

/** Every record that gives a total, an answer, or both. */
export function scoreReports(records: ClinicRecords): ScoreReport[] {
  return [
    ...records.all('Observation').map((one) => ofObservation(one, records)),
    ...records.all('QuestionnaireResponse').map((one) => ofQuestionnaire(one, records)),
  ].filter((report) => report !== null);
}

function ofObservation(observation: Observation, records: ClinicRecords): ScoreReport | null {
  if (unfinished.includes(observation.status)) return null;
  const parts = [observation, ...(observation.component ?? [])];
  const form = forms.find((one) => parts.some(({ code }) => hasPart(one, loincOf(code))));
  if (!form) return null;
  const totals = parts
    .filter(({ code }) => [form.total, form.panel].includes(loincOf(code)))
    .map((part) => numberIn(part));
  const answers = form.questions.flatMap((question) => {
    const part = parts.find(({ code }) => loincOf(code) === question.loinc);
    return part ? [[question.number, numberIn(part, question)] as const] : [];
  });
  return reportOf(form, observation, observation.effectiveDateTime, records, {
    total: totals.find((total) => total !== null) ?? null,
    answers,
  });
}

function ofQuestionnaire(
  response: QuestionnaireResponse,
  records: ClinicRecords,
): ScoreReport | null {
  if (unfinished.includes(response.status)) return null;
  const form = forms.find(({ id }) => response.questionnaire?.endsWith(`/${id}`));
  if (!form) return null;
  const answers = form.questions.flatMap((question) => {
    const item = (response.item ?? []).find(({ linkId }) =>
      [question.number, question.loinc].includes(linkId.replace('/', '')),
    );
    const answer = item?.answer?.[0];
    return answer ? [[question.number, numberIn(answer, question)] as const] : [];
  });
  return reportOf(form, response, response.authored, records, { total: null, answers });
}

function reportOf(
  form: Form,
  { resourceType, id, subject }: Observation | QuestionnaireResponse,
  at: string | undefined,
  records: ClinicRecords,
  said: { total: number | null; answers: (readonly [string, number | null])[] },
): ScoreReport | null {
  const given = said.answers.flatMap(([number, answer]) =>
    answer === null ? [] : [[number, answer] as const],
  );
  if (!at || (said.total === null && given.length === 0)) return null;
  return {
    record: `${resourceType}/${id}`,
    client: records.client(subject?.reference) ?? '',
    form,
    day: at.slice(0, 10),
    at,
    total: said.total,
    answers: new Map(given),
  };
}

/** A number, a number in words, or what a coded answer counts; `null` where it is none of them. */
function numberIn(value: Value, question?: Question): number | null {
  const plain = value.valueInteger ?? value.valueDecimal ?? value.valueQuantity?.value;
  if (plain !== undefined) return plain;
  if (value.valueString !== undefined) return Number(value.valueString);
  const codes = [value.valueCoding, ...(value.valueCodeableConcept?.coding ?? [])];
  return codes.map((one) => question?.counts?.[one?.code ?? '']).find(Number.isInteger) ?? null;
}

const hasPart = ({ panel, total, questions }: Form, code: string | undefined): boolean =>
  code !== undefined && [panel, total, ...questions.map(({ loinc }) => loinc)].includes(code);

const loincOf = (code: CodeableConcept | undefined): string | undefined =>
  code?.coding?.find(({ system }) => system === 'http://loinc.org')?.code;
