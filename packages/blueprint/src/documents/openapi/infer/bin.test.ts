import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const note = object('id: { type: integer }', 'text: { type: string }');
const notes = (deleted: string, more = '') =>
  infer(`
  /notes:
    post:
      requestBody: { ${json(object('text: { type: string }'))} }
      responses: { '201': ${ok(note)} }
    get:
      parameters: [{ name: trash, in: query, schema: { type: boolean, default: false } }]
      responses: { '200': ${ok(`{ type: array, items: ${note} }`)} }
  /notes/{id}:
    parameters: [${id}]
    get: { responses: { '200': ${ok(note)}, '404': { description: No such note }, '410': { description: The note is in the trash } } }
    delete: { summary: ${deleted}, responses: { '204': { description: Deleted }, '404': { description: No such note } } }
  /notes/{id}/restore:
    parameters: [${id}]
    post: { responses: { '200': ${ok(note)}, '404': { description: No such note }, '409': { description: The note is not in the trash } } }
${more}`);

describe('a bin', () => {
  it('takes what is deleted, and gives it back', async () => {
    const contract = await notes('Put a note into the trash');
    expect(behaviourOf(contract, 'delete /notes/{id}')).toMatchObject({
      kind: 'change',
      set: [{ member: 'inBin', source: { in: 'constant', value: true } }],
      guards: [{ member: 'inBin', value: true, refusal: 'not-found' }],
    });
    expect(behaviourOf(contract, 'post /notes/{id}/restore')).toMatchObject({
      kind: 'change',
      set: [{ member: 'inBin', source: { in: 'constant', value: false } }],
      guards: [{ member: 'inBin', value: false, refusal: 'conflict' }],
    });
  });

  it('hides what is in it from lists and from who asks for it', async () => {
    const contract = await notes('Put a note into the trash');
    expect(behaviourOf(contract, 'get /notes')).toMatchObject({
      filters: [{ parameter: 'trash', member: 'inBin', match: 'switched' }],
    });
    expect(behaviourOf(contract, 'get /notes/{id}')).toMatchObject({
      guards: [{ member: 'inBin', value: true, refusal: 'gone' }],
    });
  });

  it('is none where the document does not say so, and then nothing can be restored', async () => {
    const contract = await notes('Delete a note');
    expect(behaviourOf(contract, 'delete /notes/{id}')?.kind).toBe('remove');
    expect(behaviourOf(contract, 'post /notes/{id}/restore')?.kind).toBe('undetermined');
  });
});
