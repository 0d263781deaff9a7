import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const expense =
  '{ type: object, required: [id, category, amount, spentOn], properties: { id: { type: integer }, category: { type: string }, amount: { type: integer }, spentOn: { type: string, format: date } } }';
const given = object(
  ...['category: { type: string }', 'amount: { type: integer }'],
  'spentOn: { type: string, format: date }',
);
const whole = (properties: string[]) =>
  `{ type: object, required: [${properties.map((one) => one.split(':')[0]).join(', ')}], properties: { ${properties.join(', ')} } }`;
const expenses = (more: string) =>
  infer(`
  /expenses:
    post: { requestBody: { ${json(given)} }, responses: { '201': ${ok(expense)} } }
    get:
      parameters: [{ name: category, in: query, schema: { type: string } }]
      responses: { '200': ${ok(`{ type: array, items: ${expense} }`)} }${more}`);

describe('a report of figures', () => {
  it('is taken of all rows that fit', async () => {
    const report = whole([
      ...['count: { type: integer }', 'total: { type: integer }'],
      'average: { type: number, nullable: true, description: "Mean amount, rounded to two decimals; null without expenses" }',
      'highest: { type: integer, nullable: true }',
      'lastSpentOn: { type: string, format: date, nullable: true }',
    ]);
    const contract = await expenses(
      ['report', 'stats', 'summary']
        .map(
          (name) => `
  /expenses/${name}:
    get:
      parameters: [{ name: category, in: query, schema: { type: string } }]
      responses: { '200': ${ok(report)} }`,
        )
        .join(''),
    );
    for (const name of ['report', 'stats', 'summary'])
      expect(behaviourOf(contract, `get /expenses/${name}`)).toMatchObject({
        ...{ kind: 'summary', resource: 'expense', many: false },
        filters: [{ parameter: 'category', member: 'category' }],
        summary: {
          figures: [
            { name: 'count', take: 'count' },
            { name: 'total', take: 'sum', member: 'amount', none: 0 },
            { name: 'average', take: 'average', member: 'amount', round: 2, none: null },
            { name: 'highest', take: 'most', member: 'amount' },
            { name: 'lastSpentOn', take: 'most', member: 'spentOn' },
          ],
        },
      });
  });

  it('is a list of one for each group, in the order that is told, no more than are asked for', async () => {
    const item = whole([
      ...['month: { type: string }', 'category: { type: string }', 'total: { type: integer }'],
      'expenses: { type: integer, description: How many }',
    ]);
    const contract = await expenses(`
  /report:
    get:
      description: The highest total comes first, of equal totals the one with more expenses, then by category.
      parameters:
        - { name: limit, in: query, schema: { type: integer, default: 5, maximum: 50 } }
        - { name: minExpenses, in: query, schema: { type: integer } }
      responses: { '200': ${ok(`{ type: array, items: ${item} }`)} }`);
    expect(behaviourOf(contract, 'get /report')).toMatchObject({
      ...{ kind: 'summary', many: true },
      summary: {
        by: [
          { name: 'month', member: 'spentOn', part: 'month' },
          { name: 'category', member: 'category' },
        ],
        atLeast: [{ figure: 'expenses', parameter: 'minExpenses' }],
        order: [
          { name: 'total', descending: true },
          { name: 'expenses', descending: true },
          { name: 'category', descending: false },
          { name: 'month', descending: false },
        ],
        limit: { parameter: 'limit', initial: 5, most: 50 },
      },
    });
  });

  it('counts rows by the values of a member', async () => {
    const scores = whole(['"1": { type: integer }', '"2": { type: integer }']);
    const contract = await infer(`
  /films/{film}/votes:
    parameters: [{ name: film, in: path, required: true, schema: { type: string } }]
    post:
      requestBody: { ${json(object('stars: { type: integer }'))} }
      responses: { '201': ${ok(object('id: { type: integer }', 'stars: { type: integer }', 'film: { type: string }'))} }
  /films/{film}/figures:
    parameters: [{ name: film, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': ${ok(whole(['film: { type: string }', `spread: ${scores}`]))} } }`);
    expect(behaviourOf(contract, 'get /films/{film}/figures')).toMatchObject({
      ...{ kind: 'summary', where: [{ member: 'film' }] },
      summary: {
        figures: [
          { name: 'film', take: 'given' },
          { name: '1', within: 'spread', when: [{ member: 'stars', value: 1 }] },
          { name: '2', within: 'spread', when: [{ member: 'stars', value: 2 }] },
        ],
      },
    });
  });

  it('is asked for where a figure is of something else', async () => {
    const report = whole(['count: { type: integer }', 'mood: { type: number }']);
    const contract = await expenses(`
  /expenses/report: { get: { responses: { '200': ${ok(report)} } } }
  /unknown/{id}: { get: { parameters: [${id}], responses: { '200': ${ok()} } } }`);
    expect(behaviourOf(contract, 'get /expenses/report')?.kind).toBe('undetermined');
  });
});
