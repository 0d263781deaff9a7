import type { GeneratedFile } from '@quantumlayer/contracts';
import { BlueprintUnsound, type Stack, type Unit } from '../stack.ts';
import { buildModel } from './build-model.ts';
import { COMMANDS, REPORT_FILES } from './commands.ts';
import { contractFiles } from './contract/contract-app.ts';
import { isContractBlueprint } from './contract/contract-blueprint.ts';
import { designContract } from './contract/contract-design.ts';
import { contractTests } from './contract/contract-tests.ts';
import { migrateContract } from './contract/migrate-contract.ts';
import { designApp } from './design.ts';
import { DUMP_COMMAND } from './dump-rows.ts';
import { accessFile } from './files/access-parts.ts';
import { appFiles } from './files/app-files.ts';
import { changeFiles } from './files/change-files.ts';
import { fileRoutesFile } from './files/file-routes.ts';
import { lifecycleFiles } from './files/lifecycle-files.ts';
import { linkFiles } from './files/link-files.ts';
import { repositoryFile } from './files/repository-file.ts';
import { routesFile } from './files/routes-file.ts';
import { sampleFile } from './files/sample-file.ts';
import { schemaFile } from './files/schema-file.ts';
import { tableFile } from './files/table-file.ts';
import { appTests } from './files/test-files.ts';
import { FILL_COMMAND } from './fill-rows.ts';
import { failingMigration, isSchemaFile, migrateApp } from './migrations/migrate-app.ts';
import type { AppModel, EntityModel } from './model.ts';
import { detailFile } from './nested/detail-file.ts';
import { dependencyLock, dependencyManifest } from './templates.ts';
import { readTestReport } from './test-report.ts';

const SHELL = 'app';
const CONTRACT_UNIT: Unit = { id: SHELL, title: 'Server, operations and storage' };

/** Fastify, zod and Drizzle on PostgreSQL, embedded or on a server. */
export const typescriptFastify: Stack = {
  id: 'typescript-fastify',
  version: '1.0.0',
  title: 'TypeScript, Fastify and PostgreSQL',
  kind: 'api',
  design: (blueprint) =>
    isContractBlueprint(blueprint)
      ? designContract(blueprint, typescriptFastify)
      : designApp(buildModel(blueprint), typescriptFastify),
  codeUnits: (blueprint) =>
    isContractBlueprint(blueprint) ? [CONTRACT_UNIT] : unitsOf(buildModel(blueprint)),
  generateUnit: (blueprint, unitId) =>
    isContractBlueprint(blueprint) && unitId === SHELL
      ? inPathOrder(contractFiles(blueprint))
      : generateUnitOf(buildModel(blueprint), unitId),
  generateTests: (blueprint) =>
    inPathOrder(
      isContractBlueprint(blueprint) ? contractTests(blueprint) : appTests(buildModel(blueprint)),
    ),
  migrate: (blueprint, previous) =>
    isContractBlueprint(blueprint)
      ? migrateContract(blueprint, previous)
      : migrateApp(blueprint, previous),
  isSchemaFile,
  failingMigration,
  dependencySet: () => ({ packageJson: dependencyManifest, lockFile: dependencyLock }),
  commands: COMMANDS,
  data: { seeding: { SEED: 'true' }, fill: FILL_COMMAND, dump: DUMP_COMMAND },
  testReport: { files: Object.values(REPORT_FILES), read: readTestReport },
};

export function unitsOf(app: AppModel): Unit[] {
  return [
    { id: SHELL, title: 'Server, database and documents' },
    ...app.entities.map(({ file, title }) => ({ id: `entity/${file}`, title })),
    ...app.links.map(({ file }) => ({ id: `link/${file}`, title: file.replaceAll('-', ' ') })),
  ];
}

export function generateUnitOf(app: AppModel, unitId: string): GeneratedFile[] {
  if (unitId === SHELL) return inPathOrder(appFiles(app));
  const entity = app.entities.find(({ file }) => unitId === `entity/${file}`);
  if (entity) return inPathOrder(entityFiles(app, entity));
  const link = app.links.find(({ file }) => unitId === `link/${file}`);
  if (link) return inPathOrder(linkFiles(app, link));
  throw new BlueprintUnsound(unitId, 'the blueprint has no such unit');
}

function entityFiles(app: AppModel, entity: EntityModel): GeneratedFile[] {
  return [
    ...accessFile(app, entity),
    schemaFile(entity),
    tableFile(entity),
    repositoryFile(entity),
    routesFile(app, entity),
    ...fileRoutesFile(entity),
    sampleFile(entity),
    ...detailFile(entity),
    ...lifecycleFiles(app, entity),
    ...changeFiles(entity),
  ];
}

export function inPathOrder(files: GeneratedFile[]): GeneratedFile[] {
  return files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
