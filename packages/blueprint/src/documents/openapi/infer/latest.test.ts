import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const moment = '{ type: string, format: date-time }';

/** Things that are made with a name, and what is reported of them. */
function things({
  thing = 'sensors',
  below = 'readings',
  shows,
  given,
  says = '',
  more = '',
}: {
  thing?: string;
  below?: string;
  shows: string;
  given: string;
  says?: string;
  more?: string;
}) {
  const row = object('id: { type: integer }', 'name: { type: string }', shows);
  return infer(`
  /${thing}:
    post:
      requestBody: { ${json(object('name: { type: string }'))} }
      responses: { '201': ${ok(row)} }
  /${thing}/{id}:
    parameters: [${id}]
    get: { responses: { '200': ${ok(row)} } }
  /${thing}/{id}/${below}:
    parameters: [${id}]
    post:
      description: "${says}"
      requestBody: { ${json(object(given))} }
      responses: { '201': ${ok(object('id: { type: integer }', given, `at: ${moment}`))} }
    get: { responses: { '200': ${ok(`{ type: array, items: ${object(given, `at: ${moment}`)} }`)} } }
${more}`);
}

describe('what a record shows of the latest below it', () => {
  it('is a number that is called so', async () => {
    const contract = await things({
      shows: 'last_temperature: { type: number, nullable: true }',
      given: 'temperature: { type: number }',
    });
    expect(contract.resources[0]?.gathered).toEqual([
      expect.objectContaining({ name: 'last_temperature', take: 'latest', member: 'temperature' }),
    ]);
  });

  it('is when it was made', async () => {
    const contract = await things({
      thing: 'devices',
      below: 'pings',
      shows: `last_seen: { type: string, format: date-time, nullable: true }`,
      given: 'battery: { type: integer }',
    });
    expect(contract.resources[0]?.gathered).toEqual([
      expect.objectContaining({ name: 'last_seen', take: 'latest', member: 'at' }),
    ]);
  });

  it('is a word for a switch, and another one where there is nothing yet', async () => {
    const contract = await things({
      thing: 'hosts',
      below: 'checks',
      shows: 'state: { type: string, enum: [pending, healthy, failing] }',
      given: 'ok: { type: boolean }',
      says: 'The state of the host is that of its most recent check.',
    });
    expect(contract.resources[0]?.gathered[0]).toMatchObject({
      ...{ name: 'state', take: 'latest', member: 'ok', none: 'pending' },
      shows: [
        { value: true, as: 'healthy' },
        { value: false, as: 'failing' },
      ],
    });
  });

  it('is one of its words', async () => {
    const contract = await things({
      thing: 'parcels',
      below: 'events',
      shows:
        'status: { type: string, enum: [new, moving, delivered], description: The status of the latest event; new before any }',
      given: 'status: { type: string, enum: [moving, delivered] }',
    });
    expect(contract.resources[0]?.gathered[0]).toMatchObject({
      ...{ name: 'status', member: 'status', none: 'new' },
    });
  });

  it('is nothing that no word says', async () => {
    const contract = await things({
      shows: 'limit: { type: number, nullable: true }',
      given: 'limit: { type: number }',
    });
    expect(contract.resources[0]?.gathered).toEqual([]);
  });
});

describe('figures of what is below a record', () => {
  const figures = (path: string, summary: string, schema: string) => `
  /hosts/{id}/${path}:
    parameters: [${id}]
    get: { summary: "${summary}", responses: { '200': ${ok(schema)} } }`;
  const hosts = (more: string) =>
    things({ thing: 'hosts', below: 'checks', shows: '', given: 'up: { type: boolean }', more });

  it.each([
    ['availability', 'Share of checks that were up', 'value: { type: number }', undefined],
    ['summary', 'Uptime in percent', 'uptimePercent: { type: number }', 100],
    [
      'report',
      '',
      'ratio: { type: number, description: Fraction of the checks that are up }',
      undefined,
    ],
  ])('are asked for at %s', async (path, summary, member, scale) => {
    const contract = await hosts(
      figures(path, summary, object(member, 'checks: { type: integer }')),
    );
    expect(behaviourOf(contract, `get /hosts/{id}/${path}`)).toMatchObject({
      ...{ kind: 'read', resource: 'host' },
      where: [{ member: 'id', source: { in: 'path', name: 'id' } }],
    });
    const gathered = contract.resources.find(({ name }) => name === 'host')?.gathered ?? [];
    const share = gathered.find(({ take }) => take === 'average');
    expect(share).toMatchObject({ member: 'up' });
    expect(share?.scale).toBe(scale);
    expect(gathered).toContainEqual(expect.objectContaining({ name: 'checks', take: 'count' }));
  });

  it('are counted by their state', async () => {
    const contract = await hosts(
      figures('totals', '', object('total: { type: integer }', 'up: { type: integer }')),
    );
    const gathered = contract.resources.find(({ name }) => name === 'host')?.gathered;
    expect(gathered).toMatchObject([
      { name: 'total', take: 'count' },
      { name: 'up', take: 'count', when: [{ member: 'up', value: true }] },
    ]);
  });

  it('are a question where one of them is of something else', async () => {
    const schema =
      '{ type: object, required: [checks, cost], properties: { checks: { type: integer }, cost: { type: number } } }';
    const contract = await hosts(figures('bill', '', schema));
    expect(behaviourOf(contract, 'get /hosts/{id}/bill')).toMatchObject({ kind: 'undetermined' });
    expect(contract.resources.find(({ name }) => name === 'host')?.gathered).toEqual([]);
  });
});
