import { atOnce, bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

type Change = readonly [sku: string, change: number];

function keyed({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('warehouse_key');
  must(value !== null, 'the app can be told its key');
  return api.with({ 'x-warehouse-key': value ?? '' });
}

/** A SKU has at most 20 characters. */
const newSku = ({ unique }: Pick<Room, 'unique'>, start = 'S') =>
  `${start}-${unique('s').toUpperCase()}`.slice(0, 20);

async function stocked(room: Room, client: Client, quantity = 0, data: object = {}) {
  const sku = newSku(room);
  wants(await client.put(`/items/${sku}`, { name: 'Bolt', ...data }), 201);
  if (quantity > 0) wants(await book(client, room.unique('in'), [[sku, quantity]]), 201);
  return sku;
}

const book = (client: Client, reference: string, changes: readonly Change[]) =>
  client.post('/movements', {
    reference,
    lines: changes.map(([sku, change]) => ({ sku, change })),
  });
const quantity = async (client: Client, sku: string) =>
  wants(await client.get(`/items/${sku}`), 200).at('quantity');

export const exam: Exam = {
  functional: {
    'creates items with nothing of them in stock': async (room) => {
      const [client, sku] = [keyed(room), newSku(room)];
      const made = wants(await client.put(`/items/${sku}`, { name: 'Nut', location: 'A1' }), 201);
      for (const item of [made, wants(await client.get(`/items/${sku}`), 200)])
        equal(
          ['sku', 'name', 'location', 'reorder_level', 'quantity', 'needs_reorder'].map((name) =>
            item.at(name),
          ),
          [sku, 'Nut', 'A1', 0, 0, false],
          'item',
        );
    },
    'describes an item anew and leaves its quantity': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 7);
      const anew = { name: 'Long bolt', reorder_level: 9 };
      const item = wants(await client.put(`/items/${sku}`, anew), 200);
      equal(
        ['name', 'reorder_level', 'quantity', 'needs_reorder'].map((name) => item.at(name)),
        ['Long bolt', 9, 7, true],
        'item',
      );
    },
    'books in and out and says what is left': async (room) => {
      const client = keyed(room);
      const [a, b] = [await stocked(room, client), await stocked(room, client, 5)];
      const reference = room.unique('ref');
      const movement = wants(
        await book(client, reference, [
          [a, 10],
          [b, -2],
          [a, -4],
        ]),
        201,
      );
      equal(movement.at('reference'), reference, 'reference');
      equal(
        movement
          .list('lines')
          .map(({ sku, change, quantity_after }) => [sku, change, quantity_after]),
        [
          [a, 10, 10],
          [b, -2, 3],
          [a, -4, 6],
        ],
        'lines',
      );
      equal([await quantity(client, a), await quantity(client, b)], [6, 3], 'quantities');
    },
    'books all lines or none': async (room) => {
      const client = keyed(room);
      const [a, b] = [await stocked(room, client, 5), await stocked(room, client, 1)];
      const short: Change[] = [
        [a, -3],
        [b, -2],
      ];
      wants(await book(client, room.unique('ref'), short), 409);
      const unknown: Change[] = [
        [a, -3],
        [newSku(room), 2],
      ];
      wants(await book(client, room.unique('ref'), unknown), 404);
      equal([await quantity(client, a), await quantity(client, b)], [5, 1], 'quantities');
      equal(wants(await client.get(`/items/${a}/movements`), 200).list().length, 1, 'lines');
    },
    'no line goes below zero, not even for a moment': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 1);
      const through: Change[] = [
        [sku, -2],
        [sku, 5],
      ];
      wants(await book(client, room.unique('ref'), through), 409);
      wants(await book(client, room.unique('ref'), through.toReversed()), 201);
      equal(await quantity(client, sku), 4, 'quantity');
    },
    'a reference is booked once': async (room) => {
      const client = keyed(room);
      const [sku, reference] = [await stocked(room, client), room.unique('ref')];
      const first = wants(await book(client, reference, [[sku, 3]]), 201);
      const again = wants(await book(client, reference, [[sku, 3]]), 200);
      equal([again.at('id'), again.at('lines')], [first.at('id'), first.at('lines')], 'movement');
      equal(await quantity(client, sku), 3, 'quantity');
    },
    'what could not be booked can be sent again': async (room) => {
      const client = keyed(room);
      const [sku, reference] = [await stocked(room, client), room.unique('ref')];
      wants(await book(client, reference, [[sku, -1]]), 409);
      wants(await book(client, room.unique('ref'), [[sku, 1]]), 201);
      wants(await book(client, reference, [[sku, -1]]), 201);
      equal(await quantity(client, sku), 0, 'quantity');
    },
    'keeps a trail, oldest first, over a restart': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client);
      const references = [room.unique('r'), room.unique('r'), room.unique('r')];
      for (const [turn, reference] of references.entries())
        wants(await book(client, reference, [[sku, turn + 1]]), 201);
      await room.restart();
      const trail = wants(await client.get(`/items/${sku}/movements`), 200).list();
      equal(
        trail.map(({ reference, change, quantity_after }) => [reference, change, quantity_after]),
        references.map((reference, turn) => [reference, turn + 1, [1, 3, 6][turn]]),
        'trail',
      );
      wants(await client.get(`/items/${newSku(room)}/movements`), 404);
    },
    'lists by SKU, and what is to be ordered': async (room) => {
      const client = keyed(room);
      const skus: string[] = [];
      for (const [letter, level] of [
        ['B', 5],
        ['A', 5],
        ['C', 4],
      ] as const) {
        const sku = newSku(room, `LIST-${letter}`);
        skus.push(sku);
        wants(await client.put(`/items/${sku}`, { name: letter, reorder_level: level }), 201);
        wants(await book(client, room.unique('in'), [[sku, 4]]), 201);
      }
      const [b, a, c] = skus;
      const list = async (query: Record<string, string | boolean>) =>
        wants(await client.get('/items', { query: { prefix: 'LIST-', ...query } }), 200)
          .list('items')
          .map(({ sku }) => sku)
          .filter((sku) => skus.includes(String(sku)));
      equal(await list({}), [a, b, c], 'all');
      equal(await list({ needs_reorder: true }), [a, b], 'to be ordered');
      equal(await list({ needs_reorder: false }), [c], 'not to be ordered');
      equal(await list({ prefix: 'LIST-C' }), [c], 'with a prefix');
    },
    'refuses what is invalid, in the form of an error': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 1);
      wants(await client.put(`/items/${sku}`, { name: '' }), 400);
      wants(await client.put(`/items/${sku}`, { name: 'x', reorder_level: -1 }), 400);
      wants(await client.put('/items/lower-case', { name: 'x' }), 400);
      for (const change of [0, 1.5, '2', 1_000_001])
        wants(
          await client.post('/movements', {
            reference: room.unique('r'),
            lines: [{ sku, change }],
          }),
          400,
        );
      const none = await client.post('/movements', { reference: room.unique('r'), lines: [] });
      must(typeof wants(none, 400).at('error.message') === 'string', 'it has a message');
      wants(await client.get(`/items/${newSku(room)}`), 404);
      equal(await quantity(client, sku), 1, 'quantity');
    },
  },
  exploits: {
    'nothing goes without the key': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 5);
      const key = room.key('warehouse_key') ?? '';
      for (const value of [null, '', 'null', '*', key.slice(1), `${key}0`, "' OR '1'='1"]) {
        const as = value === null ? room.api : room.api.with({ 'x-warehouse-key': value });
        denied(await as.get('/items'), 401);
        denied(await as.put(`/items/${sku}`, { name: 'x' }), 401);
        denied(await book(as, room.unique('ref'), [[sku, -5]]), 401);
        denied(await as.get(`/items/${sku}/movements`), 401);
      }
      denied(await room.api.get('/items', { query: { 'X-Warehouse-Key': key } }), 401);
      safe((await quantity(client, sku)) === 5, 'something was booked');
    },
    'the same goods do not leave twice': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 10);
      const replies = await atOnce(8, () => book(client, room.unique('out'), [[sku, -6]]));
      const went = replies.filter(({ status }) => status === 201).length;
      must(went > 0, `one went: ${replies[0]?.status}`);
      safe(went === 1 && (await quantity(client, sku)) === 4, `${went} went`);
    },
    'a reference sent many times at once is booked once': async (room) => {
      const client = keyed(room);
      const [sku, reference] = [await stocked(room, client), room.unique('once')];
      const replies = await atOnce(8, () => book(client, reference, [[sku, 5]]));
      must(
        replies.some(({ status }) => status === 201),
        `one was booked: ${replies[0]?.status}`,
      );
      safe((await quantity(client, sku)) === 5, 'it was booked more than once');
    },
    'crossing movements lose nothing': async (room) => {
      const client = keyed(room);
      const [a, b] = [await stocked(room, client, 50), await stocked(room, client, 50)];
      const replies = await atOnce(10, (turn) => {
        const [from, to] = turn % 2 === 0 ? [a, b] : [b, a];
        return book(client, room.unique('x'), [
          [from, -1],
          [to, 1],
        ]);
      });
      must(
        replies.some(({ status }) => status === 201),
        'one was booked',
      );
      const sum = Number(await quantity(client, a)) + Number(await quantity(client, b));
      safe(sum === 100, `of 100 there are ${sum}`);
    },
    'quantities cannot be written': async (room) => {
      const client = keyed(room);
      const sku = newSku(room);
      const sent = { name: 'x', quantity: 99, needs_reorder: true, sku: newSku(room) };
      const reply = await client.put(`/items/${sku}`, sent);
      if (reply.status >= 400) return void denied(reply);
      const item = await client.get(`/items/${sku}`);
      safe(item.at('quantity') === 0 && item.at('needs_reorder') === false, 'they were');
      denied(await client.get(`/items/${sent.sku}`), 404);
    },
    'SQL in every text stays text': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 2);
      await injects(async (name) => {
        const reply = await client.put(`/items/${sku}`, { name });
        if (reply.status === 200) safe(reply.at('name') === name, `${name} was changed`);
        return reply;
      });
      await injects((text) => book(client, text, [[text, -1]]));
      await injects((prefix) => client.get('/items', { query: { prefix } }));
      await injects((text) => client.get(`/items/${encodeURIComponent(text)}/movements`));
      safe((await quantity(client, sku)) === 2, 'something was booked');
    },
    'sums do not overflow': async (room) => {
      const client = keyed(room);
      const sku = await stocked(room, client, 1);
      for (const change of [2 ** 31, 2 ** 63, 1e300, -(2 ** 53)])
        denied(await book(client, room.unique('r'), [[sku, change]]), 400);
      safe((await quantity(client, sku)) === 1, 'it was booked');
    },
    'broken, deep and huge bodies': (room) => bodiesAreBounded(keyed(room), '/movements'),
  },
  undetermined: {
    'GET /items/{sku}/forecast': async (room) => {
      const client = keyed(room);
      const answers: string[] = [];
      for (const quantity of [5, 500])
        answers.push(
          (await client.get(`/items/${await stocked(room, client, quantity)}/forecast`)).text,
        );
      return answers;
    },
  },
};
