import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppModel } from '../model.ts';
import { fieldModules, sampleModules, staticFiles, transitionsFile } from '../templates.ts';
import { importNames, indent, inImportOrder, listOf, tsString } from '../text.ts';
import { partsOf } from './entity-parts.ts';
import { lockFile, manifestFile } from './manifest-files.ts';
import { migrationFile } from './migration-file.ts';
import { peopleFiles } from './people-files.ts';
import { readmeFile } from './readme-file.ts';
import { rulesFiles } from './rules-file.ts';
import { seedFile } from './seed-file.ts';
import { templateText } from './template-text.ts';
import { versionFiles } from './version-parts.ts';

/** Everything of the app that does not belong to one entity. */
export function appFiles(app: AppModel): GeneratedFile[] {
  return [
    ...[...staticFiles].map(([path, template]) => ({ path, content: templateText(app, template) })),
    ...usedModules(app),
    ...peopleFiles(app),
    manifestFile(app),
    lockFile(app),
    aboutFile(app),
    constraintsFile(app),
    ...rulesFiles(app),
    ...versionFiles(app),
    ...(app.entities.some(({ lifecycle }) => lifecycle !== null) ? [transitionsFile] : []),
    routesFile(app),
    seedFile(app),
    migrationFile(app),
    readmeFile(app),
  ];
}

/** Only the field types and sample functions that some entity uses: no dead code. */
function usedModules(app: AppModel): GeneratedFile[] {
  const kinds = app.entities.flatMap((entity) => partsOf(entity).map(({ kind }) => kind));
  const fields = [...fieldModules]
    .filter(
      ([name]) =>
        kinds.some((kind) => kind.module === name) || (app.people !== null && name === 'email'),
    )
    .map(([name, content]) => ({ path: `src/fields/${name}.ts`, content }));
  const calls: Record<string, string> = { pick: 'pick(', 'decimal-text': 'decimalText(' };
  const samples = [...sampleModules]
    .filter(([name]) => {
      const call = calls[name];
      return call === undefined || kinds.some(({ sample }) => sample.startsWith(call));
    })
    .map(([name, content]) => ({ path: `src/samples/${name}.ts`, content }));
  return [...fields, ...samples];
}

function aboutFile({ blueprint }: AppModel): GeneratedFile {
  const description = blueprint.description || blueprint.title;
  const content = `/** What the OpenAPI document says about the app. */
export const about = {
  title: ${tsString(blueprint.title)},
  description:
    ${tsString(description)},
  version: '1.0.0',
};
`;
  const short = content.replace('description:\n    ', 'description: ');
  const fits = short.split('\n').every((line) => line.length <= 100);
  return { path: 'src/about.ts', content: fits ? short : content };
}

function constraintsFile(app: AppModel): GeneratedFile {
  const own = app.entities.flatMap((entity) => [
    ...entity.fields.flatMap(({ name, uniqueName }) => (uniqueName ? [[uniqueName, name]] : [])),
    ...entity.references.flatMap(({ name, unique, foreignKeyName, indexName }) => [
      [foreignKeyName, name],
      ...(unique ? [[indexName, name]] : []),
    ]),
  ]);
  const entries = app.people === null ? own : [['account_email_key', 'email'], ...own];
  const pairs = entries.map(([constraint, member]) => `['${constraint}', '${member}']`);
  const map = listOf(
    'export const constraintFields: ReadonlyMap<string, string> = new Map([',
    pairs,
    ']);',
  );
  const content = `/** The member of the API that each constraint of the database is about. */
${map}
`;
  return { path: 'src/database/constraints.ts', content };
}

function routesFile(app: AppModel): GeneratedFile {
  const moving = app.entities.filter(({ lifecycle }) => lifecycle !== null);
  const modules = [
    ...[...app.entities, ...app.links].map(({ variable, file }) => ({
      ...{ name: `${variable}Routes`, file, routes: 'routes' },
    })),
    ...moving.map(({ variable, file }) => ({
      ...{ name: `${variable}LifecycleRoutes`, file, routes: 'lifecycle-routes' },
    })),
  ];
  for (const { variable, file, audit } of app.entities)
    if (audit !== null)
      modules.push({ name: `${variable}ChangeRoutes`, file, routes: 'change-routes' });
  const imports = modules.map(({ name, file, routes }) =>
    importNames([name], `./${file}/${routes}.ts`),
  );
  const registrations = modules.map(({ name }) => `await app.register(${name}(database));`);
  const content = `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Database } from '../database/database.ts';
${inImportOrder(imports)}
/** Every module of the API. */
export function registerModules(database: Database): FastifyPluginAsyncZod {
  return async (app) => {
${indent(registrations.join('\n'), 2)}
  };
}
`;
  return { path: 'src/modules/routes.ts', content };
}
