import type { DataSource } from '#domain/data-sources/data-sources.contract';

interface StateWords {
  word: string;
  icon: string;
  className: string;
}

/** How a source stands, in a word, a shape and a colour. */
export const SOURCE_STATE: Record<DataSource['state'], StateWords> = {
  'up-to-date': { word: 'Up to date', icon: 'check', className: 'good' },
  reading: { word: 'Reading', icon: 'reading', className: 'reading' },
  late: { word: 'Late', icon: 'late', className: 'warn' },
  'not-read': { word: 'Not read yet', icon: 'not-read', className: 'dim' },
};
