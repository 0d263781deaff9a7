import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const number = '{ type: number }';
const moment = '{ type: string, format: date-time }';
const body = (...members: string[]) => `requestBody: { ${json(object(...members))} }`;
const list = (...members: string[]) => ok(`{ type: array, items: ${object(...members)} }`);

const evaluating = (said: string, others = '') => `
  /evaluate:
    post:
      summary: Evaluates an expression
      description: ${said}
      ${body(`expression: ${text}`)}
      responses: { '200': ${ok(object(`result: ${number}`))}, '400': { description: Not valid } }
${others}`;

describe('the operators of an expression', () => {
  it.each([
    ['"Knows `+`, `-`, `*` and `/`."', '+-*/'],
    ['Addition and subtraction only.', '+-'],
    ['"Supports + - * / and % with brackets."', '+-*/%'],
  ])('are those that %s lists', async (said, operators) => {
    const contract = await infer(evaluating(said));
    expect(behaviourOf(contract, 'post /evaluate')).toMatchObject({ operators });
  });

  it.each(['"Arithmetic, e.g. 1 + 2 * 3."', 'What a calculator does.'])(
    'are all where %s lists none',
    async (said) => {
      const contract = await infer(evaluating(said));
      expect(behaviourOf(contract, 'post /evaluate')).not.toHaveProperty('operators');
    },
  );
});

describe('calculations that are listed', () => {
  const past = `
  /past:
    get:
      summary: Former calculations, newest first
      responses: { '200': ${list(`expression: ${text}`, `result: ${number}`, `at: ${moment}`)} }
    delete: { responses: { '204': { description: Forgotten } } }`;

  it('are kept with their results when they are carried out', async () => {
    const contract = await infer(evaluating('Calculates.', past));
    expect(behaviourOf(contract, 'post /evaluate')).toMatchObject({
      logs: { resource: 'past', result: 'result', set: [{ member: 'expression' }] },
    });
    expect(behaviourOf(contract, 'get /past')).toMatchObject({
      sort: { initial: { member: 'at', descending: true } },
    });
    expect(behaviourOf(contract, 'delete /past')).toMatchObject({ kind: 'remove', every: true });
  });

  it('are of several operators', async () => {
    const binary = (path: string) => `
  /${path}:
    post:
      ${body(`a: ${number}`, `b: ${number}`)}
      responses: { '200': ${ok(object(`result: ${number}`))} }`;
    const log = `
  /log:
    get: { responses: { '200': ${list(`operation: ${text}`, `a: ${number}`, `b: ${number}`, `result: ${number}`, `timestamp: ${moment}`)} } }`;
    const contract = await infer(`${binary('add')}${binary('divide')}${log}`);
    expect(behaviourOf(contract, 'post /divide')).toMatchObject({
      logs: {
        set: expect.arrayContaining([
          { member: 'operation', source: { in: 'constant', value: 'divide' } },
        ]),
      },
    });
    expect(behaviourOf(contract, 'get /log')).toMatchObject({ kind: 'list' });
  });

  it('are not what shows something else', async () => {
    const other = `
  /orders:
    get: { responses: { '200': ${ok(`{ type: array, items: { type: object, required: [customer], properties: { customer: ${text}, total: ${number} } } }`)} } }`;
    const contract = await infer(evaluating('Calculates.', other));
    expect(behaviourOf(contract, 'get /orders')).toMatchObject({ kind: 'undetermined' });
  });
});
