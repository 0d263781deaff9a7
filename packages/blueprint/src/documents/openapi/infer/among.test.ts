import { expect, it } from 'vitest';
import { behaviourOf, infer, object, ok } from './written-document.ts';

const text = '{ type: string }';

/** Votes in polls, with what is said of the option. */
async function vote({ options = 'options', said = '', refused = 'Not valid' }) {
  const poll = object('id: { type: integer }', `${options}: { type: array, items: ${text} }`);
  const contract = await infer(`
  /polls:
    post: { requestBody: { content: { application/json: { schema: ${poll} } } }, responses: { '201': ${ok(poll)} } }
  /polls/{id}/votes:
    post:
      description: ${said}
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody: { content: { application/json: { schema: ${object(`option: ${text}`, `voter: ${text}`)} } } }
      responses: { '201': { description: Counted }, '400': { description: '${refused}' } }`);
  return behaviourOf(contract, 'post /polls/{id}/votes');
}

it.each([
  { said: "The option must be one of the poll's." },
  { refused: 'Bad input, or not an option of the poll' },
])('keeps a value to the list of the record around: %o', async (document) => {
  expect(await vote(document)).toMatchObject({
    among: { of: 'poll', list: 'options', source: { in: 'body', name: 'option' } },
  });
});

it('keeps it to nothing where nothing is said, or there is no such list', async () => {
  expect(await vote({})).not.toHaveProperty('among');
  const other = await vote({ options: 'colours', said: "The option must be one of the poll's." });
  expect(other).not.toHaveProperty('among');
});
