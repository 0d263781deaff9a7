import { bodiesAreBounded, injects, oneWins, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
let made = 0;
/** A SKU that no other test uses. */
function nextSku(): string {
  made += 1;
  const letters = [made, Math.floor(made / 26), Date.now() % 26].map((n) => CODES[n % 26]).join('');
  return `${letters}-${String(1000 + (made % 9000))}`;
}

function admin({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('AdminKey');
  must(value !== null, 'the app can be told the key of administrators');
  return api.with({ 'x-admin-key': value ?? '' });
}

async function create(boss: Client, more: object = {}): Promise<string> {
  const sku = nextSku();
  wants(await boss.post('/products', { sku, name: 'Lamp', price: 10, ...more }), 201);
  return sku;
}

const search = async (api: Client, query: Record<string, string | number>) =>
  wants(await api.get('/products', { query }), 200);

export const exam: Exam = {
  functional: {
    'an administrator creates what everybody reads': async (room) => {
      const sku = nextSku();
      const sent = {
        sku,
        name: 'Lamp',
        description: 'Bright',
        price: 19.99,
        tags: ['light', 'home'],
      };
      wants(await admin(room).post('/products', sent), 201);
      const product = wants(await room.api.get(`/products/${sku}`), 200);
      for (const [name, value] of Object.entries({ ...sent, category: 'other' }))
        equal(product.at(name), value, name);
    },
    'asks everybody else for the key': async ({ api }) => {
      const sku = nextSku();
      wants(await api.post('/products', { sku, name: 'Lamp', price: 1 }), 401);
      wants(await api.put(`/products/${sku}`, { sku, name: 'Lamp', price: 1 }), 401);
      wants(await api.delete(`/products/${sku}`), 401);
    },
    'searches name and description in any case': async (room) => {
      const word = room.unique('Wolfram');
      const sku = await create(admin(room), { description: `With ${word} inside` });
      const found = await search(room.api, { search: word.toUpperCase() });
      equal(
        found.list('items').map((item) => item.sku),
        [sku],
        'found',
      );
      equal(found.at('total'), 1, 'total');
    },
    'filters by category and price, sorts and pages': async (room) => {
      const [boss, category] = [admin(room), room.unique('cat')];
      const skus: string[] = [];
      for (const price of [30, 10, 20])
        skus.push(await create(boss, { category, price, name: `N${price}` }));
      const prices = async (query: Record<string, string | number>) =>
        (await search(room.api, { category, ...query })).list('items').map(({ price }) => price);
      equal(await prices({ sort: 'price' }), [10, 20, 30], 'by price');
      equal(await prices({ sort: '-price' }), [30, 20, 10], 'by price, falling');
      equal(await prices({ sort: '-name' }), [30, 20, 10], 'by name, falling');
      equal(await prices({ sort: 'price', minPrice: 15, maxPrice: 20 }), [20], 'between');
      equal(await prices({ sort: 'price', page: 2, pageSize: 2 }), [30], 'second page');
      const page = await search(room.api, { category, page: 2, pageSize: 2 });
      equal([page.at('page'), page.at('pageSize'), page.at('total')], [2, 2, 3], 'envelope');
    },
    'refuses queries that do not match with 400': async ({ api }) => {
      for (const query of [
        { page: 0 },
        { pageSize: 51 },
        { sort: 'colour' },
        { minPrice: -1 },
        { maxPrice: 'much' },
      ])
        wants(await api.get('/products', { query: query as Record<string, string | number> }), 400);
    },
    'refuses products that do not match with 400': async (room) => {
      const boss = admin(room);
      const good = { sku: nextSku(), name: 'Lamp', price: 1 };
      for (const bad of [
        { sku: 'abc-1' },
        { name: '' },
        { price: 0 },
        { price: 0.001 },
        { price: 1_000_001 },
        { tags: ['a', 'a'] },
      ])
        wants(await boss.post('/products', { ...good, ...bad }), 400);
    },
    'refuses a SKU that is in use with 409': async (room) => {
      const boss = admin(room);
      const sku = await create(boss);
      wants(await boss.post('/products', { sku, name: 'Other', price: 1 }), 409);
    },
    'replaces as a whole': async (room) => {
      const boss = admin(room);
      const sku = await create(boss, { description: 'old', category: 'lamps' });
      const replaced = wants(
        await boss.put(`/products/${sku}`, { sku, name: 'New', price: 5 }),
        200,
      );
      equal([replaced.at('name'), replaced.at('category')], ['New', 'other'], 'replaced');
      must(
        [undefined, null].includes(replaced.at('description') as null),
        'no description is left',
      );
    },
    deletes: async (room) => {
      const boss = admin(room);
      const sku = await create(boss);
      wants(await boss.delete(`/products/${sku}`), 204);
      wants(await room.api.get(`/products/${sku}`), 404);
      wants(await boss.delete(`/products/${sku}`), 404);
      wants(await boss.put(`/products/${sku}`, { sku, name: 'x', price: 1 }), 404);
    },
    'tells of problems as problem+json': async (room) => {
      const reply = wants(await room.api.get('/products/ZZZ-9999'), 404);
      equal(reply.headers.get('content-type')?.split(';')[0], 'application/problem+json', 'type');
      equal(reply.at('status'), 404, 'status');
    },
  },
  exploits: {
    'keys that are no key': async (room) => {
      const value = admin(room) && (room.key('AdminKey') ?? '');
      for (const key of [
        '',
        'admin',
        'null',
        'undefined',
        value.slice(0, -1),
        `${value}x`,
        value.toUpperCase() + value,
        '*',
        "' OR '1'='1",
      ]) {
        const headers = { 'x-admin-key': key };
        denied(
          await room.api.post('/products', { sku: nextSku(), name: 'x', price: 1 }, { headers }),
          401,
          403,
        );
      }
      const elsewhere = await room.api.post(
        '/products',
        { sku: nextSku(), name: 'x', price: 1 },
        { query: { 'X-Admin-Key': value } },
      );
      denied(elsewhere);
    },
    'SQL in every text stays text': async (room) => {
      const boss = admin(room);
      await create(boss);
      const all = Number((await search(room.api, {})).at('total'));
      for (const name of ['search', 'category', 'sort', 'page', 'minPrice'])
        await injects((text) => room.api.get('/products', { query: { [name]: text } }));
      safe(
        Number((await search(room.api, { search: "zzz' OR '1'='1" })).at('total')) === 0,
        'all were found',
      );
      await injects(async (text) => {
        const product = {
          sku: nextSku(),
          name: text,
          description: text,
          category: text.slice(0, 40),
          price: 1,
        };
        const reply = wants(await boss.post('/products', product), 201);
        safe(reply.at('name') === text, `${text} was changed`);
        return reply;
      });
      await injects((text) => room.api.get(`/products/${encodeURIComponent(text)}`));
      safe(Number((await search(room.api, {})).at('total')) > all, 'products are gone');
    },
    'wildcards in a search are text': async (room) => {
      await create(admin(room));
      for (const text of ['%%%', '_____', 'zzz%'])
        safe(
          Number((await search(room.api, { search: text })).at('total')) === 0,
          `${text} finds all`,
        );
    },
    'times cannot be chosen': async (room) => {
      const createdAt = '2001-01-01T00:00:00.000Z';
      const sent = { sku: nextSku(), name: 'x', price: 1, createdAt, updatedAt: createdAt };
      const reply = await admin(room).post('/products', sent);
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'createdAt', createdAt);
    },
    'prices are exact': async (room) => {
      const boss = admin(room);
      for (const price of [0.1, 19.99, 999_999.99, 1_000_000, 0.29]) {
        const sku = await create(boss, { price });
        safe((await room.api.get(`/products/${sku}`)).at('price') === price, `${price} changed`);
      }
    },
    'of many with one SKU one wins': async (room) => {
      const [boss, sku] = [admin(room), nextSku()];
      await oneWins(8, (turn) => boss.post('/products', { sku, name: `N${turn}`, price: 1 }));
    },
    'pages far out are empty, not slow or broken': async ({ api }) => {
      for (const page of ['1000000000', '9007199254740993', '1e9'])
        safe((await api.get('/products', { query: { page } })).status < 500, `page ${page}`);
    },
    'broken, deep and huge bodies': async (room) => bodiesAreBounded(admin(room), '/products'),
  },
  undetermined: {},
};
