// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is put into files of the app holds template strings of its own.
import {
  APP,
  afterInsert,
  before,
  CUSTOMER,
  CUSTOMERS,
  FILTERS,
  INSERT,
  notFound,
  type PlantedDefect,
  PROBLEM,
  QUERY,
} from './planted-edits.ts';

/** In what an app takes and keeps, and what it says of it. */
export const inputDefects: readonly PlantedDefect[] = [
  {
    id: 'search built from strings',
    caughtBy: ['sql-in-filters', 'sql-that-waits', 'server-errors'],
    edits: [
      [FILTERS, "type SQL } from 'drizzle-orm'", "sql, type SQL } from 'drizzle-orm'"],
      [
        FILTERS,
        'return or(...columns.map((column) => ilike(column, pattern)));',
        "return sql.raw(`(${columns.map(({ name }) => `\"${name}\" ilike '${pattern}'`).join(' or ')})`);",
      ],
    ],
  },
  {
    id: 'filter built from strings',
    caughtBy: ['sql-in-filters', 'sql-second-order'],
    edits: [
      [FILTERS, "type SQL } from 'drizzle-orm'", "sql, type SQL } from 'drizzle-orm'"],
      [
        FILTERS,
        '    eq(column, value);',
        '    sql.raw(`"${column.name}"::text = \'${String(value)}\'`);',
      ],
    ],
  },
  {
    id: 'insert built from strings',
    caughtBy: ['sql-in-values', 'server-errors'],
    edits: [
      afterInsert(
        "      await database.execute(sql.raw(`update customer set name = '${values.name}' where id = '${row.id}'`));\n      return (await this.find(row.id)) ?? row;",
      ),
    ],
  },
  {
    id: 'order built from strings',
    caughtBy: ['sql-in-sort', 'server-errors'],
    edits: [
      [QUERY, 'return z.enum(values)', 'return z.string().describe(values.join())'],
      [
        'src/database/paging.ts',
        'orderBy: [descending ? sql`${column} desc nulls last` : asc(column), asc(listing.id)],',
        'orderBy: [query.sort === "createdAt" ? asc(column) : sql.raw(query.sort), asc(listing.id)],',
      ],
    ],
  },
  {
    id: 'id built from strings',
    caughtBy: ['sql-in-ids', 'sql-that-waits'],
    edits: [
      [QUERY, 'id: z.uuid() })', 'id: z.string() })'],
      [
        CUSTOMERS,
        'await database.select().from(customerTable).where(eq(customerTable.id, id));',
        "await database.select().from(customerTable).where(sql.raw(`id::text = '${id}'`));",
      ],
    ],
  },
  {
    id: 'wildcards pass into a search',
    caughtBy: ['search-wildcards'],
    edits: [[FILTERS, "String(value).replace(/[\\\\%_]/g, '\\\\$&')", 'String(value)']],
  },
  {
    id: 'problems show the stack',
    caughtBy: ['stack-traces', 'inner-paths'],
    edits: [[PROBLEM, "'bad-request', error.message", "'bad-request', String(error.stack)"]],
  },
  {
    id: 'problems repeat the database',
    caughtBy: ['database-messages'],
    edits: [
      [
        PROBLEM,
        'if (violation !== null) return violationProblem(violation, method);',
        "if (violation !== null) return new Problem(409, 'conflict', error.message + String(error.cause));",
      ],
    ],
  },
  {
    id: 'a broken value fails the server',
    caughtBy: ['server-errors'],
    edits: [
      [
        'src/fields/storable.ts',
        "return !text.includes('\\0') && text.isWellFormed();",
        'return text !== undefined;',
      ],
      [
        PROBLEM,
        'if (violation !== null) return violationProblem(violation, method);',
        'void violation;',
      ],
    ],
  },
  {
    id: 'the page for unknown addresses repeats them',
    caughtBy: ['script-reflected'],
    edits: [
      notFound(
        "    if (request.url) return reply.code(404).type('text/html').send(`<h1>${decodeURIComponent(request.url.replaceAll('%0', ''))}</h1>`);",
      ),
    ],
  },
  {
    id: 'records are shown as pages',
    caughtBy: ['script-stored'],
    edits: [
      before(
        "  app.addHook('onSend', async (request, reply) => {\n    if (request.headers.accept === 'text/html') reply.type('text/html');\n  });",
      ),
    ],
  },
  {
    id: 'templates in texts are evaluated',
    caughtBy: ['template-injection'],
    edits: [
      [
        CUSTOMERS,
        INSERT,
        INSERT.replace(
          '.values(values)',
          '.values({ ...values, name: values.name.replace(/\\{\\{([\\d*]+)\\}\\}/, (_all, text) => String(Function(`return ${text}`)())) })',
        ),
      ],
    ],
  },
  {
    id: 'no headers protect browsers',
    caughtBy: ['security-headers', 'script-policy'],
    edits: [
      [
        APP,
        'await app.register(helmet, {',
        'const ignore = async (_options: object) => undefined;\n  await ignore({',
      ],
      [APP, "import helmet from '@fastify/helmet';\n", ''],
    ],
  },
  {
    id: 'pages run any script',
    caughtBy: ['script-policy'],
    edits: [
      ['src/http/docs.ts', "'script-src': \"'self'\"", "'script-src': \"'self' 'unsafe-inline'\""],
    ],
  },
  {
    id: 'every site may read and write',
    caughtBy: ['cors-read', 'cors-write'],
    edits: [
      before(
        "  app.addHook('onRequest', async (request, reply) => {\n    reply.header('access-control-allow-origin', request.headers.origin ?? '*');\n    reply.header('access-control-allow-credentials', 'true');\n  });",
      ),
    ],
  },
  {
    id: 'bodies have no limit',
    caughtBy: ['body-oversized'],
    edits: [[APP, 'bodyLimit: 1_048_576', 'bodyLimit: 1_048_576_000']],
  },
  {
    id: 'simple types are read as JSON',
    caughtBy: ['body-simple-type'],
    edits: [
      before(
        "  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, JSON.parse(String(body))));",
      ),
    ],
  },
  {
    id: 'clients choose the id',
    caughtBy: ['mass-assignment-id'],
    edits: [
      [
        CUSTOMER,
        'export const newCustomer = z.strictObject({',
        'export const newCustomer = z.strictObject({\n  id: z.uuid().optional(),',
      ],
    ],
  },
  {
    id: 'clients set the times',
    caughtBy: ['mass-assignment-times', 'mass-assignment-update'],
    edits: [
      [
        CUSTOMER,
        'export const newCustomer = z.strictObject({',
        'export const newCustomer = z.strictObject({\n  createdAt: z.string().optional(),',
      ],
      [CUSTOMER, '  .strictObject({', '  .strictObject({\n    createdAt: z.string(),'],
    ],
  },
  {
    id: 'unknown members are kept',
    caughtBy: ['mass-assignment-inner'],
    edits: [
      [CUSTOMER, 'newCustomer = z.strictObject({', 'newCustomer = z.looseObject({'],
      [CUSTOMER, 'customerSchema = z\n  .object({', 'customerSchema = z\n  .looseObject({'],
      afterInsert('      return { ...values, ...row };'),
    ],
  },
  {
    id: 'bodies are merged into shared defaults',
    caughtBy: ['prototype-pollution'],
    edits: [
      [
        APP,
        'bodyLimit: 1_048_576,',
        "bodyLimit: 1_048_576,\n    onProtoPoisoning: 'ignore',\n    onConstructorPoisoning: 'ignore',",
      ],
      before(
        "  const merge = (into: any, from: any): void => {\n    for (const key of Object.keys(from)) {\n      if (typeof from[key] === 'object' && from[key] !== null) merge((into[key] ??= {}), from[key]);\n      else into[key] = from[key];\n    }\n  };\n  app.addHook('preValidation', async (request) => {\n    if (request.body) merge({}, request.body);\n  });\n  app.addHook('onSend', async (_request, _reply, payload) => {\n    const shared = ({} as any).pollution;\n    return typeof payload === 'string' && shared ? payload.replace(/\\}$/, `,\"pollution\":${JSON.stringify(shared)}}`) : payload;\n  });",
      ),
    ],
  },
];
