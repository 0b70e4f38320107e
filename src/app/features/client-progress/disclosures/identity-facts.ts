import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';

/** What tells a client from others; on a screen that others see, nothing does. */
export const identityFacts = (
  { recordNumber }: ClientProgress,
  birthDate: string | null,
  initialsOnly: boolean,
): { name: string; value: string }[] =>
  initialsOnly
    ? []
    : [
        { name: 'Born', value: birthDate ? calendarDate(birthDate) : 'not recorded' },
        { name: 'Record number', value: recordNumber ?? 'not recorded' },
      ];
