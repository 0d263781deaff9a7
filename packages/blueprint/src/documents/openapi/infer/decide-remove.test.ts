import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const moment = '{ type: string, format: date-time }';

const events = (summary: string, parameter: string) =>
  infer(`
  /events:
    post:
      requestBody: { ${json(object(`name: ${text}`))} }
      responses: { '201': ${ok(object('id: { type: integer }', `name: ${text}`, `created_at: ${moment}`))} }
    delete:
      summary: ${summary}
      parameters: [${parameter}]
      responses: { '200': ${ok(object('deleted: { type: integer }'))} }`);

describe('a removal of several', () => {
  it.each([
    ['before', 'Removes older events', 'at-most'],
    ['until', 'Cleans up', 'at-most'],
    ['since', 'Takes back what is newer', 'at-least'],
  ])('is of those that %s leaves in', async (name, summary, match) => {
    const contract = await events(
      summary,
      `{ name: ${name}, in: query, required: true, schema: ${moment} }`,
    );
    expect(behaviourOf(contract, 'delete /events')).toMatchObject({
      ...{ kind: 'remove', every: true },
      filters: [{ parameter: name, member: 'created_at', match }],
    });
  });

  it.each([
    ['before', 'false'],
    ['mood', 'true'],
  ])('is a question where %s may be left out or is of nothing', async (name, required) => {
    const contract = await events(
      'Removes',
      `{ name: ${name}, in: query, required: ${required}, schema: ${moment} }`,
    );
    expect(behaviourOf(contract, 'delete /events')).toMatchObject({ kind: 'undetermined' });
  });
});
