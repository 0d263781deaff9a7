import type { ApiContract, GeneratedFile } from '@quantumlayer/contracts';
import { applyConditions } from '../conditional.ts';
import { passwordHashFile, staticFiles } from '../templates.ts';
import { importNames, tsString } from '../text.ts';
import type { ContractBlueprint } from './contract-blueprint.ts';
import { type ContractFacts, factsOf } from './contract-facts.ts';
import { contractManifest } from './contract-manifest.ts';
import { contractReadme } from './contract-readme.ts';
import { contractTemplates } from './contract-templates.ts';
import { contractMigration } from './migration-sql.ts';
import { operationFiles } from './operation-files.ts';
import { fileOf, resourceFile } from './resource-file.ts';

/** Files that every app of the stack has. */
const SHARED = [
  ...[
    '.dockerignore',
    '.github/workflows/ci.yml',
    '.gitignore',
    'biome.json',
    'reports/.gitignore',
  ],
  ...['src/database/database.ts', 'src/database/folder-lock.ts', 'src/database/migrate.ts'],
  ...['src/database/quick-imports.ts', 'src/logger.ts', 'src/stop-signals.ts', 'tsconfig.json'],
  'src/database/embedded-pool.ts',
];

/** The whole app but its tests. */
export function contractFiles(blueprint: ContractBlueprint): GeneratedFile[] {
  const { contract } = blueprint;
  const facts = factsOf(contract);
  return withoutUnused([
    ...SHARED.map(sharedFile),
    ...templateFiles(facts, (path) => !path.startsWith('tests/')),
    ...(facts.hashing
      ? [{ path: 'src/accounts/password-hash.ts', content: passwordHashFile.content }]
      : []),
    dockerFile(),
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
  ]);
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
  return files.filter(({ path }) => !path.startsWith('src/behaviours/') || used.has(path));
}

/** Templates with what holds for this app; those of parts that it does not have are left out. */
export function templateFiles(
  facts: ContractFacts,
  wanted: (path: string) => boolean,
): GeneratedFile[] {
  return [...contractTemplates]
    .filter(([path]) => wanted(path) && isNeeded(path, facts))
    .map(([path, template]) => ({
      path: path === 'env.example' ? '.env.example' : path,
      content: applyConditions(template, facts),
    }));
}

function isNeeded(path: string, { accounts, admins, hashing, neither }: ContractFacts): boolean {
  if (path.endsWith('/authenticate.ts')) return !neither;
  if (path.endsWith('/first-admin.ts')) return admins;
  if (path.endsWith('/hash-password.ts')) return hashing;
  return accounts || !path.startsWith('src/accounts/');
}

/** The API of a document has no web UI. */
function sharedFile(path: string): GeneratedFile {
  return { path, content: applyConditions(staticFiles.get(path) ?? '', { web: false }) };
}

function dockerFile(): GeneratedFile {
  const { path, content } = sharedFile('Dockerfile');
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

function accountsFile({ accounts }: ApiContract): GeneratedFile[] {
  if (accounts === null) return [];
  const { resource, logins, password, role } = accounts;
  const content = `${importNames([resource], `./resources/${fileOf(resource)}.ts`)}
/** Who signs in, and by what. */
export const accounts = {
  resource: ${resource},
  logins: [${logins.map(tsString).join(', ')}],
  password: ${tsString(password)},
${role === null ? '' : `  role: ${tsString(role)},\n`}};
`;
  return [{ path: 'src/accounts.ts', content }];
}
