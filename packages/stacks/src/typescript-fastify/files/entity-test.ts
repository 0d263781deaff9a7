import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type UploadModel } from '../model.ts';
import { nestedTests } from '../nested/nested-tests.ts';
import type { Action } from '../people.ts';
import { importNames, indent, tsString, wrap } from '../text.ts';
import { changeTests } from './change-tests.ts';
import { computedTests } from './computed-tests.ts';
import { deletionTests } from './deletion-tests.ts';
import {
  filtersOf,
  type Part,
  rangesOf,
  requiredReferences,
  searchableOf,
  sortsOf,
  withArticle,
  writablePartsOf,
} from './entity-parts.ts';
import { lifecycleTests } from './lifecycle-tests.ts';
import { ownerTests } from './owner-tests.ts';
import { passwordsOf } from './password-parts.ts';
import { relationTests } from './relation-tests.ts';
import { changedMembers, creationTest, unknownTest, unseenTests } from './row-tests.ts';
import { ruleTests } from './rule-tests.ts';
import { teamTests } from './team-tests.ts';
import { canTest } from './testers.ts';

/** The tests of one entity; `limited` when only few distinct rows can exist. */
export function entityTest(app: AppModel, entity: EntityModel, limited: boolean): GeneratedFile[] {
  const { file, name, pluralTitle, path } = entity;
  const when = (needed: Action[], ...some: string[]) =>
    canTest(app, entity, ...needed) ? some : [];
  // A team is not removed under its accounts.
  const paging = entity.access?.team?.isItself ? [] : [pagingTest(entity)];
  const lists = limited ? [] : [listTest(entity), ...searchTest(entity), ...paging];
  const tests = [
    ...creationTest(app, entity),
    ...when(['create', 'read'], ...lists),
    ...when(['create', 'read', 'update'], ...updateTest(entity), ...writtenTests(entity)),
    ...unseenTests(app, entity),
    ...deletionTests(app, entity, limited),
    ...unknownTest(app, entity),
    ...when(['create'], refusalTest(entity), ...uniqueTests(entity, limited)),
    ...when(['create'], ...relationTests(app, entity, limited)),
    ...when(['create'], ...ruleTests(app, entity, limited)),
    ...computedTests(app, entity, limited),
    ...nestedTests(app, entity),
    ...changeTests(app, entity),
    ...lifecycleTests(app, entity, limited),
    ...when(['create', 'read', 'update'], ...versionTest(app, entity)),
    ...ownerTests(app, entity),
    ...teamTests(app, entity),
  ];
  if (tests.length === 0) return [];
  const body = `${limited ? `${limitedSetup(app, entity)}\n` : ''}${tests.join('\n')}`;
  const schema = body.includes(`new${name}`) ? [`new${name}`] : [];
  const callers = body.includes('callers.') ? ['callers'] : [];
  const raw = body.includes('database.execute(') ? ['database'] : [];
  const drizzle = importNames(raw.length > 0 ? ['sql'] : [], 'drizzle-orm');
  const row = /\(row: Row\)|as Row\b/.test(body) ? ['type Row'] : [];
  const assert = body.includes('assert.') ? "import assert from 'node:assert/strict';\n" : '';
  const content = `${assert}${importNames(['describe', 'it', ...(limited ? ['beforeEach'] : [])], 'node:test')}${drizzle}${importNames(schema, `../src/modules/${file}/schema.ts`)}${supportImports(body, ['call', 'empty', 'expectPage', 'expectProblem', 'expectProblemAt', 'expectRow', 'ids', 'walk'], 'api', [...callers, ...raw, ...row])}${supportImports(body, ['checkHolds'], 'check-choices')}${supportImports(body, ['checkDeletion'], 'check-deletion')}${supportImports(body, ['checkFile'], 'check-files')}${supportImports(body, ['checkNear'], 'check-geo-point')}${supportImports(body, ['checkPassword'], 'check-password')}${supportImports(body, ['checkVersions'], 'check-versions')}${supportImports(body, ['checkFilters', 'checkRace', 'checkRanges', 'checkRefusals', 'checkSearch', 'checkSorts', 'checkUpdate'], 'checks')}${supportImports(body, ['difference', 'plain', 'product', 'rounded', 'sum'], 'exact')}${supportImports(body, [...app.entities.flatMap((other) => [`${other.variable}Body`, `create${other.name}`, `free${other.name}`])], 'examples')}
const path = '/api/${path}';

describe('${pluralTitle}', () => {
${indent(body.trimEnd())}
});
`;
  return [{ path: `tests/${file}.test.ts`, content }];
}

