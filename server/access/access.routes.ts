import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Me, SignInOptions, SignInRequest } from '#domain/access/access.contract';
import { Problem } from '#domain/problem.contract';
import { findPersonas, personaOptions, siteOf } from './personas.queries.ts';
import { sitesInReach } from './sites-in-reach.queries.ts';
import { signIn, signOut } from './sign-ins.queries.ts';

export const accessRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock, demoSignIn, simulated, cookieName } = app.throughline;

  app.get('/api/me', {
    config: { permission: 'signed-in' },
    schema: { response: { 200: Me, '4xx': Problem } },
    handler: async ({ reader }) => ({
      name: reader.name,
      role: reader.role,
      staffId: reader.staffId,
      ...(await siteOf(database, reader)),
      sites: await database.read(reader, (scoped) =>
        sitesInReach(scoped, reader.organizationId, clock.now()),
      ),
      simulated,
      demoSignIn,
    }),
  });

  app.post('/api/sign-out', {
    config: { permission: 'signed-in' },
    schema: { response: { 204: Type.Null(), '4xx': Problem } },
    handler: async (request, reply) => {
      await signOut(database, request.signInToken);
      return reply.clearCookie(cookieName, { path: '/' }).code(204).send(null);
    },
  });

  if (!demoSignIn) return;

  app.get('/api/sign-in', {
    config: { permission: 'public' },
    schema: { response: { 200: SignInOptions } },
    handler: async () => personaOptions(await findPersonas(database)),
  });

  app.post('/api/sign-in', {
    config: { permission: 'public' },
    schema: { body: SignInRequest, response: { 204: Type.Null(), '4xx': Problem, '5xx': Problem } },
    handler: async (request, reply) => {
      const reader = (await findPersonas(database)).get(request.body.persona);
      if (!reader) {
        return reply.code(503).send({
          code: 'starting',
          message: 'The first clients are still being read. Try again in a few seconds.',
        });
      }
      const token = await signIn(database, reader);
      return reply
        .setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax' })
        .code(204)
        .send(null);
    },
  });
};
