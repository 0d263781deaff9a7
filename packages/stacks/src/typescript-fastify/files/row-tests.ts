import type { AppModel, EntityModel } from '../model.ts';
import type { Action } from '../people.ts';
import { orderedPairs } from '../rules/ordered-samples.ts';
import { indent, wrap } from '../text.ts';
import { type Part, withArticle, writablePartsOf } from './entity-parts.ts';
import { passwordsOf } from './password-parts.ts';
import { canTest, freed } from './testers.ts';

/** A new row is what was sent, and is read as what the answer said. */
export function creationTest(app: AppModel, entity: EntityModel): string[] {
  if (!canTest(app, entity, 'create')) return [];
  const { variable, title } = entity;
  const hidden = passwordsOf(entity).map(({ model }) => model.name);
  const start =
    hidden.length === 0
      ? `const sent = await ${variable}Body();
const { status, headers, body } = await call('POST', path, sent);`
      : `const whole = await ${variable}Body();
${wrap('const {', [...hidden.map((name) => `${name}: _${name}`), '...sent'], '} = whole;', 4)}
const { status, headers, body } = await call('POST', path, whole);`;
  const absent = hidden.map((name) => `assert.equal(body.${name}, undefined);\n`).join('');
  const isRead = canTest(app, entity, 'read');
  const read = isRead
    ? "\nassert.deepEqual(await expectRow(200, 'GET', `${path}/${body.id}`), body);"
    : '';
  return [
    test(
      `creates ${isRead ? 'and reads ' : ''}${withArticle(title)}`,
      `${start}
assert.equal(status, 201);
assert.deepEqual(body, { ...body, ...sent });
${absent}assert.equal(headers.location, \`\${path}/\${body.id}\`);${read}`,
    ),
  ];
}

/** Where who makes rows does not read them, the answers alone say what became of them. */
export function unseenTests(app: AppModel, entity: EntityModel): string[] {
  if (!canTest(app, entity, 'create') || canTest(app, entity, 'read')) return [];
  const { name, variable, title } = entity;
  const members = canTest(app, entity, 'update') ? changedMembers(entity) : null;
  const version = entity.version === null ? '' : ', version';
  const change =
    members === null
      ? []
      : [
          test(
            `answers a change of ${withArticle(title)} with what it is then`,
            `const row = await create${name}();
const { ${members} } = await ${variable}Body();
const changes = { ${members} };
const changed = await expectRow(200, 'PATCH', \`\${path}/\${row.id}\`, changes);
const { updatedAt${version} } = changed;
assert.deepEqual(changed, { ...row, ...changes, updatedAt${version} });`,
          ),
        ];
  const removal = canTest(app, entity, 'delete')
    ? [
        test(
          `deletes ${withArticle(title)} once`,
          [
            `const row = await create${name}();`,
            ...freed(app, entity, 'row'),
            'const url = `${path}/${row.id}`;',
            "assert.equal((await call('DELETE', url)).status, 204);",
            "await expectProblem(404, 'DELETE', url);",
          ].join('\n'),
        ),
      ]
    : [];
  return [...change, ...removal];
}

const unknownCalls: readonly (readonly [Action, string])[] = [
  ['read', "await expectProblem(404, 'GET', unknown);"],
  ['update', "await expectProblem(404, 'PATCH', unknown, {});"],
  ['delete', "await expectProblem(404, 'DELETE', unknown);"],
];

export function unknownTest(app: AppModel, entity: EntityModel): string[] {
  const calls = unknownCalls.flatMap(([action, line]) =>
    canTest(app, entity, action) ? [line] : [],
  );
  if (calls.length === 0) return [];
  const malformed = canTest(app, entity, 'read')
    ? ["await expectProblemAt('/id', 422, 'GET', `${path}/1`);"]
    : [];
  return [
    test(
      `answers an unknown id with 404${malformed.length > 0 ? ' and a malformed one with 422' : ''}`,
      [
        'const unknown = `${path}/00000000-0000-4000-8000-000000000000`;',
        ...calls,
        ...malformed,
      ].join('\n'),
    ),
  ];
}

/** The members that a test changes, and how it names their new values. */
export function changedMembers(entity: EntityModel): string | null {
  const writable = writablePartsOf(entity).filter(({ kind }) => !kind.writeOnly);
  const ordered = orderedPairs(entity.entity).flatMap(({ first, second }) => [first, second]);
  const isFree = ({ model }: Part) => !ordered.includes(model.field.name);
  const isSource = ({ model }: Part) =>
    entity.fields.some(({ computed }) => computed?.sources.includes(model.name));
  const plain = writable.filter((each) => !isSource(each));
  const part =
    plain.find((each) => each.model.uniqueName === null && isFree(each)) ??
    plain.find(isFree) ??
    plain[0];
  if (part === undefined) return null;
  // What is ordered changes together.
  const changed = isFree(part) ? [part] : writable.filter((each) => !isFree(each));
  return changed.map(({ model }, at) => `${model.name}: value${at || ''}`).join(', ');
}

function test(title: string, body: string): string {
  return `it('${title}', async () => {\n${indent(body)}\n});\n`;
}
