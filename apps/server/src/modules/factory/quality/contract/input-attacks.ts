import type { ContractOperation } from '@quantumlayer/contracts';
import { isObject } from '../domain/json-schema.ts';
import { isJson } from '../domain/openapi-document.ts';
import { parseJson } from '../domain/parse-json.ts';
import { type ContractAttack, type ContractField, determined } from './contract-attack.ts';
import { mediaOf } from './contract-requests.ts';
import { encodeBody } from './encode-body.ts';

const INJECTIONS = [
  "' OR '1'='1",
  '\'; DROP TABLE "session"; --',
  '" OR ""="',
  "1' UNION SELECT null--",
  '\\',
];
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>';

function writing(field: ContractField): ContractOperation[] {
  return determined(field).filter(
    ({ behaviour }) =>
      (behaviour.kind === 'create' && !behaviour.many && !behaviour.registers) ||
      behaviour.kind === 'change',
  );
}

/** The same text in every member that is one. */
function withText(body: unknown, text: string): unknown {
  if (!isObject(body)) return body;
  const members = Object.entries(body);
  return Object.fromEntries(
    members.map(([name, value]) => [name, typeof value === 'string' ? text : value]),
  );
}

/** Registering costs a hash, whatever is sent. */
function isCheap({ behaviour }: ContractOperation): boolean {
  return !(behaviour.kind === 'create' && behaviour.registers) && behaviour.kind !== 'login';
}

