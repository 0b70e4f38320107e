import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { changeWords, scoreNotes, scoreWords } from '../course/measure-words';

export interface MeasureRow {
  id: string;
  name: string;
  /** The last score with its band, and what must be known beside it. */
  last: string;
  on: string;
  change: string;
  reviewed: string;
  due: string;
}

/** Of each instrument the last score, the change since the first, and what was made of it: a row each. */
export const measureRows = ({ measures }: ClientProgress): MeasureRow[] =>
  measures.flatMap((measure) => {
    const form = instrument(measure.instrument as InstrumentId);
    const last = measure.scores.at(-1);
    if (!last) return [];
    const notes = scoreNotes(form, last).filter((note) => !note.startsWith('total added'));
    return [
      {
        id: form.id,
        name: form.name,
        last: [scoreWords(form, last), ...notes].join('; '),
        on: calendarDay(last.day),
        change: changeWords(form, measure).join(', ').replace('(< ', '(<\u00a0') || 'one score',
        reviewed: last.review ? `plan ${last.review.plan}` : 'not reviewed',
        due: measure.dueOn ? calendarDay(measure.dueOn) : '',
      },
    ];
  });
