/** The design tokens that a canvas draws with; it has no style sheet of its own. */
const TOKENS = {
  surface: 'surface',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  line: 'line',
  lineStrong: 'line-strong',
  outline: 'outline',
  accent: 'accent',
  warn: 'warn',
  good: 'good',
  unknown: 'unknown',
  attended: 'attended',
  late: 'late',
  excused: 'excused',
  lateCancel: 'late-cancel',
  noShow: 'no-show',
  neutral: 'neutral-mark',
  unrecorded: 'unrecorded',
} as const;

export type ChartColour = keyof typeof TOKENS;
export type ChartTokens = Record<ChartColour, string> & { font: string };

/**
 * What stands behind, only helps the eye along, or must be told from its neighbour in a stacked bar by
 * one of the few colours that the reader's system has; all else is text.
 */
const FORCED: Record<string, string> = {
  surface: 'Canvas',
  line: 'GrayText',
  late: 'GrayText',
  excused: 'LinkText',
  'late-cancel': 'VisitedText',
  'no-show': 'Highlight',
  'neutral-mark': 'GrayText',
};

/** As they stand now; in forced colours the system's own. */
export function readTokens(view: Window): ChartTokens {
  const style = view.getComputedStyle(view.document.documentElement);
  const forced = view.matchMedia('(forced-colors: active)').matches;
  const colour = (name: string): string => {
    if (forced) return FORCED[name] ?? 'CanvasText';
    return style.getPropertyValue(`--tl-${name}`).trim();
  };
  const colours = Object.entries(TOKENS).map(([key, name]) => [key, colour(name)]);
  const font = style.getPropertyValue('--tl-font').replace(/\s+/g, ' ').trim() || 'sans-serif';
  return { ...(Object.fromEntries(colours) as Record<ChartColour, string>), font };
}
