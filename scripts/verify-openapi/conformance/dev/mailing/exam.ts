import { bodiesAreBounded, injects, keepsSecret } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function list(api: Client, name = 'News') {
  const made = wants(await api.post('/lists', { name }), 201);
  const [id, key] = [made.id('id'), made.id('adminKey')];
  return { id, key, path: `/lists/${id}`, admin: api.with({ 'x-admin-key': key }) };
}
const subscribe = (api: Client, path: string, email: string) =>
  api.post(`${path}/subscribe`, { email });

export const exam: Exam = {
  functional: {
    'creates a list that is shown without its key': async ({ api, unique }) => {
      const name = unique('List');
      const { path } = await list(api, name);
      const shown = wants(await api.get(path), 200);
      equal(
        [shown.at('name'), shown.at('subscriberCount'), shown.at('adminKey')],
        [name, 0, undefined],
        'list',
      );
    },
    'subscribes addresses, each once': async ({ api }) => {
      const { path, admin } = await list(api);
      for (const email of ['b@example.org', 'a@example.org', 'b@example.org'])
        wants(await subscribe(api, path, email), 204);
      equal(
        wants(await admin.get(`${path}/subscribers`), 200).list(),
        ['a@example.org', 'b@example.org'] as never,
        'subscribers',
      );
      equal(wants(await api.get(path), 200).at('subscriberCount'), 2, 'count');
    },
    unsubscribes: async ({ api }) => {
      const { path } = await list(api);
      await subscribe(api, path, 'a@example.org');
      wants(await api.post(`${path}/unsubscribe`, { email: 'a@example.org' }), 204);
      wants(await api.post(`${path}/unsubscribe`, { email: 'a@example.org' }), 404);
      equal(wants(await api.get(path), 200).at('subscriberCount'), 0, 'count');
    },
    'one list is not another': async ({ api }) => {
      const [one, other] = [await list(api), await list(api)];
      wants(await subscribe(api, one.path, 'a@example.org'), 204);
      wants(await api.post(`${other.path}/unsubscribe`, { email: 'a@example.org' }), 404);
      equal(wants(await other.admin.get(`${other.path}/subscribers`), 200).list(), [], 'none');
    },
    'wants the key of the list': async ({ api }) => {
      const [one, other] = [await list(api), await list(api)];
      wants(await api.get(`${one.path}/subscribers`, { headers: { 'x-admin-key': 'x' } }), 403);
      wants(await other.admin.get(`${one.path}/subscribers`), 403);
      wants(await other.admin.delete(one.path), 403);
    },
    'deletes a list': async ({ api }) => {
      const { path, admin } = await list(api);
      wants(await admin.delete(path), 204);
      wants(await api.get(path), 404);
      wants(await subscribe(api, path, 'a@example.org'), 404);
    },
    'refuses bad input': async ({ api }) => {
      const { path } = await list(api);
      wants(await subscribe(api, path, 'none'), 422);
      wants(await api.post('/lists', {}), 422);
      wants(
        await subscribe(api, '/lists/0b6d2c9e-9d5a-4c55-8a37-2f4b1f6f0a11', 'a@example.org'),
        404,
      );
    },
  },
  exploits: {
    'the key is not kept in clear': async ({ api, filesWith }) => {
      const { key } = await list(api);
      safe(key.length >= 20, 'the key is short');
      safe((await filesWith(key)).length === 0, 'the key lies in the data folder');
    },
    'addresses are shown to nobody else': async ({ api, unique }) => {
      const { path } = await list(api);
      const email = `${unique('secret')}@example.org`;
      wants(await subscribe(api, path, email), 204);
      keepsSecret(await api.get(path), email);
      const tried = await api.get(`${path}/subscribers`);
      keepsSecret(tried, email);
      denied(tried);
    },
    'the key cannot be chosen': async ({ api }) => {
      const made = await api.post('/lists', { name: 'x', adminKey: 'chosen-key' });
      if (made.status === 201) safe(made.at('adminKey') !== 'chosen-key', 'it can');
      else denied(made);
      must((await list(api)).key !== '', 'lists are made');
    },
    'many who subscribe at once are one': async ({ api }) => {
      const { path } = await list(api);
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => subscribe(api, path, 'r@example.org')),
      );
      must(
        replies.some(({ status }) => status === 204),
        'one was',
      );
      safe(wants(await api.get(path), 200).at('subscriberCount') === 1, 'there are more');
    },
    'SQL stays text': async ({ api }) => {
      const { path } = await list(api);
      await injects((email) => subscribe(api, path, email));
      await injects((text) => api.get(`${path}/subscribers`, { headers: { 'x-admin-key': text } }));
      await injects((name) => api.post('/lists', { name }));
    },
    'an address takes no long time to refuse': async ({ api }) => {
      const { path } = await list(api);
      const started = performance.now();
      denied(await subscribe(api, path, `${'a.'.repeat(100_000)}@`));
      safe(performance.now() - started < 2_000, 'it does');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/lists'),
  },
  undetermined: {
    'POST /lists/{id}/campaigns': async ({ api }) => {
      const { path, admin } = await list(api);
      const texts = [];
      for (const subject of ['one', 'two'])
        texts.push((await admin.post(`${path}/campaigns`, { subject, body: 'x' })).text);
      return texts;
    },
  },
};
