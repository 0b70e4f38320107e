import type { QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from 'fhir/r4';

export interface AnsweredItem {
  /** Without the slash that some begin it with. */
  linkId: string;
  answers: QuestionnaireResponseItemAnswer[];
}

/** Every item that was answered, out of whatever groups it stands in. */
export const answeredItems = (
  items: readonly QuestionnaireResponseItem[] | undefined,
): AnsweredItem[] =>
  (items ?? []).flatMap(({ linkId, answer = [], item }) => [
    ...(answer.length > 0 ? [{ linkId: linkId.replace(/^\//, ''), answers: answer }] : []),
    ...answeredItems(item),
    ...answer.flatMap((one) => answeredItems(one.item)),
  ]);
