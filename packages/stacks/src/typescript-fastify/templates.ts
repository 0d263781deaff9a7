import { readFileSync } from 'node:fs';

const FOLDER = new URL('./templates/', import.meta.url);

/** Files of the app that do not depend on the blueprint, with the names they have there. */
const STATIC_FILES: Readonly<Record<string, string>> = {
  '.dockerignore': 'dockerignore',
  '.env.example': 'env.example',
  '.github/workflows/ci.yml': '.github/workflows/ci.yml',
  '.gitignore': 'gitignore',
  'biome.json': 'biome.json',
  Dockerfile: 'Dockerfile',
  'reports/.gitignore': 'reports/gitignore',
  'src/app.ts': 'src/app.ts',
  'src/config.ts': 'src/config.ts',
  'src/database/columns.ts': 'src/database/columns.ts',
  'src/database/database.ts': 'src/database/database.ts',
  'src/database/embedded-pool.ts': 'src/database/embedded-pool.ts',
  'src/database/filters.ts': 'src/database/filters.ts',
  'src/database/folder-lock.ts': 'src/database/folder-lock.ts',
  'src/database/migrate.ts': 'src/database/migrate.ts',
  'src/database/only-row.ts': 'src/database/only-row.ts',
  'src/database/paging.ts': 'src/database/paging.ts',
  'src/database/quick-imports.ts': 'src/database/quick-imports.ts',
  'src/database/violations.ts': 'src/database/violations.ts',
  'src/fields/storable.ts': 'src/fields/storable.ts',
  'src/fields/timestamp.ts': 'src/fields/timestamp.ts',
  'src/http/cursor.ts': 'src/http/cursor.ts',
  'src/http/docs.ts': 'src/http/docs.ts',
  'src/http/health.ts': 'src/http/health.ts',
  'src/http/problem.ts': 'src/http/problem.ts',
  'src/http/query.ts': 'src/http/query.ts',
  'src/logger.ts': 'src/logger.ts',
  'src/main.ts': 'src/main.ts',
  'src/run-seed.ts': 'src/run-seed.ts',
  'src/stop-signals.ts': 'src/stop-signals.ts',
  'tsconfig.json': 'tsconfig.json',
};

const FIELD_MODULES = [
  ...['text', 'slug', 'email', 'phone', 'url', 'integer', 'decimal', 'calendar-date'],
  ...['time-of-day', 'instant', 'duration', 'json', 'colour', 'country', 'locale', 'total'],
  ...['multi-choice', 'geo-point', 'password', 'ip-address'],
] as const;
export type FieldModule = (typeof FIELD_MODULES)[number];

/** Columns and filters that only some types need. */
const COLUMN_MODULES = ['choices', 'geo-point'] as const;
export type ColumnModule = (typeof COLUMN_MODULES)[number];

const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** Read once, when the module is loaded; generating does no I/O. */
export const staticFiles: ReadonlyMap<string, string> = new Map(
  Object.entries(STATIC_FILES).map(([path, source]) => [path, read(`app/${source}`)]),
);

export const fieldModules: ReadonlyMap<FieldModule, string> = new Map(
  FIELD_MODULES.map((name) => [name, read(`app/src/fields/${name}.ts`)]),
);

export const columnModules: ReadonlyMap<ColumnModule, string> = new Map(
  COLUMN_MODULES.map((name) => [name, read(`app/src/database/${name}.ts`)]),
);

export const sampleModules: ReadonlyMap<string, string> = new Map(
  ['decimal-text', 'no-password', 'pick', 'seed-id', 'some-of'].map((name) => [
    name,
    read(`app/src/samples/${name}.ts`),
  ]),
);

export const testFiles: ReadonlyMap<string, string> = new Map(
  [
    ...['app', 'app-database', 'app-document', 'app-problems'].map(
      (name) => `tests/${name}.test.ts`,
    ),
    ...['tests/support/api.ts', 'tests/support/checks.ts'],
  ].map((path) => [path, read(`app/${path}`)]),
);

/** How the filters of a column module are tested. */
export const columnTests: ReadonlyMap<ColumnModule, string> = new Map(
  COLUMN_MODULES.map((name) => [name, read(`app/tests/support/check-${name}.ts`)]),
);

/** How what an app keeps of passwords is tested. */
export const passwordTest = {
  path: 'tests/support/check-password.ts',
  content: read('app/tests/support/check-password.ts'),
};

