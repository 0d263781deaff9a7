import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const id = '{ name: id, in: path, required: true, schema: { type: integer } }';
const plainText = 'content: { text/plain: { schema: { type: string } } }';

describe('text that is put behind what is there', () => {
  const notes = () =>
    infer(`
  /notes/{name}:
    parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: Ok, ${plainText} }, '404': { description: None } } }
    put: { requestBody: { required: true, ${plainText} }, responses: { '204': { description: Kept } } }
  /notes/{name}/append:
    parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
    post:
      requestBody: { required: true, ${plainText} }
      responses: { '200': { description: All of it, ${plainText} }, '404': { description: None } }`);

  it('is added to the one text of the record', async () => {
    expect(behaviourOf(await notes(), 'post /notes/{name}/append')).toMatchObject({
      ...{ kind: 'change', appends: 'content', makes: false },
      set: [{ member: 'content', source: { in: 'whole-body' } }],
    });
  });
});

describe('a deed that clears what is below a record', () => {
  const item = object('id: { type: integer }', 'text: { type: string }', 'done: { type: boolean }');
  const lists = (summary: string) =>
    infer(`
  /boards:
    post: { requestBody: { ${json(object('name: { type: string }'))} }, responses: { '201': ${ok(object('id: { type: integer }', 'name: { type: string }'))} } }
  /boards/{id}/items:
    parameters: [${id}]
    get: { responses: { '200': ${ok(`{ type: array, items: ${item} }`)} } }
    post: { requestBody: { ${json(object('text: { type: string }', 'done: { type: boolean, default: false }'))} }, responses: { '201': ${ok(item)} } }
  /boards/{id}/clear-done:
    post:
      summary: ${summary}
      parameters: [${id}]
      responses: { '200': ${ok('{ type: object, required: [deleted], properties: { deleted: { type: integer } } }')} }`);

  it('removes those in the state that its words name, and counts them', async () => {
    const contract = await lists('Deletes all items of the board that are done');
    expect(behaviourOf(contract, 'post /boards/{id}/clear-done')).toMatchObject({
      ...{ kind: 'remove', resource: 'item', every: true },
      parents: [{ resource: 'board' }],
      where: [
        { source: { in: 'parent', name: 'board' } },
        { member: 'done', source: { in: 'constant', value: true } },
      ],
    });
  });

  it('is asked about where no state is named', async () => {
    const contract = await lists('Deletes all items of the board that are stale');
    expect(behaviourOf(contract, 'post /boards/{id}/clear-done')).toMatchObject({
      kind: 'undetermined',
    });
  });
});
