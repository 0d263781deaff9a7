import {
  answersAlike,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'correct-horse';
type Person = { readonly email: string; readonly key: string; readonly me: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const email = `${unique('ann')}@example.com`;
  const key = wants(await api.post('/users', { email, password }), 201).id('api_key');
  return { email, key, me: api.with({ 'x-api-key': key }) };
}

const page = (path: string) => `https://example.com/${path}`;
const keep = async ({ me }: Person, path: string, more: object = {}) =>
  wants(await me.post('/bookmarks', { url: page(path), ...more }), 201);
const titles = async ({ me }: Person, query: Record<string, string | number> = {}) =>
  wants(await me.get('/bookmarks', { query }), 200)
    .list('items')
    .map(({ title }) => title);

export const exam: Exam = {
  functional: {
    'registers and hands out a key': async (room) => {
      const ann = await join(room);
      wants(await ann.me.get('/bookmarks'), 200);
      wants(await room.api.get('/bookmarks'), 401);
      wants(await room.api.with({ 'x-api-key': 'wrong' }).get('/bookmarks'), 401);
      wants(await room.api.post('/users', { email: ann.email, password }), 409);
      wants(await room.api.post('/users', { email: 'no mail', password }), 400);
    },
    'hands out another key to who logs in': async (room) => {
      const ann = await join(room);
      await keep(ann, 'one');
      const key = wants(await room.api.post('/users/key', { email: ann.email, password }), 200);
      const again = room.api.with({ 'x-api-key': key.id('api_key') });
      equal(wants(await again.get('/bookmarks'), 200).at('total'), 1, 'total');
      wants(await room.api.post('/users/key', { email: ann.email, password: 'wrong one' }), 401);
    },
    'keeps, changes and deletes bookmarks': async (room) => {
      const ann = await join(room);
      const made = await keep(ann, 'one', { title: 'One', tags: ['a', 'b'] });
      equal([made.at('title'), made.at('tags')], ['One', ['a', 'b']], 'bookmark');
      const path = `/bookmarks/${made.id('id')}`;
      equal(made.headers.get('location')?.endsWith(path), true, 'location');
      const put = wants(await ann.me.put(path, { url: page('two'), tags: ['c'] }), 200);
      equal(
        [put.at('url'), put.at('tags'), put.at('title')],
        [page('two'), ['c'], undefined],
        'put',
      );
      wants(await ann.me.delete(path), 204);
      wants(await ann.me.get(path), 404);
      equal((await keep(ann, 'three')).at('tags'), [], 'tags');
    },
    'has a url once for each user': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      await keep(ann, 'same');
      wants(await ann.me.post('/bookmarks', { url: page('same') }), 409);
      await keep(bob, 'same');
    },
    'lists pages, newest first or as asked': async (room) => {
      const ann = await join(room);
      for (const title of ['b', 'a', 'c']) await keep(ann, title, { title });
      equal(await titles(ann), ['c', 'a', 'b'], 'newest first');
      equal(await titles(ann, { sort: 'title' }), ['a', 'b', 'c'], 'by title');
      equal(await titles(ann, { sort: '-title' }), ['c', 'b', 'a'], 'by title, backwards');
      equal(await titles(ann, { sort: 'created_at', per_page: 2, page: 2 }), ['c'], 'second page');
      const reply = wants(await ann.me.get('/bookmarks', { query: { per_page: 2 } }), 200);
      equal([reply.at('total'), reply.at('page'), reply.at('per_page')], [3, 1, 2], 'page');
      wants(await ann.me.get('/bookmarks', { query: { per_page: 51 } }), 400);
    },
    'finds by text and by tag': async (room) => {
      const ann = await join(room);
      await keep(ann, 'cats', { title: 'On animals', tags: ['pets', 'fur'] });
      await keep(ann, 'dogs', { title: 'More', tags: ['pets'] });
      equal(await titles(ann, { q: 'ANIMAL' }), ['On animals'], 'title');
      equal(await titles(ann, { q: 'cats' }), ['On animals'], 'url');
      equal((await titles(ann, { tag: 'pets' })).length, 2, 'pets');
      equal(await titles(ann, { tag: 'fur' }), ['On animals'], 'fur');
      equal(await titles(ann, { tag: 'pet' }), [], 'pet');
    },
    'imports many or none': async (room) => {
      const ann = await join(room);
      const list = ['x', 'y'].map((path) => ({ url: page(path), title: path }));
      equal(wants(await ann.me.post('/bookmarks/import', list), 200).json, { imported: 2 }, 'two');
      equal((await titles(ann)).length, 2, 'kept');
      wants(await ann.me.post('/bookmarks/import', [{ url: page('z') }, { title: 'none' }]), 400);
      wants(await ann.me.post('/bookmarks/import', []), 400);
      equal((await titles(ann)).length, 2, 'kept');
    },
    'exports urls, one per line': async (room) => {
      const ann = await join(room);
      for (const path of ['one', 'two']) await keep(ann, path, { title: path });
      const reply = wants(await ann.me.get('/bookmarks/export'), 200);
      equal(reply.text.trim().split('\n').toSorted(), [page('one'), page('two')], 'lines');
    },
    'counts tags': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      await keep(ann, 'a', { tags: ['x', 'y'] });
      await keep(ann, 'b', { tags: ['y'] });
      await keep(bob, 'c', { tags: ['z'] });
      const wanted = [
        { tag: 'y', count: 2 },
        { tag: 'x', count: 1 },
      ];
      equal(wants(await ann.me.get('/tags'), 200).json, wanted, 'tags');
    },
  },
  exploits: {
    'bookmarks are for their owner alone': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/bookmarks/${(await keep(ann, 'mine')).id('id')}`;
      denied(await bob.me.get(path), 403, 404);
      denied(await bob.me.put(path, { url: page('his') }), 403, 404);
      denied(await bob.me.delete(path), 403, 404);
      equal(await titles(bob), [], 'his');
      wants(await ann.me.get(path), 200);
    },
    'keys are kept in no file': async (room) => {
      const { key } = await join(room);
      safe(key.length >= 16, `${key} can be guessed`);
      safe((await room.filesWith(key)).length === 0, 'a key is kept in clear');
      safe((await room.filesWith(password)).length === 0, 'a password is kept in clear');
    },
    'nobody learns who is registered': async (room) => {
      const { email } = await join(room);
      const logIn = (name: string) =>
        room.api.post('/users/key', { email: name, password: 'wrong one' });
      answersAlike(await logIn(email), await logIn(`${room.unique('nobody')}@example.com`));
    },
    'ids, owners and times are not for clients to say': async (room) => {
      const ann = await join(room);
      const given = { id: 'mine', created_at: '2001-01-01T00:00:00Z', user_id: 1, owner: 'x' };
      const reply = await ann.me.post('/bookmarks', { url: page('x'), ...given });
      if (reply.status !== 201) return void denied(reply);
      unmoved(reply, 'id', given.id);
      unmoved(reply, 'created_at', given.created_at);
    },
    'SQL in searches stays text': async (room) => {
      const ann = await join(room);
      await keep(ann, 'one', { title: 'One' });
      await injects((q) => ann.me.get('/bookmarks', { query: { q } }));
      await injects((tag) => ann.me.get('/bookmarks', { query: { tag } }));
      equal(await titles(ann, { q: '%' }), [], 'a sign of LIKE');
      const odd = await ann.me.get('/bookmarks', { query: { sort: 'password' } });
      denied(odd, 400);
    },
    'an import of very many is refused': async (room) => {
      const ann = await join(room);
      const list = Array.from({ length: 5_000 }, (_, at) => ({ url: page(String(at)) }));
      denied(await ann.me.post('/bookmarks/import', list), 400, 413, 422);
      must((await titles(ann)).length === 0, 'some were kept');
    },
    'last: bodies are bounded': async (room) =>
      bodiesAreBounded((await join(room)).me, '/bookmarks'),
    'last: passwords are not guessed on and on': async (room) => {
      const { email } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/users/key', { email, password: guess }));
    },
  },
  undetermined: {},
};
