import type { GeneratedFile } from '@quantumlayer/contracts';
import { z } from 'zod';
import { NODE_FLAGS, TEST_COMMAND } from '../commands.ts';
import type { AppModel } from '../model.ts';
import {
  dependencyLock,
  dependencyManifest,
  webDependencyLock,
  webDependencyManifest,
} from '../templates.ts';

const manifestSchema = z.looseObject({
  engines: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.looseObject({
  packages: z.looseObject({ '': z.record(z.string(), z.unknown()) }),
});

type Lock = z.infer<typeof lockSchema>;

const read = (manifest: string, lock: string) => ({
  set: manifestSchema.parse(JSON.parse(manifest)),
  lock: lockSchema.parse(JSON.parse(lock)),
});
const sets = {
  api: read(dependencyManifest, dependencyLock),
  web: read(webDependencyManifest, webDependencyLock),
};
const setOf = (hasWeb: boolean) => (hasWeb ? sets.web : sets.api);
/** What apps without people are installed without; nothing else asks for it. */
const MAIL = 'nodemailer';
/** What only apps with an OpenAPI document of their own need. */
const OF_DOCUMENTS = ['@fastify/multipart', 'ajv', 'ajv-formats'];
const VERSION = '1.0.0';
const BUILD = 'vite build web --configLoader native';
const NODE = ['node', ...NODE_FLAGS].join(' ');

type Wanted = {
  name: string;
  title: string;
  packages: readonly string[];
  /** There are example rows to insert. */
  seeds: boolean;
  /** There is a web UI to build. */
  hasWeb: boolean;
};

export function manifestFiles({ blueprint, people, hasWeb }: AppModel): GeneratedFile[] {
  const { set } = setOf(hasWeb);
  const packages = Object.keys(set.dependencies).filter(
    (name) => !OF_DOCUMENTS.includes(name) && (people !== null || name !== MAIL),
  );
  return manifestOf({ ...blueprint, packages, seeds: true, hasWeb });
}

/** The dependency set of the stack with the name and the scripts of the app, and its lock file. */
export function manifestOf(wanted: Wanted): GeneratedFile[] {
  const { name, title, packages, seeds, hasWeb } = wanted;
  const { set, lock } = setOf(hasWeb);
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
      ...(hasWeb && { build: BUILD, 'dev:web': 'vite web' }),
      ...(seeds && { seed: `${NODE} --env-file-if-exists=.env src/run-seed.ts` }),
      test: TEST_COMMAND.join(' '),
      typecheck: hasWeb ? 'tsc --noEmit && tsc --noEmit -p web' : 'tsc --noEmit',
      lint: 'biome lint --error-on-warnings',
      format: 'biome check --write',
    },
    allowScripts: set.allowScripts,
    dependencies,
    devDependencies: set.devDependencies,
  };
  const root = { ...lock.packages[''], name, version: VERSION, dependencies };
  const packageEntries = keptPackages(lock, [
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
function keptPackages({ packages }: Lock, names: readonly string[]): Record<string, unknown> {
  const kept = new Set<string>();
  const visit = (from: string, name: string): void => {
    const path = placeOf(packages, from, name);
    if (path === null || kept.has(path)) return;
    kept.add(path);
    for (const each of needsOf(packages[path])) visit(path, each);
  };
  for (const name of names) visit('', name);
  return Object.fromEntries(Object.entries(packages).filter(([path]) => kept.has(path)));
}

/** Where Node finds a package that is asked for from another one. */
function placeOf(packages: Lock['packages'], from: string, name: string): string | null {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (Object.hasOwn(packages, path)) return path;
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