function supportImports(
  body: string,
  names: string[],
  file: string,
  others: string[] = [],
): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\(`).test(body));
  return importNames([...used, ...others], `./support/${file}.ts`);
}

function limitedSetup(app: AppModel, entity: EntityModel): string {
  const chain = (model: EntityModel): string[] => [
    model.table,
    ...requiredReferences(model)
      .filter(({ unique }) => unique)
      .flatMap(({ target }) => chain(entityNamed(app, target))),
  ];
  const tables = [...new Set(chain(entity))].map((table) => `'${table}'`).join(', ');
  return `// A unique member has so few values that each test starts with an empty table.
beforeEach(() => empty(${tables}));
`;
}

function test(title: string, body: string): string {
  return `it('${title}', async () => {\n${indent(body)}\n});\n`;
}

function listTest(entity: EntityModel): string {
  const filters = filtersOf(entity);
  const required = new Set(requiredReferences(entity).map(({ name }) => name));
  const usable = filters.filter(({ part, member }) => part !== null || required.has(member));
  const equal = usable.filter(
    ({ operator, parameter, member }) => operator === 'equals' && parameter === member,
  );
  const ranges = usable.filter(
    ({ operator, parameter, member }) => operator === 'atLeast' && parameter === `${member}.gte`,
  );
  const list = (start: string, names: string[]) =>
    `await ${start}(path, row, ${wrap(
      '[',
      names.map((name) => `'${name}'`),
      ']',
      start.length + 24,
    )});`;
  const holding = usable.filter(({ operator }) => operator === 'holds');
  const places = usable.filter(({ operator }) => operator === 'near');
  const lines = [
    ...(ranges.length > 0 ? [`await create${entity.name}();`] : []),
    `${usable.length > 0 ? 'const row = ' : ''}await create${entity.name}();`,
    `await create${entity.name}();`,
    ...(equal.length > 0
      ? [
          list(
            'checkFilters',
            equal.map(({ member }) => member),
          ),
        ]
      : []),
    ...(ranges.length > 0
      ? [
          list(
            'checkRanges',
            ranges.map(({ member }) => member),
          ),
        ]
      : []),
    ...(holding.length > 0
      ? [
          list(
            'checkHolds',
            holding.map(({ member }) => member),
          ),
        ]
      : []),
    ...(places.length > 0
      ? [
          list(
            'checkNear',
            places.map(({ member }) => member),
          ),
        ]
      : []),
    "await expectProblemAt('/nonsense', 422, 'GET', `${path}?nonsense=1`);",
  ];
  return test(`lists ${entity.pluralTitle} by the value of a member`, lines.join('\n'));
}

function searchTest(entity: EntityModel): string[] {
  const members = searchableOf(entity).map((name) => `'${name}'`);
  if (members.length === 0) return [];
  const row = `const row = await create${entity.name}();`;
  return [
    test('searches text', `${row}\nawait checkSearch(path, row, ${wrap('[', members, ']', 33)});`),
  ];
}

function pagingTest(entity: EntityModel): string {
  const optional = optionalMembers(entity);
  const absent = optional.map((name) => `${name}: null`);
  const nulls = absent.length > 0 ? wrap('{', absent, '}', 20 + entity.name.length) : '';
  const quoted = (names: string[]) => names.map((name) => `'${name}'`);
  const sorts = quoted(sortsOf(entity));
  const ordered = quoted([...rangesOf(entity), 'createdAt', 'updatedAt']);
  const lists = [wrap('[', sorts, ']', 2), wrap('[', ordered, ']', 2)];
  return test(
    'gives every row once, whatever the sort and the size of the pages',
    `await empty('${entity.table}');
await Promise.all([1, 2, 3, 4].map(() => create${entity.name}()));
await create${entity.name}(${nulls});
${wrap('await checkSorts(', ['path', ...lists], ');', 4)}`,
  );
}

function optionalMembers(entity: EntityModel): string[] {
  return entity.fields
    .filter(({ field, computed }) => !field.required && computed === null)
    .map(({ name }) => name);
}

function versionTest(app: AppModel, entity: EntityModel): string[] {
  const { name, variable, title, version } = entity;
  const members = changedMembers(entity);
  if (version === null || members === null) return [];
  const methods = ["'PATCH'", ...(canTest(app, entity, 'delete') ? ["'DELETE'"] : [])];
  return [
    test(
      `takes one of several changes of ${withArticle(title)} that are based on one version`,
      `const { id } = await create${name}();
const { ${members} } = await ${variable}Body();
await checkVersions(\`\${path}/\${id}\`, { ${members} }, [${methods.join(', ')}]);`,
    ),
  ];
}

function updateTest(entity: EntityModel): string[] {
  const { name, variable, title } = entity;
  const members = changedMembers(entity);
  if (members === null) return [];
  const shown = writablePartsOf(entity).filter(({ kind }) => !kind.writeOnly);
  const cleared = optionalMembers(entity).find((member) =>
    shown.some(({ model }) => model.name === member),
  );
  const lines = [
    `const row = await create${name}();`,
    'const url = `${path}/${row.id}`;',
    `const { ${members} } = await ${variable}Body();`,
    `await checkUpdate(url, row, { ${members} });`,
    ...(cleared
      ? [
          wrap(
            'assert.equal(',
            [`(await expectRow(200, 'PATCH', url, { ${cleared}: null })).${cleared}`, 'null'],
            ');',
            4,
          ),
        ]
      : []),
  ];
  return [test(`changes only the named members of ${withArticle(title)}`, lines.join('\n'))];
}

