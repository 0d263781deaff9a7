import { describe, expect, it } from 'vitest';
import type { AppRequest } from '../domain/finding.ts';
import {
  answering,
  attackLibrary,
  pickAttack,
  rowsOf,
  type Weakness,
  withoutRecords,
} from '../testing/attack-library.ts';
import { methodAttacks } from './method-attacks.ts';

/** Deletes what another method names when the request bears the mark. */
const deletingWhere =
  (isMarked: (request: AppRequest) => boolean): Weakness =>
  (send) =>
  (request) =>
    send(
      isMarked(request) ? { method: 'DELETE', path: request.path.split('?')[0] ?? '' } : request,
    );

describe('attacks with methods', () => {
  it.each(rowsOf(methodAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackLibrary(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(2);
  });

  it.each<[string, (request: AppRequest) => boolean, Partial<AppRequest>]>([
    [
      'x-http-method-override on POST',
      ({ method, headers }) => method === 'POST' && !!headers?.['x-http-method-override'],
      { method: 'POST', body: '{}' },
    ],
    [
      'x-http-method',
      ({ headers }) => headers?.['x-http-method'] === 'DELETE',
      { method: 'POST', headers: { 'x-http-method': 'DELETE' } },
    ],
    [
      'x-http-method-override on GET',
      ({ method, headers }) => method === 'GET' && !!headers?.['x-http-method-override'],
      { method: 'GET' },
    ],
    [
      '_method in a link',
      ({ method, path }) => method === 'GET' && path.endsWith('?_method=DELETE'),
      { method: 'GET', path: expect.stringMatching(/^\/authors\/[0-9a-f-]+\?_method=DELETE$/) },
    ],
    [
      '_method in a form',
      ({ body }) => body === '{"_method":"DELETE"}',
      { method: 'POST', body: '{"_method":"DELETE"}' },
    ],
  ])('method-override finds %s, once', async (_what, isMarked, shown) => {
    const { findings } = await attackLibrary(pickAttack(methodAttacks, 'method-override'), {
      weakness: deletingWhere(isMarked),
    });

    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ message: 'the record is gone', request: shown });
  });

  it('method-override says that no record can be read', async () => {
    const { reason, sent } = await attackLibrary(pickAttack(methodAttacks, 'method-override'), {
      weakness: withoutRecords,
    });

    expect([reason, sent]).toEqual(['No record can be read.', []]);
  });

  it.each(['TRACE', 'DEBUG', 'TRACK'])('method-trace finds %s', async (method) => {
    // The app itself refuses such methods before it looks at anything.
    const weakness: Weakness = (send) => async (request) => {
      if (request.method !== method) return send(request);
      const body = JSON.stringify(request.headers);
      return { status: 405, contentType: 'text/plain', headers: {}, body };
    };
    const { findings } = await attackLibrary(pickAttack(methodAttacks, 'method-trace'), {
      weakness,
    });

    expect(findings).toEqual([
      {
        message: `${method} is answered`,
        request: { method, path: '/', headers: { 'x-mark': 'given-back-by-the-app' } },
      },
    ]);
  });

  it.each([
    ['PATCH', '/books/01890000-ffff-7fff-bfff-ffffffffffff'],
    ['DELETE', '/books'],
    ['PUT', '/covers'],
  ])('method-undocumented finds %s %s', async (method, path) => {
    const weakness = answering((_response, request) =>
      request.method === method && request.path === path ? { status: 204, body: '' } : {},
    );
    const { findings } = await attackLibrary(pickAttack(methodAttacks, 'method-undocumented'), {
      weakness,
    });

    expect(findings).toMatchObject([
      { message: 'the method was taken', request: { method, path } },
    ]);
  });

  it('method-undocumented sends no method that the document speaks of', async () => {
    const { sent } = await attackLibrary(pickAttack(methodAttacks, 'method-undocumented'));
    const lines = sent.map(({ method, path }) => `${method} ${path}`);

    expect(lines).toContain('PUT /authors');
    expect(lines).not.toContain('POST /authors');
    expect(lines.filter((line) => line.startsWith('GET'))).toEqual([]);
  });
});
