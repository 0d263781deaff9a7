import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { type Action, may } from '../people.ts';
import { indent, tsString, wrap } from '../text.ts';
import { hiddenReferences, isScoped } from './access-parts.ts';
import { requiredReferences } from './entity-parts.ts';

/** Rows with an owner stay with the owner. */
export function ownerTests(app: AppModel, entity: EntityModel): string[] {
  const role = ownerRole(app, entity);
  if (role === null) return [];
  return [isolationTest(app, entity, role), ...foreignReferenceTests(app, entity, role)];
}

/** A role that makes rows, reads them and does not see those of others; rather one that does not read them either. */
export function ownerRole(app: AppModel, entity: EntityModel): string | null {
  const { people } = app;
  if (people === null || !entity.access?.owner) return null;
  const fits = people.roles.filter((role) => isOwner(entity, role) && canMake(app, entity, role));
  return fits.find((role) => !entity.access?.readsAll.includes(role)) ?? fits[0] ?? null;
}

function isOwner({ access }: EntityModel, role: string): boolean {
  if (access === null || access.seesAll.includes(role)) return false;
  return may(role, access.rules.create) && may(role, access.rules.read);
}

/** Of what the role reads, it may refer to everything. */
export function isHiddenFrom({ access }: EntityModel, role: string): boolean {
  return access?.readsAll.includes(role) !== true;
}

/** What it must refer to is seen by everybody, or the role makes it itself. */
export function canMake(app: AppModel, entity: EntityModel, role: string): boolean {
  return requiredReferences(entity).every(({ target }) => {
    const parent = entityNamed(app, target);
    if (parent === entity || !isScoped(parent, 'read') || parent.access?.owner === null)
      return true;
    return may(role, parent.access?.rules.create ?? []) && canMake(app, parent, role);
  });
}

function test(title: string, lines: string[]): string {
  return `it('${title}', async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

export function newCallers(role: string): string {
  const made = `callers.add(${tsString(role)})`;
  return `const [owner, stranger] = [await ${made}, await ${made}];`;
}

/** Refuses `method url` to the stranger, as if there were no such row. */
export const refused = (method: string, url: string, body = 'undefined') =>
  wrap('await expectProblem(', ['404', `'${method}'`, url, body, 'stranger'], ');', 4);

function isolationTest(app: AppModel, entity: EntityModel, role: string): string {
  const { name, title, access } = entity;
  const member = access?.owner?.name ?? '';
  const mayDo = (action: Action) => may(role, access?.rules[action] ?? []);
  const hides = access?.isHidden === true && isHiddenFrom(entity, role);
  const changes = mayDo('update')
    ? [
        "await expectProblem(404, 'PATCH', url, {}, stranger);",
        ...entity.uploads.map(
          ({ nested }) =>
            `await expectProblem(404, 'PUT', \`\${url}/${nested.segment}\`, 'bytes', stranger);`,
        ),
        wrap(
          'await expectProblemAt(',
          [`'/${member}'`, '422', "'PATCH'", 'url', `{ ${member}: stranger.id }`, 'owner'],
          ');',
          4,
        ),
      ]
    : [];
  const moves = (entity.lifecycle?.transitions ?? [])
    .filter(({ allowed }) => may(role, allowed ?? []))
    .map(({ segment }) => refused('POST', `\`\${url}/${segment}\``));
  const removal = mayDo('delete')
    ? ["await expectProblem(404, 'DELETE', url, undefined, stranger);"]
    : [];
  return test(`keeps ${/^[aeio]/.test(title) ? 'an' : 'a'} ${title} for its owner`, [
    newCallers(role),
    `const row = await create${name}({}, owner);`,
    `assert.equal(row.${member}, owner.id);`,
    'const url = `${path}/${row.id}`;',
    ...(hides
      ? [
          "await expectProblem(404, 'GET', url, undefined, stranger);",
          'assert.deepEqual((await expectPage(path, stranger)).items, []);',
          ...placesBelow(app, entity, role).map((segment) =>
            refused('GET', `\`\${url}/${segment}\``),
          ),
          ...readersLines(entity),
        ]
      : ["assert.deepEqual(await expectRow(200, 'GET', url, undefined, stranger), row);"]),
    ...changes,
    ...moves,
    ...removal,
    "assert.deepEqual(await expectRow(200, 'GET', url, undefined, owner), row);",
  ]);
}

/** What is read below a row: its history, its changes, and the lists of what refers to it or is linked with it. */
export function placesBelow(app: AppModel, entity: EntityModel, role: string): string[] {
  const { audit, lifecycle, name } = entity;
  const isRead = (other: string) => may(role, entityNamed(app, other).access?.rules.read ?? []);
  return [
    ...(audit === null ? [] : [audit.changes.segment]),
    ...(lifecycle === null ? [] : [lifecycle.history.segment]),
    ...app.entities.flatMap((child) =>
      child.references.flatMap(({ target, nested }) =>
        target === name && nested !== null && isRead(child.name) ? [nested.segment] : [],
      ),
    ),
    ...app.links
      .flatMap(({ sides }) => sides)
      .flatMap(({ from, to, nested }) => (from === name && isRead(to) ? [nested.segment] : [])),
  ];
}

/** The roles that see the rows of everybody see this one. */
function readersLines({ access }: EntityModel): string[] {
  const readers = access?.readsAll.filter((role) => may(role, access.rules.read)) ?? [];
  if (readers.length === 0) return [];
  return [
    wrap('for (const reader of [', readers.map(tsString), '] as const) {', 4),
    "  const seen = await expectRow(200, 'GET', url, undefined, callers.forRole(reader));",
    '  assert.deepEqual(seen, row);',
    '}',
  ];
}

function foreignReferenceTests(app: AppModel, entity: EntityModel, role: string): string[] {
  const { variable, title } = entity;
  return hiddenReferences(app, entity)
    .filter(
      ({ target }) => target.access?.owner && isOwner(target, role) && canMake(app, target, role),
    )
    .filter(({ target }) => isHiddenFrom(target, role))
    .map(({ reference: { name }, target }) =>
      test(
        `does not let ${/^[aeio]/.test(title) ? 'an' : 'a'} ${title} refer to the ${target.title} of somebody else (${name})`,
        [
          newCallers(role),
          `const foreign = await create${target.name}({}, owner);`,
          `const body = { ...(await ${variable}Body(stranger)), ${name}: foreign.id };`,
          `await expectProblemAt('/${name}', 422, 'POST', path, body, stranger);`,
        ],
      ),
    );
}
