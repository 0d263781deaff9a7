// The layer law of ARCHITECTURE.md, enforced. Each rule has a planted breach in scripts/gates/layers.gates.test.ts.

const module_ = '^apps/server/src/modules/([^/]+/[^/]+)/';
const test = '\\.(test|contract|conformance|fixture)\\.ts$|(^|/)(testing|conformance)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import points at nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that is used is named in the package.json nearest to its user.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-in-sources',
      comment: 'What runs in production may not need a dev dependency.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src', pathNot: [test, '^packages/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'module-only-through-its-index',
      comment: 'A module sees another one only through its index.ts.',
      severity: 'error',
      from: { path: module_ },
      to: {
        path: '^apps/server/src/modules/[^/]+/[^/]+/',
        pathNot: [
          '^apps/server/src/modules/$1/',
          '^apps/server/src/modules/[^/]+/[^/]+/index\\.ts$',
        ],
      },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'Platform is what modules stand on; it knows none of them.',
      severity: 'error',
      from: { path: '^apps/server/src/platform/' },
      to: { path: '^apps/server/src/(modules/|[^/]+\\.ts$)' },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel has no I/O and no packages but uuid, and knows nothing above it.',
      severity: 'error',
      from: { path: '^apps/server/src/kernel/', pathNot: test },
      to: { pathNot: ['^apps/server/src/kernel/', 'node_modules/uuid/'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        'A domain imports its own files, the shapes of its ports, the kernel, zod and the pure packages; no I/O.',
      severity: 'error',
      from: { path: `${module_}domain/`, pathNot: test },
      to: {
        pathNot: [
          '^apps/server/src/modules/$1/(domain/|ports\\.ts$)',
          '^apps/server/src/kernel/',
          'node_modules/zod/',
          '^packages/(contracts|blueprint|stacks|workflow|capsule)/src/index\\.ts$',
          '^(node:)?(crypto|path|util|buffer)$',
        ],
      },
    },
    {
      name: 'ports-name-no-technology',
      comment: 'A port speaks of the domain; its adapters know the technology.',
      severity: 'error',
      from: { path: `${module_}ports\\.ts$` },
      to: { path: ['^apps/server/src/modules/$1/(adapters|http)/', 'node_modules/'] },
    },
    {
      name: 'use-cases-see-ports-only',
      comment:
        'Use cases are the files beside ports.ts: they get adapters from outside and do not know HTTP.',
      severity: 'error',
      from: { path: `${module_}(?!index\\.ts$)[^/]+\\.ts$`, pathNot: test },
      to: { path: '^apps/server/src/modules/$1/(adapters|http)/' },
    },
    {
      name: 'adapters-know-no-http',
      comment: 'An adapter serves a port, not a route.',
      severity: 'error',
      from: { path: `${module_}adapters/`, pathNot: test },
      to: { path: '^apps/server/src/modules/$1/http/' },
    },
    {
      name: 'http-sees-use-cases-only',
      comment: 'Routes call use cases; what stands behind a port is not theirs to know.',
      severity: 'error',
      from: { path: `${module_}http/`, pathNot: test },
      to: { path: '^apps/server/src/modules/$1/adapters/' },
    },
    {
      name: 'nothing-imports-the-composition',
      comment: 'main, compose and app are the top; everything else is handed what it needs.',
      severity: 'error',
      from: { path: '^apps/server/src/(kernel|platform|modules)/', pathNot: test },
      to: { path: '^apps/server/src/[^/]+\\.ts$' },
    },
    {
      name: 'dbos-only-in-workflows',
      comment: 'The durable engine can be replaced because one module alone knows it.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: '^apps/server/src/modules/factory/workflows/' },
      to: { path: 'node_modules/@dbos-inc/' },
    },
    {
      name: 'database-drivers-only-in-platform',
      comment: 'Modules see one database type, never which database.',
      severity: 'error',
      from: { path: '^apps/server/src/modules/', pathNot: [test, '/workflows/adapters/'] },
      to: { path: 'node_modules/(pg|@electric-sql/[^/]+)/' },
    },
    {
      name: 'packages-import-no-app',
      comment: 'Apps stand on packages.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'contracts-import-zod-only',
      comment: 'Contracts are read by every room, the browser included.',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: test },
      to: { pathNot: ['^packages/contracts/src/', 'node_modules/zod/'] },
    },
    {
      name: 'pure-packages-do-no-io',
      comment:
        'The reader, the stacks and the interpreter are functions: same input, same output, anywhere.',
      severity: 'error',
      from: { path: '^packages/(contracts|blueprint|workflow)/src/', pathNot: test },
      to: {
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|os|dns|tls|dgram|cluster)(/|$)',
      },
    },
    {
      name: 'clients-never-see-the-server',
      comment: 'The command line and the SDK speak to a server over HTTP like everybody else.',
      severity: 'error',
      from: { path: '^(apps/(cli|web)|packages/sdk)/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'web-stands-on-the-client-packages',
      comment:
        'Of our packages the web UI needs the SDK and the contracts; what the API lacks is added there.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: test },
      to: {
        path: '^(packages|apps/(?!web/))',
        pathNot:
          '^packages/(sdk|contracts)/src/(index|app-kinds|field-types|(?:add-to|edit|remove-from)-blueprint|retype-field)\\.ts$',
      },
    },
    {
      name: 'web-features-meet-in-pages',
      comment: 'A feature never imports another one; what two need is a component or in lib.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: test },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-layers',
      comment: 'app -> features -> components -> components/ui -> lib.',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib)/', pathNot: test },
      to: { path: '^apps/web/src/(app|features)/' },
    },
    {
      name: 'web-primitives-know-no-component',
      comment: 'What stands in components/ui serves every product; lib shows nothing.',
      severity: 'error',
      from: { path: '^apps/web/src/(components/ui|lib)/', pathNot: test },
      to: { path: '^apps/web/src/components/(?!ui/)' },
    },
    {
      name: 'sdk-runs-in-browsers',
      comment: 'The web UI bundles the SDK: it uses what browsers and Node both have.',
      severity: 'error',
      from: { path: '^packages/sdk/src/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'cli-stands-on-the-client-packages',
      comment:
        'Of our packages the command line needs the SDK, the contracts, the capsule verifier and what `ql doctor` knows.',
      severity: 'error',
      from: { path: '^apps/cli/src/', pathNot: test },
      to: {
        path: '^packages/',
        pathNot: [
          '^packages/(sdk|contracts|capsule|machine)/src/index\\.ts$',
          '^packages/machine/src/(server-node-flags|keep-compiled)\\.ts$',
        ],
      },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'The test harness is not part of the product.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: [test, '^packages/testing/'] },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'sources-import-no-test',
      comment: 'A test is imported by tests only.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: test },
      to: { path: '\\.(test|contract)\\.ts$' },
    },
  ],
  options: {
    exclude: { path: '(^|/)(fixtures|templates|generated|coverage)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