const PEOPLE_MODULES = [
  ...['account', 'account-routes', 'account-schema', 'accounts', 'attempts', 'audit'],
  ...['audit-routes', 'authorise', 'describe-access', 'first-admin', 'mailer', 'password-hash'],
  ...['password-reset', 'password-routes', 'password-rules', 'people', 'people-services', 'rows'],
  ...['same-origin', 'seed-accounts', 'session-cookie', 'session-routes', 'sessions'],
  ...['sign-up-routes', 'signing-in', 'tables', 'tokens'],
];
const PEOPLE_TESTS = [
  ...['accounts', 'audit', 'first-admin', 'mailer', 'passwords', 'permissions', 'signing-in'].map(
    (name) => `tests/${name}.test.ts`,
  ),
  ...['callers', 'credentials'].map((name) => `tests/support/${name}.ts`),
];

/** How people sign in; only in apps that have people. */
export const peopleFiles: ReadonlyMap<string, string> = new Map(
  PEOPLE_MODULES.map((name) => [`src/people/${name}.ts`, read(`people/src/people/${name}.ts`)]),
);

export const peopleTests: ReadonlyMap<string, string> = new Map(
  PEOPLE_TESTS.map((path) => [path, read(`people/${path}`)]),
);

/** What passwords are kept as, in apps that have them and no people. */
export const passwordHashFile = {
  path: 'src/people/password-hash.ts',
  content: read('people/src/people/password-hash.ts'),
};

/** What takes, keeps and gives files; only in apps that have them. */
export const fileFiles: ReadonlyMap<string, string> = new Map(
  [
    'src/database/files.ts',
    'src/fields/stored-file.ts',
    ...['file-name', 'media-type', 'uploads'].map((name) => `src/files/${name}.ts`),
  ].map((path) => [path, read(`files/${path}`)]),
);

export const fileTests: ReadonlyMap<string, string> = new Map(
  ['tests/files.test.ts', 'tests/support/check-files.ts'].map((path) => [
    path,
    read(`files/${path}`),
  ]),
);

/** What finds a broken rule; only in apps that have rules. */
export const brokenRuleFile = {
  path: 'src/database/broken-rule.ts',
  content: read('rules/broken-rule.ts'),
};

/** What leads from state to state; only in apps in which something has a lifecycle. */
export const transitionsFile = {
  path: 'src/database/transitions.ts',
  content: read('rules/transitions.ts'),
};

/** The members that are worked out, and how tests work them out; only in apps that have some. */
export const computedFile = {
  path: 'src/fields/computed.ts',
  content: read('computed/src/fields/computed.ts'),
};
export const exactTests = {
  path: 'tests/support/exact.ts',
  content: read('computed/tests/support/exact.ts'),
};

/** What makes rows together; only in apps in which rows are sent with others. */
export const nestedFiles = ['src/database/stamps.ts', 'src/http/at-place.ts'].map((path) => ({
  path,
  content: read(`nested/${path}`),
}));

export const dependencyManifest = read('dependencies/package.json');
export const dependencyLock = read('dependencies/package-lock.json');
/** The same with what the web UI is built with. */
export const webDependencyManifest = read('dependencies/web/package.json');
export const webDependencyLock = read('dependencies/web/package-lock.json');

const at = (path: string, source: string) => ({ path, content: read(source) });

/** What reads and answers versions of rows; only in apps in which changes name one. */
export const lockingFiles = [at('src/http/versions.ts', 'locking/versions.ts')];
export const lockingTests = ['check-versions', 'if-match'].map((name) =>
  at(`tests/support/${name}.ts`, `locking/${name}.ts`),
);

/** Only in apps in which a deletion only hides rows. */
export const softDeletionTest = at(
  'tests/support/check-deletion.ts',
  'soft-deletion/check-deletion.ts',
);

/** How accounts belong to teams; only in apps in which they do. */
export const teamFiles: ReadonlyMap<string, string> = new Map([
  ['src/people/keep-admin.ts', read('teams/keep-admin.ts')],
]);
export const teamTest = at('tests/teams.test.ts', 'teams/teams.test.ts');

/** Says who changes what; only in apps in which something is audited. */
export const actingFile = at('src/people/acting-as.ts', 'audited/acting-as.ts');
