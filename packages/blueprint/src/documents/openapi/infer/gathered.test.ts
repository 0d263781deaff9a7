import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const whole = (members: string) =>
  `{ type: object, required: [id, figure], properties: { id: { type: integer }, ${members} } }`;

async function ordersThatShow(figure: string) {
  const order = ok(whole(`figure: { ${figure} }`));
  return infer(`
  /orders:
    post:
      requestBody: { ${json(object('customer: { type: string }'))} }
      responses: { '201': ${order} }
  /orders/{id}/lines:
    post:
      parameters: [${id}]
      requestBody: { ${json(object('amount: { type: number }', 'quantity: { type: integer }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'amount: { type: number }'))} }`);
}

describe('a figure that records show of those below them', () => {
  it.each<[string, object | null]>([
    ['type: integer, description: Number of lines', { take: 'count' }],
    ['type: integer, description: The number of its lines in the order.', { take: 'count' }],
    [
      'type: number, description: Sum of the amounts of its lines',
      { take: 'sum', member: 'amount' },
    ],
    ['type: integer, description: Total quantity', { take: 'sum', member: 'quantity' }],
    ['type: number, description: The mean amount', { take: 'average', member: 'amount' }],
    [
      'type: number, description: Sum of quantity times amount',
      { take: 'sum', member: 'quantity x amount' },
    ],
    ['type: integer, description: Number of lines that are paid', null],
    ['type: number, description: Total amount less discount', null],
    ['type: number, description: A risk', null],
  ])('with { %s } is derived or asked for', async (figure, wanted) => {
    const contract = await ordersThatShow(figure);
    if (wanted === null)
      expect(behaviourOf(contract, 'post /orders')).toMatchObject({
        kind: 'undetermined',
        question: expect.stringContaining('figure'),
      });
    else
      expect(contract.resources.find(({ name }) => name === 'order')?.gathered).toEqual([
        { name: 'figure', resource: 'line', by: 'orderId', ...wanted },
      ]);
  });

  it('is told from the key that the path calls the same as the record below', async () => {
    const contract = await ordersThatShow('type: integer, description: Number of lines');
    expect(contract.resources.find(({ name }) => name === 'line')).toMatchObject({
      key: { member: 'id' },
      members: expect.arrayContaining([
        expect.objectContaining({ name: 'orderId', refers: 'order' }),
      ]),
    });
  });

  it('is taken as well from records that hold the key', async () => {
    const contract = await infer(`
  /books:
    post:
      requestBody: { ${json(object('title: { type: string }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'title: { type: string }', 'averageRating: { type: number, nullable: true }'))} }
  /reviews:
    post:
      requestBody: { ${json(object('bookId: { type: integer }', 'rating: { type: integer }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'bookId: { type: integer }', 'rating: { type: integer }'))} }`);
    expect(contract.resources.find(({ name }) => name === 'book')?.gathered).toEqual([
      {
        name: 'averageRating',
        resource: 'review',
        by: 'bookId',
        take: 'average',
        member: 'rating',
      },
    ]);
  });
});

describe('what a record is before anybody changes it', () => {
  const settings =
    '{ type: object, required: [sound, mail], properties: { sound: { type: boolean }, mail: { type: object, required: [daily], properties: { daily: { type: boolean, default: true }, hours: { type: array, items: { type: integer } } } } } }';

  it('is false, and an object of what its members are', async () => {
    const contract = await infer(`
  /settings:
    get: { responses: { '200': ${ok(settings)} } }
    patch:
      requestBody: { ${json(object('sound: { type: boolean }', 'mail: { type: object, properties: { daily: { type: boolean } } }'))} }
      responses: { '200': ${ok(settings)} }`);
    expect(behaviourOf(contract, 'get /settings')).toMatchObject({ kind: 'read', makes: true });
    const members = contract.resources[0]?.members;
    expect(members?.find(({ name }) => name === 'sound')?.default).toBe(false);
    expect(members?.find(({ name }) => name === 'mail')?.default).toEqual({ daily: true });
  });

  it('has a version that each write changes, be it a number or text', async () => {
    for (const type of ['integer', 'string']) {
      const contract = await infer(`
  /pages:
    post:
      requestBody: { ${json(object('body: { type: string }'))} }
      responses: { '201': ${ok(`{ type: object, required: [version], properties: { id: { type: integer }, version: { type: ${type} } } }`)} }`);
      expect(contract.resources[0]?.members).toContainEqual(
        expect.objectContaining({ name: 'version', made: 'version' }),
      );
    }
  });
});

describe('the server', () => {
  it('knows when what is made has happened, and not when it ends', async () => {
    const loan = (member: string) =>
      ok(
        `{ type: object, required: [id, ${member}], properties: { id: { type: integer }, ${member}: { type: string, format: date-time } } }`,
      );
    const loans = (member: string) =>
      infer(`
  /loans:
    post:
      requestBody: { ${json(object('book: { type: string }'))} }
      responses: { '201': ${loan(member)} }`);
    expect((await loans('borrowedAt')).resources[0]?.members).toContainEqual(
      expect.objectContaining({ name: 'borrowedAt', made: 'created' }),
    );
    expect(behaviourOf(await loans('dueAt'), 'post /loans')).toMatchObject({
      kind: 'undetermined',
    });
  });
});

describe('text that answers need and nobody has to give', () => {
  const note = (text: string) =>
    `{ type: object, required: [id, title, text], properties: { id: { type: integer }, title: { type: string }, text: { type: string${text} } } }`;
  const notes = async (text: string) => {
    const contract = await infer(`
  /notes:
    post:
      requestBody: { ${json(`{ type: object, required: [title], properties: { title: { type: string }, text: { type: string${text} } } }`)} }
      responses: { '201': ${ok(note(text))} }`);
    return contract.resources[0]?.members.find(({ name }) => name === 'text')?.default;
  };

  it('is empty, but where it is bound to a form', async () => {
    expect(await notes('')).toBe('');
    expect(await notes(', minLength: 1')).toBeUndefined();
    expect(await notes(', format: date')).toBeUndefined();
  });
});
