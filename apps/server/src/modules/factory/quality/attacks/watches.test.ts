import { describe, expect, it } from 'vitest';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { watches } from './watches.ts';

type Given = { status?: number; body?: string; headers?: Record<string, string>; sent?: string };

const responseOf = ({ status = 422, body = '', headers = {} }: Given): AppResponse => ({
  ...{ status, body, headers, contentType: 'application/problem+json' },
});

function look(id: string, given: Given | null): string | null | undefined {
  const request: AppRequest = { method: 'POST', path: '/notes', body: given?.sent ?? '{}' };
  const response = given === null ? null : responseOf(given);
  return watches.find((one) => one.id === id)?.look({ request, response });
}

const hash = '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaA';

describe('watches', () => {
  it.each<[string, string, Given]>([
    ['server-errors', 'it answered 500', { status: 500 }],
    ['server-errors', 'it answered 503', { status: 503 }],
    ['stack-traces', 'the answer holds a stack trace', { body: 'at run (/srv/main.js:1:2)' }],
    ['stack-traces', 'the answer holds a stack trace', { body: 'at async file:///a/b.ts:10:20' }],
    ['stack-traces', 'the answer holds a stack trace', { body: 'at Router.go (node:http:9:1)' }],
    ['inner-paths', 'the answer holds a path of the server', { body: 'no /app/src/main.ts' }],
    ['inner-paths', 'the answer holds a path of the server', { body: 'in node_modules/pg/x.js' }],
    ['inner-paths', 'the answer holds a path of the server', { body: 'full: /tmp/data' }],
    ['database-messages', 'the answer repeats the database', { body: 'SQLSTATE 23505' }],
    [
      'database-messages',
      'the answer repeats the database',
      { body: 'relation "notes" does not exist' },
    ],
    [
      'database-messages',
      'the answer repeats the database',
      { body: 'invalid input syntax for type uuid: "x"' },
    ],
    [
      'database-messages',
      'the answer repeats the database',
      { body: 'violates foreign key constraint "notes_book"' },
    ],
    [
      'program-names',
      'the answer says that it comes from nginx/1.25',
      { headers: { server: 'nginx/1.25' } },
    ],
    [
      'program-names',
      'the answer says that it comes from Express',
      { status: 200, headers: { 'x-powered-by': 'Express' } },
    ],
    ['secrets-in-answers', 'the answer holds a secret', { status: 200, body: hash }],
    [
      'secrets-in-answers',
      'the answer holds a secret',
      { body: 'postgres://app:hunter2@db:5432/app' },
    ],
    [
      'secrets-in-answers',
      'the answer holds a secret',
      { body: '-----BEGIN RSA PRIVATE KEY-----' },
    ],
  ])('%s says: %s', (id, message, given) => {
    expect(look(id, given)).toBe(message);
  });

  it.each<[string, string, Given]>([
    ['server-errors', 'a refusal', { status: 422 }],
    ['stack-traces', 'a value that looks like one', { status: 200, body: 'at a (/srv/m.js:1:2)' }],
    ['stack-traces', 'a sentence', { body: 'look at the date: 10:30:20' }],
    ['inner-paths', 'a path of the app', { body: 'nothing at /apps/source' }],
    ['database-messages', 'a value that was stored', { status: 201, body: 'SQLSTATE 23505' }],
    ['database-messages', 'a plain conflict', { body: 'email must be unique' }],
    ['program-names', 'a name that tells nothing', { headers: { server: 'library' } }],
    ['secrets-in-answers', 'what the client sent itself', { status: 201, body: hash, sent: hash }],
    ['secrets-in-answers', 'an address without a password', { body: 'postgres://db:5432/app' }],
  ])('%s says nothing of %s', (id, _what, given) => {
    expect(look(id, given)).toBeNull();
  });

  it.each(watches.map(({ id }) => id))('%s says nothing when no answer came', (id) => {
    expect(look(id, null)).toBeNull();
  });
});
