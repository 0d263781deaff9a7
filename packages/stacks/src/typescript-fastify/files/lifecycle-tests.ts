import type { LifecycleModel, TransitionModel } from '../lifecycle-model.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { indent, tsString } from '../text.ts';
import { withArticle } from './entity-parts.ts';
import { canTest, moverOf, steps } from './testers.ts';

/** Every transition, what it refuses, and the history it leaves. */
export function lifecycleTests(app: AppModel, entity: EntityModel, limited: boolean): string[] {
  const { lifecycle } = entity;
  if (lifecycle === null || limited || !canTest(app, entity, 'create', 'read')) return [];
  return [
    ...lifecycle.transitions.flatMap((each) => transitionTest(app, entity, lifecycle, each)),
    ...raceTest(app, entity, lifecycle),
    ownTest(app, entity, lifecycle),
  ];
}

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

export const madeRow = (name: string) => [
  `const { id } = await create${name}();`,
  'const url = `${path}/${id}`;',
];

function transitionTest(
  app: AppModel,
  entity: EntityModel,
  lifecycle: LifecycleModel,
  transition: TransitionModel,
): string[] {
  const { member } = lifecycle;
  const { name, segment, to } = transition;
  const caller = moverOf(app, entity, transition);
  if (caller === null) return [];
  return transition.from.flatMap((from) => {
    const before = steps(app, entity, lifecycle, from);
    if (before === null) return [];
    const expected = [name, from, to].map(tsString).join(', ');
    return [
      test(`leads from ${from} to ${to} by ${name}`, [
        ...madeRow(entity.name),
        ...before,
        `const moved = await expectRow(200, 'POST', \`\${url}/${segment}\`${caller});`,
        `assert.equal(moved.${member}, ${tsString(to)});`,
        `const [last] = (await expectPage(\`\${url}/${lifecycle.history.segment}\`)).items;`,
        `assert.deepEqual([last?.transition, last?.from, last?.to], [${expected}]);`,
        ...(app.people === null ? [] : [`assert.equal(last?.accountId, ${moverId(caller)});`]),
        `await expectProblemAt('/${member}', 409, 'POST', \`\${url}/${segment}\`${caller});`,
      ]),
    ];
  });
}

/** Of the account that `moverOf` names. */
function moverId(caller: string): string {
  return `${/callers\..*/.exec(caller)?.[0] ?? 'callers.forUrl(path)'}.id`;
}

function raceTest(app: AppModel, entity: EntityModel, lifecycle: LifecycleModel): string[] {
  const first = lifecycle.transitions.find(({ from }) => from.includes(lifecycle.initial));
  const caller = first ? moverOf(app, entity, first) : null;
  if (first === undefined || caller === null) return [];
  return [
    test(`lets one of several simultaneous requests ${first.name}`, [
      ...madeRow(entity.name),
      `const move = () => call('POST', \`\${url}/${first.segment}\`${caller});`,
      'const answers = await Promise.all([1, 2, 3, 4].map(move));',
      'const statuses = answers.map(({ status }) => status).sort();',
      ...(entity.version === null
        ? ['assert.deepEqual(statuses, [200, 409, 409, 409]);']
        : [
            'assert.equal(statuses[0], 200);',
            '// The others had the version of before, or found the state of after.',
            'assert.ok(statuses.slice(1).every((status) => status === 409 || status === 412));',
          ]),
      `assert.equal((await walk(\`\${url}/${lifecycle.history.segment}?limit=1\`)).length, 1);`,
    ]),
  ];
}

/** The state is no member that is written. */
function ownTest(app: AppModel, entity: EntityModel, lifecycle: LifecycleModel): string {
  const { member, initial, history } = lifecycle;
  const { title, variable, name } = entity;
  const unknown = '`${path}/00000000-0000-4000-8000-000000000000';
  const state = `{ ${member}: ${tsString(initial)} }`;
  const [first] = lifecycle.transitions;
  const caller = first ? moverOf(app, entity, first) : null;
  return test(`makes ${withArticle(title)} ${initial}, and changes that by transitions alone`, [
    `const row = await create${name}();`,
    `assert.equal(row.${member}, ${tsString(initial)});`,
    `const body = { ...(await ${variable}Body()), ...${state} };`,
    `await expectProblemAt('/${member}', 422, 'POST', path, body);`,
    ...(canTest(app, entity, 'update')
      ? [`await expectProblemAt('/${member}', 422, 'PATCH', \`\${path}/\${row.id}\`, ${state});`]
      : []),
    ...(first === undefined || caller === null
      ? []
      : [`await expectProblem(404, 'POST', ${unknown}/${first.segment}\`${caller});`]),
    `await expectProblem(404, 'GET', ${unknown}/${history.segment}\`);`,
  ]);
}
