import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gates } from './all-gates.ts';
import { copyRepository, plant } from './copy-repository.ts';

const server = 'apps/server/src';
const runs = `${server}/modules/factory/planted`;
const other = `${server}/modules/factory/planted-too`;
const imports = (target: string) => `import ${JSON.stringify(target)};\n`;

/** For every rule of the layer law, files that break it. */
const layerBreaches: Record<string, Record<string, string>> = {
  'no-cycles': {
    [`${server}/kernel/planted-a.ts`]: imports('./planted-b.ts'),
    [`${server}/kernel/planted-b.ts`]: imports('./planted-a.ts'),
  },
  'no-unresolvable': { 'apps/cli/src/planted-nowhere.ts': imports('./nowhere-at-all.ts') },
  'no-unlisted-packages': { 'packages/blueprint/src/planted-unlisted.ts': imports('fastify') },
  'no-dev-packages-in-sources': { 'packages/stacks/src/planted-dev.ts': imports('typescript') },
  'module-only-through-its-index': {
    [`${runs}/reach-into.ts`]: imports('#modules/factory/planted-too/domain/inner.ts'),
    [`${other}/domain/inner.ts`]: 'export {};\n',
  },
  'platform-knows-no-module': {
    [`${server}/platform/planted.ts`]: imports('#modules/factory/planted/index.ts'),
    [`${runs}/index.ts`]: 'export {};\n',
  },
  'kernel-stands-alone': { [`${server}/kernel/planted-package.ts`]: imports('zod') },
  'domain-is-pure': { [`${runs}/domain/reads-files.ts`]: imports('node:fs') },
  'ports-name-no-technology': { [`${runs}/ports.ts`]: imports('drizzle-orm') },
  'use-cases-see-ports-only': {
    [`${runs}/knows-adapter.ts`]: imports('./adapters/planted-adapter.ts'),
    [`${runs}/adapters/planted-adapter.ts`]: 'export {};\n',
  },
  'adapters-know-no-http': { [`${runs}/adapters/knows-http.ts`]: imports('../http/planted.ts') },
  'http-sees-use-cases-only': {
    [`${runs}/http/planted.ts`]: imports('../adapters/planted-adapter.ts'),
  },
  'nothing-imports-the-composition': {
    [`${runs}/knows-top.ts`]: imports('../../../planted-top.ts'),
    [`${server}/planted-top.ts`]: 'export {};\n',
  },
  'dbos-only-in-workflows': { [`${runs}/knows-dbos.ts`]: imports('@dbos-inc/dbos-sdk') },
  'database-drivers-only-in-platform': { [`${runs}/adapters/knows-pg.ts`]: imports('pg') },
  'packages-import-no-app': {
    'packages/workflow/src/planted-app.ts': imports('../../../apps/server/src/kernel/errors.ts'),
  },
  'contracts-import-zod-only': { 'packages/contracts/src/planted.ts': imports('node:path') },
  'pure-packages-do-no-io': { 'packages/workflow/src/planted-io.ts': imports('node:fs') },
  'clients-never-see-the-server': {
    'apps/cli/src/planted-server.ts': imports('../../server/src/kernel/errors.ts'),
  },
  'web-stands-on-the-client-packages': {
    'apps/web/src/lib/planted-blueprint.ts': imports('../../../../packages/blueprint/src/index.ts'),
  },
  'web-features-meet-in-pages': {
    'apps/web/src/features/planted/reach-over.ts': imports('../planted-too/inner.ts'),
    'apps/web/src/features/planted-too/inner.ts': 'export {};\n',
  },
  'web-layers': {
    'apps/web/src/components/planted-feature.ts': imports('../features/planted/inner.ts'),
    'apps/web/src/features/planted/inner.ts': 'export {};\n',
  },
  'web-primitives-know-no-component': {
    'apps/web/src/components/ui/planted-primitive.ts': imports('../planted-composed.ts'),
    'apps/web/src/components/planted-composed.ts': 'export {};\n',
  },
  'sdk-runs-in-browsers': { 'packages/sdk/src/planted-node.ts': imports('node:timers/promises') },
  'cli-stands-on-the-client-packages': {
    'apps/cli/src/planted-stacks.ts': imports('@quantumlayer/stacks'),
  },
  'testing-stays-in-tests': {
    [`${server}/planted-testing.ts`]: imports('../../../packages/testing/src/index.ts'),
  },
  'sources-import-no-test': {
    [`${runs}/imports-test.ts`]: imports('./planted.test.ts'),
    [`${runs}/planted.test.ts`]: 'export {};\n',
  },
};

describe('a planted breach', () => {
  let copy: string;
  const found = new Map<string, string>();

  beforeAll(async () => {
    copy = copyRepository(process.cwd());
    for (const files of Object.values(layerBreaches)) plant(copy, files);
    plant(copy, {
      [`${server}/planted-lint.ts`]: 'export default () => console.log( process.env.HOME )\n',
      [`${server}/planted-type.ts`]: 'export const wrong: number = "text";\n',
      [`${server}/planted-shape.ts`]: 'export let anything: any;\n',
      [`${server}/planted-unused.ts`]: 'export const nobodyNeedsThis = 1;\n',
      [`${server}/planted-error.ts`]: "class Planted extends Error { code = 'planted-code'; }\n",
      '.env.example': '# PORT=1\n',
      'apps/server/openapi.json':
        '{ "openapi": "3.1.0", "info": { "title": "x", "version": "1" }, "paths": {} }\n',
    });
    for (const gate of gates) {
      const { problems } = await gate.check(copy);
      found.set(gate.name, problems.join('\n'));
    }
  }, 600_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(Object.keys(layerBreaches))('of %s is found by the layers gate', (rule) => {
    const planted = Object.keys(layerBreaches[rule] ?? {})[0];
    expect(found.get('layers')).toContain(`${rule}: ${planted}`);
  });

  it.each([
    ['types', 'planted-type.ts'],
    ['lint', 'noProcessEnv'],
    ['lint', 'noConsole'],
    ['lint', 'noDefaultExport'],
    ['unused', 'planted-unused.ts'],
    ['shape', 'planted-shape.ts:1: any'],
    ['modules', 'factory/planted: has no README.md'],
    ['architecture', 'factory/planted is not in ARCHITECTURE.md'],
    ['environment', '.env.example is not what the schema says'],
    ['problems', 'docs/problems/planted-code.md is missing'],
    ['openapi', 'apps/server/openapi.json is not what the server says of itself'],
    ['sdk', 'packages/sdk/src/generated/api.ts is not what the OpenAPI document says'],
  ])('is found by the %s gate: %s', (gate, breach) => {
    expect(found.get(gate)).toContain(breach);
  });
});
