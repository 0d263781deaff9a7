import type { GeneratedFile } from '@quantumlayer/contracts';
import {
  type AppModel,
  type EntityModel,
  entityNamed,
  type LinkModel,
  type LinkSide,
} from '../model.ts';
import { may } from '../people.ts';
import { importNames, indent } from '../text.ts';
import { isScoped } from './access-parts.ts';
import { isLimited, withArticle } from './entity-parts.ts';
import { canMake, isHiddenFrom, newCallers, ownerRole, refused } from './owner-tests.ts';
import { canTest, canTestLink, freed } from './testers.ts';

/** The tests of one many-to-many relation, seen from each of its sides. */
export function linkTest(app: AppModel, link: LinkModel): GeneratedFile[] {
  const sides = link.sides.filter((side) => canTestLink(app, side));
  const tests = [
    ...sides.map((side) => sideTest(app, side)),
    ...link.sides.flatMap((side) => [...strangerTest(app, side), ...foreignTest(app, side)]),
  ];
  if (tests.length === 0) return [];
  const body = tests.join('\n');
  const support = ['call', 'expectPage', 'expectProblem', 'ids'].filter((name) =>
    body.includes(`${name}(`),
  );
  if (body.includes('callers.')) support.push('callers');
  const ends = link.sides.flatMap(({ from, to }) => [`create${from}`, `create${to}`, `free${to}`]);
  const used = ends.filter((name) => body.includes(`${name}(`));
  const assert = body.includes('assert.') ? "import assert from 'node:assert/strict';\n" : '';
  const content = `${assert}${importNames(['describe', 'it'], 'node:test')}${importNames(support, './support/api.ts')}${importNames(used, './support/examples.ts')}
${body.includes('unknown') ? "const unknown = '00000000-0000-4000-8000-000000000000';\n\n" : ''}describe('${link.file.replaceAll('-', ' ')}', () => {
${indent(body.trimEnd())}
});
`;
  return [{ path: `tests/${link.file}.test.ts`, content }];
}

function sideTest(app: AppModel, side: LinkSide): string {
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const hidden = hiddenLines(app, to);
  return `it('links and unlinks ${to.pluralTitle} of ${withArticle(from.title)} (${side.relation.name})', async () => {
  const [from, to] = [await create${from.name}(), await create${to.name}()];
  const list = \`/api/${from.path}/\${from.id}/${side.nested.segment}\`;
  assert.equal((await call('PUT', \`\${list}/\${to.id}\`)).status, 204);
  assert.equal((await call('PUT', \`\${list}/\${to.id}\`)).status, 204);
  assert.deepEqual(ids((await expectPage(list)).items), [to.id]);

  await expectProblem(404, 'PUT', \`\${list}/\${unknown}\`);
  const nowhere = \`/api/${from.path}/\${unknown}/${side.nested.segment}\`;
  await expectProblem(404, 'GET', nowhere);
  await expectProblem(404, 'PUT', \`\${nowhere}/\${to.id}\`);
  await expectProblem(404, 'DELETE', \`\${nowhere}/\${to.id}\`);

  assert.equal((await call('DELETE', \`\${list}/\${to.id}\`)).status, 204);
  await expectProblem(404, 'DELETE', \`\${list}/\${to.id}\`);
  assert.deepEqual((await expectPage(list)).items, []);
${hidden}});
`;
}

/** What is linked with a row is up to its owner. */
function strangerTest(app: AppModel, side: LinkSide): string[] {
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const role = ownerRole(app, from);
  const { rules = null } = from.access ?? {};
  if (role === null || rules === null || !isScoped(from, 'update') || isScoped(to, 'read'))
    return [];
  const mayLink = may(role, rules.update) && may(role, to.access?.rules.read ?? []);
  if (!mayLink || !canTest(app, to, 'create') || isRare(app, from, to)) return [];
  return [
    `it('lets the owner of ${withArticle(from.title)} alone link it with ${to.pluralTitle} (${side.relation.name})', async () => {
  ${newCallers(role)}
  const [from, to] = [await create${from.name}({}, owner), await create${to.name}()];
  const list = \`/api/${from.path}/\${from.id}/${side.nested.segment}\`;
  const link = \`\${list}/\${to.id}\`;
  ${refused('PUT', 'link')}
  assert.equal((await call('PUT', link, undefined, owner)).status, 204);
  ${refused('DELETE', 'link')}
  assert.deepEqual(ids((await expectPage(list, owner)).items), [to.id]);
});
`,
  ];
}

/** Nobody links what is not shown to them. */
function foreignTest(app: AppModel, side: LinkSide): string[] {
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const role = ownerRole(app, to);
  const { rules = null } = from.access ?? {};
  if (role === null || rules === null || !isScoped(to, 'read') || !isHiddenFrom(to, role))
    return [];
  const mayLink = may(role, rules.create) && may(role, rules.update) && canMake(app, from, role);
  if (!mayLink || isRare(app, from, to)) return [];
  return [
    `it('links ${withArticle(from.title)} with no ${to.title} of somebody else (${side.relation.name})', async () => {
  ${newCallers(role)}
  const [from, to] = [await create${from.name}({}, stranger), await create${to.name}({}, owner)];
  const link = \`/api/${from.path}/\${from.id}/${side.nested.segment}/\${to.id}\`;
  ${refused('PUT', 'link')}
});
`,
  ];
}

/** Are there too few distinct rows for two at a time? */
function isRare(app: AppModel, from: EntityModel, to: EntityModel): boolean {
  return isLimited(app, from) || isLimited(app, to);
}

/** A row that is deleted is in no list of links, and can be linked with nothing. */
function hiddenLines(app: AppModel, to: EntityModel): string {
  const isKept = app.links.some(({ sides, keepsLinked }) => {
    const at = sides.findIndex(({ from }) => from === to.name);
    return keepsLinked[at === -1 ? 1 : at];
  });
  if (to.softDeletion === null || isKept || !canTest(app, to, 'delete')) return '';
  const free = freed(app, to, 'to').map((line) => `\n  ${line}`);
  return `${free.join('')}
  assert.equal((await call('PUT', \`\${list}/\${to.id}\`)).status, 204);
  assert.equal((await call('DELETE', \`/api/${to.path}/\${to.id}\`)).status, 204);
  assert.deepEqual((await expectPage(list)).items, []);
  await expectProblem(404, 'PUT', \`\${list}/\${to.id}\`);
`;
}
