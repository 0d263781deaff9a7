import type { Design } from '@quantumlayer/contracts';
import { changesSummary } from './files/change-files.ts';
import { deleteSummary } from './files/deletion-parts.ts';
import { withArticle } from './files/entity-parts.ts';
import { fileOperations } from './files/file-routes.ts';
import { summaryOf } from './files/lifecycle-files.ts';
import { type AppModel, type EntityModel, entityNamed } from './model.ts';
import { peopleEndpoints } from './people-design.ts';
import { restoreSummary } from './soft-deletion.ts';

type Endpoint = Design['endpoints'][number];

const COUNTS: Endpoint = {
  method: 'GET',
  path: '/api/counts',
  operationId: 'countEverything',
  summary: 'Count the rows of each kind that one sees, and those in each state',
};

/** Every operation of the app, as its OpenAPI document will have them. */
export function endpointsOf(app: AppModel): Endpoint[] {
  return [
    ...app.entities.flatMap((entity) => ownEndpoints(app, entity)),
    ...app.entities.flatMap((entity) => nestedEndpoints(app, entity)),
    ...app.entities.flatMap(lifecycleEndpoints),
    ...app.entities.flatMap(changesEndpoint),
    ...app.entities.flatMap(fileEndpoints),
    ...app.links.flatMap(({ sides }) => sides.flatMap((side) => linkEndpoints(app, side))),
    ...(app.people === null ? [] : peopleEndpoints(app.people)),
    ...(app.hasWeb ? [COUNTS] : []),
    {
      method: 'GET',
      path: '/healthz',
      operationId: 'getHealth',
      summary: 'Whether the process answers',
    },
    {
      method: 'GET',
      path: '/readyz',
      operationId: 'getReadiness',
      summary: 'Whether the app can serve requests',
    },
  ];
}

function ownEndpoints(app: AppModel, entity: EntityModel): Endpoint[] {
  const { name, plural, path, title, pluralTitle } = entity;
  const all = `/api/${path}`;
  const one = `${all}/{id}`;
  const row = withArticle(title);
  return [
    { method: 'GET', path: all, operationId: `list${plural}`, summary: `List ${pluralTitle}` },
    { method: 'POST', path: all, operationId: `create${name}`, summary: `Create ${row}` },
    { method: 'GET', path: one, operationId: `get${name}`, summary: `Get ${row}` },
    {
      method: 'PATCH',
      path: one,
      operationId: `update${name}`,
      summary: `Change some members of ${row}`,
    },
    {
      method: 'DELETE',
      path: one,
      operationId: `delete${name}`,
      summary: deleteSummary(app, entity),
    },
    ...restoreEndpoint(entity),
  ];
}

function restoreEndpoint(entity: EntityModel): Endpoint[] {
  const { path, softDeletion } = entity;
  if (softDeletion === null) return [];
  const { segment, operationId } = softDeletion.restore;
  const summary = restoreSummary(entity);
  return [{ method: 'POST', path: `/api/${path}/{id}/${segment}`, operationId, summary }];
}

function changesEndpoint(entity: EntityModel): Endpoint[] {
  const { path, audit } = entity;
  if (audit === null) return [];
  const { segment, operation } = audit.changes;
  const summary = changesSummary(entity);
  return [
    {
      method: 'GET',
      path: `/api/${path}/{id}/${segment}`,
      operationId: `list${operation}`,
      summary,
    },
  ];
}

function lifecycleEndpoints({ path, title, lifecycle }: EntityModel): Endpoint[] {
  if (lifecycle === null) return [];
  const one = `/api/${path}/{id}`;
  const { segment, operation } = lifecycle.history;
  return [
    ...lifecycle.transitions.map((transition) => ({
      ...{ method: 'POST', path: `${one}/${transition.segment}` },
      ...{ operationId: transition.operationId, summary: summaryOf(title, transition) },
    })),
    {
      ...{ method: 'GET', path: `${one}/${segment}`, operationId: `list${operation}` },
      summary: `List what has moved ${withArticle(title)}, the last first`,
    },
  ];
}

function fileEndpoints(entity: EntityModel): Endpoint[] {
  return entity.uploads.flatMap((upload) =>
    fileOperations(entity, upload).map(({ method, operation, summary }) => ({
      ...{ method, operationId: operation, summary },
      path: `/api/${entity.path}/{id}/${upload.nested.segment}`,
    })),
  );
}

function nestedEndpoints(app: AppModel, entity: EntityModel): Endpoint[] {
  return entity.references.flatMap(({ target, nested, unique }) => {
    if (nested === null) return [];
    const parent = entityNamed(app, target);
    const row = withArticle(parent.title);
    return [
      {
        method: 'GET',
        path: `/api/${parent.path}/{id}/${nested.segment}`,
        operationId: `${unique ? 'get' : 'list'}${nested.operation}`,
        summary: unique
          ? `Get the ${entity.title} of ${row}`
          : `List the ${entity.pluralTitle} of ${row}`,
      },
    ];
  });
}

function linkEndpoints(
  app: AppModel,
  side: AppModel['links'][number]['sides'][number],
): Endpoint[] {
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const { segment, operation } = side.nested;
  const all = `/api/${from.path}/{id}/${segment}`;
  const one = `${all}/{otherId}`;
  const [left, right] = [withArticle(from.title), withArticle(to.title)];
  return [
    {
      method: 'GET',
      path: all,
      operationId: `list${operation}`,
      summary: `List the ${to.pluralTitle} linked to ${left}`,
    },
    {
      method: 'PUT',
      path: one,
      operationId: `link${operation}`,
      summary: `Link ${left} with ${right}`,
    },
    {
      method: 'DELETE',
      path: one,
      operationId: `unlink${operation}`,
      summary: `Remove the link between ${left} and ${right}`,
    },
  ];
}
