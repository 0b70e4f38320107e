/** LOINC's answers to the questions of PHQ-9 and GAD-7 (answer list LL358-3). */
export const PATIENT_HEALTH_ANSWERS = {
  'LA6568-5': 0, // not at all
  'LA6569-3': 1, // several days
  'LA6570-1': 2, // more than half the days
  'LA6571-9': 3, // nearly every day
} as const;
