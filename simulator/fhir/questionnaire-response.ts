import type { QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4';
import { background } from '../model/background/background.ts';
import { HOUR_MS } from '../model/calendar-day.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { dischargeRecord } from '../model/leaving/discharge-record.ts';
import { localIso } from '../model/local-time.ts';
import { scores } from '../model/measurement/scores.ts';
import { questionnaire } from './questionnaire.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { answeredItems } from './score-questionnaire.ts';
import { admissionItems, dischargeItems } from './treatment-form.ts';

/** Of each stay the form at admission, the questionnaires, and the form at discharge. */
export function questionnaireResponses(
  clinic: Clinic,
  { episodes }: ClientTimeline,
): Recorded<QuestionnaireResponse>[] {
  return episodes.flatMap((episode) => [
    ...admissionForm(clinic, episode),
    ...answeredScores(clinic, episode),
    ...dischargeForm(clinic, episode),
  ]);
}

function admissionForm({ seed }: Clinic, episode: EpisodeTimeline) {
  const { intake, placement } = episode;
  const presence = intake?.assessment.presence;
  if (!presence) return [];
  const items = admissionItems(background(seed, placement.client), episode);
  const at = presence.closedAt + HOUR_MS / 4;
  return [response(episode, `${placement.ordinal + 1}-admission`, 'admission', at, at, items)];
}

function answeredScores(clinic: Clinic, episode: EpisodeTimeline) {
  return scores(clinic, episode).flatMap((score) => {
    const items = answeredItems(score);
    const { key, instrument, takenAt, enteredAt } = score;
    return items ? [response(episode, key, instrument, takenAt, enteredAt, items)] : [];
  });
}

function dischargeForm({ seed }: Clinic, episode: EpisodeTimeline) {
  const { client, ordinal, step } = episode.placement;
  const { ways, formAt } = dischargeRecord(seed, episode);
  if (formAt === null || (step.reason === 'died' && !ways.includes('questionnaire'))) return [];
  const who = background(seed, client);
  const items = dischargeItems(seed, who, episode, ways.includes('questionnaire'));
  return [response(episode, `${ordinal + 1}-discharge`, 'discharge', formAt, formAt, items)];
}

function response(
  { placement }: EpisodeTimeline,
  key: string,
  name: string,
  takenAt: number,
  enteredAt: number,
  item: QuestionnaireResponseItem[],
): Recorded<QuestionnaireResponse> {
  const { client, group } = placement;
  const id = resourceId.clinical('qr', client, key);
  return {
    id,
    at: [enteredAt],
    render: () => ({
      resourceType: 'QuestionnaireResponse',
      id,
      questionnaire: questionnaire(name),
      status: 'completed',
      subject: toClient(client),
      authored: localIso(group.unit.site.zone, takenAt),
      item,
    }),
  };
}
