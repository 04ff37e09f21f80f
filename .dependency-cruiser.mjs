/**
 * Which part may know which. The arrows run one way: apps → libraries → the libraries named here → kernel.
 * A library that is not in the table may know nothing but the kernel. docs/architecture.md says the same.
 */
export const mayKnow = {
  kernel: [],
  access: ['kernel'],
  organisation: ['kernel', 'access'],
  control: ['kernel', 'access'],
  budget: ['kernel', 'access', 'control'],
  performance: ['kernel', 'access'],
  sqlite: [],
  'event-store': ['kernel', 'sqlite'],
  'audit-trail': ['kernel', 'event-store'],
  sealing: ['kernel', 'event-store', 'audit-trail', 'time-stamping'],
  postgres: [],
  telemetry: ['kernel', 'event-store'],
  moving: ['kernel', 'event-store', 'audit-trail', 'sealing'],
  posting: ['kernel', 'organisation', 'event-store', 'audit-trail'],
  'read-models': [
    'kernel',
    'organisation',
    'control',
    'budget',
    'performance',
    'event-store',
    'postgres',
    'sqlite',
  ],
  verification: [
    'kernel',
    'organisation',
    'access',
    'control',
    'budget',
    'performance',
    'event-store',
    'audit-trail',
    'sealing',
    'read-models',
    'time-stamping',
  ],
  'audit-rules': ['kernel', 'glossary', 'control', 'budget', 'read-models'],
  database: ['postgres', 'sqlite'],
  desk: ['kernel', 'database'],
  readings: ['kernel', 'database'],
  'time-stamping': ['kernel'],
  identities: ['kernel', 'database'],
  glossary: [],
  sheets: ['kernel'],
  spreadsheets: ['kernel'],
  'board-report': ['kernel', 'spreadsheets'],
  reporting: ['kernel', 'glossary', 'control', 'budget'],
  importing: ['kernel', 'organisation', 'budget', 'performance', 'posting'],
};

const any = (names) => `(?:${names.join('|')})`;
const known = Object.keys(mayKnow);
/** Business rules: they know no machine, no store and no framework. */
const pure = any(['kernel', 'access', 'organisation', 'control', 'budget', 'performance', 'sheets']);
const purePackages = any(['decimal\\.js', 'uuid', 'zod']);
const edgePackages = any([
  '@nestjs/',
  '@fastify/',
  'fastify/',
  'class-validator/',
  'class-transformer/',
  'reflect-metadata/',
  'rxjs/',
  'commander/',
]);
const entries = '[^/]+/(?:(?:src|testing)/index|src/folding)\\.ts$';
const testFiles = '\\.(?:spec|bench|fixture)\\.ts$|/testing/|^test/|^scripts/';

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const arrows = Object.entries(mayKnow).map(([library, allowed]) =>
  error(
    `${library}-knows-only-${allowed.join('-') || 'itself'}`,
    `libs/${library} may import ${allowed.map((name) => `#${name}`).join(', ') || 'no other library'}.`,
    { path: `^libs/${library}/`, pathNot: testFiles },
    { path: '^libs/', pathNot: `^libs/${any([library, ...allowed])}/` },
  ),
);

const forbidden = [
  ...arrows,
  error(
    'new-library-knows-only-kernel',
    'Name the library in .dependency-cruiser.mjs before it imports another one.',
    { path: '^libs/([^/]+)/', pathNot: `^libs/${any(known)}/` },
    { path: '^libs/', pathNot: '^libs/(?:$1|kernel)/' },
  ),
  error(
    'libs-know-no-app',
    'Applications know libraries, never the other way round.',
    { path: '^libs/' },
    { path: '^apps/' },
  ),
  error(
    'ledger-knows-no-other-app',
    'The service stands alone.',
    { path: '^apps/ledger/' },
    { path: '^apps/(?!ledger/)' },
  ),
  error(
    'pages-know-no-service',
    'The pages know the ledger by its API, and of the libraries those that run in a browser.',
    { path: '^apps/web/src/' },
    { path: '^(?:apps/(?!web/)|libs/(?!(?:kernel|glossary|board-report|sheets)/))' },
  ),
  error(
    'pages-know-no-machine',
    'The pages run in a browser.',
    { path: '^apps/web/src/', pathNot: testFiles },
    { dependencyTypes: ['core'] },
  ),
  error(
    'rules-know-no-machine',
    'Business rules are pure: time, ids and files come from outside.',
    { path: `^libs/${pure}/`, pathNot: testFiles },
    { dependencyTypes: ['core'] },
  ),
  error(
    'rules-know-few-packages',
    'Business rules use decimal.js, uuid and zod; nothing with a side effect.',
    { path: `^libs/${pure}/`, pathNot: testFiles },
    { path: 'node_modules/', pathNot: `node_modules/${purePackages}/` },
  ),
  error(
    'frameworks-stay-in-apps',
    'Only applications know Nest, HTTP and the command line.',
    { path: '^libs/' },
    { path: `node_modules/${edgePackages}` },
  ),
  error(
    'sql-stays-in-stores',
    'Only the event store, the read models and the files beside the log know SQL.',
    {
      path: '^libs/',
      pathNot: `^libs/(?:event-store|read-models|audit-rules|database|sealing|sqlite|verification)/|${testFiles}`,
    },
    { path: '^(?:node:)?sqlite$' },
  ),
  error(
    'libs-enter-by-index',
    'A library is entered by its index, or by its folding: import #name or #name/folding.',
    { path: '^libs/([^/]+)/' },
    { path: '^libs/', pathNot: `^libs/(?:$1/|${entries})` },
  ),
  error(
    'others-enter-by-index',
    'A library is entered by its index, or by its folding: import #name or #name/folding.',
    { path: '^(?:apps|test|scripts)/' },
    { path: '^libs/', pathNot: `^libs/${entries}` },
  ),
  error(
    'product-knows-no-test',
    'What is shipped does not import what tests it.',
    { path: '^(?:apps|libs)/', pathNot: testFiles },
    { path: '\\.(?:spec|bench|fixture)\\.ts$|^test/|^libs/[^/]+/testing/' },
  ),
  error(
    'product-needs-no-dev-package',
    'What is shipped runs without the development packages.',
    { path: '^(?:apps|libs)/', pathNot: testFiles },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
  ),
  error(
    'no-cycle',
    'Two files that need each other to run are one. Types may point both ways.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  error('no-riddle', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
];

export default {
  forbidden,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a library that needs another's types knows it.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)dist/' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.css', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
