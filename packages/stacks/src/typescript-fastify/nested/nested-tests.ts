import { isLimited, requiredReferences, withArticle } from '../files/entity-parts.ts';
import { canRead, canSee, canTest, testerOf } from '../files/testers.ts';
import { type AppModel, type EntityModel, entityNamed, type NestedList } from '../model.ts';
import { may } from '../people.ts';
import { indent, tsString, wrap } from '../text.ts';
import { MOST_NESTED } from './nested-model.ts';

/** What comes with a row is made and shown with it, all or nothing, and never in a change. */
export function nestedTests(app: AppModel, entity: EntityModel): string[] {
  if (!canTest(app, entity, 'create', 'read')) return [];
  return entity.lists
    .filter((list) => canMake(app, entity, list))
    .flatMap((list) => [
      creationTest(app, entity, list),
      ...failureTest(app, entity, list),
      refusalTest(app, entity, list),
    ]);
}

/** May the tester of the row make what comes with it, and what that refers to? */
function canMake(app: AppModel, entity: EntityModel, { child, reference }: NestedList): boolean {
  const tester = testerOf(app, entity);
  const isAllowed = tester === null || may(tester, child.access?.rules.create ?? 'everyone');
  const others = requiredReferences(child).filter((each) => each !== reference);
  return (
    isAllowed &&
    canTest(app, child, 'create') &&
    canSee(app, child, entity) &&
    canRead(app, entity, child) &&
    others.every(({ target }) => canRead(app, entity, entityNamed(app, target)))
  );
}

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

/** A body of the list without the key and what comes with it. */
function item({ child, reference }: NestedList, name: string): string {
  return `const { ${reference.name}: _${name}, ...${name} } = await ${child.variable}Body();`;
}

function most(app: AppModel, { child, reference }: NestedList): number {
  const limits = (child.entity.rules ?? []).flatMap((rule) =>
    rule.kind === 'at-most' && rule.per === reference.relation.name ? rule.most : [],
  );
  return isLimited(app, child) ? 1 : Math.min(2, ...limits);
}

function creationTest(app: AppModel, entity: EntityModel, list: NestedList): string {
  const { name, child, reference } = list;
  const names = ['one', 'other'].slice(0, most(app, list));
  const nested = reference.nested?.segment;
  return test(`creates ${withArticle(entity.title)} together with its ${child.pluralTitle}`, [
    ...names.map((each) => item(list, each)),
    `const sent = [${names.join(', ')}];`,
    `const row = await create${entity.name}({ ${name}: sent });`,
    `const made = row.${name} as Row[];`,
    'assert.equal(made.length, sent.length);',
    'for (const [place, each] of made.entries()) {',
    `  assert.deepEqual(each, { ...each, ...sent[place], ${reference.name}: row.id });`,
    '}',
    'const url = `${path}/${row.id}`;',
    "assert.deepEqual(await expectRow(200, 'GET', url), row);",
    ...(nested === undefined
      ? []
      : [`assert.deepEqual(ids(await walk(\`\${url}/${nested}?limit=1\`)), ids(made));`]),
  ]);
}

/** One that refers to nothing keeps all of them from being made. */
function failureTest(app: AppModel, entity: EntityModel, list: NestedList): string[] {
  const { name, child, reference } = list;
  const other = child.references.find((each) => each !== reference);
  if (other === undefined || most(app, list) < 2) return [];
  return [
    test(`makes nothing where one of its ${child.pluralTitle} cannot be made`, [
      item(list, 'sound'),
      `const broken = { ...sound, ${other.name}: '00000000-0000-4000-8000-000000000000' };`,
      'const before = ids(await walk(`${path}?limit=100`));',
      wrap(
        'const body = {',
        [`...(await ${entity.variable}Body())`, `${name}: [sound, broken]`],
        '};',
        4,
      ),
      `await expectProblemAt('/${name}/1/${other.name}', 422, 'POST', path, body);`,
      'assert.deepEqual(ids(await walk(`${path}?limit=100`)), before);',
    ]),
  ];
}

function refusalTest(app: AppModel, entity: EntityModel, list: NestedList): string {
  const { name, reference } = list;
  const canChange = canTest(app, entity, 'update');
  const key = reference.name;
  const bodyWith = (what: string, rows: string) =>
    wrap(`const ${what} = {`, ['...body', `${name}: ${rows}`], '};', 4);
  const refused = (place: string, what: string) =>
    wrap('await expectProblemAt(', [`'/${place}'`, '422', "'POST'", 'path', what], ');', 4);
  return test(`points into ${name}, and takes them only in a new one`, [
    `const body = await ${entity.variable}Body();`,
    item(list, 'item'),
    bodyWith('many', `Array.from({ length: ${MOST_NESTED + 1} }, () => item)`),
    refused(name, 'many'),
    bodyWith('wrong', '[item, { ...item, surprise: 1 }]'),
    refused(`${name}/1/surprise`, 'wrong'),
    bodyWith('elsewhere', `[{ ...item, ${key}: '00000000-0000-4000-8000-000000000000' }]`),
    refused(`${name}/0/${key}`, 'elsewhere'),
    ...(canChange
      ? [
          `const url = \`\${path}/\${(await create${entity.name}()).id}\`;`,
          `await expectProblemAt('/${name}', 422, 'PATCH', url, { ${name}: [item] });`,
        ]
      : []),
  ]);
}
