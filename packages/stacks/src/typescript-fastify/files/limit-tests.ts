import type { RuleOf } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { findMember, type Member } from '../rules/rule-model.ts';
import { indent, tsString, wrap } from '../text.ts';
import { isLimited } from './entity-parts.ts';
import { canSee, canTest, freed } from './testers.ts';

/** More rows than this are not made by a test. */
const MOST_MADE = 20;

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

/** Is the member in every body, or can the tester make the row that it refers to? */
export function canGive(app: AppModel, entity: EntityModel, { reference }: Member): boolean {
  if (reference === null || reference.required) return true;
  const target = entityNamed(app, reference.target);
  return !isLimited(app, target) && canTest(app, target, 'create') && canSee(app, entity, target);
}

/** Values of optional references, which no example has. */
export function givenOf(members: readonly Member[]): string[] {
  return members.flatMap(({ name, reference }) =>
    reference === null || reference.required
      ? []
      : [`${name}: (await create${reference.target}()).id`],
  );
}

export function limitTests(app: AppModel, entity: EntityModel, rule: RuleOf<'at-most'>): string[] {
  const member = findMember(entity, rule.per);
  const { lifecycle, name, variable } = entity;
  const state = rule.where?.field === entity.entity.lifecycle?.field ? lifecycle?.initial : null;
  // Rows that are not counted from the start are left to the exerciser.
  const isCounted = state == null || rule.where?.values.includes(state);
  if (!member || !isCounted || rule.most > MOST_MADE || !canGive(app, entity, member)) return [];
  // A row that has to leave the counted states before it is deleted is not counted anyway.
  const leaves = state != null && freed(app, entity, 'row').length > 0;
  const isFreed = entity.softDeletion !== null && !leaves && canTest(app, entity, 'delete');
  const where = state == null && rule.where ? [conditionText(entity, rule.where)] : [];
  const given = givenOf([member]);
  const shared = [`${member.name}: taken.${member.name}`, ...where];
  const setUp = [
    wrap('const taken = {', [`...(await ${variable}Body())`, ...given], '};', 4),
    wrap('const shared = {', shared, '};', 4),
  ];
  return [
    test(
      `lets at most ${rule.most} have the same ${member.name}${rule.where ? ' and be counted' : ''}`,
      [
        ...setUp,
        ...(isFreed ? [`const row = await create${name}(shared);`] : []),
        `for (let made = ${isFreed ? 1 : 0}; made < ${rule.most}; made += 1) await create${name}(shared);`,
        `const body = { ...(await ${variable}Body()), ...shared };`,
        `await expectProblemAt('/${member.name}', 409, 'POST', path, body);`,
        ...(isFreed ? deletedLines(app, entity, member.name) : []),
      ],
    ),
    test(
      `lets at most ${rule.most} of several simultaneous creations have the same ${member.name}`,
      [
        ...setUp,
        `const bodies = await Promise.all(Array.from({ length: ${rule.most + 3} }, () => ${variable}Body()));`,
        'const answers = await Promise.all(',
        "  bodies.map((body) => call('POST', path, { ...body, ...shared })),",
        ');',
        `assert.equal(answers.filter(({ status }) => status === 201).length, ${rule.most});`,
        'assert.equal(answers.filter(({ status }) => status === 409).length, 3);',
      ],
    ),
  ];
}

/** A row that is deleted is not counted, and does not come back where it would be one too many. */
function deletedLines(app: AppModel, entity: EntityModel, member: string): string[] {
  return [
    ...freed(app, entity, 'row'),
    "assert.equal((await call('DELETE', `${path}/${row.id}`)).status, 204);",
    "await expectRow(201, 'POST', path, body);",
    `await expectProblemAt('/${member}', 409, 'POST', \`\${path}/\${row.id}/restore\`);`,
  ];
}

function conditionText(
  entity: EntityModel,
  { field, values }: { field: string; values: readonly (string | boolean)[] },
) {
  const [value] = values;
  return `${findMember(entity, field)?.name}: ${typeof value === 'string' ? tsString(value) : value} as const`.replace(
    /(true|false) as const$/,
    '$1',
  );
}

export function overlapTests(
  app: AppModel,
  entity: EntityModel,
  rule: RuleOf<'no-overlap'>,
): string[] {
  const members = [rule.start, rule.end, ...rule.per].flatMap(
    (each) => findMember(entity, each) ?? [],
  );
  if (!members.every((member) => canGive(app, entity, member))) return [];
  const { variable, name } = entity;
  const [start] = members;
  const same = wrap(
    'const same = {',
    members.map((member) => `${member.name}: taken.${member.name}`),
    '};',
    4,
  );
  const given = givenOf(members);
  return [
    test(`refuses an overlap from ${start?.name}`, [
      `const taken = await create${name}(${given.length > 0 ? wrap('{', given, '}', 40) : ''});`,
      same,
      `const body = { ...(await ${variable}Body()), ...same };`,
      `await expectProblemAt('/${start?.name}', 409, 'POST', path, body);`,
    ]),
    test(`lets one of several simultaneous creations have a time from ${start?.name}`, [
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

export function orderTest(app: AppModel, entity: EntityModel, wanted: readonly string[]): string[] {
  const [first, second] = wanted.flatMap((each) => findMember(entity, each) ?? []);
  if (!first || !second) return [];
  const swapped = wrap(
    'const swapped = {',
    [`${first.name}: body.${second.name}`, `${second.name}: body.${first.name}`],
    '};',
    4,
  );
  return [
    test(`refuses a ${first.name} that does not go before ${second.name}`, [
      `const body = await ${entity.variable}Body();`,
      swapped,
      "await expectProblem(422, 'POST', path, { ...body, ...swapped });",
      ...(canTest(app, entity, 'update')
        ? [
            `const { id } = await create${entity.name}();`,
            "await expectProblem(422, 'PATCH', `${path}/${id}`, swapped);",
          ]
        : []),
    ]),
  ];
}
