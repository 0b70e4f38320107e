import type { CodeableConcept, Coding, Observation, ObservationComponent } from 'fhir/r4';
import type { Score } from '../model/measurement/score.ts';
import type { Placement } from '../model/placement.ts';
import { localIso } from '../model/local-time.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { frequency, isCoded, loinc, LOINC, SCORE_CODES, type ScoreCodes } from './score-codes.ts';
import { utcIso } from './utc-iso.ts';

const SURVEY: CodeableConcept = {
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' },
  ],
};
const RISK = ['No risk', 'Low risk', 'Moderate risk', 'High risk'];

type Value = Pick<ObservationComponent, 'valueInteger' | 'valueString' | 'valueQuantity'> &
  Pick<ObservationComponent, 'valueCodeableConcept'>;

/** A score as observations: one in most shapes, one for each question in another. */
export function scoreObservations(placement: Placement, score: Score): Recorded<Observation>[] {
  const { instrument, shape, answers } = score;
  if (!isCoded(instrument) || shape === 'answers-only') return [];
  const codes = SCORE_CODES[instrument];
  const one = (key: string, code: Coding, rest: Partial<Observation>) =>
    recorded(placement, score, key, code, rest);
  switch (shape) {
    case 'total':
      return [one(score.key, codes.total, { valueInteger: score.total })];
    case 'quantity': {
      const valueQuantity = { value: score.total, unit: '{score}', code: '{score}', system: UCUM };
      return [one(score.key, codes.total, { valueQuantity })];
    }
    case 'string':
      return [one(score.key, codes.total, { valueString: String(score.total) })];
    case 'components':
      return [one(score.key, codes.panel, { component: components(score, codes) })];
    case 'members': {
      const members = answers.map((answer, at) =>
        one(`${score.key}-${at + 1}`, item(codes, at), { valueInteger: answer }),
      );
      const hasMember = members.map(({ id }) => ({ reference: `Observation/${id}` }));
      const valueInteger = score.total;
      return [one(score.key, codes.panel, { valueInteger, hasMember }), ...members];
    }
  }
}

const UCUM = 'http://unitsofmeasure.org';

function components(score: Score, codes: ScoreCodes): ObservationComponent[] {
  return [
    ...score.answers.map((answer, at) => ({
      code: { coding: [item(codes, at)] },
      ...answerOf(score, answer),
    })),
    { code: { coding: [codes.total] }, ...totalOf(score) },
  ];
}

function item({ items, panel }: ScoreCodes, at: number): Coding {
  return loinc(items[at], `${panel.display}, question ${at + 1}`);
}

function answerOf({ instrument }: Score, answer: number): Value {
  if (instrument === 'audit-c') return { valueInteger: answer };
  const coding =
    instrument === 'c-ssrs'
      ? answer === 1
        ? { system: LOINC, code: 'LA33-6', display: 'Yes' }
        : { system: LOINC, code: 'LA32-8', display: 'No' }
      : frequency(answer);
  return { valueCodeableConcept: { coding: [coding] } };
}

function totalOf({ instrument, total }: Score): Value {
  if (instrument !== 'c-ssrs') return { valueInteger: total };
  return { valueCodeableConcept: { text: RISK[total] } };
}

function recorded(
  { client, group }: Placement,
  { takenAt, enteredAt }: Score,
  key: string,
  code: Coding,
  rest: Partial<Observation>,
): Recorded<Observation> {
  const id = resourceId.clinical('obs', client, key);
  return {
    id,
    at: [enteredAt],
    render: () => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      category: [SURVEY],
      code: { coding: [code] },
      subject: toClient(client),
      effectiveDateTime: localIso(group.unit.site.zone, takenAt),
      issued: utcIso(enteredAt),
      ...rest,
    }),
  };
}
