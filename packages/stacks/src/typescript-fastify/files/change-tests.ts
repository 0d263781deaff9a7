import type { AppModel, EntityModel } from '../model.ts';
import { orderedPairs } from '../rules/ordered-samples.ts';
import { indent, tsString, wrap } from '../text.ts';
import { withArticle, writablePartsOf } from './entity-parts.ts';
import { canTest } from './testers.ts';

/** Fewer distinct values than this: another example may have the same one. */
const FEW = 50;

/** Who made and changed a row is kept, and nobody but the app says so. */
export function changeTests(app: AppModel, entity: EntityModel): string[] {
  const { audit, name, title } = entity;
  if (audit === null || !canTest(app, entity, 'create', 'read')) return [];
  const { createdBy, updatedBy, changes } = audit;
  const changed = canTest(app, entity, 'update') ? changedMember(entity) : null;
  const lines = [
    `const row = await create${name}();`,
    'const url = `${path}/${row.id}`;',
    'const by = callers.forUrl(path).id;',
    `assert.deepEqual([row.${createdBy.name}, row.${updatedBy.name}], [by, by]);`,
    ...(changed === null ? [] : changeLines(entity, changed)),
    `const { items } = await expectPage(\`\${url}/${changes.segment}\`);`,
    'const actions = items.map(({ action }) => action);',
    `assert.deepEqual(actions, [${changed === null ? '' : "'updated', "}'created']);`,
    'assert.ok(items.every(({ accountId }) => accountId === by));',
    ...(changed === null ? [] : changedItem(changed)),
    'const made = items.at(-1)?.changes as { member: string; to: unknown }[];',
    'for (const { member, to } of made) assert.deepEqual(to, row[member]);',
    `assert.equal((await walk(\`\${url}/${changes.segment}?limit=1\`)).length, items.length);`,
    `await expectProblem(404, 'GET', \`\${path}/00000000-0000-4000-8000-000000000000/${changes.segment}\`);`,
  ];
  return [
    `it(${tsString(`keeps who made and changed ${withArticle(title)}, and what`)}, async () => {\n${indent(lines.join('\n'))}\n});\n`,
  ];
}

/** Of two examples this member has two values. */
function changedMember(entity: EntityModel): string | null {
  const ordered = orderedPairs(entity.entity).flatMap(({ first, second }) => [first, second]);
  const part = writablePartsOf(entity).find(
    ({ model, kind }) => kind.capacity >= FEW && !ordered.includes(model.field.name),
  );
  return part?.model.name ?? null;
}

function changeLines({ variable, audit }: EntityModel, member: string): string[] {
  return [
    `const { ${member} } = await ${variable}Body();`,
    `const updated = await expectRow(200, 'PATCH', url, { ${member} });`,
    "await expectRow(200, 'PATCH', url, {});",
    ...[audit?.createdBy.name, audit?.updatedBy.name].map(
      (name) => `await expectProblemAt('/${name}', 422, 'PATCH', url, { ${name}: by });`,
    ),
  ];
}

function changedItem(member: string): string[] {
  const parts = [`member: '${member}'`, `from: row.${member}`, `to: updated.${member}`];
  return [
    wrap('const change = {', parts, '};', 4),
    'assert.deepEqual(items[0]?.changes, [change]);',
  ];
}
