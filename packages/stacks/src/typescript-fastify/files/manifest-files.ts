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

const read = (manifest: string, lock: string) => ({
  set: manifestSchema.parse(JSON.parse(manifest)),
  lock: lockSchema.parse(JSON.parse(lock)),
});
const sets = {
  api: read(dependencyManifest, dependencyLock),
  web: read(webDependencyManifest, webDependencyLock),
};
const setOf = ({ hasWeb }: AppModel) => (hasWeb ? sets.web : sets.api);
/** What apps without people are installed without; nothing else asks for it. */
const MAIL = 'nodemailer';
const VERSION = '1.0.0';
const BUILD = 'vite build web --configLoader native';
const NODE = ['node', ...NODE_FLAGS].join(' ');

/** The dependency set of the stack with the name and the scripts of the app. */
export function manifestFile(app: AppModel): GeneratedFile {
  const { blueprint, people, hasWeb } = app;
  const { set } = setOf(app);
  const manifest = {
    name: blueprint.name,
    version: VERSION,
    description: blueprint.title,
    private: true,
    type: 'module',
    engines: set.engines,
    scripts: {
      start: `${NODE} --env-file-if-exists=.env src/main.ts`,
      dev: `${NODE} --env-file-if-exists=.env --watch src/main.ts`,
      ...(hasWeb && { build: BUILD, 'dev:web': 'vite web' }),
      seed: `${NODE} --env-file-if-exists=.env src/run-seed.ts`,
      test: TEST_COMMAND.join(' '),
      typecheck: hasWeb ? 'tsc --noEmit && tsc --noEmit -p web' : 'tsc --noEmit',
      lint: 'biome lint --error-on-warnings',
      format: 'biome check --write',
    },
    allowScripts: set.allowScripts,
    dependencies: people === null ? without(MAIL, set.dependencies) : set.dependencies,
    devDependencies: set.devDependencies,
  };
  return { path: 'package.json', content: toJson(manifest) };
}

export function lockFile(app: AppModel): GeneratedFile {
  const { blueprint, people } = app;
  const { set, lock } = setOf(app);
  const own = { name: blueprint.name, version: VERSION };
  const root = { ...lock.packages[''], ...own };
  const kept =
    people === null
      ? {
          ...without(`node_modules/${MAIL}`, lock.packages),
          '': { ...root, dependencies: without(MAIL, set.dependencies) },
        }
      : { ...lock.packages, '': root };
  const renamed = { ...lock, ...own, packages: kept };
  return { path: 'package-lock.json', content: toJson(renamed) };
}

function without<Value>(name: string, all: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
