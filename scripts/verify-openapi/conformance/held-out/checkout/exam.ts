import { atOnce, bodiesAreBounded, injects, keepsSecret, oneWins } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

type Query = Record<string, string | number | boolean>;

function shopOf({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('shopKey');
  must(value !== null, 'the app can be told its key');
  return api.with({ 'x-shop-key': value ?? '' });
}

async function offer(room: Room, price: number, stock: number, start = 'sku') {
  const sku = room.unique(start).toLowerCase();
  wants(await shopOf(room).put(`/products/${sku}`, { name: `The ${sku}`, price, stock }), 200);
  return sku;
}

const take = async (api: Client) => wants(await api.post('/carts'), 201).id('cart_id');
const set = (api: Client, cart: string, sku: string, quantity: unknown) =>
  api.put(`/carts/${cart}/items/${sku}`, { quantity });
async function filled(
  api: Client,
  ...items: readonly (readonly [sku: string, quantity: number])[]
) {
  const cart = await take(api);
  for (const [sku, quantity] of items) wants(await set(api, cart, sku, quantity), 200);
  return cart;
}
const checkout = (api: Client, cart: string, body: object = {}) =>
  api.post(`/carts/${cart}/checkout`, { email: 'ann@example.org', ...body });

async function stockOf(api: Client, sku: string): Promise<unknown> {
  const all = wants(await api.get('/products', { query: { search: sku } }), 200).list();
  return all.find((product) => product.sku === sku)?.stock;
}

export const exam: Exam = {
  functional: {
    'offers products and changes the offer': async (room) => {
      const sku = await offer(room, 250, 3);
      const changed = { name: 'Renamed', price: 300, stock: 0 };
      const answer = wants(await shopOf(room).put(`/products/${sku}`, changed), 200);
      equal(answer.json, { sku, ...changed }, 'answer');
      const listed = wants(await room.api.get('/products'), 200).list();
      equal(
        listed.filter((product) => product.sku === sku),
        [{ sku, ...changed }],
        'listed',
      );
    },
    'lists what is looked for, in the order asked for': async (room) => {
      const word = room.unique('Find');
      const put = async (end: string, price: number, stock: number) => {
        const sku = room.unique('sku').toLowerCase();
        wants(
          await shopOf(room).put(`/products/${sku}`, { name: `${word} ${end}`, price, stock }),
          200,
        );
      };
      await put('b', 300, 1);
      await put('a', 200, 0);
      await put('c', 100, 5);
      const names = async (query: Query) =>
        wants(
          await room.api.get('/products', { query: { search: word.toUpperCase(), ...query } }),
          200,
        )
          .list()
          .map(({ name }) => String(name).slice(-1));
      equal(await names({}), ['a', 'b', 'c'], 'by name');
      equal(await names({ sort: 'price' }), ['c', 'a', 'b'], 'by price');
      equal(await names({ sort: '-price' }), ['b', 'a', 'c'], 'the dearest first');
      equal(await names({ available: true }), ['b', 'c'], 'in stock');
      equal(await names({ available: false }), ['a'], 'sold out');
      equal(await names({ max_price: 200 }), ['a', 'c'], 'cheap');
      wants(await room.api.get('/products', { query: { sort: 'weight' } }), 422);
    },
    'fills a cart': async (room) => {
      const [b, a] = [await offer(room, 100, 9, 'b'), await offer(room, 250, 1, 'a')];
      const cart = await filled(room.api, [b, 3], [a, 2]);
      const items = [
        { sku: a, name: `The ${a}`, quantity: 2, price: 250 },
        { sku: b, name: `The ${b}`, quantity: 3, price: 100 },
      ];
      const shown = wants(await room.api.get(`/carts/${cart}`), 200);
      equal(shown.json, { cart_id: cart, items, subtotal: 800 }, 'cart');
      const fewer = wants(await set(room.api, cart, a, 0), 200);
      equal([fewer.list('items').length, fewer.at('subtotal')], [1, 300], 'without one');
      equal(wants(await set(room.api, cart, b, 5), 200).at('subtotal'), 500, 'with more');
    },
    'every cart is another': async (room) => {
      const sku = await offer(room, 100, 9);
      const [one, other] = [await filled(room.api, [sku, 1]), await take(room.api)];
      must(one !== other, 'ids');
      const empty = { cart_id: other, items: [], subtotal: 0 };
      equal(wants(await room.api.get(`/carts/${other}`), 200).json, empty, 'the other');
    },
    'prices are those of today': async (room) => {
      const sku = await offer(room, 100, 9);
      const cart = await filled(room.api, [sku, 2]);
      wants(
        await shopOf(room).put(`/products/${sku}`, { name: 'Dear', price: 150, stock: 9 }),
        200,
      );
      equal(wants(await room.api.get(`/carts/${cart}`), 200).at('subtotal'), 300, 'subtotal');
      equal(wants(await checkout(room.api, cart), 201).at('subtotal'), 300, 'ordered');
    },
    'makes an order and takes the goods': async (room) => {
      const sku = await offer(room, 999, 5);
      const cart = await filled(room.api, [sku, 2]);
      const order = wants(await checkout(room.api, cart), 201);
      equal(
        ['email', 'items', 'subtotal', 'discount', 'shipping', 'total'].map((name) =>
          order.at(name),
        ),
        [
          'ann@example.org',
          [{ sku, name: `The ${sku}`, quantity: 2, price: 999 }],
          1998,
          0,
          490,
          2488,
        ],
        'order',
      );
      equal(await stockOf(room.api, sku), 3, 'stock');
      wants(await room.api.get(`/carts/${cart}`), 404);
      wants(await checkout(room.api, cart), 404);
    },
    'takes off the discount, and ships for nothing from 5000': async (room) => {
      const sku = await offer(room, 5555, 50);
      const cheap = await offer(room, 1, 50_000);
      const sums = async (items: Parameters<typeof filled>[1][], coupon?: string) => {
        const order = await checkout(room.api, await filled(room.api, ...items), { coupon });
        return ['subtotal', 'discount', 'shipping', 'total'].map((name) =>
          wants(order, 201).at(name),
        );
      };
      equal(await sums([[sku, 1]]), [5555, 0, 0, 5555], 'without a coupon');
      equal(await sums([[sku, 1]], 'TENOFF'), [5555, 555, 0, 5000], 'just enough');
      equal(await sums([[cheap, 19]], 'TENOFF'), [19, 1, 490, 508], 'little');
      const exact = await offer(room, 4999, 5);
      equal(await sums([[exact, 1]]), [4999, 0, 490, 5489], 'just not enough');
    },
    'sells no more than there is': async (room) => {
      const [plenty, scarce, out] = [
        await offer(room, 10, 9, 'a'),
        await offer(room, 10, 1, 'c'),
        await offer(room, 10, 0, 'b'),
      ];
      const cart = await filled(room.api, [plenty, 2], [scarce, 2], [out, 1]);
      equal(wants(await checkout(room.api, cart), 409).at('missing'), [out, scarce], 'missing');
      equal([await stockOf(room.api, plenty), await stockOf(room.api, scarce)], [9, 1], 'stock');
      equal(wants(await room.api.get(`/carts/${cart}`), 200).list('items').length, 3, 'items');
      wants(await set(room.api, cart, scarce, 1), 200);
      wants(await set(room.api, cart, out, 0), 200);
      wants(await checkout(room.api, cart), 201);
      equal([await stockOf(room.api, plenty), await stockOf(room.api, scarce)], [7, 0], 'stock');
    },
    'shows orders to the shop, the newest first': async (room) => {
      const [sku, email] = [await offer(room, 10, 9), `${room.unique('buyer')}@example.org`];
      const ids: string[] = [];
      for (const quantity of [1, 2, 3])
        ids.push(
          wants(
            await checkout(room.api, await filled(room.api, [sku, quantity]), { email }),
            201,
          ).id('order_id'),
        );
      const orders = wants(await shopOf(room).get('/orders', { query: { email } }), 200).list();
      equal(
        orders.map(({ order_id }) => order_id),
        ids.toReversed(),
        'orders',
      );
      wants(await room.api.get('/orders'), 401);
    },
    'knows what sells best': async (room) => {
      const [b, a] = [await offer(room, 10, 500, 'best-b'), await offer(room, 20, 500, 'best-a')];
      const unsold = await offer(room, 10, 500, 'best-c');
      wants(await checkout(room.api, await filled(room.api, [b, 90], [a, 80])), 201);
      wants(await shopOf(room).put(`/products/${a}`, { name: 'x', price: 30, stock: 500 }), 200);
      wants(await checkout(room.api, await filled(room.api, [a, 10])), 201);
      const top = async (query: Query) =>
        wants(await shopOf(room).get('/bestsellers', { query }), 200).list();
      equal(
        await top({ top: 2 }),
        [
          { sku: a, sold: 90, revenue: 1900 },
          { sku: b, sold: 90, revenue: 900 },
        ],
        'the best',
      );
      must(
        (await top({ top: 100 })).every(({ sku }) => sku !== unsold),
        'what was never sold is left out',
      );
      wants(await shopOf(room).get('/bestsellers', { query: { top: 0 } }), 422);
    },
    'refuses what is not valid': async (room) => {
      const sku = await offer(room, 10, 9);
      const fine = { name: 'x', price: 1, stock: 1 };
      for (const wrong of [{ price: 0 }, { stock: -1 }, { name: '' }, { price: '1' }])
        wants(await shopOf(room).put(`/products/${sku}`, { ...fine, ...wrong }), 422);
      wants(await room.api.put(`/products/${sku}`, fine), 401);
      const cart = await take(room.api);
      wants(await checkout(room.api, cart), 422);
      for (const quantity of [-1, 100, 1.5, '2'])
        wants(await set(room.api, cart, sku, quantity), 422);
      wants(await set(room.api, cart, room.unique('none').toLowerCase(), 1), 404);
      wants(await set(room.api, room.unique('none'), sku, 1), 404);
      wants(await set(room.api, cart, sku, 1), 200);
      wants(await checkout(room.api, cart, { coupon: 'HALFOFF' }), 422);
      wants(await checkout(room.api, cart, { email: 'nobody' }), 422);
      wants(await room.api.post(`/carts/${cart}/checkout`, {}), 422);
      equal(await stockOf(room.api, sku), 9, 'stock');
    },
  },
  exploits: {
    'the last piece is sold once': async (room) => {
      const sku = await offer(room, 10, 1);
      const carts: string[] = [];
      for (let turn = 0; turn < 8; turn += 1) carts.push(await filled(room.api, [sku, 1]));
      await oneWins(8, (turn) => checkout(room.api, carts[turn] ?? ''));
      safe((await stockOf(room.api, sku)) === 0, `in stock: ${await stockOf(room.api, sku)}`);
    },
    'one cart is ordered once': async (room) => {
      const sku = await offer(room, 10, 50);
      const cart = await filled(room.api, [sku, 2]);
      await oneWins(8, () => checkout(room.api, cart));
      safe((await stockOf(room.api, sku)) === 48, 'more was taken');
    },
    'carts with the same goods do not block each other': async (room) => {
      const [a, b] = [await offer(room, 10, 50, 'a'), await offer(room, 10, 50, 'b')];
      const carts: string[] = [];
      for (let turn = 0; turn < 8; turn += 1)
        carts.push(
          await filled(
            room.api,
            ...(turn % 2 ? [[a, 1] as const, [b, 1] as const] : [[b, 1] as const, [a, 1] as const]),
          ),
        );
      const replies = await atOnce(8, (turn) => checkout(room.api, carts[turn] ?? ''));
      const sold = replies.filter(({ status }) => status === 201).length;
      must(sold > 0, `one was sold: ${replies[0]?.status}`);
      const left = [await stockOf(room.api, a), await stockOf(room.api, b)];
      safe(
        left.every((stock) => stock === 50 - sold),
        `sold ${sold}, left ${left}`,
      );
    },
    'prices and sums cannot be chosen': async (room) => {
      const sku = await offer(room, 1000, 9);
      const cart = await take(room.api);
      const cheap = { price: 1, subtotal: 1, total: 1, discount: 999, shipping: 0 };
      wants(await room.api.put(`/carts/${cart}/items/${sku}`, { quantity: 1, ...cheap }), 200, 422);
      wants(await set(room.api, cart, sku, 1), 200);
      const order = await checkout(room.api, cart, { ...cheap, items: [], order_id: 'mine' });
      if (order.status !== 201) denied(order);
      else safe(order.at('total') === 1490 && order.at('order_id') !== 'mine', 'they were');
    },
    'nothing of the shop goes without its key': async (room) => {
      const [sku, key] = [await offer(room, 10, 9), room.key('shopKey') ?? ''];
      for (const value of [null, '', 'null', '*', key.slice(1), `${key}0`, "' OR '1'='1"]) {
        const as = value === null ? room.api : room.api.with({ 'x-shop-key': value });
        denied(await as.put(`/products/${sku}`, { name: 'x', price: 1, stock: 1 }), 401);
        denied(await as.get('/orders'), 401);
        denied(await as.get('/bestsellers'), 401);
      }
      safe((await stockOf(room.api, sku)) === 9, 'the offer was changed');
    },
    'carts cannot be guessed, and tell nothing of buyers': async (room) => {
      const [sku, email] = [await offer(room, 10, 9), `${room.unique('buyer')}@example.org`];
      const carts = [await take(room.api), await take(room.api), await filled(room.api, [sku, 1])];
      for (const cart of carts) safe(!/^\d{1,12}$/.test(cart) && cart.length >= 12, cart);
      wants(await checkout(room.api, carts[2] ?? '', { email }), 201);
      for (const path of [
        '/products',
        `/carts/${carts[0]}`,
        `/carts/${carts[2]}`,
        '/carts',
        '/orders',
      ])
        keepsSecret(await room.api.get(path), email);
    },
    'SQL stays text': async (room) => {
      const sku = await offer(room, 10, 9);
      const cart = await filled(room.api, [sku, 1]);
      await injects(async (name) => {
        const reply = await shopOf(room).put(`/products/${sku}`, { name, price: 10, stock: 9 });
        if (reply.status === 200) safe(reply.at('name') === name, `${name} was changed`);
        return reply;
      });
      await injects((search) => room.api.get('/products', { query: { search } }));
      await injects((sort) => room.api.get('/products', { query: { sort } }));
      await injects((email) => shopOf(room).get('/orders', { query: { email } }));
      await injects((text) => set(room.api, cart, encodeURIComponent(text), 1));
      await injects((text) => room.api.get(`/carts/${encodeURIComponent(text)}`));
      await injects((coupon) => checkout(room.api, cart, { coupon }));
      safe((await room.api.get(`/carts/${cart}`)).status === 200, 'the cart is gone');
    },
    'broken, deep and huge bodies': async (room) => {
      const cart = await take(room.api);
      await bodiesAreBounded(room.api, `/carts/${cart}/checkout`);
    },
  },
  undetermined: {},
};
