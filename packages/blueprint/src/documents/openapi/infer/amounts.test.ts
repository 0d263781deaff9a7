import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const CREDENTIALS = `requestBody: { ${json(object('name: { type: string }', 'password: { type: string }'))} }`;
const AMOUNT = 'amount: { type: integer }';
const security = 'security: [{ bearer: [] }]';
const bank = (paths: string) =>
  infer(
    `
  /register: { post: { ${CREDENTIALS}, responses: { '201': { description: Made } } } }
  /login: { post: { ${CREDENTIALS}, responses: { '200': ${ok(object('token: { type: string }'))} } } }
  /balance: { get: { ${security}, responses: { '200': ${ok('{ type: object, required: [balance], properties: { balance: { type: integer, description: It starts at 50 } } }')} } } }
${paths}`,
    'components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }',
  );
const moving = (path: string, body = object(AMOUNT)) => `
  ${path}:
    post:
      ${security}
      requestBody: { ${json(body)} }
      responses: { '200': { description: Done }, '409': { description: Insufficient balance } }`;

describe('a balance', () => {
  it('goes up and down by what is asked, from what it is at first', async () => {
    const contract = await bank(moving('/deposit') + moving('/withdraw'));
    const amount = { in: 'body', name: 'amount' };
    expect(behaviourOf(contract, 'post /deposit')).toMatchObject({
      ...{ kind: 'increment', member: 'balance', by: 1, amount },
    });
    expect(behaviourOf(contract, 'post /withdraw')).toMatchObject({
      ...{ kind: 'increment', member: 'balance', by: -1, amount },
    });
    const members = contract.resources.find(({ name }) => name === 'user')?.members;
    expect(members).toContainEqual(expect.objectContaining({ name: 'balance', default: 50 }));
  });

  it('goes from one account to another with the record of that', async () => {
    const contract = await bank(moving('/transfers', object(AMOUNT, 'to: { type: string }')));
    expect(behaviourOf(contract, 'post /transfers')).toMatchObject({
      kind: 'create',
      moves: {
        resource: 'user',
        member: 'balance',
        to: { member: 'name', source: { in: 'body', name: 'to' } },
      },
    });
    expect(contract.resources.find(({ name }) => name === 'transfer')?.party).toEqual({
      ...{ member: 'to', by: 'name' },
    });
  });

  it('is asked for where nothing moves it', async () => {
    const contract = await bank('');
    expect(behaviourOf(contract, 'get /balance')?.kind).toBe('undetermined');
  });
});
