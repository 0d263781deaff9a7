import { injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, wants } from '../../examiner/verdicts.ts';

const staff = ({ api, key }: Room) => api.with({ 'x-staff-key': key('staff') ?? '' });
async function addProduct(room: Room, more: object = {}) {
  const sku = room.unique('SKU').toUpperCase();
  wants(
    await staff(room).post('/products', { sku, name: `Thing ${sku}`, price: 250, ...more }),
    201,
  );
  return sku;
}
const start = async (api: Client) => wants(await api.post('/carts'), 201).id('id');

export const exam: Exam = {
  functional: {
    'adds products, each SKU once': async (room) => {
      const sku = await addProduct(room, { attributes: { colour: 'red' } });
      const read = wants(await room.api.get(`/products/${sku}`), 200);
      equal(
        [read.at('price'), read.at('stock'), read.at('attributes.colour')],
        [250, 0, 'red'],
        'product',
      );
      wants(await staff(room).post('/products', { sku, name: 'x', price: 1 }), 409);
      wants(await staff(room).post('/products', { sku: 'x', name: 'x', price: 1 }), 400);
      wants(await room.api.get('/products/NONE-SUCH'), 404);
    },
    'changes price and stock': async (room) => {
      const sku = await addProduct(room);
      const reply = wants(await staff(room).patch(`/products/${sku}`, { stock: 5 }), 200);
      equal([reply.at('stock'), reply.at('price')], [5, 250], 'changed');
      wants(await staff(room).patch(`/products/${sku}`, {}), 400);
      wants(await staff(room).patch(`/products/${sku}`, { name: 'x' }), 400);
    },
    'finds products by name and price, sorted': async (room) => {
      const word = room.unique('Find');
      for (const [name, price] of [
        ['b', 300],
        ['a', 100],
        ['c', 200],
      ] as const)
        await addProduct(room, { name: `${word} ${name}`, price });
      const found = async (query: Record<string, string | number | boolean>) =>
        wants(await room.api.get('/products', { query: { search: word, ...query } }), 200)
          .list()
          .map(({ name }) => String(name).at(-1));
      equal(await found({}), ['a', 'b', 'c'], 'by name');
      equal(await found({ sort: '-price' }), ['b', 'c', 'a'], 'by price');
      equal(await found({ min_price: 200, sort: 'price' }), ['c', 'b'], 'min');
      equal(await found({ max_price: 200, sort: 'price' }), ['a', 'c'], 'max');
    },
    'finds what is in stock': async (room) => {
      const word = room.unique('Stock');
      await addProduct(room, { name: `${word} a` });
      await addProduct(room, { name: `${word} b`, stock: 2 });
      const query = { search: word, in_stock: true };
      equal(wants(await room.api.get('/products', { query }), 200).list().length, 1, 'found');
    },
    'starts an empty cart': async ({ api }) => {
      const cart = wants(await api.get(`/carts/${await start(api)}`), 200);
      equal([cart.at('lines'), cart.at('total')], [[], 0], 'cart');
      wants(await api.get('/carts/5e0f4b1e-0000-4000-8000-000000000000'), 404);
    },
    'sets lines and adds up': async (room) => {
      const [one, two] = [await addProduct(room), await addProduct(room, { price: 99 })];
      const cart = await start(room.api);
      wants(await room.api.put(`/carts/${cart}/lines/${one}`, { quantity: 5 }), 200);
      wants(await room.api.put(`/carts/${cart}/lines/${one}`, { quantity: 2 }), 200);
      const reply = wants(await room.api.put(`/carts/${cart}/lines/${two}`, { quantity: 3 }), 200);
      equal(reply.at('total'), 2 * 250 + 3 * 99, 'total');
      const line = reply.list('lines').find(({ sku }) => sku === two);
      equal([line?.quantity, line?.unitPrice, line?.amount], [3, 99, 297], 'line');
      equal(line?.name, `Thing ${two}`, 'name');
    },
    'takes lines out': async (room) => {
      const sku = await addProduct(room);
      const cart = await start(room.api);
      wants(await room.api.put(`/carts/${cart}/lines/${sku}`, { quantity: 5 }), 200);
      const reply = wants(await room.api.delete(`/carts/${cart}/lines/${sku}`), 200);
      equal([reply.at('lines'), reply.at('total')], [[], 0], 'cart');
      wants(await room.api.delete(`/carts/${cart}/lines/${sku}`), 404);
    },
    'keeps carts apart': async (room) => {
      const sku = await addProduct(room);
      const [one, other] = [await start(room.api), await start(room.api)];
      for (const [cart, quantity] of [
        [one, 1],
        [other, 4],
      ] as const)
        wants(await room.api.put(`/carts/${cart}/lines/${sku}`, { quantity }), 200);
      equal(wants(await room.api.get(`/carts/${one}`), 200).at('total'), 250, 'total');
      equal(wants(await room.api.get(`/carts/${other}`), 200).at('total'), 1000, 'total');
    },
    'refuses odd quantities and unknown products': async (room) => {
      const sku = await addProduct(room);
      const cart = await start(room.api);
      wants(await room.api.put(`/carts/${cart}/lines/${sku}`, { quantity: 0 }), 400);
      wants(await room.api.put(`/carts/${cart}/lines/NONE-SUCH`, { quantity: 1 }), 404);
      must(wants(await room.api.get(`/carts/${cart}`), 200).list('lines').length === 0, 'empty');
    },
  },
  exploits: {
    'nobody changes prices without the key': async (room) => {
      const sku = await addProduct(room);
      denied(await room.api.patch(`/products/${sku}`, { price: 1 }), 401);
      denied(await room.api.post('/products', { sku: 'FREE-ONE', name: 'x', price: 0 }), 401);
    },
    'the price is not the buyer’s to name': async (room) => {
      const sku = await addProduct(room);
      const cart = await start(room.api);
      const more = { unitPrice: 1, amount: 1, price: 1 };
      const reply = await room.api.put(`/carts/${cart}/lines/${sku}`, { quantity: 2, ...more });
      if (reply.status === 400) return;
      equal(wants(reply, 200).at('total'), 500, 'total');
    },
    'SQL in every text stays text': async (room) => {
      await injects((text) => room.api.get('/products', { query: { search: text } }));
      await injects((text) => room.api.get(`/products/${encodeURIComponent(text)}`));
    },
  },
  undetermined: {},
};
