import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppModel } from '../model.ts';
import {
  columnModules,
  computedFile,
  fieldModules,
  nestedFiles,
  passwordHashFile,
  sampleModules,
  staticFiles,
  transitionsFile,
} from '../templates.ts';
import { importNames, indent, inImportOrder, listOf, tsString } from '../text.ts';
import { hasComputed, partsOf } from './entity-parts.ts';
import { sharedFileFiles } from './file-routes.ts';
import { manifestFiles } from './manifest-files.ts';
import { migrationFile } from './migration-file.ts';
import { hasherOf, hasPasswords, routesHead } from './password-parts.ts';
import { peopleFiles } from './people-files.ts';
import { readmeFile } from './readme-file.ts';
import { rulesFiles } from './rules-file.ts';
import { sampleHelpers } from './sample-file.ts';
import { seedFile } from './seed-file.ts';
import { templateText } from './template-text.ts';
import { versionFiles } from './version-parts.ts';

/** Everything of the app that does not belong to one entity. */
export function appFiles(app: AppModel): GeneratedFile[] {
  return [
    ...[...staticFiles].map(([path, template]) => ({ path, content: templateText(app, template) })),
    ...usedModules(app),
    ...peopleFiles(app),
    ...(app.people === null && hasPasswords(app) ? [passwordHashFile] : []),
    ...manifestFiles(app),
    aboutFile(app),
    constraintsFile(app),
    ...rulesFiles(app),
    ...versionFiles(app),
    ...sharedFileFiles(app),
    ...(app.entities.some(({ lifecycle }) => lifecycle !== null) ? [transitionsFile] : []),
    ...(hasComputed(app) ? [computedFile] : []),
    ...placeFiles(app),
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
  const columns = [...columnModules]
    .filter(([name]) => kinds.some(({ columnModule }) => columnModule === name))
    .map(([name, content]) => ({ path: `src/database/${name}.ts`, content }));
  const unused = Object.entries(sampleHelpers)
    .filter(([name]) => !kinds.some(({ sample }) => sample.startsWith(`${name}(`)))
    .map(([, file]) => file);
  if (!hasPasswords(app)) unused.push('no-password');
  const samples = [...sampleModules]
    .filter(([name]) => !unused.includes(name))
    .map(([name, content]) => ({ path: `src/samples/${name}.ts`, content }));
  return [...fields, ...columns, ...samples];
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

/** What makes rows together, and says which part of a request could not be served. */
function placeFiles({ entities, people }: AppModel): GeneratedFile[] {
  if (entities.some(({ lists }) => lists.length > 0)) return nestedFiles;
  return people?.isOpen === true && people.team !== null
    ? nestedFiles.filter(({ path }) => path.endsWith('/at-place.ts'))
    : [];
}

function constraintsFile(app: AppModel): GeneratedFile {
  const own = app.entities.flatMap((entity) => [
    ...entity.fields.flatMap(({ name, uniqueName }) => (uniqueName ? [[uniqueName, name]] : [])),
    ...entity.references.flatMap(({ name, unique, foreignKeyName, indexName }) => [
      [foreignKeyName, name],
      ...(unique ? [[indexName, name]] : []),
    ]),
  ]);
  const accounts = [
    ...(app.people === null ? [] : [['account_email_key', 'email']]),
    ...(app.people?.team == null ? [] : [['account_team_id_fkey', 'teamId']]),
  ];
  const entries = [...accounts, ...own];
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
    ...app.entities.map((entity) => ({
      ...{ name: `${entity.variable}Routes`, file: entity.file, routes: 'routes' },
      hasher: hasherOf(entity),
    })),
    ...app.links.map(({ variable, file }) => ({
      ...{ name: `${variable}Routes`, file, routes: 'routes', hasher: [] },
    })),
    ...moving.map(({ variable, file }) => ({
      ...{ name: `${variable}LifecycleRoutes`, file, routes: 'lifecycle-routes', hasher: [] },
    })),
    ...app.entities
      .filter(({ uploads }) => uploads.length > 0)
      .map(({ variable, file }) => ({
        ...{ name: `${variable}FileRoutes`, file, routes: 'file-routes', hasher: [] },
      })),
  ];
  for (const { variable, file, audit } of app.entities)
    if (audit !== null)
      modules.push({ name: `${variable}ChangeRoutes`, file, routes: 'change-routes', hasher: [] });
  const hasher = hasPasswords(app) ? ['hasher'] : [];
  const imports = modules.map(({ name, file, routes }) =>
    importNames([name], `./${file}/${routes}.ts`),
  );
  const registrations = modules.map(
    ({ name, hasher }) => `await app.register(${name}(${['database', ...hasher].join(', ')}));`,
  );
  const content = `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Database } from '../database/database.ts';
${importNames(hasher.length > 0 ? ['type PasswordHasher'] : [], '../people/password-hash.ts')}${inImportOrder(imports)}
/** Every module of the API. */
${routesHead('export function registerModules(', hasher, '): FastifyPluginAsyncZod {')}
  return async (app) => {
${indent(registrations.join('\n'), 2)}
  };
}
`;
  return { path: 'src/modules/routes.ts', content };
}
