import type { Allowed, GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type LinkSide } from '../model.ts';
import { type Action, both } from '../people.ts';
import { importNames, listOf, tsString, wrap } from '../text.ts';
import { whoseRows } from './access-parts.ts';
import { fileOperations } from './file-routes.ts';
import { testerOf } from './testers.ts';

/** What the tests know of the rules: from the blueprint, not from the code that they judge. */
export function permissionFiles(app: AppModel): GeneratedFile[] {
  return app.people === null ? [] : [rulesFile(app), testersFile(app)];
}

/** `rows`: whose the document says that it reaches, where those are not everybody's. */
type Rule = {
  operation: string;
  method: string;
  path: string;
  allowed: Allowed;
  rows?: 'own' | 'team' | undefined;
};

/** Everybody gets the counts of what they see, which may be none. */
const COUNTS: Rule = {
  ...{ operation: 'countEverything', method: 'GET', path: '/api/counts' },
  allowed: 'everyone',
};

function rulesFile(app: AppModel): GeneratedFile {
  const rules = [
    ...app.entities.flatMap(entityRules),
    ...app.entities.flatMap((entity) => nestedRules(app, entity)),
    ...app.entities.flatMap(lifecycleRules),
    ...app.entities.flatMap(restoreRule),
    ...app.entities.flatMap(changesRule),
    ...app.entities.flatMap(fileRules),
    ...app.links.flatMap(({ sides }) => sides.flatMap((side) => linkRules(app, side))),
    ...(app.hasWeb ? [COUNTS] : []),
  ];
  const items = rules.map(({ operation, method, path, allowed, rows }) =>
    wrap(
      '{',
      [
        `operation: '${operation}'`,
        `method: '${method}'`,
        `path: '${path}'`,
        `allowed: ${allowed === 'everyone' ? "'everyone'" : wrap('[', allowed.map(tsString), ']', 14)}`,
        ...(rows === undefined || allowed === 'everyone' ? [] : [`rows: '${rows}'`]),
      ],
      '}',
      3,
    ),
  );
  const content = `import type { Role } from '../../src/people/roles.ts';

export type Rule = {
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  allowed: 'everyone' | readonly Role[];
  /** Whose rows it reaches; those of everybody where nothing is said. */
  rows?: ${app.people?.team == null ? "'own'" : "'own' | 'team'"};
};

/** Who may use which operation. */
${listOf('export const rules: readonly Rule[] = [', items, '];')}
`;
  return { path: 'tests/support/rules.ts', content };
}

type Need = readonly [EntityModel, Action];

/** Who may do all of this, and whose rows it reaches. */
function ruleOf(...needs: readonly Need[]): Pick<Rule, 'allowed' | 'rows'> {
  const allowed = needs
    .map(([{ access }, action]): Allowed => access?.rules[action] ?? [])
    .reduce(both);
  return { allowed, rows: whoseRows(needs) };
}

function entityRules(entity: EntityModel): Rule[] {
  const { name, plural, path } = entity;
  const all = `/api/${path}`;
  const one = `${all}/{id}`;
  const children = entity.lists.map(({ child }): Need => [child, 'create']);
  return [
    { operation: `list${plural}`, method: 'GET', path: all, ...ruleOf([entity, 'read']) },
    {
      ...{ operation: `create${name}`, method: 'POST', path: all },
      ...ruleOf([entity, 'create'], ...children),
    },
    { operation: `get${name}`, method: 'GET', path: one, ...ruleOf([entity, 'read']) },
    { operation: `update${name}`, method: 'PATCH', path: one, ...ruleOf([entity, 'update']) },
    { operation: `delete${name}`, method: 'DELETE', path: one, ...ruleOf([entity, 'delete']) },
  ];
}

function restoreRule(entity: EntityModel): Rule[] {
  const { path, softDeletion } = entity;
  if (softDeletion === null) return [];
  const { segment, operationId: operation } = softDeletion.restore;
  const place = `/api/${path}/{id}/${segment}`;
  return [{ operation, method: 'POST', path: place, ...ruleOf([entity, 'delete']) }];
}

function changesRule(entity: EntityModel): Rule[] {
  const { path, audit } = entity;
  if (audit === null) return [];
  const { segment, operation } = audit.changes;
  const place = `/api/${path}/{id}/${segment}`;
  return [
    { operation: `list${operation}`, method: 'GET', path: place, ...ruleOf([entity, 'read']) },
  ];
}

function lifecycleRules(entity: EntityModel): Rule[] {
  const { path, lifecycle } = entity;
  if (lifecycle === null) return [];
  const one = `/api/${path}/{id}`;
  const { segment, operation } = lifecycle.history;
  return [
    ...lifecycle.transitions.map((transition) => ({
      ...{ operation: transition.operationId, method: 'POST', allowed: transition.allowed ?? [] },
      path: `${one}/${transition.segment}`,
      rows: whoseRows([[entity, 'update']]),
    })),
    {
      ...{ operation: `list${operation}`, method: 'GET', path: `${one}/${segment}` },
      ...ruleOf([entity, 'read']),
    },
  ];
}

function fileRules(entity: EntityModel): Rule[] {
  return entity.uploads.flatMap((upload) =>
    fileOperations(entity, upload).map(({ method, operation, action }) => ({
      ...{ operation, method, ...ruleOf([entity, action]) },
      path: `/api/${entity.path}/{id}/${upload.nested.segment}`,
    })),
  );
}

function nestedRules(app: AppModel, entity: EntityModel): Rule[] {
  return entity.references.flatMap(({ target, nested, unique }) => {
    if (nested === null) return [];
    const parent = entityNamed(app, target);
    return [
      {
        operation: `${unique ? 'get' : 'list'}${nested.operation}`,
        method: 'GET',
        path: `/api/${parent.path}/{id}/${nested.segment}`,
        ...ruleOf([parent, 'read'], [entity, 'read']),
      },
    ];
  });
}

function linkRules(app: AppModel, side: LinkSide): Rule[] {
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const { segment, operation } = side.nested;
  const all = `/api/${from.path}/{id}/${segment}`;
  const one = `${all}/{otherId}`;
  const read: Need = [to, 'read'];
  const change: Need = [from, 'update'];
  return [
    { operation: `list${operation}`, method: 'GET', path: all, ...ruleOf([from, 'read'], read) },
    { operation: `link${operation}`, method: 'PUT', path: one, ...ruleOf(change, read) },
    { operation: `unlink${operation}`, method: 'DELETE', path: one, ...ruleOf(change) },
  ];
}

/** Usually empty: the role that manages accounts may most. */
function testersFile(app: AppModel): GeneratedFile {
  const others = app.entities.flatMap((entity) => {
    const role = testerOf(app, entity) ?? '';
    return role === app.people?.admin ? [] : [`['${entity.path}', ${tsString(role)}]`];
  });
  const above = app.people?.team?.above ?? [];
  const top = tsString(app.people?.roles.at(-1) ?? '');
  if (above.length > 0) others.push(`['accounts', ${top}]`, `['audit', ${top}]`);
  const content = `${importNames(['type Role'], '../../src/people/roles.ts')}
/** By path below /api: the role whose account the tests use, where it is not the one that manages accounts. */
${listOf('export const testers: ReadonlyMap<string, Role> = new Map([', others, ']);')}
`;
  return { path: 'tests/support/testers.ts', content };
}
