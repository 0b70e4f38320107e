import type { DirectorView, Group, Line } from './director-view.ts';

/** A line of the table: what was planted, and what a page would show of it. */
export interface Said {
  scenario: string;
  planted: string;
  asked: string;
  /** Where it was planted, and elsewhere. */
  there: string;
  elsewhere: string;
  found: string;
}

/** Of docs/simulator.md: where each scenario differs, by the names that the source gives. */
const stoppedRecording = 'Eastgate';
const lostPeople = 'service-group-4';
const worseTrack = 'Evening track';

export async function saidOf(scenario: string, view: DirectorView): Promise<Said[]> {
  const rows = [await recording(view), await losses(view), await stoppingByTrack(view)];
  return rows.map(({ of, planted, ...row }) => {
    const isPlanted = of === scenario;
    return { scenario, planted: isPlanted ? planted : 'nothing here', ...row };
  });
}

type Row = Omit<Said, 'scenario'> & { of: string };

async function recording(view: DirectorView): Promise<Row> {
  const lines = await view.parts('completeness', 'site');
  const [at, others] = apart(lines, ({ name }) => name === stoppedRecording);
  const since = (all: readonly Line[]): number =>
    all.reduce((weeks, line) => weeks + poorly(line, '2026-10-05').length, 0);
  const isConcern = (line: Line): boolean => concerns(line).length > 0;
  return {
    of: 'one-site-stops-recording',
    planted: `${stoppedRecording} records a quarter from 2026-10-05`,
    asked: 'completeness by site',
    there: at.map(recordingOf).join('; '),
    elsewhere: others.map(recordingOf).join('; '),
    found:
      `${verdict(at.some(isConcern), others.filter(isConcern).length)}; weeks poorly recorded ` +
      `since then: ${since(at)} there, ${since(others)} elsewhere`,
  };
}

/** Weeks over of which more than a tenth was not recorded, from a day on. */
const poorly = ({ points }: Line, from = '') =>
  points.filter(({ open, poorlyRecorded, start }) => !open && poorlyRecorded && start >= from);

const concerns = ({ findings }: Line) => findings.filter(({ cause }) => cause.concern === true);

const recordingOf = (line: Line): string =>
  `${line.name} ${percent(line.figure.value)}, ${poorly(line).length} weeks poorly recorded ` +
  `(${poorly(line, '2026-10-05').length} since 2026-10-05), ` +
  (concerns(line)[0]?.sentence ?? 'no concern');

async function losses(view: DirectorView): Promise<Row> {
  const groups = await view.groups();
  const sourceIds = new Map<string, string>();
  for (const { id } of groups) sourceIds.set(id, await view.sourceIdOf(id));
  const [at, others] = apart(groups, ({ id }) => sourceIds.get(id) === lostPeople);
  const [told] = apart(others, ({ finding }) => finding !== null);
  return {
    of: 'one-group-loses-people',
    planted: 'the fourth group loses two of three from 2026-05-04',
    asked: 'groups',
    there: at.map(lossOf).join('; '),
    elsewhere: `${told.length} of ${others.length} groups: ${told.map(lossOf).join('; ')}`,
    found: verdict(
      at.some(({ finding }) => finding !== null),
      told.length,
    ),
  };
}

const lossOf = ({ name, site, loss, finding }: Group): string =>
  `${site} ${name}: ${loss.stoppedEarly} of ${loss.began}, limit ${percent(loss.high95)}` +
  (finding === null ? ', no finding' : `, '${finding}'`);

async function stoppingByTrack(view: DirectorView): Promise<Row> {
  const lines = await view.parts('stopped-early', 'track');
  const [at, others] = apart(lines, ({ name }) => name === worseTrack);
  const isMore = ({ beside, figure }: Line): boolean =>
    (beside?.outside ?? null) !== null && (figure.value ?? 0) > (beside?.high ?? 1);
  return {
    of: 'one-track-retains-worse',
    planted: 'two of five in evening tracks leave within 24 days',
    asked: 'stopped within 30 days, by track',
    there: at.map(stoppingOf).join('; '),
    elsewhere: others.map(stoppingOf).join('; '),
    found: verdict(at.some(isMore), others.filter(isMore).length),
  };
}

const stoppingOf = ({ name, figure, beside }: Line): string =>
  `${name} ${figure.numerator} of ${figure.denominator}, ${percent(figure.value)}, ` +
  `limit ${percent(beside?.high ?? null)}` +
  (beside?.finding ? `, '${beside.finding}'` : ', no finding');

const verdict = (there: boolean, elsewhere: number): string =>
  `${there ? 'there' : 'not there'}, ${elsewhere === 0 ? 'nowhere else' : `${elsewhere} elsewhere`}`;

const percent = (value: number | null): string =>
  value === null ? 'none' : `${(100 * value).toFixed(1)}%`;

function apart<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
