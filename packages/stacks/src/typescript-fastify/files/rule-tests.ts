import type { Rule, RuleOf } from '@quantumlayer/contracts';
import { sentence } from '../identifiers.ts';
import { wayTo } from '../lifecycle.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { findMember } from '../rules/rule-model.ts';
import { indent, tsString, wrap } from '../text.ts';
import { partsOf, withArticle } from './entity-parts.ts';
import { fixedTests } from './fixed-tests.ts';
import { madeRow } from './lifecycle-tests.ts';
import { canGive, givenOf, limitTests, orderTest, overlapTests } from './limit-tests.ts';
import { canTest, canTestLink, freed, steps } from './testers.ts';

/** Each rule refuses what breaks it, also when it is broken by several at once. */
export function ruleTests(app: AppModel, entity: EntityModel, limited: boolean): string[] {
  if (limited) return [];
  const { uniqueTogether = [], rules = [] } = entity.entity;
  return [
    ...uniqueTogether.flatMap((group) => groupTests(app, entity, group)),
    ...rules.flatMap((rule) => testsOf(app, entity, rule)),
  ];
}

function testsOf(app: AppModel, entity: EntityModel, rule: Rule): string[] {
  switch (rule.kind) {
    case 'delete-blocked':
      return keptByValue(app, entity, rule);
    case 'change-blocked':
      return fixedTests(app, entity, rule);
    case 'delete-blocked-by':
      return keptByLink(app, entity, rule);
    case 'at-most':
      return limitTests(app, entity, rule);
    case 'no-overlap':
      return [
        ...overlapTests(app, entity, rule),
        ...orderTest(app, entity, [rule.start, rule.end]),
      ];
    case 'order':
      return orderTest(app, entity, [rule.first, rule.second]);
  }
}

function keptByValue(app: AppModel, entity: EntityModel, rule: RuleOf<'delete-blocked'>): string[] {
  const part = partsOf(entity).find(({ model }) => model.field.name === rule.field);
  const { lifecycle } = entity;
  if (part && part.model.name === lifecycle?.member) {
    return canTest(app, entity, 'create', 'delete') ? keptByState(app, entity, rule) : [];
  }
  if (!part || !canTest(app, entity, 'create', 'update', 'delete')) return [];
  const { name, variable, title } = entity;
  const { name: member } = part.model;
  return rule.values.map((value) => {
    const text = typeof value === 'string' ? tsString(value) : String(value);
    return test(`keeps ${withArticle(title)} with the ${member} ${value}`, [
      `const { id } = await create${name}({ ${member}: ${text} });`,
      'const url = `${path}/${id}`;',
      `await expectProblemAt('/${member}', 409, 'DELETE', url);`,
      `const { ${member}: value } = await ${variable}Body();`,
      `await expectRow(200, 'PATCH', url, { ${member}: value });`,
      "assert.equal((await call('DELETE', url)).status, 204);",
    ]);
  });
}

function keptByState(app: AppModel, entity: EntityModel, rule: RuleOf<'delete-blocked'>): string[] {
  const { lifecycle } = entity;
  if (lifecycle === null) return [];
  return rule.values.flatMap((value) => {
    const moves = wayTo(lifecycle, String(value)) && steps(app, entity, lifecycle, String(value));
    if (moves === null) return [];
    return test(`keeps ${withArticle(entity.title)} that is ${value}`, [
      ...madeRow(entity.name),
      ...moves,
      `await expectProblemAt('/${lifecycle.member}', 409, 'DELETE', url);`,
    ]);
  });
}

function keptByLink(
  app: AppModel,
  entity: EntityModel,
  rule: RuleOf<'delete-blocked-by'>,
): string[] {
  const side = app.links
    .flatMap(({ sides }) => sides)
    .find(({ from, relation }) => from === entity.name && relation.name === rule.relation);
  if (!side || !canTestLink(app, side) || !canTest(app, entity, 'delete')) return [];
  const { nested, to } = side;
  return [
    test(`keeps ${withArticle(entity.title)} that has ${sentence(rule.relation)}`, [
      `const [row, other] = [await create${entity.name}(), await create${to}()];`,
      ...freed(app, entity, 'row'),
      'const url = `${path}/${row.id}`;',
      `const link = \`\${url}/${nested.segment}/\${other.id}\`;`,
      "assert.equal((await call('PUT', link)).status, 204);",
      "await expectProblem(409, 'DELETE', url);",
      "assert.equal((await call('DELETE', link)).status, 204);",
      "assert.equal((await call('DELETE', url)).status, 204);",
    ]),
  ];
}

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

function groupTests(app: AppModel, entity: EntityModel, group: readonly string[]): string[] {
  const members = group.flatMap((name) => findMember(entity, name) ?? []);
  if (!members.every((member) => canGive(app, entity, member))) return [];
  const { name, variable } = entity;
  const names = members.map((member) => member.name);
  const given = givenOf(members);
  const same = wrap(
    'const same = {',
    names.map((member) => `${member}: taken.${member}`),
    '};',
    4,
  );
  const together = names.join(', ');
  return [
    test(`refuses the same ${together} a second time`, [
      `const taken = await create${name}(${given.length > 0 ? wrap('{', given, '}', 40) : ''});`,
      same,
      `const body = { ...(await ${variable}Body()), ...same };`,
      ...names.map((member) => `await expectProblemAt('/${member}', 409, 'POST', path, body);`),
    ]),
    test(`lets one of several simultaneous creations have the same ${together}`, [
      wrap('const taken = {', [`...(await ${variable}Body())`, ...given], '};', 4),
      same,
      `const bodies = await Promise.all([1, 2, 3, 4].map(() => ${variable}Body()));`,
      'await checkRace(',
      '  path,',
      '  bodies.map((body) => ({ ...body, ...same })),',
      ');',
    ]),
  ];
}
