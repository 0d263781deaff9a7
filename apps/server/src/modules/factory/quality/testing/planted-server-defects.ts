// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is put into files of the app holds template strings of its own.
import {
  APP,
  before,
  CUSTOMERS,
  INSERT,
  MIGRATION,
  NOT_UNIQUE,
  notFound,
  type PlantedDefect,
  PROBLEM,
  QUERY,
} from './planted-edits.ts';

/** In how an app serves, and in what only several requests show. */
export const serverDefects: readonly PlantedDefect[] = [
  {
    id: 'any file below the root is served',
    caughtBy: ['hidden-files', 'path-traversal'],
    edits: [
      [
        PROBLEM,
        "import { STATUS_CODES } from 'node:http';",
        "import { existsSync, readFileSync, statSync } from 'node:fs';\nimport { STATUS_CODES } from 'node:http';",
      ],
      notFound(
        "    const file = `.${request.url.replaceAll('%2f', '/').split('?')[0]}`;\n    if (existsSync(file) && statSync(file).isFile()) return reply.send(readFileSync(file, 'utf8'));",
      ),
    ],
  },
  {
    id: 'a page for developers is left',
    caughtBy: ['debug-pages'],
    edits: [
      before("  app.get('/debug', { schema: { hide: true } }, async () => process.versions);"),
    ],
  },
  {
    id: 'methods can be disguised',
    caughtBy: ['method-override'],
    edits: [
      [APP, 'import Fastify, {', "import { createServer } from 'node:http';\nimport Fastify, {"],
      [
        APP,
        'bodyLimit: 1_048_576,',
        "bodyLimit: 1_048_576,\n    serverFactory: (handler) =>\n      createServer((request, response) => {\n        const name = request.headers['x-http-method-override'];\n        if (typeof name === 'string') {\n          request.method = name;\n          delete request.headers['content-type'];\n          delete request.headers['content-length'];\n        }\n        handler(request, response);\n      }),",
      ],
    ],
  },
  {
    id: 'a collection can be deleted',
    caughtBy: ['method-undocumented'],
    edits: [
      before(
        "  app.delete('/api/customers', { schema: { hide: true } }, async (_request, reply) => reply.code(204).send());",
      ),
    ],
  },
  {
    id: 'the host of the request is believed',
    caughtBy: ['host-header'],
    edits: [
      [
        'src/http/docs.ts',
        "async (_request, reply) => reply.redirect('/docs')",
        'async (request, reply) => reply.redirect(`http://${request.headers.host}/docs`)',
      ],
    ],
  },
  {
    id: 'an address leads anywhere',
    caughtBy: ['open-redirect'],
    edits: [
      [
        'src/http/docs.ts',
        "async (_request, reply) => reply.redirect('/docs')",
        "async (request, reply) => reply.redirect((request.query as { next?: string }).next ?? '/docs')",
      ],
    ],
  },
  {
    id: 'line breaks come into a header',
    caughtBy: ['server-errors', 'header-injection'],
    edits: [notFound("    reply.header('x-asked-for', decodeURIComponent(request.url));")],
  },
  {
    id: 'uniqueness is not kept',
    caughtBy: ['unique-twice', 'unique-race'],
    edits: [NOT_UNIQUE],
  },
  {
    id: 'uniqueness is looked up before',
    caughtBy: ['unique-race', 'unique-change-race'],
    edits: [
      NOT_UNIQUE,
      [
        CUSTOMERS,
        INSERT,
        `      const [taken] = await database.select().from(customerTable).where(eq(customerTable.email, values.email));\n      if (taken) throw Object.assign(new Error('taken'), { code: '23505' });\n${INSERT}`,
      ],
    ],
  },
  {
    id: 'a deletion always works',
    caughtBy: ['delete-race'],
    edits: [[CUSTOMERS, 'return rows.length > 0;', 'return rows.length >= 0;']],
  },
  {
    id: 'references are not kept',
    caughtBy: ['reference-of-another-kind'],
    edits: [
      [
        MIGRATION,
        '  foreign key ("customer_id") references "customer" ("id") on delete restrict;',
        '  check (true);',
      ],
    ],
  },
  {
    id: 'pages have any size',
    caughtBy: ['page-size'],
    edits: [
      [QUERY, '/^(100|[1-9]\\d?)$/', '/^-?\\d{1,7}$/'],
      ['src/database/paging.ts', 'limit: query.limit + 1', 'limit: Math.max(query.limit, 1) + 1'],
    ],
  },
  {
    id: 'a pattern tries every way',
    caughtBy: ['slow-patterns', 'slow-queries'],
    edits: [
      [
        'src/fields/text.ts',
        '.refine(isStorable, STORABLE)',
        '.refine((value) => /^(([a-z])+.)+[A-Z]$/.test(value) || isStorable(value), STORABLE)',
      ],
    ],
  },
  {
    id: 'ids are counted',
    caughtBy: ['ids-guessable'],
    edits: [
      [
        'src/modules/customer/table.ts',
        "id: uuid('id').primaryKey().defaultRandom()",
        "id: uuid('id').primaryKey().$defaultFn(() => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`)",
      ],
      [
        'src/modules/customer/table.ts',
        'export const customerTable',
        'let count = 0;\n\nexport const customerTable',
      ],
    ],
  },
  {
    id: 'texts pass for numbers',
    caughtBy: ['number-disguised'],
    edits: [
      [
        'src/fields/integer.ts',
        'return z.int().min(min).max(max);',
        'return z.coerce.number().int().min(min).max(max);',
      ],
    ],
  },
  {
    id: 'prices below zero',
    caughtBy: ['number-bounds'],
    edits: [
      [
        'src/modules/line-item/schema.ts',
        "decimal({ scale: 2, min: '0' })",
        'decimal({ scale: 2 })',
      ],
      [MIGRATION, ' constraint "line_item_unit_price_check" check ("unit_price" >= 0)', ''],
    ],
  },
  {
    id: 'prices are binary fractions',
    caughtBy: ['number-overflow'],
    edits: [
      [
        'src/fields/decimal.ts',
        "(typeof value === 'number' ? String(value) : value)",
        '(typeof value === "number" ? String(value | 0) : value)',
      ],
    ],
  },
  {
    id: 'requests are logged with their headers',
    caughtBy: ['secrets-in-log'],
    edits: [
      before(
        "  app.addHook('onRequest', async (request) => request.log.warn({ sent: request.headers }, 'request'));",
      ),
    ],
  },
  {
    id: 'the program names itself',
    caughtBy: ['program-names'],
    edits: [
      before(
        "  app.addHook('onRequest', async (_request, reply) => {\n    reply.header('x-powered-by', 'Fastify 5');\n  });",
      ),
    ],
  },
  {
    id: 'a problem shows where the database is',
    caughtBy: ['secrets-in-answers'],
    edits: [
      [
        PROBLEM,
        '`Nothing answers ${request.method} here.`',
        "'No route; database postgres://app:hunter2@db/app'",
      ],
    ],
  },
  {
    id: 'a file is read by the name in the address',
    caughtBy: ['path-traversal'],
    edits: [
      [
        PROBLEM,
        "import { STATUS_CODES } from 'node:http';",
        "import { existsSync, readFileSync } from 'node:fs';\nimport { STATUS_CODES } from 'node:http';",
      ],
      notFound(
        "    const name = decodeURIComponent(request.url.replaceAll('%252f', '%2f').slice(1).replace(/%(?![0-9a-f]{2})/gi, ''));\n    if (name.includes('..') && existsSync(`/app/src/${name}`)) return reply.type('text/plain').send(readFileSync(`/app/src/${name}`, 'utf8'));",
      ),
    ],
  },
];
