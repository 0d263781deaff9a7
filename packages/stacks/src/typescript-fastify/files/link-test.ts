import type { GeneratedFile } from '@quantumlayer/contracts';
import {
  type AppModel,
  type EntityModel,
  entityNamed,
  type LinkModel,
  type LinkSide,
} from '../model.ts';
import { importNames, indent } from '../text.ts';
import { withArticle } from './entity-parts.ts';
import { canTest, canTestLink, freed } from './testers.ts';

/** The tests of one many-to-many relation, seen from each of its sides. */
export function linkTest(app: AppModel, link: LinkModel): GeneratedFile[] {
  const sides = link.sides.filter((side) => canTestLink(app, side));
  if (sides.length === 0) return [];
  const body = sides.map((side) => sideTest(app, side)).join('\n');
  const ends = sides.flatMap(({ from, to }) => [`create${from}`, `create${to}`, `free${to}`]);
  const used = ends.filter((name) => body.includes(`${name}(`));
  const content = `import assert from 'node:assert/strict';
${importNames(['describe', 'it'], 'node:test')}${importNames(['call', 'expectPage', 'expectProblem', 'ids'], './support/api.ts')}${importNames(used, './support/examples.ts')}
const unknown = '00000000-0000-4000-8000-000000000000';

describe('${link.file.replaceAll('-', ' ')}', () => {
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
  await expectProblem(404, 'GET', \`/api/${from.path}/\${unknown}/${side.nested.segment}\`);

  assert.equal((await call('DELETE', \`\${list}/\${to.id}\`)).status, 204);
  await expectProblem(404, 'DELETE', \`\${list}/\${to.id}\`);
  assert.deepEqual((await expectPage(list)).items, []);
${hidden}});
`;
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
