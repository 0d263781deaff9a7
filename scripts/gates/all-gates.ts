import { architectureGate } from './architecture.ts';
import { type Gate, programGate } from './gate.ts';
import { modulesGate } from './modules.ts';
import { problemsGate } from './problem-pages.ts';
import { shapeGate } from './shape.ts';

/** Everything `npm run check` holds the repository to. */
export const gates: Gate[] = [
  programGate('types', 'tsc finds no error', ['tsc', '-p', 'tsconfig.json', '--noEmit']),
  programGate('web-types', 'tsc finds no error in the web UI', [
    'tsc',
    '-p',
    'apps/web',
    '--noEmit',
  ]),
  programGate('layers', 'imports obey the layer law', [
    'depcruise',
    'apps',
    'packages',
    'scripts',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
  ]),
  programGate('unused', 'no unused file, export or package', [
    'knip',
    '--no-progress',
    '--no-config-hints',
  ]),
  programGate('lint', 'Biome finds neither a fault nor another format', [
    'biome',
    'check',
    '--max-diagnostics=200',
  ]),
  shapeGate,
  modulesGate,
  architectureGate,
  programGate('environment', '.env.example and docs/configuration.md are in step with the schema', [
    'node',
    'scripts/write-environment-docs.ts',
    '--check',
  ]),
  problemsGate,
  programGate('openapi', 'apps/server/openapi.json is what the server says of itself', [
    'node',
    'scripts/write-openapi.ts',
    '--check',
  ]),
  programGate('sdk', 'the types of packages/sdk are those of the OpenAPI document', [
    'node',
    'scripts/write-sdk.ts',
    '--check',
  ]),
];