function writtenTests(entity: EntityModel): string[] {
  return [...passwordTests(entity), ...entity.uploads.map((upload) => fileTest(entity, upload))];
}

function fileTest({ name }: EntityModel, { mediaTypes, maxBytes, ...upload }: UploadModel): string {
  const limit = String(maxBytes).replace(/\B(?=(\d{3})+$)/g, maxBytes >= 10_000 ? '_' : '');
  return test(
    `takes, gives and loses ${upload.name}, and nothing that it may not be`,
    `const { id } = await create${name}();
await checkFile(\`\${path}/\${id}\`, {
  member: '${upload.name}',
  segment: '${upload.nested.segment}',
  types: ${wrap('[', mediaTypes.map(tsString), ']', 13).split('\n').join('\n  ')},
  maxBytes: ${limit},
});`,
  );
}

function passwordTests(entity: EntityModel): string[] {
  const { table, variable } = entity;
  return passwordsOf(entity).map(({ model: { name, column } }) =>
    test(
      `keeps a hash of ${name} and gives nothing of it`,
      `const place = { table: '${table}', column: '${column}' };
const sent = await ${variable}Body();
const row = await create${entity.name}(sent);
await checkPassword(place, row.id, String(sent.${name}));
const { ${name} } = await ${variable}Body();
const changed = await expectRow(200, 'PATCH', \`\${path}/\${row.id}\`, { ${name} });
assert.equal(changed.${name}, undefined);
await checkPassword(place, row.id, String(${name}));
await expectProblemAt('/${name}', 422, 'GET', \`\${path}?${name}=1\`);`,
    ),
  );
}

/** Decimal numbers are taken as JSON numbers as well. */
function numberTaken({ name }: EntityModel, parts: readonly Part[]): string {
  const [decimal] = parts.filter(({ kind }) => kind.module === 'decimal');
  if (decimal === undefined) return '';
  const member = decimal.model.name;
  return `const asNumber = { ...valid, ${member}: Number(valid.${member}) };
assert.ok(new${name}.safeParse(asNumber).success);
`;
}

function refusalTest(entity: EntityModel): string {
  const parts = writablePartsOf(entity);
  const needed = ({ model, kind }: Part) => model.field.required && kind.defaultValue === null;
  const cases = [
    ...parts.filter(needed).map(({ model }) => [model.name, 'absent', 'undefined']),
    ...parts
      .filter(({ model }) => model.field.required)
      .map(({ model }) => [model.name, 'null', 'null']),
    ...parts.flatMap(({ model, kind }) =>
      kind.invalid.map(({ what, value }) => [model.name, what, value]),
    ),
    ...requiredReferences(entity).map(({ name }) => [name, 'absent', 'undefined']),
  ];
  const rows = cases.map(([member, what, value]) => `['${member}', '${what}', ${value}],`);
  const [first] = cases;
  // An empty list may be a choice.
  const wrong = parts.some(
    ({ model, kind }) => model.name === first?.[0] && kind.filter === 'holds',
  )
    ? '{}'
    : '[]';
  return test(
    'refuses what breaks a rule and points at it',
    `const valid = await ${entity.variable}Body();
assert.ok(new${entity.name}.safeParse(valid).success);
${numberTaken(entity, parts)}checkRefusals(new${entity.name}, valid, [
${indent(rows.join('\n'))}
]);
await expectProblemAt('/surprise', 422, 'POST', path, { ...valid, surprise: 1 });${
      first === undefined
        ? ''
        : `
${wrap(`await expectProblemAt('/${first[0]}', 422, 'POST', path, {`, ['...valid', `${first[0]}: ${wrong}`], '});', 4)}`
    }`,
  );
}

function uniqueTests(entity: EntityModel, limited: boolean): string[] {
  const unique = entity.fields.filter(({ uniqueName }) => uniqueName !== null);
  const [first] = unique;
  if (first === undefined) return [];
  if (limited) return [];
  const { name, variable } = entity;
  const checks = unique.map(
    (field) =>
      `await expectProblemAt('/${field.name}', 409, 'POST', path, {
  ...(await ${variable}Body()),
  ${field.name}: row.${field.name},
});`,
  );
  return [
    test(
      'refuses a value that must be unique and is taken',
      `const row = await create${name}();\n${checks.join('\n')}`,
    ),
    test(
      'lets one of several simultaneous creations have a unique value',
      `const taken = await ${variable}Body();
const bodies = await Promise.all([1, 2, 3, 4].map(() => ${variable}Body()));
await checkRace(
  path,
  bodies.map((body) => ({ ...body, ${first.name}: taken.${first.name} })),
);`,
    ),
  ];
}
