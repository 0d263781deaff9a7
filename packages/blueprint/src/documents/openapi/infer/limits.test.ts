import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';

/** Things with room for others, and how these get in. */
function rooms({
  thing = 'trips',
  below = 'passengers',
  holds = 'seats: { type: integer }',
  shows = '',
  full = "'409': { description: The trip is full }",
  more = '',
}) {
  const given = object('name: { type: string }', holds);
  return infer(`
  /${thing}:
    post:
      requestBody: { ${json(given)} }
      responses: { '201': ${ok(object('id: { type: integer }', `name: ${text}`, holds, shows))} }
  /${thing}/{id}/${below}:
    parameters: [${id}]
    post:
      requestBody: { ${json(object(`guest: ${text}`))} }
      responses: { '201': ${ok(object('id: { type: integer }', `guest: ${text}`))}, ${full} }
${more}`);
}

describe('how many there may be', () => {
  it.each([
    ['trips', 'passengers', 'seats: { type: integer }', "'409': { description: The trip is full }"],
    [
      'courses',
      'students',
      'capacity: { type: integer }',
      "'422': { description: No places left }",
    ],
    [
      'teams',
      'players',
      'maxPlayers: { type: integer }',
      "'403': { description: 'Limit reached' }",
    ],
  ])('is a number of %s', async (thing, below, holds, full) => {
    const contract = await rooms({ thing, below, holds, full });
    expect(behaviourOf(contract, `post /${thing}/{id}/${below}`)).toMatchObject({
      limit: { of: thing.replace(/s$/, ''), most: holds.split(':')[0], when: [] },
    });
  });

  it('is a number in words', async () => {
    const full = "'409': { description: A trip takes at most 12 passengers }";
    const contract = await rooms({ holds: 'price: { type: integer }', full });
    expect(behaviourOf(contract, 'post /trips/{id}/passengers')).toMatchObject({
      limit: { most: 12, refusal: 'conflict' },
    });
  });

  it('is of those in a state, where that is what is counted', async () => {
    const contract = await rooms({
      shows:
        'confirmed: { type: integer, description: Number of passengers whose state is confirmed }',
      full: "'404': { description: None }",
      more: `
  /passengers/{id}:
    parameters: [${id}]
    patch:
      requestBody: { ${json(object('state: { type: string, enum: [waiting, confirmed] }'))} }
      responses: { '200': ${ok(object('id: { type: integer }', `guest: ${text}`, 'state: { type: string, enum: [waiting, confirmed], default: waiting }'))}, '409': { description: The trip is full } }`,
    });
    expect(behaviourOf(contract, 'patch /passengers/{id}')).toMatchObject({
      limit: { of: 'trip', most: 'seats', when: [{ member: 'state', value: 'confirmed' }] },
    });
  });

  it('is nothing that no refusal speaks of', async () => {
    const contract = await rooms({ full: "'409': { description: Asleep }" });
    expect(behaviourOf(contract, 'post /trips/{id}/passengers')).not.toHaveProperty('limit');
  });
});

const link = (path: string, method: string, parts: string) => `
  ${path}:
    parameters: [{ name: code, in: path, required: true, schema: ${text} }]
    ${method}: { ${parts} }`;

describe('a code that somebody was given', () => {
  it.each([
    ['replies', 'put', 'reply'],
    ['confirmations', 'patch', 'reply'],
  ])('finds the record at /%s/{code}, which keeps a hash of it', async (path, method, given) => {
    const contract = await infer(`
  /requests:
    post:
      description: The code is never shown again.
      requestBody: { ${json(object(`name: ${text}`))} }
      responses: { '201': ${ok(object(`name: ${text}`, `code: ${text}`))} }
${link(`/${path}/{code}`, method, `requestBody: { ${json(object(`${given}: ${text}`))} }, responses: { '200': ${ok(object(`name: ${text}`, `${given}: ${text}`))}, '404': { description: None } }`)}`);
    expect(behaviourOf(contract, `${method} /${path}/{code}`)).toMatchObject({
      ...{ kind: 'change', resource: 'request' },
      where: [{ member: 'code', source: { in: 'path' } }],
    });
    const [request] = contract.resources;
    expect(request?.members).toContainEqual(
      expect.objectContaining({ name: 'code', made: 'token', hashed: true }),
    );
    expect(request?.key.member).not.toBe('code');
  });
});
