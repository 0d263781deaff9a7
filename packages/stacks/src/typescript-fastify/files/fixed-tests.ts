import type { RuleOf } from '@quantumlayer/contracts';
import { wayTo } from '../lifecycle.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { indent, tsString } from '../text.ts';
import { partsOf, withArticle, writablePartsOf } from './entity-parts.ts';
import { canTest, steps } from './testers.ts';

/** A row in some state stays as it is, and so do the rows that come with it. */
export function fixedTests(
  app: AppModel,
  entity: EntityModel,
  rule: RuleOf<'change-blocked'>,
): string[] {
  const part = partsOf(entity).find(({ model }) => model.field.name === rule.field);
  if (part === undefined || !canTest(app, entity, 'create', 'read', 'update')) return [];
  const { name: state } = part.model;
  return rule.values.flatMap((value) => {
    const start = startIn(app, entity, state, value);
    const changed = changeOf(entity, state);
    if (start === null || changed === null) return [];
    const { name, variable, title } = entity;
    return [
      test(`does not change ${withArticle(title)} whose ${state} is ${value}`, [
        `const { id } = await create${name}(${start.given});`,
        'const url = `${path}/${id}`;',
        ...start.moves,
        "const row = await expectRow(200, 'GET', url);",
        `const { ${changed}: value } = await ${variable}Body();`,
        `await expectProblemAt('/${state}', 409, 'PATCH', url, { ${changed}: value });`,
        ...childLines(app, entity, state),
        "assert.deepEqual(await expectRow(200, 'GET', url), row);",
      ]),
    ];
  });
}

/** How a new row gets this value: by transitions, or by itself. */
function startIn(app: AppModel, entity: EntityModel, state: string, value: string | boolean) {
  const { lifecycle } = entity;
  const text = typeof value === 'string' ? tsString(value) : String(value);
  if (lifecycle?.member !== state) return { given: `{ ${state}: ${text} }`, moves: [] };
  const moves = wayTo(lifecycle, String(value)) && steps(app, entity, lifecycle, String(value));
  return moves && { given: '', moves };
}

/** A member of which two examples surely differ. */
function changeOf(entity: EntityModel, state: string): string | null {
  const distinct = 1_000;
  const parts = writablePartsOf(entity).filter(({ kind }) => !kind.writeOnly);
  const part = parts.find(({ model, kind }) => model.name !== state && kind.capacity >= distinct);
  return part?.model.name ?? null;
}

/** A row that comes with it is not added either. */
function childLines(app: AppModel, entity: EntityModel, state: string): string[] {
  const [list] = entity.lists;
  if (list === undefined || !canTest(app, list.child, 'create')) return [];
  const { child, reference } = list;
  return [
    `const more = { ...(await ${child.variable}Body()), ${reference.name}: id };`,
    `await expectProblemAt('/${state}', 409, 'POST', '/api/${child.path}', more);`,
  ];
}

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}
