import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem } from '#domain/problem.contract';
import { isSamePayer } from '#domain/payer/payer-key';
import { isByPayer, SETTINGS } from '#domain/settings/settings';
import {
  NewSettingValue,
  NewWithdrawal,
  SettingEntry,
  SettingPreview,
  Settings,
  SupposedValue,
} from '#domain/settings/settings.contract';
import { effectiveDayProblem, valueProblem } from '#domain/settings/value-problem';
import type { Reader } from '../database/reader.ts';
import { todayEverywhere } from '../measures/calendar.queries.ts';
import { findPayersNamed } from '../payer/payers.queries.ts';
import { setValue, withdrawValue } from './change-settings.ts';
import { previewOf } from './preview.ts';
import { findEntries, findPrograms } from './setting-values.queries.ts';

const Named = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** The rules of the organization: read by who is led by them, set by who administers it. */
export const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.get('/api/settings', {
    config: { permission: 'settings:read' },
    schema: { response: { 200: Settings, '4xx': Problem } },
    handler: async ({ reader }) => {
      const asOf = clock.now();
      return database.read(reader, async (scoped) => ({
        asOf: asOf.toISOString(),
        today: await todayEverywhere(scoped, reader.organizationId, asOf),
        programs: await findPrograms(scoped, reader),
        payers: await findPayersNamed(scoped),
        entries: await findEntries(scoped, reader),
      }));
    },
  });

  app.post('/api/settings/values', {
    config: { permission: 'settings:write' },
    schema: { body: NewSettingValue, response: { 201: SettingEntry, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const problem = await problemWith(reader, body);
      if (problem) return reply.code(400).send({ code: 'not-valid', message: problem });
      const set = await database.read(reader, (scoped) =>
        setValue(scoped, reader, body, clock.now()),
      );
      return 'code' in set ? reply.code(409).send(set) : reply.code(201).send(set);
    },
  });

  app.post('/api/settings/values/:id/withdrawal', {
    config: { permission: 'settings:write' },
    schema: {
      params: Named,
      body: NewWithdrawal,
      response: { 201: SettingEntry, '4xx': Problem },
    },
    handler: async ({ reader, params, body }, reply) => {
      const withdrawn = await database.read(reader, (scoped) =>
        withdrawValue(scoped, reader, params.id, body.id, clock.now()),
      );
      if (withdrawn) return reply.code(201).send(withdrawn);
      return reply
        .code(404)
        .send({ code: 'not-found', message: 'There is no such value to withdraw.' });
    },
  });

  app.post('/api/settings/preview', {
    config: { permission: 'settings:write' },
    schema: { body: SupposedValue, response: { 200: SettingPreview, '4xx': Problem } },
    handler: async ({ reader, body }, reply) => {
      const problem = await problemWith(reader, body);
      if (problem) return reply.code(400).send({ code: 'not-valid', message: problem });
      const asOf = clock.now();
      const today = await database.read(reader, (scoped) =>
        todayEverywhere(scoped, reader.organizationId, asOf),
      );
      return previewOf(database, reader.organizationId, body, { today, asOf });
    },
  });

  async function problemWith(
    reader: Reader,
    { setting, programId, payer, effectiveOn, value }: SupposedValue,
  ): Promise<string> {
    const definition = SETTINGS[setting];
    const ofValue = valueProblem(definition, value);
    if (ofValue) return ofValue;
    const { today, programs, payers } = await database.read(reader, async (scoped) => ({
      today: await todayEverywhere(scoped, reader.organizationId, clock.now()),
      programs: await findPrograms(scoped, reader),
      payers: await findPayersNamed(scoped),
    }));
    if (programId !== null && definition.forAllBecause !== null)
      return `This holds for the whole organization. ${definition.forAllBecause}.`;
    if (programId !== null && !programs.some(({ id }) => id === programId))
      return 'There is no such program.';
    if (payer !== null && !isByPayer(setting)) return 'This holds for every payer.';
    if (payer !== null && !payers.some((name) => isSamePayer(name, payer)))
      return 'No coverage in the record names this payer.';
    return effectiveDayProblem(effectiveOn, today);
  }
};
