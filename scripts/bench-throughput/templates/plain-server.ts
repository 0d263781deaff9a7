/** The route that somebody writes by hand who wants no more than the list: Fastify, SQL and the same embedded database. */
import { PGlite } from '@electric-sql/pglite';
import Fastify from 'fastify';

const { DATA_DIR = '', PORT = '0' } = process.env;
const database = await PGlite.create(DATA_DIR);
const app = Fastify();
const text = { type: 'string' };
const item = {
  type: 'object',
  properties: { id: text, name: text, email: text, createdAt: text, updatedAt: text },
};

app.get<{ Querystring: { limit?: number } }>(
  '/api/customers',
  {
    schema: {
      querystring: {
        type: 'object',
        properties: { limit: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
      },
      response: {
        200: { type: 'object', properties: { items: { type: 'array', items: item } } },
      },
    },
  },
  async ({ query }) => {
    const { rows } = await database.query(
      `select id, name, email, created_at as "createdAt", updated_at as "updatedAt" from customer
       order by created_at desc, id desc limit $1`,
      [query.limit],
    );
    return { items: rows };
  },
);
await app.listen({ host: '127.0.0.1', port: Number(PORT) });
