import type { ApiContract, GeneratedFile } from '@quantumlayer/contracts';
import { applyConditions } from '../conditional.ts';
import { passwordHashFile, peopleFiles, staticFiles } from '../templates.ts';
import { importNames, tsString } from '../text.ts';
import type { ContractBlueprint } from './contract-blueprint.ts';
import { type ContractFacts, factsOf } from './contract-facts.ts';
import { contractManifest } from './contract-manifest.ts';
import { contractReadme } from './contract-readme.ts';
import { contractTemplates } from './contract-templates.ts';
import { contractMigration } from './migration-sql.ts';
import { operationFiles } from './operation-files.ts';
import { pruneUnused } from './prune-unused.ts';
import { fileOf, resourceFile } from './resource-file.ts';

/** Files that every app of the stack has. */
const SHARED = [
  ...[
    '.dockerignore',
    '.env.example',
    '.github/workflows/ci.yml',
    '.gitignore',
    'biome.json',
    'reports/.gitignore',
  ],
  ...[
    'src/config.ts',
    'src/database/database.ts',
    'src/database/folder-lock.ts',
    'src/database/migrate.ts',
  ],
  ...['src/database/quick-imports.ts', 'src/logger.ts', 'src/stop-signals.ts', 'tsconfig.json'],
  'src/database/embedded-pool.ts',
];

const attempts = peopleFiles.get('src/people/attempts.ts') ?? '';

/** What the operations of an app are made of. */
const LIBRARY = /^src\/(?:accounts|behaviours|contract|records)\//;

/** The whole app but its tests. */
export function contractFiles(blueprint: ContractBlueprint): GeneratedFile[] {
  const { contract } = blueprint;
  const facts = factsOf(contract);
  const files = [
    ...SHARED.map((path) => sharedFile(path, facts)),
    ...templateFiles(facts, (path) => !path.startsWith('tests/')),
    ...(facts.hashing
      ? [{ path: 'src/accounts/password-hash.ts', content: passwordHashFile.content }]
      : []),
    ...(facts.attempts
      ? [{ path: 'src/accounts/attempts.ts', content: applyConditions(attempts, facts) }]
      : []),
    dockerFile(facts),
    ...contractManifest(blueprint),
    { path: `api/${contract.source.name}`, content: contract.source.text },
    {
      path: 'api/contract.json',
      content: `${JSON.stringify(JSON.parse(contract.document), null, 2)}\n`,
    },
    carriersFile(contract),
    ...accountsFile(contract),
    ...contract.resources.map((resource) => resourceFile(contract, resource)),
    ...operationFiles(contract),
    contractMigration(contract),
    contractReadme(blueprint),
  ];
  const tests = templateFiles(facts, (path) => path.startsWith('tests/'));
  const pruned = pruneUnused([...files, ...tests], (path) => LIBRARY.test(path));
  return withoutUnused(pruned.filter(({ path }) => !path.startsWith('tests/')));
}

/** What operations are made of stays where one is made of it. */
function withoutUnused(files: GeneratedFile[]): GeneratedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file.content]));
  const used = new Set<string>();
  const visit = (path: string): void => {
    const content = byPath.get(path);
    if (content === undefined || used.has(path)) return;
    used.add(path);
    for (const [, target = ''] of content.matchAll(/from '(\.[^']+\.ts)'/g))
      visit(new URL(target, `file:///${path}`).pathname.slice(1));
  };
  visit('src/main.ts');
  return files.filter(({ path }) => !LIBRARY.test(path) || used.has(path));
}

/** Templates with what holds for this app; those of parts that it does not have are left out. */
export function templateFiles(
  facts: ContractFacts,
  wanted: (path: string) => boolean,
): GeneratedFile[] {
  return [...contractTemplates]
    .filter(([path]) => wanted(path) && isNeeded(path, facts))
    .map(([path, template]) => ({
      path,
      content: applyConditions(template, facts),
    }));
}

function isNeeded(path: string, facts: ContractFacts): boolean {
  const { accounts, admins, cursors, hashing, moving, neither, owned, paged, sorted, trees } =
    facts;
  if (path.endsWith('/accounts/tables.ts')) return facts.attempts;
  if (path.endsWith('/ending.ts')) return facts.ending;
  if (path === 'tests/files.test.ts') return facts.files;
  if (path.endsWith('/apart.ts')) return facts.apart;
  if (path.endsWith('/limits.ts')) return facts.limits;
  if (path.endsWith('/addresses.ts')) return facts.addressed;
  if (path.endsWith('/authenticate.ts')) return !neither;
  if (path.endsWith('/first-admin.ts')) return admins;
  if (path.endsWith('/hash-password.ts')) return hashing;
  if (path === 'tests/lists.test.ts') return paged || sorted || cursors;
  if (path.endsWith('/moving.ts')) return moving;
  if (path.endsWith('/tree.ts')) return trees;
  if (path.endsWith('/expect-own.ts')) return owned;
  return accounts || !(path.startsWith('src/accounts/') || path === 'tests/accounts.test.ts');
}

function sharedFile(path: string, facts: ContractFacts): GeneratedFile {
  return { path, content: applyConditions(staticFiles.get(path) ?? '', facts) };
}

function dockerFile(facts: ContractFacts): GeneratedFile {
  const { path, content } = sharedFile('Dockerfile', facts);
  return {
    path,
    content: content.replace(
      'COPY migrations ./migrations',
      'COPY api ./api\nCOPY migrations ./migrations',
    ),
  };
}

function carriersFile({ carriers }: ApiContract): GeneratedFile {
  const list = (all: ApiContract['carriers']['session']) =>
    all
      .flatMap((carrier) =>
        carrier.kind === 'body'
          ? []
          : [
              `{ kind: ${tsString(carrier.kind)}${'name' in carrier ? `, name: ${tsString(carrier.name)}` : ''} }`,
            ],
      )
      .join(', ');
  const content = `import type { Carrier } from './contract/operation.ts';

/** Where the document wants the token of a session, and the key of the configuration. */
export const carriers: { session: readonly Carrier[]; key: readonly Carrier[] } = {
  session: [${list(carriers.session)}],
  key: [${list(carriers.key)}],
};
`;
  return { path: 'src/carriers.ts', content };
}

function accountsFile({ accounts, operations }: ApiContract): GeneratedFile[] {
  if (accounts === null) return [];
  const admin = operations.flatMap(({ access }) =>
    access.for === 'session' && access.role !== null ? [access.role] : [],
  )[0];
  const { resource, logins, password, role } = accounts;
  const content = `${importNames([resource], `./resources/${fileOf(resource)}.ts`)}
/** Who signs in, and by what. */
export const accounts = {
  resource: ${resource},
  logins: [${logins.map(tsString).join(', ')}],
  password: ${tsString(password)},
${role === null || admin === undefined ? '' : `  role: ${tsString(role)},\n  admin: ${tsString(admin)},\n`}};
`;
  return [{ path: 'src/accounts.ts', content }];
}
