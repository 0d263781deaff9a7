import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const beat = (about: string, statuses = "'200': { description: Noted }") => `
  /beat:
    post:
      description: ${about}
      requestBody: { ${json('{ type: object, required: [deviceId, pin], properties: { deviceId: { type: string }, pin: { type: string, writeOnly: true } } }')} }
      responses: { ${statuses}, '403': { description: Wrong pin } }
  /state/{deviceId}:
    get:
      description: A device is \`online\` when its last beat is at most 5 minutes old, else \`offline\`.
      parameters: [{ name: deviceId, in: path, required: true, schema: { type: string } }]
      responses: { '200': ${ok(object('state: { type: string, enum: [online, offline] }', 'lastBeat: { type: string, format: date-time }', 'beatCount: { type: integer }'))}, '404': { description: Unknown } }`;

describe('a client that reports again and again', () => {
  it('replaces what it told, with the secret that it set first', async () => {
    const contract = await infer(beat('The first one sets the pin; later ones have to bring it.'));
    expect(behaviourOf(contract, 'post /beat')).toMatchObject({
      kind: 'create',
      replaces: true,
      where: [{ member: 'deviceId' }],
      opens: { member: 'pin', source: { in: 'body', name: 'pin' } },
    });
  });

  it('is shown elsewhere, with a state that the time tells', async () => {
    const contract = await infer(beat('Every beat counts.'));
    expect(behaviourOf(contract, 'get /state/{deviceId}')).toMatchObject({
      kind: 'read',
      resource: 'beat',
    });
    const [resource] = contract.resources;
    expect(resource?.derived).toMatchObject([
      { name: 'state', take: 'fresh', seconds: 300, fresh: 'online', stale: 'offline' },
    ]);
    expect(resource?.members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'lastBeat', made: 'changed' }),
        expect.objectContaining({ name: 'beatCount', made: 'version' }),
      ]),
    );
  });

  it('is asked for where the document says created, since then no pin is there to be wrong', async () => {
    const contract = await infer(beat('Every beat counts.', "'201': { description: Made }"));
    expect(behaviourOf(contract, 'post /beat')).toEqual({
      kind: 'undetermined',
      question: expect.stringMatching(/refused \(403, Wrong pin\)/),
    });
  });
});

describe('a switch that another path turns', () => {
  it('is turned for the record that the body names', async () => {
    const contract = await infer(`
  /people:
    post:
      requestBody: { ${json('{ type: object, required: [nick], properties: { nick: { type: string } } }')} }
      responses: { '201': ${ok(object('nick: { type: string }', 'banned: { type: boolean }'))} }
  /people/{nick}:
    get:
      parameters: [{ name: nick, in: path, required: true, schema: { type: string } }]
      responses: { '200': ${ok(object('nick: { type: string }', 'banned: { type: boolean }'))} }
  /ban:
    post:
      requestBody: { ${json('{ type: object, required: [nick], properties: { nick: { type: string } } }')} }
      responses: { '200': { description: Banned } }`);
    expect(behaviourOf(contract, 'post /ban')).toMatchObject({
      kind: 'change',
      where: [{ member: 'nick', source: { in: 'body', name: 'nick' } }],
      set: [{ member: 'banned', source: { in: 'constant', value: true } }],
    });
  });
});

describe('one of several shapes', () => {
  it('has the members of all, and the choices of all where they differ', async () => {
    const circle = object('kind: { const: circle }', 'radius: { type: number }');
    const square = object('kind: { const: square }', 'side: { type: number }');
    const shape = `{ oneOf: [{ allOf: [${object('area: { type: number }')}, ${circle}] }, ${square}] }`;
    const contract = await infer(`
  /shapes:
    post:
      requestBody: { ${json(shape)} }
      responses: { '201': { description: Made } }
    get:
      parameters: [{ name: kind, in: query, schema: { type: string } }]
      responses: { '200': ${ok(`{ type: array, items: ${shape} }`)} }`);
    expect(contract.resources[0]?.members.map(({ name, kind }) => [name, kind])).toEqual(
      expect.arrayContaining([
        ['kind', 'text'],
        ['area', 'number'],
        ['radius', 'number'],
        ['side', 'number'],
      ]),
    );
    expect(behaviourOf(contract, 'get /shapes')).toMatchObject({
      filters: [{ member: 'kind', match: 'equals' }],
    });
  });
});

describe('a history', () => {
  const entry = object('title: { type: string }', 'content: { type: string }');
  const named = 'parameters: [{ name: title, in: path, required: true, schema: { type: string } }]';
  const wiki = (member: string, required = 'content') =>
    infer(`
  /entries:
    post:
      requestBody: { ${json(`{ allOf: [${entry}], required: [title, content] }`)} }
      responses: { '201': ${ok(entry)} }
  /entries/{title}:
    ${named}
    put:
      requestBody: { ${json(object('content: { type: string }', 'editor: { type: string }'))} }
      responses: { '200': { description: ok } }
  /entries/{title}/history:
    ${named}
    get: { responses: { '200': ${ok(`{ type: array, items: { type: object, required: [${required}], properties: { content: { type: string }, ${member} } } }`)} } }`);

  it('keeps what each change said, and when', async () => {
    const contract = await wiki('changedAt: { type: string, format: date-time }');
    expect(behaviourOf(contract, 'put /entries/{title}')).toMatchObject({
      logs: { resource: 'history', by: 'entryId', set: [{ member: 'content' }] },
    });
    expect(behaviourOf(contract, 'get /entries/{title}/history')).toMatchObject({ kind: 'list' });
  });

  it('is asked for where it has to show more than what was said', async () => {
    const contract = await wiki('diff: { type: string }', 'content, diff');
    expect(behaviourOf(contract, 'put /entries/{title}')).not.toHaveProperty('logs');
    expect(behaviourOf(contract, 'get /entries/{title}/history')?.kind).toBe('undetermined');
  });
});
