import type { Client } from './client.ts';
import { Refused } from './failures.ts';
import type { Reply } from './reply.ts';
import { denied, must, safe } from './verdicts.ts';

/** Text that ends a literal in one language or another. */
const INJECTIONS: readonly string[] = [
  "' OR '1'='1",
  "'; DROP TABLE users; --",
  "x' UNION SELECT null, version(), null --",
  '" OR ""="',
  '1); SELECT pg_sleep(5); --',
  "\\'; SELECT 1; --",
  '%27%20OR%201%3D1',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what is tried
  '${7*7}{{7*7}}',
  '$(sleep 5)`sleep 5`',
];

/** Text that runs in a browser that takes it for HTML. */
export const SCRIPTS: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
];

/** Ways out of a folder, as they are written in a path. */
export const CLIMBS: readonly string[] = [
  '../../../../../../etc/passwd',
  '..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '..%252f..%252f..%252fetc%252fpasswd',
  '....//....//....//etc/passwd',
  '%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/etc/passwd',
  '..\\..\\..\\etc\\passwd',
  'x%00.png',
];

/** Each text is sent; it is kept as data or refused, and takes no longer than honest input. */
export async function injects(send: (text: string) => Promise<Reply>): Promise<void> {
  for (const text of INJECTIONS) {
    const started = performance.now();
    const reply = await send(text);
    if (reply.status === 501) throw new Refused(`${reply.call} is not built`);
    safe(performance.now() - started < 4_500, `${reply.call} slept on ${text}`);
    leaksNothing(reply);
  }
}

/** No trace of what the server is made of. */
export function leaksNothing(reply: Reply): void {
  const told =
    /node_modules|\bat [\w.]+ \(|syntax error at or near|pg_catalog|SELECT .* FROM |\/(tmp|home|root)\//;
  safe(!told.test(reply.text), `${reply.call} tells of its inside: ${reply.text.slice(0, 160)}`);
}

/** What was stored may not stand in a page as markup. */
export function pageIsInert(reply: Reply): void {
  must(/html/.test(reply.headers.get('content-type') ?? ''), `${reply.call} is no page`);
  for (const script of SCRIPTS)
    safe(!reply.text.includes(script), `${reply.call} carries ${script} as markup`);
}

/** Broken, deep and huge bodies: refused, with the server alive afterwards. */
export async function bodiesAreBounded(api: Client, path: string, method = 'POST'): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const broken = await api.send(method, path, { text: '{"a": ', headers });
  if ([404, 405, 501].includes(broken.status)) throw new Refused(`${broken.call} is not built`);
  leaksNothing(denied(broken));
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  leaksNothing(denied(await api.send(method, path, { text: deep, headers })));
  const members = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  leaksNothing(denied(await api.send(method, path, { text: members, headers })));
  await huge(api, path, method);
  const again = await api.send(method, path, { text: '{', headers });
  denied(again);
}

async function huge(api: Client, path: string, method: string): Promise<void> {
  const text = JSON.stringify({ text: 'x'.repeat(24_000_000) });
  try {
    denied(await api.send(method, path, { text, headers: { 'content-type': 'application/json' } }));
  } catch (error) {
    // A server may close the connection on what it will not read to the end.
    if (!/got no answer/.test(String(error))) throw error;
  }
}

/** Wrong passwords, one after the other, end in a refusal to go on. */
export async function guessingIsStopped(
  guess: (password: string) => Promise<Reply>,
  tries = 60,
): Promise<void> {
  const first = await guess('not-the-password-0');
  must(
    first.status >= 400 && first.status < 500 && first.status !== 404,
    `${first.call}: ${first.status}`,
  );
  for (let count = 1; count < tries; count += 1) {
    const reply = await guess(`not-the-password-${count}`);
    if (reply.status === 429 || reply.status === 423) return;
  }
  safe(false, `${first.call}: ${tries} wrong guesses and no end`);
}

/** Whether there is such an account may not show in the answer. */
export function answersAlike(known: Reply, unknown: Reply): void {
  must(known.status >= 400, `${known.call} let a wrong password in`);
  must(known.status !== 501 && known.status !== 404, `${known.call}: ${known.status}`);
  safe(known.status === unknown.status, `${known.call}: ${known.status} and ${unknown.status}`);
  safe(
    withoutIds(known.text) === withoutIds(unknown.text),
    `${known.call} tells them apart: ${known.text.slice(0, 80)} / ${unknown.text.slice(0, 80)}`,
  );
}

function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|req-\w+|"instance":"[^"]*"/g, '');
}

/** Sends the same at the same time; gives the answers. */
export async function atOnce(
  times: number,
  send: (turn: number) => Promise<Reply>,
): Promise<readonly Reply[]> {
  const replies = await Promise.all(Array.from({ length: times }, (_, turn) => send(turn)));
  if (replies.some(({ status }) => status === 501)) throw new Refused('not built');
  return replies;
}

/** Of many who take the same name at once, one gets it. */
export async function oneWins(
  times: number,
  send: (turn: number) => Promise<Reply>,
): Promise<void> {
  const replies = await atOnce(times, send);
  const won = replies.filter(({ status }) => status < 300).length;
  must(won > 0, `nobody got it: ${replies[0]?.status} ${replies[0]?.text.slice(0, 100)}`);
  safe(won === 1, `${won} of ${times} got the same`);
}

/** Tokens that nobody gave out. */
export async function forgedTokensAreRefused(
  call: (headers: Record<string, string>) => Promise<Reply>,
  genuine = '',
): Promise<void> {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = part({
    sub: '1',
    id: 1,
    userId: 1,
    username: 'admin',
    role: 'admin',
    exp: 9_999_999_999,
  });
  const tokens = [
    '',
    'null',
    'undefined',
    `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    `${part({ alg: 'HS256', typ: 'JWT' })}.${claims}.${Buffer.from('secret').toString('base64url')}`,
    genuine.slice(0, -4),
    genuine === '' ? 'x' : `${genuine.slice(0, -2)}${genuine.endsWith('AA') ? 'BB' : 'AA'}`,
    "' OR '1'='1",
    '*',
    '%',
  ];
  const anonymous = await call({});
  if (anonymous.status === 501) throw new Refused('not built');
  denied(anonymous, 401, 403);
  for (const token of tokens) denied(await call({ authorization: `Bearer ${token}` }), 401, 403);
}

/** The text is nowhere in an answer. */
export function keepsSecret(reply: Reply, secret: string): void {
  safe(!reply.text.includes(secret), `${reply.call} shows a secret`);
}

/** A value that would end a header's line and begin another. */
export const SPLITS: readonly string[] = [
  'x\r\nset-cookie: a=b',
  'x\nlocation: //evil.test',
  'x"; filename="evil.html',
];

export function headersAreWhole(reply: Reply): void {
  safe(
    !/a=b/.test(reply.headers.get('set-cookie') ?? ''),
    `${reply.call}: a header was smuggled in`,
  );
  const to = reply.headers.get('location') ?? '';
  safe(!/evil\.test/.test(to), `${reply.call} leads to ${to}`);
}

/** Members that nobody asked for do not change what the server decides. */
export function unmoved(reply: Reply, path: string, forbidden: unknown): void {
  safe(reply.at(path) !== forbidden, `${reply.call} took ${path} from the client`);
}
