import { wayToDeletable } from '../lifecycle.ts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { type Action, may, type TeamColumn } from '../people.ts';
import { indent, sqlName, tsString, wrap } from '../text.ts';
import { withArticle } from './entity-parts.ts';
import { canMake, placesBelow, refused } from './owner-tests.ts';

/** The rows of a team stay in it. */
export function teamTests(app: AppModel, entity: EntityModel): string[] {
  const { team = null } = entity.access ?? {};
  const role = memberRole(app, entity);
  if (team === null || team.isItself || role === null) return [];
  return [
    isolationTest(app, entity, team, role),
    ...uniqueTest(entity, role),
    ...crossingTests(app, entity, role),
  ];
}

/** A role that makes and reads rows of its own team alone. */
function memberRole(app: AppModel, entity: EntityModel): string | null {
  const { people } = app;
  if (people === null) return null;
  return people.roles.find((role) => isMember(app, entity, role)) ?? null;
}

function isMember(app: AppModel, entity: EntityModel, role: string): boolean {
  const { access } = entity;
  if (access === null || app.people?.team?.above.includes(role)) return false;
  return (
    may(role, access.rules.create) && may(role, access.rules.read) && canMake(app, entity, role)
  );
}

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

function newCallers(role: string): string[] {
  return [
    `const owner = await callers.addElsewhere(${tsString(role)});`,
    `const stranger = await callers.addElsewhere(${tsString(role)});`,
  ];
}

function isolationTest(app: AppModel, entity: EntityModel, team: TeamColumn, role: string): string {
  const { name, title, access, uploads, lifecycle, softDeletion } = entity;
  const way = wayToDeletable(entity) ?? [];
  const mayDo = (action: Action) => may(role, access?.rules[action] ?? []);
  const moves = (lifecycle?.transitions ?? []).filter(({ allowed }) => may(role, allowed ?? []));
  const changes = [
    refused('PATCH', 'url', '{}'),
    ...uploads.map(({ nested }) => refused('PUT', `\`\${url}/${nested.segment}\``, "'bytes'")),
    wrap(
      'await expectProblemAt(',
      [`'/${team.name}'`, '422', "'PATCH'", 'url', `{ ${team.name}: stranger.teamId }`, 'owner'],
      ');',
      4,
    ),
  ];
  const deleted = '(await expectPage(`${path}?deleted=only`, stranger)).items';
  const removal = [
    refused('DELETE', 'url'),
    ...(softDeletion === null || !way.every(({ allowed }) => may(role, allowed ?? []))
      ? []
      : [
          ...way.map(
            ({ segment }) =>
              `await expectRow(200, 'POST', \`\${url}/${segment}\`, undefined, owner);`,
          ),
          "assert.equal((await call('DELETE', url, undefined, owner)).status, 204);",
          refused('POST', `\`\${url}/${softDeletion.restore.segment}\``),
          `assert.deepEqual(${deleted}, []);`,
          `await expectRow(200, 'POST', \`\${url}/${softDeletion.restore.segment}\`, undefined, owner);`,
        ]),
  ];
  const last =
    softDeletion !== null && mayDo('delete')
      ? "await expectRow(200, 'GET', url, undefined, owner);"
      : "assert.deepEqual(await expectRow(200, 'GET', url, undefined, owner), row);";
  return test(`keeps ${withArticle(title)} in its team`, [
    ...newCallers(role),
    `const row = await create${name}({}, owner);`,
    `assert.equal(row.${team.name}, owner.teamId);`,
    'const url = `${path}/${row.id}`;',
    refused('GET', 'url'),
    'assert.deepEqual((await expectPage(path, stranger)).items, []);',
    ...placesBelow(app, entity, role).map((segment) => refused('GET', `\`\${url}/${segment}\``)),
    ...uploads.map(({ nested }) => refused('GET', `\`\${url}/${nested.segment}\``)),
    ...(mayDo('update') ? changes : []),
    ...moves.map(({ segment }) => refused('POST', `\`\${url}/${segment}\``)),
    ...(mayDo('delete') ? removal : []),
    last,
  ]);
}

function uniqueTest({ name, fields, title }: EntityModel, role: string): string[] {
  const unique = fields.find(({ uniqueName }) => uniqueName !== null)?.name;
  if (unique === undefined) return [];
  return [
    test(`has the ${unique} of ${withArticle(title)} once in each team`, [
      ...newCallers(role),
      `const { ${unique} } = await create${name}({}, owner);`,
      `await create${name}({ ${unique} }, stranger);`,
    ]),
  ];
}

/** What is refused to a request, the database refuses to every other statement. */
function crossingTests(app: AppModel, entity: EntityModel, role: string): string[] {
  const { name, variable, table } = entity;
  return entity.references.flatMap((reference) => {
    const target = entityNamed(app, reference.target);
    if (target.access?.team == null || !isMember(app, target, role)) return [];
    const statement = `update ${sqlName(table)} set ${sqlName(reference.column)} = \${foreign.id} where id = \${id}`;
    return [
      test(`never refers to the ${target.title} of another team (${reference.name})`, [
        ...newCallers(role),
        `const foreign = await create${target.name}({}, owner);`,
        `const body = await ${variable}Body(stranger);`,
        `const crossing = { ...body, ${reference.name}: foreign.id };`,
        `await expectProblemAt('/${reference.name}', 422, 'POST', path, crossing, stranger);`,
        `const { id } = await create${name}(body, stranger);`,
        `const statement = sql\`${statement}\`;`,
        'await assert.rejects(database.execute(statement));',
      ]),
    ];
  });
}
