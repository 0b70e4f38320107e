/** How the title of a role says that who has it prescribes; a pattern, whatever the case. */
export const PRESCRIBER_TITLE =
  'prescriber|physician|psychiatrist|nurse practitioner|advanced practice|medical director';
