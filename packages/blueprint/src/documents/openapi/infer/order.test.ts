import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const book = object(
  'id: { type: integer }',
  'title: { type: string }',
  'price: { type: number }',
  'dueDate: { type: string, format: date }',
  'likes: { type: integer }',
  'open: { type: boolean }',
  'status: { type: string, enum: [draft, published] }',
  'createdAt: { type: string, format: date-time }',
);

async function listed(summary: string, parameters = '[]') {
  const contract = await infer(`
  /books:
    get:
      summary: "${summary}"
      parameters: ${parameters}
      responses: { '200': ${ok(`{ type: array, items: ${book} }`)} }
    post:
      requestBody: { ${json(object('title: { type: string }', 'price: { type: number }', 'dueDate: { type: string, format: date }'))} }
      responses: { '201': ${ok(book)} }`);
  const behaviour = behaviourOf(contract, 'get /books');
  if (behaviour?.kind !== 'list') throw new Error(`It is ${behaviour?.kind}.`);
  return behaviour;
}

describe('the order that a list is said to have', () => {
  it.each<[string, string | null, boolean]>([
    ['Books, by title', 'title', false],
    ['All books, sorted by due date', 'dueDate', false],
    ['All books in alphabetical order', 'title', false],
    ['Books ordered by price, highest first', 'price', true],
    ['Books, the cheapest first', 'price', false],
    ['Most likes first', 'likes', true],
    ['Books, newest first', 'createdAt', true],
    ['Books, oldest first', 'createdAt', false],
    ['Books in chronological order', 'createdAt', false],
    ['Find books by title', null, false],
    ['Books written by status', null, false],
    ['All books', null, false],
  ])('of "%s" is kept', async (summary, member, descending) => {
    const { sort } = await listed(summary);
    expect(sort?.initial ?? null).toEqual(member === null ? null : { member, descending });
  });
});

describe('the state that a list is said to be of', () => {
  it.each<[string, string, unknown]>([
    ['Open books', '[]', { member: 'open', source: { in: 'constant', value: true } }],
    ['List all open books', '[]', { member: 'open', source: { in: 'constant', value: true } }],
    ['Published books', '[]', { member: 'status', source: { in: 'constant', value: 'published' } }],
    ['Open a book', '[]', null],
    ['Good books', '[]', null],
    ['Open books', '[{ name: open, in: query, schema: { type: boolean } }]', null],
  ])('of "%s" with parameters %s is a condition', async (summary, parameters, wanted) => {
    expect((await listed(summary, parameters)).where).toEqual(wanted === null ? [] : [wanted]);
  });
});
