import { describe, expect, it } from 'vitest';
import {
  answering,
  attackLibrary,
  documenting,
  pickAttack,
  rowsOf,
  type Weakness,
} from '../testing/attack-library.ts';
import { pathAttacks } from './path-attacks.ts';

const serving = (isServed: (path: string) => boolean, body: string): Weakness =>
  answering((_response, { path }) => (isServed(path) ? { status: 200, body } : {}));

describe('attacks on paths', () => {
  it.each(rowsOf(pathAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackLibrary(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(10);
  });

  it.each([
    ['accounts of the system', '/docs/static/..%2f', 'etc/passwd', 'root:x:0:0:root:/root:/bin/sh'],
    ['packages', '/api/..%5c', 'app/package.json', '{"name":"app","dependencies" : {}}'],
    ['settings of the process', '/..%252f', 'proc/self/environ', 'HOME=/\0NODE_ENV=production'],
  ])('path-traversal finds a file with the %s', async (_what, start, end, body) => {
    const weakness = serving((path) => path.startsWith(start) && path.endsWith(end), body);
    const { findings } = await attackLibrary(pickAttack(pathAttacks, 'path-traversal'), {
      weakness,
    });

    expect(findings).toEqual([
      {
        message: 'the answer holds a file of the server',
        request: {
          method: 'GET',
          path: `${start}${start.slice(start.indexOf('..')).repeat(7)}${end}`,
        },
      },
    ]);
  });

  it('path-traversal does not take an app that answers every path for one that serves files', async () => {
    const weakness = serving(() => true, '<title>Library</title> no PATH=/usr/bin here');
    const openapi: Weakness = (send) => {
      const weak = weakness(send);
      return (request) => (request.path === '/openapi.json' ? send(request) : weak(request));
    };
    const attack = pickAttack(pathAttacks, 'path-traversal');

    expect((await attackLibrary(attack, { weakness: openapi })).findings).toEqual([]);
  });

  it.each([
    ['hidden-files', '/.env'],
    ['hidden-files', '/.git/config'],
    ['hidden-files', '/node_modules/fastify/package.json'],
    ['debug-pages', '/metrics'],
    ['debug-pages', '/actuator/env'],
  ])('%s finds %s', async (id, served) => {
    const weakness = serving((path) => path === served, 'something');
    const { findings } = await attackLibrary(pickAttack(pathAttacks, id), { weakness });

    expect(findings).toEqual([
      { message: `${served} is served`, request: { method: 'GET', path: served } },
    ]);
  });

  it('debug-pages leaves out what the document speaks of', async () => {
    const weakness: Weakness = (send) =>
      documenting((paths) => ({ ...paths, '/status': { get: { responses: {} } } }))(
        serving((path) => path === '/status' || path === '/info', 'up')(send),
      );
    const { findings, sent } = await attackLibrary(pickAttack(pathAttacks, 'debug-pages'), {
      weakness,
    });

    expect(findings.map(({ message }) => message)).toEqual(['/info is served']);
    expect(sent.map(({ path }) => path)).not.toContain('/status');
  });
});
