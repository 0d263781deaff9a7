import { request } from 'node:http';

type Operation = { method: string; path: string };
type Document = {
  paths: Record<string, Record<string, unknown>>;
  'x-people'?: { signIn: string; signOut: string; password: string };
};
type Answer = { status: number; text: string; cookie: string; tag: string };
/** Of the account that an app with people is started with. */
export const ADMIN = { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'a long enough phrase' };

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
/** Text that has broken servers before: controls, half characters, SQL, long words, deep nesting. */
const HOSTILE: readonly string[] = [
  '[]',
  'null',
  '"text"',
  '{',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{"a":1}}}',
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
];
const VALUES: readonly unknown[] = [
  ...['\0', '\ud800', "'; drop table x;--", 'x'.repeat(70_000), '', '9'.repeat(40), '0000-01-01'],
  ...[1e308, -1, 0.1, 2 ** 53, true, null, [], {}, { a: { b: '\0' } }],
];

/** Calls every operation with rows that exist and with input that must be refused; gives what went wrong. */
export async function exercise(socket: string): Promise<{ calls: number; failures: string[] }> {
  const failures: string[] = [];
  let calls = 0;
  let cookie = '';
  const call = async (method: string, path: string, body?: string): Promise<Answer> => {
    calls += 1;
    const tag = await tagOf(socket, method, path, cookie);
    const answer = await send(socket, method, path, { body, cookie, tag });
    if (answer.status >= 500) {
      failures.push(
        `${method} ${path.slice(0, 100)} ${body?.slice(0, 80) ?? ''}: ${answer.status}`,
      );
    }
    return answer;
  };
  const document: Document = JSON.parse((await call('GET', '/openapi.json')).text);
  const people = document['x-people'];
  if (people !== undefined) {
    const credentials = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
    const signedIn = await call('POST', people.signIn, JSON.stringify(credentials));
    if (signedIn.status !== 200) failures.push(`signing in: ${signedIn.status}`);
    cookie = signedIn.cookie;
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter(() => path !== people?.signOut && path !== people?.password)
      .map((method): Operation => ({ method: method.toUpperCase(), path })),
  );
  for (const operation of operations.filter(({ method }) => method !== 'DELETE')) {
    await exerciseOne(operation, call);
  }
  for (const operation of operations.filter(({ method }) => method === 'DELETE')) {
    await exerciseOne(operation, call);
  }
  return { calls, failures };
}

type Call = (method: string, path: string, body?: string) => Promise<Answer>;

async function exerciseOne({ method, path }: Operation, call: Call): Promise<void> {
  const collection = path.split('/{')[0] ?? path;
  const row = path.includes('{') ? await firstRow(call, collection) : await firstRow(call, path);
  const fill = (id: string) => path.replace('{id}', id).replace('{otherId}', UNKNOWN_ID);
  for (const id of path.includes('{') ? [String(row.id), UNKNOWN_ID, 'x', '%00', '%F0%9F'] : ['']) {
    if (method !== 'POST' && method !== 'PATCH') await call(method, fill(id));
    if (method === 'PATCH') await call(method, fill(id), '{}');
  }
  if (method === 'GET') await exerciseQuery(call, fill(String(row.id)), row);
  if (method === 'POST' || method === 'PATCH')
    await exerciseBody(call, method, fill(String(row.id)), row);
}

async function firstRow(call: Call, path: string): Promise<Record<string, unknown>> {
  const { status, text } = await call('GET', `${path}?limit=1`);
  const page: { items?: Record<string, unknown>[] } = status === 200 ? JSON.parse(text) : {};
  return page.items?.[0] ?? { id: UNKNOWN_ID };
}

async function exerciseQuery(
  call: Call,
  path: string,
  row: Record<string, unknown>,
): Promise<void> {
  const forged = ['a', 1, null, '\0', '2026-13-01'].map((value) => {
    const cursor = { sort: 'createdAt', value, id: UNKNOWN_ID };
    return Buffer.from(JSON.stringify(cursor)).toString('base64url');
  });
  const queries = [
    ...[
      'limit=0',
      'limit=101',
      'limit=1e1',
      'sort=nonsense',
      'cursor=x',
      'q=%00',
      'q=%25',
      'q=%5C',
    ],
    ...forged.map((cursor) => `cursor=${cursor}`),
    ...Object.keys(row).flatMap((name) =>
      [
        '',
        '%00',
        '1',
        'x',
        '-99999999999999999999',
        '0000-01-01',
        '2026-01-01T00:00:00%2B99:00',
      ].flatMap((value) => [`${name}=${value}`, `${name}.gte=${value}`, `sort=-${name}&limit=1`]),
    ),
  ];
  for (const query of queries) await call('GET', `${path}?${query}`);
}

async function exerciseBody(
  call: Call,
  method: string,
  path: string,
  row: Record<string, unknown>,
): Promise<void> {
  for (const body of HOSTILE) await call(method, path, body);
  const { id: _id, createdAt: _created, updatedAt: _updated, ...members } = row;
  await call(method, path, JSON.stringify(members));
  for (const name of Object.keys(members)) {
    for (const value of VALUES) {
      await call(
        method,
        path,
        JSON.stringify(method === 'POST' ? { ...members, [name]: value } : { [name]: value }),
      );
    }
  }
}

type Sent = { body?: string | undefined; cookie: string; tag?: string };

/** The version of the record that a change speaks of; empty where records have none. */
async function tagOf(socket: string, method: string, path: string, cookie: string) {
  const [record] = /^\/api\/[^/]+\/[\w-]{36}/.exec(path) ?? [];
  if (method === 'GET' || record === undefined) return '';
  return (await send(socket, 'GET', record, { cookie })).tag;
}

function send(
  socketPath: string,
  method: string,
  path: string,
  { body, cookie, tag = '' }: Sent,
): Promise<Answer> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(cookie !== '' && { cookie }),
    ...(tag !== '' && { 'if-match': tag }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, method, path, headers, timeout: 20_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
          tag: response.headers.etag ?? '',
        }),
      );
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${method} ${path} took 20 s`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
