import type { CodeableConcept } from 'fhir/r4';
import type { Level } from '../model/level-design.ts';
import type { Site } from '../model/program-map.ts';
import { ASAM_CRITERIA } from './codings.ts';

const LEVELS: Record<Site['edition'], Record<Level, readonly [code: string, display: string]>> = {
  '3': {
    '3.1': ['3.1', 'Clinically Managed Low-Intensity Residential Services'],
    '2.5': ['2.5', 'Partial Hospitalization Services'],
    '2.1': ['2.1', 'Intensive Outpatient Services'],
    '1.5': ['1', 'Outpatient Services'],
  },
  '4': {
    '3.1': ['3.1', 'Clinically Managed Low-Intensity Residential Treatment'],
    '2.5': ['2.5', 'High-Intensity Outpatient Treatment'],
    '2.1': ['2.1', 'Intensive Outpatient Treatment'],
    '1.5': ['1.5', 'Outpatient Therapy'],
  },
};

/** The level as the site codes it, by its edition of The ASAM Criteria. */
export function asamLevel(level: Level, edition: Site['edition']): CodeableConcept {
  const [code, display] = LEVELS[edition][level];
  return { coding: [{ system: ASAM_CRITERIA, version: edition, code, display }] };
}
