import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';

/** What asks for a task: a rule, or a person. */
export const TaskRule = Type.Union([
  Type.Literal('outreach'),
  Type.Literal('next-step'),
  Type.Literal('return'),
  Type.Literal('case-review'),
  Type.Literal('supervisor'),
  Type.Literal('written'),
  Type.Literal('discharge-review'),
  Type.Literal('record-attendance'),
  Type.Literal('score'),
  Type.Literal('measure'),
  Type.Literal('drug-test'),
  Type.Literal('authorization'),
  Type.Literal('plan-review'),
  Type.Literal('follow-up'),
  Type.Literal('aftercare'),
  Type.Literal('court-report'),
  Type.Literal('own'),
]);
export type TaskRule = Static<typeof TaskRule>;

const Person = Type.Object({ id: Type.String(), name: Type.String() });

export const Task = Type.Object({
  /** The rule and the record that it came from: the same however often that comes. */
  key: Type.String(),
  rule: TaskRule,
  client: Nullable(
    Type.Object({ id: Type.String(), familyName: Type.String(), givenName: Type.String() }),
  ),
  /** Bold part, e.g. 'Outreach after a miss'. */
  what: Type.String(),
  /** Plain evidence after it, e.g. 'No-show Tue 17 Nov, Group A'; may be empty. */
  evidence: Type.String(),
  dueAt: Instant,
  /** The day on the calendar of the client's site. */
  dueOn: Day,
  /** An hour counts, not the day alone. */
  byTheHour: Type.Boolean(),
  timeZone: Type.String(),
  overdue: Type.Boolean(),
  owner: Nullable(Person),
  /** Who stands in for an owner who is away, and until when. */
  covering: Nullable(Type.Object({ ...Person.properties, until: Day })),
  /** The source's records behind it; ids for GET /api/source-records/{id}. */
  recordIds: Type.Array(Type.String()),
  /** The session whose roster is to be completed. */
  sessionId: Nullable(Type.String()),
  /** How, by whom and when it was closed; `null` while it is open. */
  closed: Nullable(Type.Object({ how: Type.String(), by: Type.String(), at: Instant })),
});
export type Task = Static<typeof Task>;

export const TaskQuery = Type.Object(
  {
    /** `mine` and whose I cover; `team`: of every client in reach; `overdue`: of those, what is late. */
    whose: Type.Optional(
      Type.Union([Type.Literal('mine'), Type.Literal('team'), Type.Literal('overdue')]),
    ),
    asOf: Type.Optional(Instant),
  },
  { additionalProperties: false },
);
export type TaskQuery = Static<typeof TaskQuery>;

export const Tasks = Type.Object({
  asOf: Instant,
  /** What is due first comes first. */
  tasks: Type.Array(Task),
  /** Closed within a day, newest first. */
  closed: Type.Array(Task),
  counts: Type.Object({ mine: Type.Integer(), team: Type.Integer(), overdue: Type.Integer() }),
  /** Whom a task can be given to: colleagues who may see its client. */
  colleagues: Type.Array(Person),
});
export type Tasks = Static<typeof Tasks>;

/** What the rail shows: names nobody. */
export const TaskCount = Type.Object({ mine: Type.Integer(), overdue: Type.Integer() });
export type TaskCount = Static<typeof TaskCount>;

const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const ofTask = {
  id: Id,
  key: Type.String({ minLength: 1, maxLength: 160 }),
  clientId: Nullable(Id),
};

/** What a person does about a task. Sent twice under one id, it is done once. */
export const NewTaskEntry = Type.Union([
  Type.Object({
    id: Id,
    act: Type.Literal('made'),
    clientId: Nullable(Id),
    words: Words,
    dueOn: Day,
    ownerId: Nullable(Id),
  }),
  Type.Object({ ...ofTask, act: Type.Literal('assigned'), ownerId: Id }),
  Type.Object({ ...ofTask, act: Type.Literal('moved'), dueOn: Day }),
  Type.Object({ ...ofTask, act: Type.Literal('closed'), words: Words }),
  Type.Object({ ...ofTask, act: Type.Literal('reopened') }),
]);
export type NewTaskEntry = Static<typeof NewTaskEntry>;

/** Somebody stands in for a colleague, both days included. */
export const NewCoverage = Type.Object(
  { id: Id, awayId: Id, coveredById: Id, fromDay: Day, toDay: Day },
  { additionalProperties: false },
);
export type NewCoverage = Static<typeof NewCoverage>;

export const Coverage = Type.Object({
  id: Type.String(),
  away: Person,
  coveredBy: Person,
  fromDay: Day,
  toDay: Day,
  madeBy: Type.String(),
  /** The reader may end it: they are away themselves, or supervise. */
  mayWithdraw: Type.Boolean(),
});
export type Coverage = Static<typeof Coverage>;

export const Coverages = Type.Object({
  /** Today's and coming ones. */
  coverages: Type.Array(Coverage),
  /** Who may be put down as away, and as covering. */
  colleagues: Type.Array(Person),
});
export type Coverages = Static<typeof Coverages>;
