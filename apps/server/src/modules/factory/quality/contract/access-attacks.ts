import type { ContractOperation } from '@quantumlayer/contracts';
import {
  type ContractAttack,
  type ContractField,
  determined,
  hasSession,
} from './contract-attack.ts';
import { carried, type Person } from './contract-people.ts';
import { neededBy } from './contract-requests.ts';

const NOBODY_SIGNS_IN = 'Nobody signs in to this API.';
const NONE = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
const ADMIN = Buffer.from('{"sub":"1","role":"admin"}').toString('base64url');
/** Tokens that nobody was given. */
const FORGED = ['forged', `${NONE}.${ADMIN}.`, "' OR '1'='1", 'null', 'A'.repeat(43)];

const withoutCredentials: ContractAttack = {
  id: 'contract-no-credentials',
  title: 'Call protected operations without credentials',
  cwe: 306,
  async run(field) {
    const operations = determined(field).filter(
      ({ access }) => access.for !== 'everybody' && !('optional' in access && access.optional),
    );
    if (operations.length === 0) return 'No operation asks for credentials.';
    for (const operation of operations)
      await expectRefused(field, operation, { headers: {}, query: '' });
    return undefined;
  },
};

const forgedCredentials: ContractAttack = {
  id: 'contract-forged-credentials',
  title: 'Call protected operations with forged credentials',
  cwe: 345,
  async run(field) {
    const { carriers } = field.world.contract;
    const operations = determined(field).filter(
      ({ access }) => access.for !== 'everybody' && !('optional' in access && access.optional),
    );
    if (operations.length === 0) return 'No operation asks for credentials.';
    for (const operation of operations) {
      const carrier = operation.access.for === 'key' ? carriers.key[0] : carriers.session[0];
      for (const token of FORGED) await expectRefused(field, operation, carried(carrier, token));
    }
    return undefined;
  },
};

type Credentials = Pick<Person, 'headers' | 'query'>;

async function expectRefused(
  { world, send, report }: ContractField,
  operation: ContractOperation,
  { headers, query }: Credentials,
): Promise<void> {
  const body = world.bodyOf(operation, new Map());
  const plain = await world.requestOf(
    { ...operation, access: { for: 'everybody' } },
    { body, query },
  );
  const request = { ...plain, headers: { ...plain.headers, ...headers } };
  const response = await send(request);
  if (response.status !== 401 && response.status !== 403)
    report(`answered ${response.status} to who has no credentials`, { request, response });
}

const foreignRows: ContractAttack = {
  id: 'contract-foreign-rows',
  title: 'Read and change the records of somebody else',
  cwe: 639,
  async run(field) {
    const { world } = field;
    const owned = determined(field).filter(
      ({ behaviour }) =>
        'scope' in behaviour && behaviour.scope !== 'all' && behaviour.kind !== 'list',
    );
    if (owned.length === 0) return 'No operation reaches records that belong to somebody.';
    const [owner, other] = [await world.person(), await world.newPerson()];
    for (const operation of owned) {
      const rows = await world.rowsFor(operation, owner);
      if (rows === null || neededBy(operation).length === 0) continue;
      const request = await world.requestOf(operation, {
        rows,
        owner: other,
        body: world.bodyOf(operation, rows),
      });
      const response = await field.send(request);
      if (response.status < 400)
        field.report(`the record of somebody else was answered with ${response.status}`, {
          request,
          response,
        });
    }
    return undefined;
  },
};

const foreignLists: ContractAttack = {
  id: 'contract-foreign-lists',
  title: 'Find the records of somebody else in lists',
  cwe: 200,
  async run(field) {
    const { world } = field;
    const lists = determined(field).filter(
      ({ behaviour }) =>
        behaviour.kind === 'list' && behaviour.scope !== 'all' && behaviour.parents.length === 0,
    );
    if (lists.length === 0) return 'No list holds records that belong to somebody.';
    const [owner, other] = [await world.person(), await world.newPerson()];
    for (const operation of lists) {
      if (operation.behaviour.kind !== 'list') continue;
      const key =
        world.contract.resources.find(
          ({ name }) =>
            operation.behaviour.kind === 'list' && name === operation.behaviour.resource,
        )?.key.member ?? 'id';
      const made = await world.row(operation.behaviour.resource, owner);
      const value = made?.[key];
      if (typeof value !== 'string' || value.length < 8) continue;
      const request = await world.requestOf(operation, { owner: other });
      const response = await field.send(request);
      if (response.body.includes(value))
        field.report('a list holds the record of somebody else', { request, response });
    }
    return undefined;
  },
};

const endedSession: ContractAttack = {
  id: 'contract-ended-session',
  title: 'Use a session after it was ended',
  cwe: 613,
  async run(field) {
    const { world } = field;
    const logout = determined(field).find(({ behaviour }) => behaviour.kind === 'logout');
    const probe = determined(field).find(
      (one) => hasSession(one) && one.method === 'get' && !one.path.includes('{'),
    );
    if (logout === undefined || probe === undefined)
      return 'Nobody signs out, or nothing can be asked for afterwards.';
    const person = await world.newPerson();
    if (person === null) return NOBODY_SIGNS_IN;
    await field.send(await world.requestOf(logout, { owner: person }));
    const request = await world.requestOf(probe, { owner: person });
    const response = await field.send(request);
    if (response.status < 400)
      field.report(`an ended session was answered with ${response.status}`, { request, response });
    return undefined;
  },
};

export const accessAttacks: readonly ContractAttack[] = [
  withoutCredentials,
  forgedCredentials,
  foreignRows,
  foreignLists,
  endedSession,
];