const injection: ContractAttack = {
  id: 'contract-sql-injection',
  title: 'Send SQL in paths, queries and bodies',
  cwe: 89,
  async run(field) {
    const { world } = field;
    for (const operation of determined(field).filter(isCheap)) {
      const owner = operation.access.for === 'session' ? await world.personFor(operation) : null;
      for (const text of INJECTIONS) {
        const names = (world.documented(operation)?.parameters ?? [])
          .filter(({ place }) => place === 'query')
          .map(({ name }) => name);
        const query = names
          .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`)
          .join('&');
        const path = operation.path.replaceAll(/\{[^}]*\}/g, encodeURIComponent(text));
        const request = await world.requestOf(operation, {
          owner,
          query,
          path,
          body: withText(world.bodyOf(operation, new Map()), text),
        });
        const response = await field.send(request);
        if (response.status >= 500)
          field.report(`answered ${response.status}`, { request, response });
        if (/syntax error|pg_|relation "|drizzle/i.test(response.body))
          field.report('the answer speaks of the database', { request, response });
      }
    }
    return undefined;
  },
};

const storedScript: ContractAttack = {
  id: 'contract-stored-script',
  title: 'Store a script that pages show',
  cwe: 79,
  async run(field) {
    const { world } = field;
    const pages = determined(field).filter(
      ({ behaviour }) => 'answer' in behaviour && behaviour.answer.body.as === 'page',
    );
    if (pages.length === 0) return 'No operation answers with a page.';
    for (const page of pages) {
      const resource = 'resource' in page.behaviour ? page.behaviour.resource : '';
      const maker = writing(field).find(
        ({ behaviour }) => behaviour.kind === 'create' && behaviour.resource === resource,
      );
      if (maker === undefined) continue;
      const owner = await world.person();
      const rows = (await world.rowsFor(maker, owner)) ?? new Map();
      const body = world.bodyOf(maker, rows);
      const scripted = isObject(body)
        ? Object.fromEntries(
            Object.entries(body).map(([name, value]) => [
              name,
              typeof value === 'string' ? SCRIPT : value,
            ]),
          )
        : body;
      const made = await world.send(maker, { body: scripted, rows, owner });
      await field.send(made.request);
      const request = await world.requestOf(page, {
        owner,
        rows: (await world.rowsFor(page, owner)) ?? new Map(),
      });
      const response = await field.send(request);
      if (response.body.includes('<script>alert') || response.body.includes('<img src=x'))
        field.report('the page holds the script', { request, response });
    }
    return undefined;
  },
};

const massAssignment: ContractAttack = {
  id: 'contract-mass-assignment',
  title: 'Give members that the server makes',
  cwe: 915,
  async run(field) {
    const { world } = field;
    const makers = writing(field).filter((operation) =>
      isJson(mediaOf(world.document, operation) ?? ''),
    );
    if (makers.length === 0) return 'No operation takes members of a record.';
    for (const operation of makers) {
      if (!('resource' in operation.behaviour) || !('set' in operation.behaviour)) continue;
      const { behaviour } = operation;
      const resource = world.contract.resources.find(({ name }) => name === behaviour.resource);
      const given = behaviour.set.map(({ member }) => member);
      const made = (resource?.members ?? []).filter(
        ({ name, made: by }) =>
          by !== undefined ||
          (name === resource?.key.member && !given.includes(name)) ||
          name === resource?.owner,
      );
      if (made.length === 0) continue;
      const owner = operation.access.for === 'session' ? await world.personFor(operation) : null;
      const rows = await world.rowsFor(operation, owner);
      const body = rows === null ? null : world.bodyOf(operation, rows);
      if (rows === null || !isObject(body)) continue;
      const forged = Object.fromEntries(
        made.map(({ name, kind }) => [
          name,
          kind === 'integer' || kind === 'number' ? 987_654 : 'forged-by-the-client',
        ]),
      );
      const request = await world.requestOf(operation, {
        owner,
        rows,
        body: { ...forged, ...body },
      });
      const response = await field.send(request);
      const text = JSON.stringify(parseJson(response.body) ?? '');
      if (
        response.status < 300 &&
        (text.includes('forged-by-the-client') || text.includes('987654'))
      )
        field.report('a member that the server makes was taken from the client', {
          request,
          response,
        });
    }
    return undefined;
  },
};

/** Null where the app closed the connection before it had taken the whole body, which is a refusal as well. */
async function unlessCutOff<Answer>(sent: Promise<Answer>): Promise<Answer | null> {
  try {
    return await sent;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPIPE' || code === 'ECONNRESET') return null;
    throw error;
  }
}

const oversized: ContractAttack = {
  id: 'contract-oversized-bodies',
  title: 'Send bodies that are too large or nested too deep',
  cwe: 770,
  async run(field) {
    const { world } = field;
    const takers = determined(field).filter((operation) =>
      isJson(mediaOf(world.document, operation) ?? ''),
    );
    if (takers.length === 0) return 'No operation takes JSON.';
    for (const operation of takers) {
      const owner = operation.access.for === 'session' ? await world.personFor(operation) : null;
      const plain = await world.requestOf(operation, { owner, body: {} });
      for (const body of [
        JSON.stringify({ a: 'x'.repeat(2_000_000) }),
        `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
        `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      ]) {
        const request = { ...plain, body };
        const response = await unlessCutOff(field.send(request));
        if (response === null) await field.send(plain);
        else if (response.status < 400 || response.status >= 500)
          field.report(`answered ${response.status}`, { request, response });
      }
    }
    return undefined;
  },
};

const traversal: ContractAttack = {
  id: 'contract-path-traversal',
  title: 'Leave the folder by paths and names of files',
  cwe: 22,
  async run(field) {
    const { world } = field;
    for (const operation of determined(field).filter(
      ({ path, method }) => path.includes('{') && method === 'get',
    )) {
      const owner = operation.access.for === 'session' ? await world.personFor(operation) : null;
      for (const segment of [
        '..%2f..%2f..%2fetc%2fpasswd',
        '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
        '....%2f%2fetc%2fpasswd',
      ]) {
        const request = await world.requestOf(operation, {
          owner,
          path: operation.path.replaceAll(/\{[^}]*\}/g, segment),
        });
        const response = await field.send(request);
        if (/root:.*:0:0:/.test(response.body) || response.status >= 500)
          field.report(`answered ${response.status}`, { request, response });
      }
    }
    for (const operation of writing(field).filter((one) =>
      /multipart/.test(mediaOf(world.document, one) ?? ''),
    ))
      await uploadBeyond(field, operation);
    return undefined;
  },
};

async function uploadBeyond(
  { world, send, report }: ContractField,
  operation: ContractOperation,
): Promise<void> {
  const owner = operation.access.for === 'session' ? await world.personFor(operation) : null;
  const rows = await world.rowsFor(operation, owner);
  if (rows === null) return;
  const body = world.bodyOf(operation, rows);
  const plain = await world.requestOf(operation, { owner, rows, body });
  for (const name of ['../../../tmp/evil.png', '..\\\\evil.png', '/etc/evil.png']) {
    const request = { ...plain, ...encodeBody('multipart/form-data', body, name) };
    const response = await send(request);
    if (response.status >= 500 || /\.\.\/|\/etc\//.test(response.body))
      report(`a file name with a path was answered with ${response.status}`, { request, response });
  }
}

const counting: ContractAttack = {
  id: 'contract-lost-counts',
  title: 'Count many times at once',
  cwe: 362,
  async run(field) {
    const { world } = field;
    // What takes away may rightly be refused where there is nothing yet.
    const counter = determined(field).find(
      ({ behaviour }) => behaviour.kind === 'increment' && behaviour.by > 0,
    );
    if (counter === undefined) return 'Nothing is counted up.';
    const owner = counter.access.for === 'session' ? await world.person() : null;
    const rows = await world.rowsFor(counter, owner);
    if (rows === null) return 'The record with the count could not be made.';
    const body = world.bodyOf(counter, rows);
    const request = await world.requestOf(counter, { owner, rows, body });
    const responses = await Promise.all(Array.from({ length: 8 }, () => field.send(request)));
    const broken = responses.find(({ status }) => status >= 400);
    if (broken !== undefined)
      field.report(`one of several at once was answered with ${broken.status}`, {
        request,
        response: broken,
      });
    const bodies = responses
      .map(({ body }) => body)
      .filter((body) => body !== '' && /\d/.test(body));
    if (bodies.length === responses.length && new Set(bodies).size < bodies.length)
      field.report('two of several at once got the same count', {
        request,
        response: responses[0] ?? null,
      });
    return undefined;
  },
};

export const inputAttacks: readonly ContractAttack[] = [
  injection,
  storedScript,
  massAssignment,
  oversized,
  traversal,
  counting,
];
