/** HL7 v3 RoleCode, PersonalRelationshipRoleType, as far as people who stand by a client have one. */
const WORDS: Readonly<Record<string, string>> = {
  SPS: 'spouse',
  HUSB: 'husband',
  WIFE: 'wife',
  DOMPART: 'partner',
  SIGOTHR: 'partner',
  PRN: 'parent',
  MTH: 'mother',
  FTH: 'father',
  SIB: 'sibling',
  SIS: 'sister',
  BRO: 'brother',
  CHILD: 'child',
  CHLD: 'child',
  DAU: 'daughter',
  SON: 'son',
  GRPRN: 'grandparent',
  GRMTH: 'grandmother',
  GRFTH: 'grandfather',
  AUNT: 'aunt',
  UNCLE: 'uncle',
  COUSN: 'cousin',
  EXT: 'relative',
  FAMMEMB: 'relative',
  FRND: 'friend',
  NBOR: 'neighbor',
  ROOM: 'roommate',
};

/** What somebody is to a client, in a word; the source's own where it is no code. */
export const relationshipInWords = (relationship: string): string =>
  WORDS[relationship.toUpperCase()] ?? relationship.toLowerCase();
