import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { accessRoutes } from './access/access.routes.ts';
import { aftercareRoutes } from './aftercare/aftercare.routes.ts';
import { followUpRoutes } from './aftercare/follow-ups.routes.ts';
import { planRoutes } from './aftercare/plan.routes.ts';
import { transitionRoutes } from './aftercare/transitions.routes.ts';
import { attendanceRoutes } from './attendance/attendance.routes.ts';
import { groupRoutes } from './attendance/groups.routes.ts';
import { keptApartRoutes } from './attendance/kept-apart.routes.ts';
import { caseloadBriefRoutes } from './caseload/brief/caseload-brief.routes.ts';
import { caseloadRoutes } from './caseload/caseload.routes.ts';
import { riskFactsRoutes } from './caseload/risk-facts.routes.ts';
import { clientProgressRoutes } from './client-progress/client-progress.routes.ts';
import { clientEntryRoutes } from './client-progress/entries/client-entries.routes.ts';
import { courtReportsDueRoutes } from './disclosures/court-reports-due.routes.ts';
import { disclosureRoutes } from './disclosures/disclosures.routes.ts';
import { happeningsRoutes } from './client-progress/happenings/happenings.routes.ts';
import { clientSearchRoutes } from './client-search/client-search.routes.ts';
import { dataSourceRoutes } from './data-sources/data-sources.routes.ts';
import { eventRoutes } from './events/events.routes.ts';
import { intakeRoutes } from './intake/intake.routes.ts';
import { measureRoutes } from './measures/measures.routes.ts';
import { processChangeRoutes } from './measures/process-changes.routes.ts';
import { contactRoutes } from './outreach/contacts.routes.ts';
import { safetyRoutes } from './outreach/safety.routes.ts';
import { taskRoutes } from './outreach/tasks.routes.ts';
import { access } from './plugins/access.ts';
import { dashboard } from './plugins/dashboard.ts';
import { problems } from './plugins/problems.ts';
import { sameOrigin } from './plugins/same-origin.ts';
import type { Throughline } from './plugins/throughline.ts';
import { closureRoutes } from './settings/closures.routes.ts';
import { onCallRoutes } from './settings/on-call.routes.ts';
import { savedViewRoutes } from './settings/saved-views.routes.ts';
import { settingsRoutes } from './settings/settings.routes.ts';

/** The API and the dashboard over one set of parts. */
export async function buildApp(throughline: Throughline, { logLevel }: { logLevel: string }) {
  const app = Fastify({
    // A request's address holds opaque ids alone; its body and headers are never logged.
    logger: { level: logLevel, redact: ['req.headers'] },
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.decorate('throughline', throughline);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Angular Material sets styles of its own at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        // The demo is plain http on this machine.
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // A tenth smaller than the default of 4, for less than a millisecond more.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  await app.register(cookie);
  await app.register(problems);
  await app.register(sameOrigin, { loopback: throughline.demoSignIn });
  app.addHook('onSend', async (request, reply) => {
    // What is about clients stays in the page's memory.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  await app.register(swagger, { openapi: { info: { title: 'Throughline', version: '0.1.0' } } });
  await app.register(access);
  await app.register(accessRoutes);
  await app.register(dataSourceRoutes);
  await app.register(caseloadRoutes);
  await app.register(caseloadBriefRoutes);
  await app.register(riskFactsRoutes);
  await app.register(clientProgressRoutes);
  await app.register(disclosureRoutes);
  await app.register(clientEntryRoutes);
  await app.register(happeningsRoutes);
  await app.register(clientSearchRoutes);
  await app.register(intakeRoutes);
  await app.register(aftercareRoutes);
  await app.register(planRoutes);
  await app.register(courtReportsDueRoutes);
  await app.register(followUpRoutes);
  await app.register(transitionRoutes);
  await app.register(contactRoutes);
  await app.register(taskRoutes);
  await app.register(safetyRoutes);
  await app.register(attendanceRoutes);
  await app.register(groupRoutes);
  await app.register(keptApartRoutes);
  await app.register(measureRoutes);
  await app.register(processChangeRoutes);
  await app.register(savedViewRoutes);
  await app.register(settingsRoutes);
  await app.register(closureRoutes);
  await app.register(onCallRoutes);
  await app.register(eventRoutes);
  app.get('/api/openapi.json', {
    config: { permission: 'public' },
    schema: { hide: true },
    handler: async () => app.swagger(),
  });
  await app.register(dashboard);
  return app;
}
