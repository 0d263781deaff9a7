import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { v7 } from 'uuid';
import { z } from 'zod';

const problem = z.looseObject({ type: z.string(), title: z.string(), status: z.int() });
const problems = {
  '4xx': { description: 'Problem', content: { 'application/problem+json': { schema: problem } } },
} as const;
const newRoom = z
  .strictObject({ name: z.string().min(1).max(40), open: z.boolean().default(true) })
  .meta({
    'x-rules': [
      { kind: 'delete-blocked', member: 'open', values: [true] },
      { kind: 'delete-blocked-by', of: '/seats', member: 'roomId' },
      { kind: 'delete-blocked-by', link: '/rooms/{id}/friends/{otherId}' },
    ],
  });
const newSeat = z
  .strictObject({
    roomId: z.uuid(),
    number: z.int().min(1).max(10_000),
    low: z.int().min(0).max(9),
    high: z.int().min(0).max(12),
    from: z.iso.date(),
    to: z.iso.date(),
  })
  .meta({
    'x-rules': [
      { kind: 'unique-together', members: ['roomId', 'number'] },
      { kind: 'at-most', per: 'roomId', most: 2 },
      { kind: 'no-overlap', start: 'from', end: 'to', per: ['roomId'] },
      { kind: 'order', first: 'from', second: 'to', strictly: true },
      { kind: 'order', first: 'low', second: 'high', strictly: true },
    ],
  });
const newOrder = z.strictObject({ number: z.int().min(1).max(10_000) }).meta({
  'x-rules': [
    {
      ...{ kind: 'lifecycle', member: 'state', initial: 'draft' },
      transitions: [{ path: '/orders/{id}/send', from: ['draft'], to: 'sent' }],
    },
    { kind: 'delete-blocked', member: 'state', values: ['draft'] },
  ],
});
const order = newOrder.extend({ id: z.uuid(), state: z.string() });
const newLetter = z
  .strictObject({ text: z.string().min(1).max(40), sent: z.boolean() })
  .meta({ 'x-rules': [{ kind: 'change-blocked', member: 'sent', values: [true] }] });
const letter = newLetter.extend({ id: z.uuid() });

class Refused extends Error {
  readonly statusCode: number;
  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

type Seat = z.infer<typeof newSeat> & { id: string };

function refuseSeat(seats: readonly Seat[], body: z.infer<typeof newSeat>): void {
  if (body.low >= body.high || body.from >= body.to) throw new Refused(422, 'Not in order');
  const others = seats.filter(({ roomId }) => roomId === body.roomId);
  const isTaken = others.some(
    ({ number, from, to }) => number === body.number || (from < body.to && to > body.from),
  );
  if (isTaken || others.length >= 2) throw new Refused(409, 'The room has no place for it');
}

/** A small app with rules between its records; a broken one documents them and does not keep them. */
export async function buildRulesApp(isBroken = false): Promise<FastifyInstance> {
  const plain = Fastify();
  plain.setValidatorCompiler(validatorCompiler);
  plain.setSerializerCompiler(serializerCompiler);
  plain.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = hasZodFastifySchemaValidationErrors(error) ? 422 : (error.statusCode ?? 500);
    const body = { type: 'about:blank', title: error.message, status };
    return reply.code(status).type('application/problem+json').send(body);
  });
  await plain.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Seats', version: '1.0.0' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const rooms = new Map<string, { open: boolean; friends: Set<string> }>();
  const seats: Seat[] = [];
  const orders = new Map<string, z.infer<typeof order>>();
  const letters = new Map<string, z.infer<typeof letter>>();
  app.after(() => {
    app.post(
      '/rooms',
      {
        schema: { body: newRoom, response: { 201: newRoom.extend({ id: z.uuid() }), ...problems } },
      },
      async ({ body }, reply) => {
        if (/\\u(0000|d[89a-f])/.test(JSON.stringify(body))) throw new Refused(422, 'Not a text');
        const room = { ...body, id: v7() };
        rooms.set(room.id, { open: body.open, friends: new Set() });
        return reply.code(201).send(room);
      },
    );
    app.delete(
      '/rooms/:id',
      { schema: { params: z.object({ id: z.uuid() }), response: { 204: z.null(), ...problems } } },
      async ({ params: { id } }, reply) => {
        const room = rooms.get(id);
        if (room === undefined) throw new Refused(404, 'There is no such room');
        const isKept =
          room.open || room.friends.size > 0 || seats.some(({ roomId }) => roomId === id);
        if (isKept && !isBroken) throw new Refused(409, 'The room is kept');
        rooms.delete(id);
        return reply.code(204).send(null);
      },
    );
    app.put(
      '/rooms/:id/friends/:otherId',
      {
        schema: {
          params: z.object({ id: z.uuid(), otherId: z.uuid() }),
          response: { 204: z.null(), ...problems },
        },
      },
      async ({ params: { id, otherId } }, reply) => {
        if (!rooms.has(otherId)) throw new Refused(404, 'There is no such friend');
        const room = rooms.get(id);
        if (room === undefined) throw new Refused(404, 'There is no such room');
        room.friends.add(otherId);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/orders',
      { schema: { body: newOrder, response: { 201: order, ...problems } } },
      async ({ body }, reply) => {
        const made = { ...body, id: v7(), state: 'draft' };
        orders.set(made.id, made);
        return reply.code(201).send(made);
      },
    );
    app.post(
      '/orders/:id/send',
      { schema: { params: z.object({ id: z.uuid() }), response: { 200: order, ...problems } } },
      async ({ params }) => {
        const found = orders.get(params.id);
        if (found === undefined) throw new Refused(404, 'There is no such order');
        if (isBroken) return found;
        if (found.state !== 'draft') throw new Refused(409, 'It is sent');
        found.state = 'sent';
        return found;
      },
    );
    app.delete(
      '/orders/:id',
      { schema: { params: z.object({ id: z.uuid() }), response: { 204: z.null(), ...problems } } },
      async ({ params: { id } }, reply) => {
        const found = orders.get(id);
        if (found === undefined) throw new Refused(404, 'There is no such order');
        if (found.state === 'draft' && !isBroken) throw new Refused(409, 'A draft is kept');
        orders.delete(id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/seats',
      {
        schema: { body: newSeat, response: { 201: newSeat.extend({ id: z.uuid() }), ...problems } },
      },
      async ({ body }, reply) => {
        if (!rooms.has(body.roomId)) throw new Refused(422, 'There is no such room');
        if (!isBroken) refuseSeat(seats, body);
        const seat = { ...body, id: v7() };
        seats.push(seat);
        return reply.code(201).send(seat);
      },
    );
    app.post(
      '/letters',
      { schema: { body: newLetter, response: { 201: letter, ...problems } } },
      async ({ body }, reply) => {
        const made = { ...body, id: v7() };
        letters.set(made.id, made);
        return reply.code(201).send(made);
      },
    );
    app.patch(
      '/letters/:id',
      {
        schema: {
          params: z.object({ id: z.uuid() }),
          body: newLetter.partial(),
          response: { 200: letter, ...problems },
        },
      },
      async ({ params: { id }, body }) => {
        const found = letters.get(id);
        if (found === undefined) throw new Refused(404, 'There is no such letter');
        if (found.sent && !isBroken) throw new Refused(409, 'A sent letter stays');
        return Object.assign(found, body);
      },
    );
  });
  plain.get('/openapi.json', { schema: { hide: true } }, async () => plain.swagger());
  await plain.ready();
  return plain;
}
