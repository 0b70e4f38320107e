import boundaries from 'eslint-plugin-boundaries';

/** A folder of ours. Matched from the root: a suffix match would take src/app/access for server/access. */
const folder = (type, pattern, capture = []) => ({ type, pattern, capture, partialMatch: false });

// The first pattern that fits decides, so what is inside comes before what holds it.
const elements = [
  folder('domain', 'domain'),
  folder('ui', 'src/app/ui'),
  folder('shell', 'src/app/shell'),
  folder('shared', 'src/app/{http,period,access,page-acts,client-choice,aftercare-plan}'),
  folder('api', 'src/app/features/*/api', ['feature']),
  folder('state', 'src/app/features/*/state', ['feature']),
  folder('page', 'src/app/features/*', ['feature']),
  folder('app', 'src'),
  folder('translate', 'server/fhir/translate'),
  folder('fhir', 'server/fhir'),
  folder('csv', 'server/csv'),
  folder('database', 'server/database'),
  folder('plugins', 'server/plugins'),
  folder('admin', 'server/admin'),
  // Fixtures of the server's specs: a whole server on a small clinic.
  folder('testing', 'server/testing'),
  folder('capability', 'server/*', ['capability']),
  folder('server', 'server'),
  folder('simulator', 'simulator'),
  folder('scripts', 'scripts'),
  folder('e2e', 'e2e'),
  folder('bench', 'bench'),
];

const types = (...anyOf) => ({ element: { types: { anyOf } } });
const allow = (from, ...to) => ({ from: types(from), allow: { to: types(...to) } });
const allowInFeature = (from, ...to) => ({
  from: types(from),
  allow: {
    to: {
      element: {
        types: { anyOf: to },
        captured: { feature: '{{ from.element.captured.feature }}' },
      },
    },
  },
});

const everySpa = ['ui', 'shell', 'shared', 'api', 'state', 'page', 'app'];
const everyServer = [
  'translate',
  'fhir',
  'csv',
  'database',
  'plugins',
  'admin',
  'capability',
  'server',
];

const policies = [
  allow('domain', 'domain'),

  allow('ui', 'ui', 'domain'),
  allow('shared', 'shared', 'ui', 'domain'),
  allow('shell', 'shell', 'shared', 'ui', 'domain'),
  allow('app', ...everySpa, 'domain'),
  allow('api', 'shared', 'domain'),
  allow('state', 'shared', 'domain'),
  allow('page', 'shared', 'ui', 'domain'),
  allowInFeature('api', 'api'),
  allowInFeature('state', 'state', 'api'),
  allowInFeature('page', 'page', 'state'),

  allow('translate', 'translate', 'domain'),
  allow('fhir', 'fhir', 'translate', 'domain'),
  allow('csv', 'csv', 'translate', 'domain'),
  allow('database', 'database', 'domain'),
  allow('plugins', 'plugins', 'database', 'capability', 'domain'),
  allow('capability', 'capability', 'database', 'plugins', 'fhir', 'translate', 'csv', 'domain'),
  allow('admin', ...everyServer, 'domain'),
  allow('server', ...everyServer, 'domain'),
  allow('testing', 'testing', ...everyServer, 'domain'),
  // Routes are wired by server/*.ts alone: one capability asks another by its queries.
  {
    from: types('capability', 'plugins'),
    disallow: { to: { element: { types: 'capability' }, file: { categories: 'routes' } } },
  },
  {
    from: types('capability'),
    allow: {
      to: {
        element: {
          types: 'capability',
          captured: { capability: '{{ from.element.captured.capability }}' },
        },
      },
    },
  },

  allow('simulator', 'simulator', 'domain'),
  allow('scripts', 'scripts', 'domain'),
  allow('e2e', 'e2e', 'scripts', 'domain'),
  allow('bench', ...elements.map(({ type }) => type)),

  // A spec, and what specs share, may reach below its own layer to put a fake there; never across an arrow.
  {
    from: { element: { types: 'page' }, file: { categories: 'spec' } },
    allow: {
      to: {
        element: { types: 'api', captured: { feature: '{{ from.element.captured.feature }}' } },
      },
    },
  },
  {
    from: { element: { types: { anyOf: everyServer } }, file: { categories: 'spec' } },
    allow: { to: types(...everyServer, 'testing') },
  },
];

/** The arrows between the folders of the house (ARCHITECTURE.md); proved by check-boundaries.ts. */
export const architecture = {
  files: ['{domain,src,server,simulator,scripts,e2e,bench}/**/*.ts'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { typescript: { project: 'tsconfig.json' } },
    'boundaries/elements': elements,
    'boundaries/files': [
      { category: 'routes', pattern: '**/*.routes.ts' },
      { category: 'spec', pattern: ['**/*.spec.ts', 'src/**/*.fixture.ts'] },
    ],
    'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
  },
  rules: {
    'boundaries/dependencies': ['error', { default: 'disallow', policies }],
    'boundaries/no-unknown-files': 'error',
  },
};
