import type { SignedIn } from './signed-in.ts';

/** How the source refers to an episode. Of a stay that only sessions tell of there is no record: `null`. */
export async function episodeInSource(person: SignedIn, episodeId: string): Promise<string | null> {
  try {
    const { revisions } = await person.get<{ revisions: { body: string }[] }>(
      `/api/source-records/${episodeId}`,
    );
    const { id } = JSON.parse(revisions[0]?.body ?? '{}') as { id?: string };
    return id === undefined ? null : `EpisodeOfCare/${id}`;
  } catch {
    return null;
  }
}
