import type { MeasurePoint } from '#domain/measures/measures.contract';
import type { ChartTokens } from '../chart/chart-tokens';
import { hatch } from '../chart/hatch';

/** How a point is drawn: shape before colour. */
export type MarkKind = 'plain' | 'concern' | 'improvement' | 'special' | 'open' | 'uncertain';

export function markOf({ open, cause, poorlyRecorded }: MeasurePoint): MarkKind {
  if (open) return 'open';
  // What a rule found on a point that is hardly recorded is not a finding to act on.
  if (poorlyRecorded) return 'uncertain';
  if (!cause) return 'plain';
  if (cause.concern === null) return 'special';
  return cause.concern ? 'concern' : 'improvement';
}

/** Draws one mark at its place. */
export function drawMark(
  context: CanvasRenderingContext2D,
  kind: MarkKind,
  { x, y, size }: { x: number; y: number; size: number },
  tokens: ChartTokens,
): void {
  context.save();
  context.beginPath();
  if (kind === 'concern' || kind === 'special') diamond(context, x, y, size * 1.9);
  else context.arc(x, y, radiusOf(kind, size), 0, 2 * Math.PI);
  context.fillStyle = fillOf(kind, tokens);
  context.fill();
  const stroke = strokeOf(kind, tokens);
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = 1.5;
    if (kind === 'open') context.setLineDash([2, 1.5]);
    context.stroke();
  }
  context.restore();
}

const radiusOf = (kind: MarkKind, size: number): number =>
  ({
    plain: size,
    improvement: size * 1.7,
    open: Math.max(3.2, size * 1.2),
    uncertain: size * 1.4,
  })[kind as 'plain'];

function diamond(context: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  context.moveTo(x, y - half);
  context.lineTo(x + half, y);
  context.lineTo(x, y + half);
  context.lineTo(x - half, y);
  context.closePath();
}

function fillOf(kind: MarkKind, tokens: ChartTokens): string | CanvasPattern {
  switch (kind) {
    case 'concern':
      return tokens.warn;
    case 'improvement':
      return tokens.good;
    case 'special':
      return tokens.ink2;
    case 'open':
      return tokens.surface;
    case 'uncertain':
      return hatch(tokens.unrecorded, tokens.surface);
    case 'plain':
      return tokens.attended;
  }
}

function strokeOf(kind: MarkKind, tokens: ChartTokens): string | null {
  if (kind === 'open') return tokens.attended;
  if (kind === 'uncertain') return tokens.unrecorded;
  return kind === 'plain' ? null : tokens.surface;
}
