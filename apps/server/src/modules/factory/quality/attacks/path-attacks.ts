import type { Attack } from './attack.ts';
import { isTaken } from './attack-field.ts';

const CLIMBS = [
  '../'.repeat(8),
  '..%2f'.repeat(8),
  '%2e%2e%2f'.repeat(8),
  '..%5c'.repeat(8),
  '..%252f'.repeat(8),
];
const BASES = ['/', '/docs/', '/docs/static/', '/api/'];
const FILES = ['etc/passwd', 'app/package.json', 'proc/self/environ'];
/** What only these files hold. */
const CONTENT = /root:.*:0:0:|"dependencies"\s*:|(^|\0)(PATH|NODE_ENV|DATA_DIR)=/;

const traversal: Attack = {
  id: 'path-traversal',
  title: 'Paths that climb out of what is served',
  cwe: 22,
  async run(field) {
    for (const base of BASES) {
      for (const climb of CLIMBS) {
        for (const file of FILES) {
          const request = { method: 'GET', path: `${base}${climb}${file}` };
          const response = await field.send(request);
          if (response === null || !CONTENT.test(response.body)) continue;
          field.report('the answer holds a file of the server', { request, response });
        }
      }
    }
    return undefined;
  },
};

/** Answers to what is not in the document, at paths where secrets or the inside of apps are often left. */
function leftovers(id: string, title: string, cwe: number, paths: readonly string[]): Attack {
  return {
    id,
    title,
    cwe,
    async run(field) {
      const documented = new Set(field.document.operations.map(({ path }) => path));
      for (const path of paths.filter((one) => !documented.has(one))) {
        const request = { method: 'GET', path };
        const response = await field.send(request);
        if (isTaken(response)) field.report(`${path} is served`, { request, response });
      }
      return undefined;
    },
  };
}

export const pathAttacks: readonly Attack[] = [
  traversal,
  leftovers('hidden-files', 'Files that are not meant for anybody', 538, [
    '/.env',
    '/.git/HEAD',
    '/.git/config',
    '/package.json',
    '/package-lock.json',
    '/src/main.ts',
    '/data/PG_VERSION',
    '/backup.sql',
    '/dump.sql',
    '/docs/static/.env',
    '/node_modules/fastify/package.json',
    '/.well-known/../.env',
  ]),
  leftovers('debug-pages', 'Pages for those who develop the app', 489, [
    '/debug',
    '/api/debug',
    '/metrics',
    '/status',
    '/info',
    '/env',
    '/api/env',
    '/config',
    '/console',
    '/graphql',
    '/graphiql',
    '/admin',
    '/actuator/env',
    '/json/list',
    '/api/test',
    '/__coverage__',
  ]),
];
