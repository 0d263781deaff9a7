import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const moment = '{ type: string, format: date-time }';
const orNull = '{ type: string, format: date-time, nullable: true }';

/** Books of which there are several copies, which are lent and come back. */
function library({
  back = 'return',
  shown = `returned_at: ${orNull}`,
  again = 'It was returned before',
} = {}) {
  const book = object(`isbn: ${text}`, 'copies: { type: integer }');
  const loan = `{ type: object, required: [id, isbn, lent_at], properties: { id: { type: integer }, isbn: ${text}, reader: ${text}, lent_at: ${moment}, ${shown} } }`;
  return infer(`
  /books:
    get: { parameters: [{ name: available, in: query, schema: { type: boolean } }], responses: { '200': ${ok(`{ type: array, items: ${book} }`)} } }
    post: { requestBody: { ${json(book.replace('type: object,', 'type: object, required: [isbn],'))} }, responses: { '201': ${ok(book)}, '409': { description: There is a book with this ISBN } } }
  /books/{isbn}/loans:
    parameters: [{ name: isbn, in: path, required: true, schema: ${text} }]
    post: { description: Fails with 409 when all copies are lent., requestBody: { ${json(object(`reader: ${text}`))} }, responses: { '201': ${ok(loan)}, '409': { description: No copy is left } } }
  /loans/{id}/${back}:
    parameters: [${id}]
    post: { responses: { '200': ${ok(loan)}, '409': { description: ${again} } } }`);
}

describe('what comes to an end', () => {
  it('is marked by the moment that the document has for it, once', async () => {
    expect(behaviourOf(await library(), 'post /loans/{id}/return')).toMatchObject({
      kind: 'change',
      set: [{ member: 'returned_at', source: { in: 'now' } }],
      guards: [{ member: 'returned_at', value: null, not: true, refusal: 'conflict' }],
    });
  });

  it('takes no room from then on', async () => {
    const contract = await library();
    expect(behaviourOf(contract, 'post /books/{isbn}/loans')).toMatchObject({
      limit: { of: 'book', most: 'copies', when: [{ member: 'returned_at', value: null }] },
    });
    const loan = contract.resources.find(({ name }) => name === 'loan');
    expect(loan?.uniqueTogether).toEqual([]);
    expect(loan?.members).toContainEqual(
      expect.objectContaining({ name: 'lent_at', made: 'created' }),
    );
  });

  it('leaves some of what there is, by which a list can be kept', async () => {
    expect(behaviourOf(await library(), 'get /books')).toMatchObject({
      filters: [
        {
          ...{ parameter: 'available', member: 'copies', match: 'has-room' },
          room: { resource: 'loan', by: 'isbn', when: [{ member: 'returned_at', value: null }] },
        },
      ],
    });
  });

  it('is a question where no member is called after the deed', async () => {
    const contract = await library({ shown: `closed_at: ${orNull}` });
    expect(behaviourOf(contract, 'post /loans/{id}/return')?.kind).toBe('undetermined');
  });

  it('may end more than once where no answer says otherwise', async () => {
    const contract = await library({ again: 'It is lost' });
    expect(behaviourOf(contract, 'post /loans/{id}/return')).not.toHaveProperty('guards');
  });
});
