import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const key = `{ name: id, in: path, required: true, schema: ${text} }`;

const notes = (said: string, reading: string, more = '') =>
  infer(`
  /notes:
    post:
      description: "${said}"
      requestBody: { ${json(object(`body: ${text}`, `passphrase: ${text}`))} }
      responses: { '201': ${ok(object(`id: ${text}`))} }
  /notes/{id}:
    parameters: [${key}]
${reading}
${more}`);
const GET = `    get: { responses: { '200': ${ok(object(`body: ${text}`))}, '404': { description: None } } }`;

describe('what is read once', () => {
  it.each([
    'It can be read once, then it is deleted.',
    'The note is deleted after it is read.',
    'Burn after reading.',
  ])('is gone then: %s', async (said) => {
    const contract = await notes(said, GET);
    const [note] = contract.resources;
    expect(note?.members.find(({ name }) => name === note.spent)).toMatchObject({ default: 1 });
    expect(behaviourOf(contract, 'get /notes/{id}')).toMatchObject({
      readings: { member: note?.spent, by: -1 },
    });
  });

  it('stays where nothing says so', async () => {
    const contract = await notes('It is shown to everybody once a day.', GET);
    expect(behaviourOf(contract, 'get /notes/{id}')).not.toHaveProperty('readings');
  });

  it('is read by what a summary calls reading, with its secret, and not by what only tells of it', async () => {
    const posting = `    post:
      summary: Retrieve and delete a note
      description: It can be read only once.
      requestBody: { ${json(object(`passphrase: ${text}`))} }
      responses: { '200': ${ok(object(`body: ${text}`))}, '403': { description: Wrong passphrase } }`;
    const about = `  /notes/{id}/metadata:
    get:
      parameters: [${key}]
      responses: { '200': ${ok(object('created_at: { type: string, format: date-time }', 'has_passphrase: { type: boolean }'))} }`;
    const contract = await notes('Stores a note.', posting, about);
    expect(behaviourOf(contract, 'post /notes/{id}')).toMatchObject({
      ...{ kind: 'read', opens: { member: 'passphrase', source: { in: 'body' } } },
      readings: { by: -1 },
    });
    const metadata = behaviourOf(contract, 'get /notes/{id}/metadata');
    expect(metadata).toMatchObject({ kind: 'read' });
    expect(metadata).not.toHaveProperty('readings');
    expect(contract.resources[0]?.derived).toEqual([
      { name: 'has_passphrase', take: 'present', of: 'passphrase' },
    ]);
  });
});

describe('a deed that leaves a moment behind', () => {
  it.each([
    ['heartbeat', 'last_heartbeat'],
    ['ping', 'lastSeenAt'],
    ['check', 'last_check_at'],
  ])('is %s', async (word, member) => {
    const contract = await infer(`
  /devices:
    post:
      requestBody: { ${json(object(`name: ${text}`))} }
      responses: { '201': ${ok(object(`id: ${text}`, `token: ${text}`))} }
  /devices/{id}:
    parameters: [${key}]
    get: { responses: { '200': ${ok(object(`name: ${text}`, `${member}: { type: string, format: date-time, nullable: true }`))} } }
  /devices/{id}/${word}:
    parameters: [${key}, { name: X-Device-Token, in: header, required: true, schema: ${text} }]
    post: { responses: { '204': { description: Noted }, '401': { description: Wrong token } } }`);
    expect(behaviourOf(contract, `post /devices/{id}/${word}`)).toMatchObject({
      ...{ kind: 'change', set: [{ member, source: { in: 'now' } }] },
      opens: { member: 'token', source: { in: 'header', name: 'X-Device-Token' } },
    });
  });
});
