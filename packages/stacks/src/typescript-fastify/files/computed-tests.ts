import { type AppModel, type EntityModel, entityNamed, type FieldModel } from '../model.ts';
import { listed } from '../rules/listed.ts';
import { indent, tsString, wrap } from '../text.ts';
import { isLimited } from './entity-parts.ts';
import { canRead, canSee, canTest, canTestLink, freed } from './testers.ts';

/** What is computed is right, stays right when what it comes from changes, and is taken from nobody. */
export function computedTests(app: AppModel, entity: EntityModel, limited: boolean): string[] {
  const computed = entity.fields.filter((field) => field.computed !== null);
  if (computed.length === 0) return [];
  return [
    ...(canTest(app, entity, 'create', 'read') ? ownTest(app, entity, computed) : []),
    ...(canTest(app, entity, 'create') ? [refusalTest(app, entity, computed)] : []),
    ...computed.flatMap((field) => totalTest(app, entity, field, limited)),
    ...computed.flatMap((field) => countTest(app, entity, field)),
  ];
}

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

/** What follows from the other members of the same row. */
function ownTest(app: AppModel, entity: EntityModel, computed: FieldModel[]): string[] {
  const checks = computed.flatMap((field) => {
    const expected = expectedOf(entity, field);
    if (expected === null) return [];
    return [wrap('assert.equal(', [`plain(row.${field.name})`, expected], ');', 6)];
  });
  if (checks.length === 0) return [];
  const names = computed.filter((field) => expectedOf(entity, field) !== null);
  return [
    test(`works out ${listed(names.map(({ name }) => name))}`, [
      'const check = (row: Row) => {',
      ...checks.map((line) => indent(line)),
      '};',
      `const row = await create${entity.name}();`,
      'check(row);',
      'const url = `${path}/${row.id}`;',
      ...(canTest(app, entity, 'update')
        ? [`check(await expectRow(200, 'PATCH', url, await ${entity.variable}Body()));`]
        : []),
      "check(await expectRow(200, 'GET', url));",
    ]),
  ];
}

/** An expression over `row`; null for what other rows decide on. */
function expectedOf(entity: EntityModel, { computed, field }: FieldModel): string | null {
  if (computed === null || !Array.isArray(computed.computed.of)) return null;
  const { kind, of } = { kind: computed.computed.kind, of: computed.computed.of };
  const types = new Map(entity.fields.map((each) => [each.field.name, each]));
  const values = of.map((name) => `row.${types.get(name)?.name}`);
  const hundredths = of
    .filter((name) => types.get(name)?.field.type === 'percentage')
    .map(() => "'0.01'");
  const call = `${kind}(${[...values, ...(kind === 'product' ? hundredths : [])].join(', ')})`;
  return kind === 'product' && field.type === 'money'
    ? `plain(rounded(${call}, ${computed.scale}))`
    : call;
}

function refusalTest(app: AppModel, entity: EntityModel, computed: FieldModel[]): string {
  const values = computed.map(
    ({ name, computed: model }) => `${name}: ${model?.isWhole ? 7 : "'7.00'"}`,
  );
  const canChange = canTest(app, entity, 'update');
  return test(`takes ${listed(computed.map(({ name }) => name))} from nobody`, [
    `const body = await ${entity.variable}Body();`,
    ...(canChange ? [`const url = \`\${path}/\${(await create${entity.name}()).id}\`;`] : []),
    wrap('for (const [name, value] of Object.entries({', values, '})) {', 4),
    "  await expectProblemAt(`/${name}`, 422, 'POST', path, { ...body, [name]: value });",
    ...(canChange
      ? ["  await expectProblemAt(`/${name}`, 422, 'PATCH', url, { [name]: value });"]
      : []),
    '}',
  ]);
}

