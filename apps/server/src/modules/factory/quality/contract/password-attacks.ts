import type { ContractOperation } from '@quantumlayer/contracts';
import type { AppRequest } from '../domain/finding.ts';
import { isObject } from '../domain/json-schema.ts';
import { parseJson } from '../domain/parse-json.ts';
import { type ContractAttack, type ContractField, determined } from './contract-attack.ts';

const NOBODY_SIGNS_IN = 'Nobody signs in to this API by an operation of its own.';
const TRIES = 12;

function loginOf(field: ContractField): ContractOperation | undefined {
  return determined(field).find(({ behaviour }) => behaviour.kind === 'login');
}

function registerOf(field: ContractField): ContractOperation | undefined {
  return determined(field).find(
    ({ behaviour }) => behaviour.kind === 'create' && behaviour.registers,
  );
}

/** A request to sign in with a name, and a password that is wrong. */
async function wrongLogin(
  { world }: ContractField,
  login: ContractOperation,
  name: unknown,
): Promise<AppRequest> {
  if (login.behaviour.kind !== 'login') throw new Error('This is no operation that signs in.');
  const pairs = [
    ...login.behaviour.login.map(({ property }) => [property, name]),
    [login.behaviour.password, 'Wrong-but-long-1'],
  ];
  const query = new URLSearchParams(
    pairs.map(([key, value]): [string, string] => [String(key), String(value)]),
  ).toString();
  return world.requestOf(login, {
    body: Object.fromEntries(pairs),
    query: login.method === 'get' ? query : '',
  });
}

const bruteForce: ContractAttack = {
  id: 'contract-brute-force',
  title: 'Guess a password',
  cwe: 307,
  async run(field) {
    const login = loginOf(field);
    if (login === undefined) return NOBODY_SIGNS_IN;
    const request = await wrongLogin(field, login, 'brute-force@example.com');
    for (let tries = 0; tries < TRIES; tries += 1) {
      const response = await field.send(request);
      if (response.status === 429) return undefined;
      if (response.status < 400)
        field.report('a made-up name and password were taken', { request, response });
      if (tries === TRIES - 1)
        field.report(`${TRIES} wrong passwords in a row were looked at`, { request, response });
    }
    return undefined;
  },
};

const enumeration: ContractAttack = {
  id: 'contract-user-enumeration',
  title: 'Learn from signing in who has an account',
  cwe: 204,
  async run(field) {
    const login = loginOf(field);
    const register = registerOf(field);
    const logins = field.world.contract.accounts?.logins ?? [];
    if (login === undefined || register === undefined) return NOBODY_SIGNS_IN;
    const given = await field.world.register();
    const known =
      given === null
        ? undefined
        : (logins.map((name) => given[name]).find((value) => typeof value === 'string') ??
          undefined);
    if (known === undefined) return 'The registration does not say by what people sign in.';
    const first = await field.send(await wrongLogin(field, login, known));
    const request = await wrongLogin(field, login, 'somebody.else@example.com');
    const response = await field.send(request);
    if (first.status !== response.status || first.body.length !== response.body.length)
      field.report('an unknown name is answered in another way than a wrong password', {
        request,
        response,
      });
    return undefined;
  },
};

const keptPasswords: ContractAttack = {
  id: 'contract-kept-passwords',
  title: 'Find passwords in answers, in the log or in the data folder',
  cwe: 256,
  async run(field) {
    const register = registerOf(field);
    const password = field.world.contract.accounts?.password ?? 'password';
    if (register === undefined) return 'Nobody registers with a password.';
    const plain = field.world.bodyOf(register, new Map());
    const secret = `Xq7-${Date.now()}-plain-secret`;
    if (!isObject(plain)) return 'The registration has no body with members.';
    const name =
      register.behaviour.kind === 'create'
        ? register.behaviour.set.find(({ member }) => member === password)?.source
        : undefined;
    const property = name !== undefined && 'name' in name ? name.name : password;
    const request = await field.world.requestOf(register, {
      body: { ...plain, [property]: secret },
    });
    const response = await field.send(request);
    if (response.status >= 400) return 'A password of the usual kind does not fit the document.';
    if (response.body.includes(secret))
      field.report('the answer holds the password', { request, response });
    const files = await field.searchData([Buffer.from(secret)]);
    if (files.length > 0)
      field.report(`the password stands in the clear in ${files[0]}`, { request, response });
    if (field.readLog().includes(secret))
      field.report('the password stands in the log', { request, response });
    return undefined;
  },
};

const privileges: ContractAttack = {
  id: 'contract-privileges',
  title: 'Register as an administrator',
  cwe: 915,
  async run(field) {
    const register = registerOf(field);
    if (register === undefined) return 'Nobody registers.';
    const plain = field.world.bodyOf(register, new Map());
    if (!isObject(plain)) return 'The registration has no body with members.';
    const request = await field.world.requestOf(register, {
      body: { ...plain, role: 'admin', isAdmin: true, is_admin: true, roles: ['admin'] },
    });
    const response = await field.send(request);
    const shown = parseJson(response.body);
    const text = JSON.stringify(isObject(shown) ? shown : {});
    if (response.status < 300 && /"(role|roles)":\[?"admin"|"is_?admin":true/i.test(text))
      field.report('the new account is an administrator', { request, response });
    return undefined;
  },
};

const sameName: ContractAttack = {
  id: 'contract-same-name',
  title: 'Register the same name several times at once',
  cwe: 362,
  async run(field) {
    const register = registerOf(field);
    if (register === undefined) return 'Nobody registers.';
    const request = await field.world.requestOf(register, {
      body: field.world.bodyOf(register, new Map()),
    });
    const responses = await Promise.all(Array.from({ length: 4 }, () => field.send(request)));
    const made = responses.filter(({ status }) => status < 300);
    if (made.length > 1)
      field.report(`${made.length} accounts have the same name`, {
        request,
        response: made[1] ?? null,
      });
    return undefined;
  },
};

export const passwordAttacks: readonly ContractAttack[] = [
  enumeration,
  keptPasswords,
  privileges,
  sameName,
  bruteForce,
];
