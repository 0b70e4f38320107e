/** From, to: a line that ESLint must refuse, or must let pass. */
type Arrow = readonly [from: string, to: string];

const page = 'src/app/features/caseload/caseload-page.ts';
const state = 'src/app/features/caseload/state/caseload.effects.ts';
const api = 'src/app/features/caseload/api/caseload-api.ts';
const otherPage = 'src/app/features/aftercare/aftercare-page.ts';
const otherState = 'src/app/features/aftercare/state/aftercare.feature.ts';
const otherApi = 'src/app/features/aftercare/api/aftercare-api.ts';
const spec = 'src/app/features/caseload/caseload-page.spec.ts';
const app = 'src/app/app.routes.ts';
const ui = 'src/app/ui/glyph/glyph.ts';
const http = 'src/app/http/to-problem.ts';
const access = 'src/app/access/sign-in.ts';
const pageActs = 'src/app/page-acts/page-acts.ts';
const shell = 'src/app/shell/frame.ts';
const domain = 'domain/calendar/week.ts';
const otherDomain = 'domain/episode/episode.ts';
const server = 'server/app.ts';
const routes = 'server/caseload/caseload.routes.ts';
const queries = 'server/caseload/caseload.queries.ts';
const otherRoutes = 'server/measures/measures.routes.ts';
const otherQueries = 'server/measures/measures.queries.ts';
const database = 'server/database/database.ts';
const plugin = 'server/plugins/access.ts';
const fhir = 'server/fhir/client.ts';
const translate = 'server/fhir/translate/appointment.ts';
const pageFixture = 'src/app/features/caseload/open-caseload.fixture.ts';
const fixture = 'server/testing/test-clinic.fixture.ts';
const serverSpec = 'server/caseload/caseload.routes.spec.ts';
const simulator = 'simulator/main.ts';
const script = 'scripts/find-browser.ts';
const e2e = 'e2e/caseload.spec.ts';
const bench = 'bench/bench.ts';

export const mustFail: readonly Arrow[] = [
  ...[app, ui, page, server, queries, simulator, script, e2e, bench].map((to): Arrow => [
    domain,
    to,
  ]),
  ...[app, page, state, api, ui, http, access, shell].flatMap((spa): Arrow[] => [
    [spa, server],
    [spa, queries],
    [spa, simulator],
    [spa, script],
    [spa, e2e],
    [server, spa],
    [queries, spa],
    [simulator, spa],
    [e2e, spa],
  ]),
  ...[server, routes, queries, database, plugin, fhir, translate].flatMap((ours): Arrow[] => [
    [ours, simulator],
    [simulator, ours],
    [ours, script],
    [script, ours],
    [e2e, ours],
    [ours, e2e],
    [ours, bench],
  ]),
  [serverSpec, simulator],
  [queries, fixture],
  [server, fixture],
  [fixture, simulator],
  [serverSpec, page],
  [script, simulator],
  [script, page],
  [e2e, simulator],
  [e2e, bench],

  [page, api],
  [page, otherPage],
  [page, otherState],
  [page, otherApi],
  [page, shell],
  [page, app],
  [state, page],
  [state, ui],
  [state, otherState],
  [state, otherApi],
  [api, state],
  [api, page],
  [api, ui],
  [api, otherApi],
  [spec, otherPage],
  [spec, otherApi],
  [ui, http],
  [ui, page],
  [ui, shell],
  [http, page],
  [http, shell],
  [access, state],
  [access, app],
  [pageActs, page],
  [pageActs, shell],
  [shell, page],
  [shell, state],
  [shell, app],

  [queries, otherRoutes],
  [plugin, routes],
  [queries, server],
  [database, queries],
  [database, fhir],
  [fhir, database],
  [fhir, queries],
  [translate, fhir],
  [translate, database],
  [translate, queries],
];

export const mustPass: readonly Arrow[] = [
  ...[app, page, state, api, ui, http, access, shell, server, queries, translate].map(
    (from): Arrow => [from, domain],
  ),
  ...[simulator, script, e2e, bench, otherDomain].map((from): Arrow => [from, domain]),
  [app, page],
  [app, shell],
  [shell, ui],
  [shell, access],
  [access, http],
  [http, ui],
  [page, state],
  [page, ui],
  [page, pageActs],
  [pageActs, ui],
  [page, http],
  [state, api],
  [state, http],
  [api, http],
  [spec, page],
  [spec, api],
  [pageFixture, page],
  [pageFixture, api],
  [server, routes],
  [server, plugin],
  [routes, queries],
  [routes, otherQueries],
  [routes, plugin],
  [queries, database],
  [queries, fhir],
  [queries, translate],
  [fhir, translate],
  [plugin, database],
  [serverSpec, server],
  [serverSpec, fixture],
  [fixture, server],
  [serverSpec, otherRoutes],
  [e2e, script],
  [bench, queries],
  [bench, simulator],
];
