import type { GeneratedFile } from '@quantumlayer/contracts';
import { sentence } from '../identifiers.ts';
import type { AppModel, EntityModel, UploadModel } from '../model.ts';
import type { Action } from '../people.ts';
import { fileFiles } from '../templates.ts';
import { importNames, indent, tsString, wrap } from '../text.ts';
import { accessConfig, findArgument, membersOf, mustExist } from './access-parts.ts';
import { withArticle } from './entity-parts.ts';
import { orThrow } from './routes-file.ts';
import { templateText } from './template-text.ts';

type FileOperation = { method: string; operation: string; summary: string; action: Action };

/** What can be done with one file of a row. */
export function fileOperations(
  { title }: EntityModel,
  { name, nested }: UploadModel,
): FileOperation[] {
  const what = `the ${sentence(name)} of ${withArticle(title)}`;
  const { operation } = nested;
  return [
    { method: 'PUT', operation: `put${operation}`, summary: `Keep ${what}`, action: 'update' },
    { method: 'GET', operation: `get${operation}`, summary: `Get ${what}`, action: 'read' },
    {
      method: 'DELETE',
      operation: `delete${operation}`,
      summary: `Delete ${what}`,
      action: 'update',
    },
  ];
}

/** What every app with files has. */
export function sharedFileFiles(app: AppModel): GeneratedFile[] {
  if (app.entities.every(({ uploads }) => uploads.length === 0)) return [];
  return [...fileFiles].map(([path, template]) => ({ path, content: templateText(app, template) }));
}

/** Puts, gives and deletes the files of one entity; nothing for an entity without. */
export function fileRoutesFile(entity: EntityModel): GeneratedFile[] {
  const { name, variable, file, title, uploads } = entity;
  if (uploads.length === 0) return [];
  const stores = uploads.map(
    (upload) => `  const ${upload.name}Store = createFileStore(database, ${upload.variable});\n`,
  );
  const limits = uploads.map(({ name: member, mediaTypes }) => {
    const start = `const ${member}Types: readonly MediaType[] = [`;
    return `${wrap(start, mediaTypes.map(tsString), '];')}\n`;
  });
  const body = indent(uploads.flatMap((upload) => routesOf(entity, upload)).join('\n\n'), 2);
  const used = (names: string[]) => names.filter((each) => body.includes(`${each}(`));
  const access = new RegExp(`\\b${variable}Access\\.`).test(body)
    ? importNames([`${variable}Access`], './access.ts')
    : '';
  const content = `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Database } from '../../database/database.ts';
import { createFileStore } from '../../database/files.ts';
import { storedFile } from '../../fields/stored-file.ts';
import type { MediaType } from '../../files/media-type.ts';
import {
  acceptBytes,
  fileContent,
  fileQuery,
  fileResponse,
  readUpload,
  sendFile,
} from '../../files/uploads.ts';
${importNames(['noContent', 'notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams'], '../../http/query.ts')}${importNames(used(['rowsOf', 'teamRowsOf']), '../../people/rows.ts')}${access}${importNames([`create${name}Repository`], './repository.ts')}${importNames(
  uploads.map((upload) => upload.variable),
  './table.ts',
)}
${limits.join('')}
/** The files of ${withArticle(title)}. */
export function ${variable}FileRoutes(database: Database): FastifyPluginAsyncZod {
  const repository = create${name}Repository(database);
${stores.join('')}
  return async (app) => {
    acceptBytes(app);

${body}
  };
}
`;
  return [{ path: `src/modules/${file}/file-routes.ts`, content }];
}

function routesOf(entity: EntityModel, upload: UploadModel): string[] {
  const { path, plural, title } = entity;
  const { name, nested, maxBytes } = upload;
  const types = `${name}Types`;
  const disposition = upload.field.type === 'image' ? 'inline' : 'attachment';
  const missing = `notFound('${sentence(name)} of the ${title}', params.id)`;
  const bytes = String(maxBytes).replace(/\B(?=(\d{3})+$)/g, maxBytes >= 10_000 ? '_' : '');
  const parts: Record<
    string,
    { options: string[]; schema: string[]; members: string[]; does: string }
  > = {
    PUT: {
      options: [`bodyLimit: ${bytes},`],
      schema: [
        `consumes: [...${types}],`,
        'querystring: fileQuery,',
        `body: fileContent({ maxLength: ${bytes} }),`,
        'response: { 200: storedFile, ...problems },',
      ],
      members: ['params', 'query', 'body'],
      does: `const file = readUpload(body, ${types}, query.name ?? '${nested.segment}');
await ${name}Store.put(params.id, file);
${wrap('const row = await repository.find(', findArguments(entity, 'update'), ');', 8)}
${orThrow(`!row?.${name}`, missing)}
return row.${name};`,
    },
    GET: {
      options: [],
      schema: [`response: { 200: fileResponse(${types}), ...problems },`],
      members: ['params'],
      does: `const found = await ${name}Store.find(params.id);
${orThrow('found === null', missing)}
return sendFile(reply, found, '${disposition}');`,
    },
    DELETE: {
      options: [],
      schema: ["response: { 204: noContent('Deleted'), ...problems },"],
      members: ['params'],
      does: `${orThrow(`!(await ${name}Store.remove(params.id))`, missing)}
return reply.code(204).send();`,
    },
  };
  return fileOperations(entity, upload).map(({ method, operation, summary, action }) => {
    const { options = [], schema = [], members = [], does = '' } = parts[method] ?? {};
    const rows = findArgument(entity, action);
    const check = mustExist(`repository.find(params.id${rows})`, title, 'params.id');
    const lines = [
      `operationId: '${operation}',`,
      `summary: '${summary}',`,
      `tags: ['${plural}'],`,
      'params: idParams,',
      ...schema,
    ];
    const config = [...accessConfig([[entity, action]]), ...options];
    const reply = method === 'PUT' ? '' : ', reply';
    return `app.${method.toLowerCase()}(
  '/${path}/:id/${nested.segment}',
  {
${config.map((line) => `${indent(line, 2)}\n`).join('')}    schema: {
${indent(lines.join('\n'), 3)}
    },
  },
  async (${membersOf(members, rows)}${reply}) => {
${indent(check, 2)}
${indent(does, 2)}
  },
);`;
  });
}

function findArguments(entity: EntityModel, action: Action): string[] {
  return ['params.id', ...[findArgument(entity, action).replace(', ', '')].filter(Boolean)];
}
