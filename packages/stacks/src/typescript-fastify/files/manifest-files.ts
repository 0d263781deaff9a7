import type { GeneratedFile } from '@quantumlayer/contracts';
import { z } from 'zod';
import { NODE_FLAGS, TEST_COMMAND } from '../commands.ts';
import type { AppModel } from '../model.ts';
import { dependencyLock, dependencyManifest } from '../templates.ts';

const manifestSchema = z.looseObject({
  engines: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.looseObject({
  packages: z.looseObject({ '': z.record(z.string(), z.unknown()) }),
});

const set = manifestSchema.parse(JSON.parse(dependencyManifest));
const lock = lockSchema.parse(JSON.parse(dependencyLock));
const VERSION = '1.0.0';
const NODE = ['node', ...NODE_FLAGS].join(' ');
/** What apps from a blueprint of entities need; mail only where there are people. */
const PACKAGES = Object.keys(set.dependencies).filter(
  (name) => !['@fastify/multipart', 'ajv', 'ajv-formats'].includes(name),
);
const MAIL = 'nodemailer';

type Wanted = {
  name: string;
  title: string;
  packages: readonly string[];
  /** There are example rows to insert. */
  seeds: boolean;
};

export function manifestFiles({ blueprint, people }: AppModel): GeneratedFile[] {
  const packages = PACKAGES.filter((name) => people !== null || name !== MAIL);
  return manifestOf({ ...blueprint, packages, seeds: true });
}

/** The dependency set of the stack with the name and the scripts of the app, and its lock file. */
export function manifestOf({ name, title, packages, seeds }: Wanted): GeneratedFile[] {
  const dependencies = Object.fromEntries(
    Object.entries(set.dependencies).filter(([each]) => packages.includes(each)),
  );
  const manifest = {
    name,
    version: VERSION,
    description: title,
    private: true,
    type: 'module',
    engines: set.engines,
    scripts: {
      start: `${NODE} --env-file-if-exists=.env src/main.ts`,
      dev: `${NODE} --env-file-if-exists=.env --watch src/main.ts`,
      ...(seeds && { seed: `${NODE} --env-file-if-exists=.env src/run-seed.ts` }),
      test: TEST_COMMAND.join(' '),
      typecheck: 'tsc --noEmit',
      lint: 'biome lint --error-on-warnings',
      format: 'biome check --write',
    },
    allowScripts: set.allowScripts,
    dependencies,
    devDependencies: set.devDependencies,
  };
  const root = { ...lock.packages[''], name, version: VERSION, dependencies };
  const packageEntries = keptPackages([
    ...Object.keys(dependencies),
    ...Object.keys(set.devDependencies),
  ]);
  const locked = { ...lock, name, version: VERSION, packages: { '': root, ...packageEntries } };
  return [
    { path: 'package.json', content: toJson(manifest) },
    { path: 'package-lock.json', content: toJson(locked) },
  ];
}

/** The entries of the lock file that these packages lead to, in its order. */
function keptPackages(names: readonly string[]): Record<string, unknown> {
  const kept = new Set<string>();
  const visit = (from: string, name: string): void => {
    const path = placeOf(from, name);
    if (path === null || kept.has(path)) return;
    kept.add(path);
    for (const each of needsOf(lock.packages[path])) visit(path, each);
  };
  for (const name of names) visit('', name);
  return Object.fromEntries(Object.entries(lock.packages).filter(([path]) => kept.has(path)));
}

/** Where Node finds a package that is asked for from another one. */
function placeOf(from: string, name: string): string | null {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (Object.hasOwn(lock.packages, path)) return path;
    if (folder === '') return null;
  }
}

const entrySchema = z.looseObject({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
});

function needsOf(entry: unknown): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = entrySchema.parse(entry);
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
