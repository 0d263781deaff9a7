import swagger from '@fastify/swagger';
import type { Blueprint } from '@quantumlayer/contracts';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Attack } from '../attacks/attack.ts';
import { attackLibrary, field, type Weakness } from './attack-library.ts';

type Row = { id: string; createdAt: string; [name: string]: unknown };
type Query = { limit: number; cursor?: string; q?: string; name?: string; sort: string };
type Kind = {
  path: string;
  input: z.ZodObject;
  /** How a record is changed: in part, or by a whole new one. */
  change: 'PATCH' | 'PUT';
  seeds: readonly object[];
};

/** What the shop could have been built from. */
export const shopBlueprint: Blueprint = {
  version: 1,
  name: 'shop',
  title: 'Shop',
  description: 'Products of suppliers',
  entities: [
    {
      name: 'Supplier',
      plural: 'Suppliers',
      fields: [field('name', 'string', { unique: true }), field('note', 'text')],
      relations: [],
      access: {
        ...{ rows: 'own', seesAll: ['keeper'], create: 'everyone' },
        ...{ read: 'everyone', update: 'everyone', delete: 'everyone' },
      },
    },
    { name: 'Tag', plural: 'Tags', fields: [field('name', 'string')], relations: [] },
    {
      name: 'Product',
      plural: 'Products',
      fields: [
        field('name', 'string'),
        field('stock', 'integer', { min: 0, max: 1000 }),
        field('price', 'decimal', { min: 0 }),
      ],
      relations: [],
    },
  ],
};

const id = z.uuid();
const kinds: readonly Kind[] = [
  {
    path: '/suppliers',
    input: z.strictObject({ name: z.string().min(1).max(80), note: z.string().max(200) }),
    change: 'PATCH',
    seeds: ['Alder', 'Birch', 'Cedar'].map((name) => ({ name, note: '' })),
  },
  {
    path: '/tags',
    input: z.strictObject({ name: z.string().min(1).max(40) }),
    change: 'PUT',
    seeds: ['blue', 'green'].map((name) => ({ name })),
  },
  {
    path: '/products',
    input: z.strictObject({
      name: z.string().min(1).max(80),
      stock: z.int().min(0).max(1000),
      price: z.number().min(0).max(9999.99).multipleOf(0.01),
      supplierId: id.meta({ 'x-references': 'supplier' }),
      tagIds: z.array(id.meta({ 'x-references': 'tag' })).max(20),
    }),
    change: 'PATCH',
    seeds: [],
  },
];

const sorts = ['createdAt', '-createdAt', 'name', '-name'] as const;
const query = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
  q: z.string().max(100).optional(),
  name: z.string().max(100).optional(),
  sort: z.enum(sorts).default('createdAt'),
});
const params = z.object({ id });
const problem = z.looseObject({ type: z.string(), title: z.string(), status: z.int() });
const problems = {
  '4xx': { description: 'Problem', content: { 'application/problem+json': { schema: problem } } },
} as const;

class Refused extends Error {
  readonly statusCode: number;
  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** A small, correct app with what the library lacks: searches, orders, cursors, lists of ids and a page. */
export async function buildShopApp(): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 1_000_000 });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const refuse = (status: number, title: string) => ({ type: 'about:blank', title, status });
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = hasZodFastifySchemaValidationErrors(error) ? 422 : (error.statusCode ?? 500);
    return reply.code(status).type('application/problem+json').send(refuse(status, error.message));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('application/problem+json').send(refuse(404, 'Not found')),
  );
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Shop', version: '1.0.0' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  const tables = new Map<string, Map<string, Row>>();
  app.after(() => {
    for (const kind of kinds) serveKind(app, kind, tables);
  });
  app.get('/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'self'; frame-ancestors 'none'")
      .send('<!doctype html><title>Shop</title>'),
  );
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.ready();
  return app;
}

function serveKind(app: FastifyInstance, kind: Kind, tables: Map<string, Map<string, Row>>): void {
  const { path, input, change } = kind;
  const rows = new Map<string, Row>();
  tables.set(path, rows);
  const record = input.extend({ id, createdAt: z.string() });
  const get = ({ id: wanted }: { id: string }) => {
    const row = rows.get(wanted);
    if (row === undefined) throw new Refused(404, 'No such record');
    return row;
  };
  const check = (values: object) => {
    refuseBroken(values);
    const { supplierId, tagIds = [] }: { supplierId?: string; tagIds?: string[] } = values;
    const isKnown = (place: string, one: string) => tables.get(place)?.has(one) === true;
    const isSupplied = supplierId === undefined || isKnown('/suppliers', supplierId);
    if (!isSupplied || !tagIds.every((one) => isKnown('/tags', one)))
      throw new Refused(409, 'What it belongs to does not exist');
  };
  const insert = (values: object) => {
    check(values);
    const row: Row = { ...values, id: v7(), createdAt: new Date().toISOString() };
    rows.set(row.id, row);
    return row;
  };
  for (const seed of kind.seeds) insert(seed);

  app.post(
    path,
    { schema: { body: input, response: { 201: record, ...problems } } },
    async ({ body }, reply) => reply.code(201).send(insert(body as object)),
  );
  const page = z.object({ items: z.array(record), nextCursor: z.string().nullable() });
  app.get(
    path,
    { schema: { querystring: query, response: { 200: page, ...problems } } },
    async (request) => listRows([...rows.values()], request.query as Query),
  );
  app.get(
    `${path}/:id`,
    { schema: { params, response: { 200: record, ...problems } } },
    async (request) => get(request.params as Row),
  );
  app.route({
    method: change,
    url: `${path}/:id`,
    schema: {
      params,
      body: change === 'PUT' ? input : input.partial(),
      response: { 200: record, ...problems },
    },
    handler: async (request) => {
      const row = get(request.params as Row);
      check(request.body as object);
      return Object.assign(row, request.body);
    },
  });
  app.delete(
    `${path}/:id`,
    { schema: { params, response: { 204: z.null(), ...problems } } },
    async (request, reply) => {
      rows.delete(get(request.params as Row).id);
      return reply.code(204).send(null);
    },
  );
}

function refuseBroken(values: object): void {
  if (/\\u(0000|d[89a-f])/.test(JSON.stringify(values)))
    throw new Refused(422, 'A text cannot be stored');
}

function listRows(all: Row[], { limit, cursor, q, name, sort }: Query) {
  const by = sort.replace('-', '');
  const found = all
    .filter((row) => name === undefined || row.name === name)
    .filter((row) => q === undefined || String(row.name).includes(q))
    .toSorted((one, other) => String(one[by]).localeCompare(String(other[by])));
  if (sort.startsWith('-')) found.reverse();
  const from = cursor === undefined ? 0 : found.findIndex((row) => cursorOf(row) === cursor) + 1;
  if (cursor !== undefined && from === 0) throw new Refused(422, 'Bad cursor');
  const items = found.slice(from, from + limit);
  const last = items.at(-1);
  const isMore = last !== undefined && found.length > from + limit;
  return { items, nextCursor: isMore ? cursorOf(last) : null };
}

const cursorOf = (row: Row) => Buffer.from(JSON.stringify({ id: row.id })).toString('base64url');

/** Carries out one attack on the shop. */
export const attackShop = (attack: Attack, weakness?: Weakness) =>
  attackLibrary(attack, {
    app: buildShopApp,
    blueprint: shopBlueprint,
    ...(weakness && { weakness }),
  });
