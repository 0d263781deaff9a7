import { readDocument } from '@quantumlayer/blueprint';
import { expect, it } from 'vitest';
import { samplePattern } from '../adapters/sample-pattern.ts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { createCredentials } from '../sign-in-people.ts';
import { attackContract } from './attack-contract.ts';
import { createContractWorld } from './contract-world.ts';

const AMOUNT =
  'requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer, minimum: 1, maximum: 100 } } } } } }';
const BALANCE =
  "'200': { description: The new balance, content: { application/json: { schema: { type: object, required: [balance], properties: { balance: { type: integer } } } } } }";
const TILL = "content: { application/json: { schema: { $ref: '#/components/schemas/Till' } } }";
const DOCUMENT = `openapi: 3.1.0
info: { title: Tills, version: '1' }
paths:
  /tills:
    post:
      summary: Makes a till, whose balance is 0
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
      responses: { '201': { description: Made, ${TILL} } }
  /tills/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      responses: { '200': { description: Till, ${TILL} }, '404': { description: None } }
  /tills/{id}/withdraw:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      summary: Takes an amount from the balance
      ${AMOUNT}
      responses: { ${BALANCE}, '400': { description: Not enough }, '404': { description: None } }
  /tills/{id}/deposit:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      summary: Adds an amount to the balance
      ${AMOUNT}
      responses: { ${BALANCE}, '400': { description: Bad }, '404': { description: None } }
components:
  schemas:
    Till: { type: object, required: [id, name, balance], properties: { id: { type: string }, name: { type: string }, balance: { type: integer, readOnly: true } } }
`;

/** Tills; one that loses counts reads the balance, waits, and writes what it then holds for the new one. */
function createTills(losesCounts: boolean) {
  const tills = new Map<string, { id: string; name: string; balance: number }>();
  const answer = (status: number, body: unknown): AppResponse => ({
    ...{ status, headers: {}, contentType: 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    close: async () => {},
    async send({ method, path, body = '' }: AppRequest): Promise<AppResponse> {
      const given = body === '' ? {} : JSON.parse(String(body));
      if (method === 'POST' && path === '/tills') {
        const till = { id: `t${tills.size}`, name: String(given.name), balance: 0 };
        tills.set(till.id, till);
        return answer(201, till);
      }
      const [, id = '', act] = /^\/tills\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
      const till = tills.get(id);
      if (till === undefined) return answer(404, {});
      if (act === undefined) return answer(200, till);
      if (!Number.isInteger(given.amount)) return answer(400, {});
      const before = till.balance;
      if (losesCounts) await new Promise((resolve) => setTimeout(resolve, 5));
      const next =
        (losesCounts ? before : till.balance) + (act === 'deposit' ? 1 : -1) * given.amount;
      if (next < 0) return answer(400, {});
      till.balance = next;
      return answer(200, { balance: next });
    },
  };
}

async function contractOf() {
  const { blueprint } = await readDocument({ name: 'tills.yaml', text: DOCUMENT });
  if (blueprint.contract === undefined) throw new Error('The document became no contract.');
  return blueprint.contract;
}

async function countAtOnce(losesCounts: boolean) {
  const contract = await contractOf();
  const world = createContractWorld({
    ...{ client: createTills(losesCounts), contract, samplePattern },
    admin: createCredentials('admin'),
  });
  const { attacks } = await attackContract({
    ...{ world, signal: new AbortController().signal },
    ...{ only: ['contract-lost-counts'], readLog: () => '', searchData: async () => [] },
  });
  return attacks.find(({ id }) => id === 'contract-lost-counts');
}

it('counts up with an amount, and finds nothing where none is lost', async () => {
  expect(await countAtOnce(false)).toMatchObject({ status: 'withstood', findings: [] });
});

it('finds that counts are lost', async () => {
  const found = await countAtOnce(true);

  expect(found?.status).toBe('failed');
  expect(found?.findings[0]?.message).toContain('the same count');
});
