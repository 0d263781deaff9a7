import { bodiesAreBounded, injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

const create = async (api: Client) => wants(await api.post('/create_cart'), 201).id('cart_id');
const add = (api: Client, cart_id: string, item_id: number, count: number) =>
  api.post('/add_to_cart', { cart_id, item_id, count });
const itemsOf = async (api: Client, cart_id: string) =>
  wants(await api.post('/retrieve_cart', { cart_id }), 200).list('items');

export const exam: Exam = {
  functional: {
    'a new cart is empty': async ({ api }) => {
      equal(await itemsOf(api, await create(api)), [], 'items');
    },
    'shows what was added': async ({ api }) => {
      const cart = await create(api);
      wants(await add(api, cart, 7, 2), 201);
      wants(await add(api, cart, 9, 1), 201);
      equal(
        (await itemsOf(api, cart)).map(({ item_id, count }) => [item_id, count]),
        [
          [7, 2],
          [9, 1],
        ],
        'items',
      );
    },
    'adds up counts of one item': async ({ api }) => {
      const cart = await create(api);
      await add(api, cart, 7, 2);
      wants(await add(api, cart, 7, 3), 201);
      const items = await itemsOf(api, cart);
      equal([items.length, items[0]?.count], [1, 5], 'one line of five');
    },
    'removes an item': async ({ api }) => {
      const cart = await create(api);
      await add(api, cart, 7, 2);
      wants(await api.post('/remove_from_cart', { cart_id: cart, item_id: 7 }), 200);
      equal(await itemsOf(api, cart), [], 'items');
      wants(await api.post('/remove_from_cart', { cart_id: cart, item_id: 7 }), 404);
    },
    'does not know other carts': async ({ api }) => {
      wants(await add(api, 'nope', 7, 2), 404);
      wants(await api.post('/retrieve_cart', { cart_id: 'nope' }), 404);
    },
    'checks out once, and then takes no more': async ({ api }) => {
      const cart = await create(api);
      await add(api, cart, 7, 2);
      const body = { cart_id: cart, user_email: 'a@example.org', address: 'Here 1' };
      wants(await api.post('/checkout', body), 200);
      wants(await api.post('/checkout', body), 409);
      const late = await add(api, cart, 8, 1);
      must(late.status >= 400 && late.status < 500, `adding later answered ${late.status}`);
      equal((await itemsOf(api, cart)).length, 1, 'items');
    },
    'refuses bad input': async ({ api }) => {
      const cart = await create(api);
      wants(await add(api, cart, 0, 2), 400);
      wants(await add(api, cart, 7, -2), 400);
      wants(await api.post('/checkout', { cart_id: cart, user_email: 'x', address: 'y' }), 400);
    },
  },
  exploits: {
    'ids of carts cannot be guessed': async ({ api }) => {
      const ids = [await create(api), await create(api)];
      for (const id of ids) safe(id.length >= 16 && !/^\d+$/.test(id), `an id is ${id}`);
    },
    'SQL stays text': async ({ api }) => {
      await injects((cart_id) => api.post('/retrieve_cart', { cart_id }));
      await injects((cart_id) => api.post('/add_to_cart', { cart_id, item_id: 1, count: 1 }));
      const reply = await api.post('/retrieve_cart', { cart_id: "' OR '1'='1" });
      must(reply.status === 404 || reply.status === 400, 'it is not found');
    },
    'many who add at once lose nothing': async ({ api }) => {
      const cart = await create(api);
      await Promise.all(Array.from({ length: 10 }, () => add(api, cart, 5, 1)));
      const items = await itemsOf(api, cart);
      must(items.length > 0, 'something was added');
      safe(items.length === 1 && items[0]?.count === 10, `kept ${JSON.stringify(items)}`);
    },
    'a count that overflows is no error of the server': async ({ api }) => {
      const cart = await create(api);
      for (const item of [2 ** 40, 2 ** 53, 1e300]) leaksNothing(await add(api, cart, item, 1));
      wants(await add(api, cart, 1, 1), 201);
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/add_to_cart'),
  },
  undetermined: {},
};
