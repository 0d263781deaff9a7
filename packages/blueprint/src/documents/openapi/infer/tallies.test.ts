import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const task = object('id: { type: integer }', 'title: { type: string }', 'done: { type: boolean }');
const tasksWith = (stats: string) =>
  infer(`
  /tasks:
    post:
      requestBody: { ${json(object('title: { type: string }', 'done: { type: boolean }'))} }
      responses: { '201': ${ok(task)} }
  /stats:
    get: { responses: { '200': ${ok(stats)} } }`);

describe('an overview of how many records there are', () => {
  it('counts those of a kind, and those in a state', async () => {
    const stats = object(
      'tasks: { type: integer }',
      'left: { type: integer, description: Number of tasks that are not done }',
    );
    expect(behaviourOf(await tasksWith(stats), 'get /stats')).toMatchObject({
      kind: 'tally',
      counts: [
        { name: 'tasks', resource: 'task', own: false },
        { name: 'left', when: [{ member: 'done', value: true, not: true }] },
      ],
    });
  });

  it('is asked for where one figure is of something else', async () => {
    const stats =
      '{ type: object, required: [mood], properties: { tasks: { type: integer }, mood: { type: integer } } }';
    expect(behaviourOf(await tasksWith(stats), 'get /stats')).toMatchObject({
      kind: 'undetermined',
    });
  });
});

describe('what is counted up in one place and by day in another', () => {
  it('is kept each time', async () => {
    const counter = object('button: { type: string }', 'count: { type: integer }');
    const name = 'name: button, in: path, required: true, schema: { type: string }';
    const day = (at: string) =>
      `{ name: ${at}, in: query, schema: { type: string, format: date } }`;
    const contract = await infer(`
  /click:
    post:
      requestBody: { ${json('{ type: object, required: [button], properties: { button: { type: string } } }')} }
      responses: { '201': { description: Counted } }
  /stats:
    get:
      summary: Clicks of a period
      parameters: [{ name: button, in: query, required: true, schema: { type: string } }, ${day('from')}, ${day('to')}]
      responses: { '200': ${ok(object('count: { type: integer }'))}, '400': { description: The end is before the start } }
  /counters/{button}:
    get: { parameters: [{ ${name} }], responses: { '200': ${ok(counter)} } }`);
    expect(behaviourOf(contract, 'post /click')).toMatchObject({
      kind: 'increment',
      logs: { resource: 'click', by: 'button' },
    });
    expect(behaviourOf(contract, 'get /stats')).toMatchObject({
      kind: 'list',
      resource: 'click',
      filters: [
        { parameter: 'button', match: 'equals' },
        { parameter: 'from', member: 'at', match: 'at-least' },
        { parameter: 'to', member: 'at', match: 'at-most' },
      ],
      ranges: [{ from: 'from', to: 'to' }],
    });
  });
});
