import type { InstrumentId } from './instrument.ts';

/** For who does not know the short name. */
export const FULL_NAMES: Readonly<Record<InstrumentId, string>> = {
  'phq-9': 'Depression, Patient Health Questionnaire (PHQ-9)',
  'gad-7': 'Anxiety, Generalized Anxiety Disorder scale (GAD-7)',
  bam: 'Substance use and recovery, Brief Addiction Monitor (BAM)',
  'bam-iop':
    'Substance use and recovery, Brief Addiction Monitor for intensive outpatient (BAM-IOP)',
  'bam-r': 'Substance use and recovery, Brief Addiction Monitor, revised (BAM-R)',
  'barc-10': 'Recovery capital, Brief Assessment of Recovery Capital (BARC-10)',
  'audit-c': 'Alcohol, Alcohol Use Disorders Identification Test, consumption (AUDIT-C)',
  'dast-10': 'Drugs, Drug Abuse Screening Test (DAST-10)',
  'c-ssrs': 'Suicide risk, Columbia Suicide Severity Rating Scale (C-SSRS)',
  tea: 'Treatment Effectiveness Assessment (TEA)',
  'craving-nrs': 'Craving, rated 0 to 10',
  'craving-vas': 'Craving, rated 0 to 100',
  pacs: 'Craving, Penn Alcohol Craving Scale (PACS)',
};
