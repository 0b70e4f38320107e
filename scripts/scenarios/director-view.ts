import { SignedIn } from '../recompute/answered/signed-in.ts';

/** One line of a chart, as far as it is looked at here. */
export interface Line {
  name: string;
  figure: { value: number | null; numerator: number; denominator: number };
  points: {
    start: string;
    numerator: number;
    denominator: number;
    value: number | null;
    open: boolean;
    poorlyRecorded: boolean;
  }[];
  findings: { name: string; sentence: string; cause: { concern: boolean | null } }[];
  limits: string;
  /** Of a rate over clients or episodes: against funnel limits around all parts. */
  beside?: { high: number; outside: string | null; finding: string | null };
}

export interface Group {
  id: string;
  name: string;
  site: string | null;
  loss: { began: number; stoppedEarly: number; overall: number | null; high95: number | null };
  finding: string | null;
}

/** What the director of a clinic is told, over the half year that a chart shows unasked. */
export class DirectorView {
  private readonly director: SignedIn;

  private constructor(director: SignedIn) {
    this.director = director;
  }

  static async of(serverUrl: string): Promise<DirectorView> {
    return new DirectorView(await SignedIn.as(serverUrl, 'director'));
  }

  async parts(measure: string, split: 'site' | 'track'): Promise<Line[]> {
    const path = `/api/measures/${measure}`;
    return (await this.director.get<{ groups: Line[] }>(path, { by: 'week', split })).groups;
  }

  async groups(): Promise<Group[]> {
    return (await this.director.get<{ groups: Group[] }>('/api/attendance/groups')).groups;
  }

  /** What the source calls the record that something here came from. */
  async sourceIdOf(id: string): Promise<string> {
    const path = `/api/source-records/${id}`;
    const { revisions } = await this.director.get<{ revisions: { body: string }[] }>(path);
    return (JSON.parse(revisions[0]?.body ?? '{}') as { id?: string }).id ?? '';
  }
}
