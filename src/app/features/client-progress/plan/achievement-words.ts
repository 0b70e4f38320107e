/** HL7 goal-achievement, as staff say it. */
const WORDS: Readonly<Record<string, string>> = {
  'in-progress': 'in progress',
  improving: 'improving',
  worsening: 'worsening',
  'no-change': 'no change',
  achieved: 'achieved',
  sustaining: 'sustaining',
  'not-achieved': 'not achieved',
  'no-progress': 'no progress',
  'not-attainable': 'not attainable',
};

/** How a goal was judged; one that nobody has judged is not without progress. */
export const achievementInWords = (achievement: string | null): string =>
  achievement === null ? 'not judged' : (WORDS[achievement] ?? achievement);
