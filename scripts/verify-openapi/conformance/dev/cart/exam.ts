import { atOnce, bodiesAreBounded, injects, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

async function sell(api: Client, title: string, price_cents: number): Promise<number> {
  return Number(wants(await api.post('/products', { title, price_cents }), 201).id('id'));
}

const openCart = async (api: Client) => wants(await api.post('/carts'), 201).id('id');

const add = (api: Client, cart: string, product_id: number, quantity: number) =>
  api.post(`/carts/${cart}/items`, { product_id, quantity });

async function lines(api: Client, cart: string): Promise<Record<string, unknown>> {
  const found = wants(await api.get(`/carts/${cart}`), 200).list('items');
  return Object.fromEntries(found.map((line) => [String(line.product_id), line.quantity]));
}

export const exam: Exam = {
  functional: {
    'puts products on sale and lists them': async ({ api }) => {
      const id = await sell(api, 'Tea pot', 1999);
      const product = wants(await api.get('/products'), 200)
        .list()
        .find((one) => one.id === id);
      equal([product?.title, product?.price_cents], ['Tea pot', 1999], 'product');
    },
    'refuses what is no product with 422': async ({ api }) => {
      wants(await api.post('/products', { title: 'x' }), 422);
      wants(await api.post('/products', { title: '', price_cents: 1 }), 422);
      wants(await api.post('/products', { title: 'x', price_cents: -1 }), 422);
      wants(await api.post('/products', { title: 'x', price_cents: 1.5 }), 422);
    },
    'opens an empty cart': async ({ api }) => {
      const cart = wants(await api.post('/carts'), 201);
      equal([cart.at('items'), cart.at('total_cents')], [[], 0], 'a new cart');
    },
    'adds lines and their total': async ({ api }) => {
      const [pot, cup] = [await sell(api, 'Pot', 1500), await sell(api, 'Cup', 250)];
      const cart = await openCart(api);
      wants(await add(api, cart, pot, 1), 200);
      const full = wants(await add(api, cart, cup, 4), 200);
      equal(full.at('total_cents'), 2500, 'total in the answer');
      equal(wants(await api.get(`/carts/${cart}`), 200).at('total_cents'), 2500, 'total');
      equal(await lines(api, cart), { [pot]: 1, [cup]: 4 }, 'lines');
    },
    'adds up the quantities of one product': async ({ api }) => {
      const cup = await sell(api, 'Cup', 250);
      const cart = await openCart(api);
      await add(api, cart, cup, 2);
      wants(await add(api, cart, cup, 3), 200);
      equal(await lines(api, cart), { [cup]: 5 }, 'lines');
    },
    'removes a line': async ({ api }) => {
      const cup = await sell(api, 'Cup', 250);
      const cart = await openCart(api);
      await add(api, cart, cup, 2);
      wants(await api.delete(`/carts/${cart}/items/${cup}`), 204);
      wants(await api.delete(`/carts/${cart}/items/${cup}`), 404);
      equal(await lines(api, cart), {}, 'lines');
    },
    'does not know carts and products that are not there': async ({ api }) => {
      const cart = await openCart(api);
      wants(await api.get(`/carts/${NOWHERE}`), 404);
      wants(await add(api, cart, 987_654, 1), 404);
      wants(await add(api, NOWHERE, await sell(api, 'x', 1), 1), 404);
    },
    'refuses quantities out of bounds with 422': async ({ api }) => {
      const cup = await sell(api, 'Cup', 250);
      const cart = await openCart(api);
      for (const quantity of [0, -1, 1001, 1.5]) wants(await add(api, cart, cup, quantity), 422);
      equal(await lines(api, cart), {}, 'lines');
    },
    'keeps carts over a restart': async ({ api, restart }) => {
      const cup = await sell(api, 'Cup', 250);
      const cart = await openCart(api);
      await add(api, cart, cup, 2);
      await restart();
      equal(await lines(api, cart), { [cup]: 2 }, 'lines');
    },
  },
  exploits: {
    'SQL in every text stays text': async ({ api }) => {
      await injects(async (title) => {
        const made = wants(await api.post('/products', { title, price_cents: 1 }), 201);
        safe(made.at('title') === title, `${title} was changed`);
        return made;
      });
      await injects((text) => api.get(`/carts/${encodeURIComponent(text)}`));
      await injects((text) => api.delete(`/carts/${NOWHERE}/items/${encodeURIComponent(text)}`));
    },
    'the price of a product is not the buyer’s to name': async ({ api }) => {
      const pot = await sell(api, 'Pot', 1500);
      const cart = await openCart(api);
      const sent = { product_id: pot, quantity: 1, price_cents: 1, total_cents: 1 };
      const reply = await api.post(`/carts/${cart}/items`, sent);
      if (reply.status >= 400) return void denied(reply);
      const total = wants(await api.get(`/carts/${cart}`), 200).at('total_cents');
      safe(total === 1500, `the total is ${String(total)}`);
    },
    'a cart cannot be made with an id or a total of one’s own': async ({ api }) => {
      const id = '11111111-1111-4111-8111-111111111111';
      const reply = await api.post('/carts', { id, total_cents: -5, items: [] });
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'id', id);
      unmoved(reply, 'total_cents', -5);
    },
    'ids of carts cannot be counted through': async ({ api }) => {
      const ids = [await openCart(api), await openCart(api)];
      must(ids[0] !== ids[1], 'two carts');
      safe(
        ids.every((id) => /^[0-9a-f-]{36}$/.test(id)),
        'ids are no uuids',
      );
    },
    'no line is lost when many add at once': async ({ api }) => {
      const cup = await sell(api, 'Cup', 250);
      const cart = await openCart(api);
      const replies = await atOnce(20, () => add(api, cart, cup, 1));
      const right = replies.filter(({ status }) => status === 200).length;
      must(right > 0, 'some were added');
      safe(
        (await lines(api, cart))[String(cup)] === right,
        `${right} were added, kept: ${JSON.stringify(await lines(api, cart))}`,
      );
    },
    'quantities do not add up past their bound without notice': async ({ api }) => {
      const pot = await sell(api, 'Gold', 100_000_000);
      const cart = await openCart(api);
      for (let turn = 0; turn < 3; turn += 1) await add(api, cart, pot, 1000);
      const whole = wants(await api.get(`/carts/${cart}`), 200);
      const quantity = Number((await lines(api, cart))[String(pot)]);
      safe(whole.at('total_cents') === quantity * 100_000_000, 'the total is wrong');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/products'),
  },
  undetermined: {
    'POST /carts/{cart_id}/checkout': async ({ api }) => {
      const answers: string[] = [];
      for (const card_token of ['tok_1', 'tok_2']) {
        const cart = await openCart(api);
        await add(api, cart, await sell(api, 'Cup', 250), 1);
        answers.push((await api.post(`/carts/${cart}/checkout`, { card_token })).text);
      }
      return answers;
    },
  },
};
