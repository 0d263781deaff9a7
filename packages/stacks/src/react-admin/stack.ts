import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { BlueprintUnsound, type Stack } from '../stack.ts';
import { buildModel } from '../typescript-fastify/build-model.ts';
import { COMMANDS } from '../typescript-fastify/commands.ts';
import { designApp } from '../typescript-fastify/design.ts';
import { appTests } from '../typescript-fastify/files/test-files.ts';
import { migrateApp } from '../typescript-fastify/migrations/migrate-app.ts';
import type { AppModel } from '../typescript-fastify/model.ts';
import {
  generateUnitOf,
  inPathOrder,
  typescriptFastify,
  unitsOf,
} from '../typescript-fastify/stack.ts';
import { webDependencyLock, webDependencyManifest } from '../typescript-fastify/templates.ts';

import { webFiles, webTestFiles } from './web-files.ts';

const WEB = 'web';

/** The API of `typescript-fastify`, and a web UI that the same process serves. */
export const reactAdmin: Stack = {
  id: 'react-admin',
  version: '1.0.0',
  title: 'React on TypeScript, Fastify and PostgreSQL',
  kind: 'full-stack',
  design: (blueprint) => {
    const app = modelOf(blueprint);
    const design = designApp(app, reactAdmin);
    const purpose = 'The web UI: lists, records, forms and a dashboard';
    const web = { name: WEB, purpose, files: webFiles(app).length };
    return { ...design, modules: [...design.modules, web] };
  },
  codeUnits: (blueprint) => [...unitsOf(modelOf(blueprint)), { id: WEB, title: 'Web UI' }],
  generateUnit,
  generateTests: (blueprint) => {
    const app = modelOf(blueprint);
    return inPathOrder([...appTests(app), ...webTestFiles(app)]);
  },
  migrate: migrateApp,
  isSchemaFile: typescriptFastify.isSchemaFile,
  failingMigration: typescriptFastify.failingMigration,
  data: typescriptFastify.data,
  dependencySet: () => ({ packageJson: webDependencyManifest, lockFile: webDependencyLock }),
  commands: {
    ...COMMANDS,
    // Server and pages are checked apart: the server has no DOM.
    typecheck: ['node', '--run', 'typecheck'],
    build: ['node', 'node_modules/vite/bin/vite.js', 'build', 'web', '--configLoader', 'native'],
  },
  built: 'web/dist',
  testReport: typescriptFastify.testReport,
};

/** Throws BlueprintUnsound. */
function modelOf(blueprint: Blueprint): AppModel {
  if (blueprint.contract !== undefined)
    throw new BlueprintUnsound(
      'contract',
      'the pages call an API of their own, and an OpenAPI document says another one; build it as an API alone (--kind api)',
    );
  return buildModel(blueprint, { hasWeb: true });
}

function generateUnit(blueprint: Blueprint, unitId: string): GeneratedFile[] {
  const app = modelOf(blueprint);
  return unitId === WEB ? inPathOrder(webFiles(app)) : generateUnitOf(app, unitId);
}
