import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const integer = '{ type: integer }';
const figure = (name: string, about: string) => `${name}: { type: integer, description: ${about} }`;

describe('what there may be taken of a number of the record around', () => {
  const bill = (about: string, more = '') =>
    infer(`
  /bills:
    post:
      requestBody: { ${json(object(`price: ${integer}`, 'payer: { type: string }'))} }
      responses: { '201': ${ok(object(`id: ${integer}`, `price: ${integer}`, 'status: { type: string, enum: [open, settled] }', figure('paid', 'Sum of the amounts of all payments'), figure('due', 'price less paid')))} }
  /bills/{id}/payments:
    parameters: [${id}]
    post:
      description: ${about}
      requestBody: { ${json(object(`amount: ${integer}`))} }
      responses: { '201': ${ok(object(`id: ${integer}`, `amount: ${integer}`))}, '409': { description: More than what is due }${more} }`);

  it('is what is left, and once nothing is the record around says so', async () => {
    const contract = await bill('Once all is paid the bill is settled.');
    expect(behaviourOf(contract, 'post /bills/{id}/payments')).toMatchObject({
      kind: 'create',
      within: {
        ...{ of: 'bill', amount: 'amount', takes: 1, most: 'due', refusal: 'conflict' },
        settles: { member: 'status', value: 'settled' },
      },
    });
  });

  it('is the sum of what was given and taken, and what is kept of it stands in the record', async () => {
    const after = figure('balanceAfter', 'Balance after this booking');
    const booking = object(`id: ${integer}`, `points: ${integer}`, after);
    const contract = await infer(`
  /cards:
    post:
      requestBody: { ${json(object('owner: { type: string }'))} }
      responses: { '201': ${ok(object(`id: ${integer}`, 'owner: { type: string }', figure('balance', 'Sum of the points of all bookings')))} }
  /cards/{id}/bookings:
    parameters: [${id}]
    post:
      description: A booking whose reference was booked before is not booked again.
      requestBody: { ${json(object(`points: ${integer}`, 'reference: { type: string }'))} }
      responses:
        '200': ${ok(booking)}
        '201': ${ok(booking)}
        '422': { description: Not enough points }`);
    expect(behaviourOf(contract, 'post /cards/{id}/bookings')).toMatchObject({
      within: {
        ...{ of: 'card', amount: 'points', takes: -1, most: 'balance' },
        ...{ leaves: 'balanceAfter', refusal: 'inapplicable' },
      },
      again: {
        where: [{ member: 'cardId' }, { member: 'reference' }],
        answer: { status: 200 },
      },
    });
  });

  it('is asked where nothing says of what', async () => {
    const contract = await infer(`
  /bills:
    post:
      requestBody: { ${json(object(`price: ${integer}`))} }
      responses: { '201': ${ok(object(`id: ${integer}`, `price: ${integer}`))} }
  /bills/{id}/payments:
    parameters: [${id}]
    post:
      requestBody: { ${json(object(`amount: ${integer}`))} }
      responses: { '201': ${ok(object(`id: ${integer}`, `amount: ${integer}`))}, '409': { description: More than what is due } }`);
    expect(behaviourOf(contract, 'post /bills/{id}/payments')?.kind).toBe('undetermined');
  });
});

describe('numbers that the server gives', () => {
  it('count on with what is made, or when something is done', async () => {
    const contract = await infer(`
  /letters:
    post:
      description: Letters are numbered in order.
      requestBody: { ${json(object('text: { type: string }'))} }
      responses: { '201': ${ok('{ type: object, required: [id, letterNumber], properties: { id: { type: integer }, letterNumber: { type: integer }, text: { type: string }, status: { type: string, enum: [draft, published] }, number: { type: integer, nullable: true }, pages: { type: array, items: { type: object, properties: { id: { type: integer }, text: { type: string } } } } } }')} }
  /letters/{id}/pages:
    parameters: [${id}]
    post:
      requestBody: { ${json(object('text: { type: string }'))} }
      responses: { '201': ${ok(object(`id: ${integer}`, 'text: { type: string }'))} }
  /letters/{id}/publish:
    parameters: [${id}]
    post:
      description: It gets its number, the next one.
      responses: { '204': { description: Published }, '409': { description: "No draft any more, or without pages" } }`);
    const letter = contract.resources.find(({ name }) => name === 'letter');
    expect(letter?.members).toContainEqual(
      expect.objectContaining({ name: 'letterNumber', made: 'number' }),
    );
    expect(behaviourOf(contract, 'post /letters/{id}/publish')).toMatchObject({
      numbers: 'number',
      guards: [
        { member: 'status', value: 'draft', not: true, refusal: 'conflict' },
        { member: 'pages', empty: true, refusal: 'conflict' },
      ],
    });
  });
});
