/** A form as far as it is counted: where its parts are found, and what they come to. */
export interface Form {
  id: string;
  /** LOINC; none where LOINC has none. */
  panel?: string;
  total?: string;
  /** The questions in order, by number; with LOINC where it has a code. */
  questions: readonly Question[];
  /** The questions whose answers add up to the total; none where there is no total. */
  adds: readonly string[];
  subscales?: Record<string, readonly string[]>;
}

export interface Question {
  number: string;
  loinc?: string;
  /** What LOINC's coded answers count. */
  counts?: Record<string, number>;
}

const howOften = { 'LA6568-5': 0, 'LA6569-3': 1, 'LA6570-1': 2, 'LA6571-9': 3 };
const yesNo = { 'LA33-6': 1, 'LA32-8': 0 };

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1}`);
const plain = (count: number): Question[] => numbers(count).map((number) => ({ number }));
const coded = (codes: string, counts: Question['counts'] = {}): Question[] =>
  codes.split(' ').map((loinc, index) => ({ number: `${index + 1}`, loinc, counts }));

// The Brief Addiction Monitor has no total; 7A to 7G and 17 are in no subscale.
const monitor = (id: string): Form => ({
  id,
  questions: '1 2 3 4 5 6 7A 7B 7C 7D 7E 7F 7G 8 9 10 11 12 13 14 15 16 17'
    .split(' ')
    .map((number) => ({ number })),
  adds: [],
  subscales: {
    use: ['4', '5', '6'],
    risk: ['1', '2', '3', '8', '11', '15'],
    protective: ['9', '10', '12', '13', '14', '16'],
  },
});

export const forms: readonly Form[] = [
  {
    id: 'phq-9',
    panel: '44249-1',
    total: '44261-6',
    questions: coded(
      '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8 69722-7',
      howOften,
    ),
    // The tenth asks how difficult it all made life, and is not added.
    adds: numbers(9),
  },
  {
    id: 'gad-7',
    panel: '69737-5',
    total: '70274-6',
    questions: coded('69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7', howOften),
    adds: numbers(7),
  },
  {
    id: 'audit-c',
    panel: '72109-2',
    total: '75626-2',
    questions: coded('68518-0 68519-8 68520-6'),
    adds: numbers(3),
  },
  {
    id: 'c-ssrs',
    panel: '93373-9',
    questions: coded('93246-7 93247-5 93248-3 93249-1 93250-9 93267-3 93269-9', yesNo).map(
      (question) => (question.number === '7' ? { ...question, number: '6R' } : question),
    ),
    adds: [],
  },
  monitor('bam'),
  monitor('bam-iop'),
  monitor('bam-r'),
  { id: 'barc-10', questions: plain(10), adds: numbers(10) },
  { id: 'tea', questions: plain(4), adds: numbers(4) },
  { id: 'craving-nrs', questions: plain(1), adds: numbers(1) },
];