/** The sum over rows of others, before and after these change. */
function totalTest(
  app: AppModel,
  entity: EntityModel,
  { name, computed }: FieldModel,
  limited: boolean,
): string[] {
  if (computed?.computed.kind !== 'total') return [];
  const { of, field } = computed.computed;
  const found = childOf(app, entity, of);
  const source = found?.child.fields.find((each) => each.field.name === field);
  if (!found || !source || !canChange(app, entity, found.child)) return [];
  const { child, key } = found;
  const most = mostOf(child, found.relation);
  const make = `await create${child.name}({ ${key}: id })`;
  const made = isLimited(app, child) || most < 2 ? [make] : [make, make];
  const deep = deeperRow(app, child, source);
  const one = (at: number) =>
    deep === null
      ? `row${at}.${source.name}`
      : `(await expectRow(200, 'GET', \`/api/${child.path}/\${row${at}.id}\`)).${source.name}`;
  const rows = made.flatMap((call, at) => [
    `const row${at + 1} = ${call};`,
    ...(deep === null ? [] : [deep(`row${at + 1}.id`)]),
  ]);
  const all = made.map((_, at) => one(at + 1));
  const isListed = !limited && canTest(app, entity, 'read');
  return [
    test(`adds up ${name} whenever its ${of} change`, [
      `const { id } = await create${entity.name}();`,
      'const url = `${path}/${id}`;',
      `const ${name}Now = async () => plain((await expectRow(200, 'GET', url)).${name});`,
      `assert.equal(await ${name}Now(), '0');`,
      ...rows,
      wrap('assert.equal(', [`await ${name}Now()`, wrap('sum(', all, ')', 6)], ');', 4),
      ...(isListed
        ? [
            `const list = \`\${path}?limit=100&${name}=\${await ${name}Now()}\`;`,
            'assert.ok(ids(await walk(list)).includes(id));',
          ]
        : []),
      ...(canTest(app, child, 'delete')
        ? [
            ...freed(app, child, 'row1'),
            `await call('DELETE', \`/api/${child.path}/\${row1.id}\`);`,
            made.length === 1
              ? `assert.equal(await ${name}Now(), '0');`
              : wrap('assert.equal(', [`await ${name}Now()`, `plain(${one(2)})`], ');', 4),
          ]
        : []),
    ]),
  ];
}

/** How many rows there are, with each one more and one less. */
function countTest(app: AppModel, entity: EntityModel, { name, computed }: FieldModel): string[] {
  if (computed?.computed.kind !== 'count') return [];
  const { of } = computed.computed;
  const lines = countedRows(app, entity, of) ?? countedLinks(app, entity, of);
  if (lines === null) return [];
  const now = `${name}Now`;
  return [
    test(`counts its ${of}`, [
      `const { id } = await create${entity.name}();`,
      'const url = `${path}/${id}`;',
      `const ${now} = async () => (await expectRow(200, 'GET', url)).${name};`,
      `assert.equal(await ${now}(), 0);`,
      ...lines.more,
      `assert.equal(await ${now}(), 1);`,
      `assert.ok(ids(await walk(\`\${path}?limit=100&${name}=1\`)).includes(id));`,
      ...(lines.less.length === 0 ? [] : [...lines.less, `assert.equal(await ${now}(), 0);`]),
    ]),
  ];
}

type Counted = { more: string[]; less: string[] };

function countedRows(app: AppModel, entity: EntityModel, of: string): Counted | null {
  const found = childOf(app, entity, of);
  if (found === null || !canChange(app, entity, found.child)) return null;
  const { child, key } = found;
  const canDelete = canTest(app, child, 'delete');
  const made = canDelete ? 'const made = ' : '';
  return {
    more: [`${made}await create${child.name}({ ${key}: id });`],
    less: canDelete
      ? [...freed(app, child, 'made'), `await call('DELETE', \`/api/${child.path}/\${made.id}\`);`]
      : [],
  };
}

function countedLinks(app: AppModel, entity: EntityModel, of: string): Counted | null {
  const side = app.links
    .flatMap(({ sides }) => sides)
    .find(({ from, relation }) => from === entity.name && relation.name === of);
  if (side === undefined || !canTestLink(app, side)) return null;
  const other = `const link = \`\${url}/${side.nested.segment}/\${(await create${side.to}()).id}\`;`;
  return { more: [other, "await call('PUT', link);"], less: ["await call('DELETE', link);"] };
}

/** Makes a row below a row, where the value of this one comes from there. */
function deeperRow(app: AppModel, entity: EntityModel, { computed }: FieldModel) {
  if (computed === null || computed.isStored) return null;
  const totals = entity.fields.filter((each) => each.computed?.computed.kind === 'total');
  const own = totals.find((each) => each.computed === computed) ?? totals[0];
  const total = own?.computed?.computed;
  const below = total?.kind === 'total' ? childOf(app, entity, total.of) : null;
  if (below === null || isLimited(app, below.child) || !canChange(app, entity, below.child)) {
    return null;
  }
  return (id: string) => `await create${below.child.name}({ ${below.key}: ${id} });`;
}

function childOf(app: AppModel, entity: EntityModel, name: string) {
  const relation = entity.entity.relations.find((each) => each.name === name);
  if (relation === undefined) return null;
  const child = entityNamed(app, relation.target);
  const reference = child.references.find(({ inverse }) => inverse === relation);
  return reference ? { child, key: reference.name, relation: reference.relation.name } : null;
}

/** Can the testers of both make the parent and its rows, and see them? */
function canChange(app: AppModel, entity: EntityModel, child: EntityModel): boolean {
  return (
    canTest(app, entity, 'create', 'read') &&
    canTest(app, child, 'create') &&
    canSee(app, child, entity) &&
    canRead(app, entity, child)
  );
}

function mostOf({ entity }: EntityModel, relation: string): number {
  const limits = (entity.rules ?? []).flatMap((rule) =>
    rule.kind === 'at-most' && rule.per === relation ? rule.most : [],
  );
  return Math.min(2, ...limits);
}
