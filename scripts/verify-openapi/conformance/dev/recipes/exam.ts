import {
  atOnce,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  pageIsInert,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'open sesame';
type Person = { readonly username: string; readonly token: string; readonly me: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const username = unique('cook');
  wants(await api.post('/auth/register', { username, password }), 201);
  const reply = wants(await api.post('/auth/login', { username, password }), 200);
  const token = reply.id('access_token');
  return { username, token, me: api.bearer(token) };
}

const soup = { title: 'Soup', description: 'Hot.', ingredients: ['water', 'salt'], minutes: 20 };
const cook = async ({ me }: Person, more: object = {}) =>
  wants(await me.post('/recipes', { ...soup, ...more }), 201).id('id');
const read = async ({ api }: Room, id: string) => wants(await api.get(`/recipes/${id}`), 200);
const rate = ({ me }: Person, id: string, stars: number) =>
  me.put(`/recipes/${id}/rating`, { stars });

export const exam: Exam = {
  functional: {
    'registers and logs in': async (room) => {
      const { username } = await join(room);
      wants(await room.api.post('/auth/register', { username, password }), 409);
      wants(await room.api.post('/auth/login', { username, password: 'not the one' }), 401);
      wants(await room.api.post('/auth/register', { username: 'x', password }), 422);
      wants(await room.api.get('/me/favorites'), 401);
    },
    'shares recipes': async (room) => {
      const ann = await join(room);
      const made = wants(await ann.me.post('/recipes', soup), 201);
      equal(
        [
          'title',
          'author',
          'minutes',
          'average_rating',
          'rating_count',
          'ingredients',
          'comments',
        ].map((name) => made.at(name)),
        ['Soup', ann.username, 20, null, 0, ['water', 'salt'], []],
        'recipe',
      );
      equal((await read(room, made.id('id'))).at('description'), 'Hot.', 'description');
      wants(await room.api.post('/recipes', soup), 401);
      wants(await ann.me.post('/recipes', { ...soup, ingredients: [] }), 422);
      wants(await room.api.get('/recipes/99999'), 404);
    },
    'changes and deletes one’s own': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/recipes/${await cook(ann)}`;
      wants(await bob.me.put(path, soup), 403);
      wants(await bob.me.delete(path), 403);
      const next = { title: 'Stew', ingredients: ['beef'], minutes: 90 };
      const put = wants(await ann.me.put(path, next), 200);
      equal(
        [put.at('title'), put.at('minutes'), put.at('description')],
        ['Stew', 90, undefined],
        'put',
      );
      wants(await ann.me.delete(path), 204);
      wants(await room.api.get(path), 404);
    },
    searches: async (room) => {
      const ann = await join(room);
      const [word, herb] = [room.unique('word'), room.unique('herb')];
      await cook(ann, { title: `A ${word}`, ingredients: [herb, 'salt'], minutes: 5 });
      await cook(ann, { title: 'B', description: `has the ${word}`, minutes: 50 });
      const titles = async (query: Record<string, string | number>) =>
        wants(await room.api.get('/recipes', { query }), 200)
          .list()
          .map(({ title }) => String(title))
          .toSorted();
      equal(await titles({ q: word }), [`A ${word}`, 'B'], 'text');
      equal(await titles({ q: word, max_minutes: 5 }), [`A ${word}`], 'minutes');
      equal(await titles({ ingredient: herb }), [`A ${word}`], 'ingredient');
      equal(await titles({ author: ann.username }), [`A ${word}`, 'B'], 'author');
    },
    'rates, once for each person': async (room) => {
      const [ann, bob, cleo] = [await join(room), await join(room), await join(room)];
      const id = await cook(ann);
      wants(await rate(bob, id, 2), 204);
      wants(await rate(bob, id, 4), 204);
      wants(await rate(cleo, id, 5), 204);
      const recipe = await read(room, id);
      equal([recipe.at('average_rating'), recipe.at('rating_count')], [4.5, 2], 'rating');
      wants(await rate(bob, id, 6), 422);
      wants(await rate(bob, '99999', 5), 404);
    },
    'lets nobody rate a recipe of their own': async (room) => {
      const ann = await join(room);
      wants(await rate(ann, await cook(ann), 5), 403);
    },
    'lists the best rated first': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const ids = [await cook(ann, { title: 'low' }), await cook(ann, { title: 'top' })];
      for (const [at, id] of ids.entries()) wants(await rate(bob, id, at === 0 ? 2 : 5), 204);
      const query = { author: ann.username };
      const found = wants(await room.api.get('/recipes', { query }), 200).list();
      equal(
        found.map(({ title }) => title),
        ['top', 'low'],
        'order',
      );
    },
    'keeps comments with the recipe': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await cook(ann);
      const made = wants(await bob.me.post(`/recipes/${id}/comments`, { text: 'Good' }), 201);
      equal([made.at('author'), made.at('text')], [bob.username, 'Good'], 'comment');
      const [only] = (await read(room, id)).list('comments');
      equal([only?.author, only?.text], [bob.username, 'Good'], 'comment');
    },
    'shows a page with the comments': async (room) => {
      const ann = await join(room);
      const id = await cook(ann, { title: 'Pie' });
      const text = room.unique('tasty');
      wants(await ann.me.post(`/recipes/${id}/comments`, { text }), 201);
      const page = wants(await room.api.get(`/recipes/${id}/page`), 200);
      must(/text\/html/.test(page.headers.get('content-type') ?? ''), 'it is no page');
      for (const part of ['Pie', 'water', ann.username, text])
        must(page.text.includes(part), `${part} is not on the page`);
    },
    'keeps favourites': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await cook(ann);
      const path = `/recipes/${id}/favorite`;
      const own = async ({ me }: Person) =>
        wants(await me.get('/me/favorites'), 200)
          .list()
          .map((recipe) => String(recipe.id));
      wants(await bob.me.put(path), 204);
      wants(await bob.me.put(path), 204);
      equal([await own(bob), await own(ann)], [[id], []], 'favourites');
      wants(await bob.me.delete(path), 204);
      wants(await bob.me.delete(path), 404);
      equal(await own(bob), [], 'favourites');
      wants(await bob.me.put('/recipes/99999/favorite'), 404);
    },
  },
  exploits: {
    'forged tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/me/favorites', { headers }), token);
    },
    'pages run no script': async (room) => {
      const ann = await join(room);
      for (const script of SCRIPTS) {
        const id = await cook(ann, { title: script, ingredients: [script], description: script });
        wants(await ann.me.post(`/recipes/${id}/comments`, { text: script }), 201);
        pageIsInert(wants(await room.api.get(`/recipes/${id}/page`), 200));
      }
    },
    'the author is not for clients to say': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const reply = await ann.me.post('/recipes', {
        ...soup,
        ...{ author: bob.username, author_id: 1, average_rating: 5, rating_count: 99 },
      });
      if (reply.status !== 201) return void denied(reply);
      safe(reply.at('author') === ann.username, 'it is said to be of another');
      safe(reply.at('rating_count') === 0, 'ratings came with the recipe');
    },
    'many ratings at once are one': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await cook(ann);
      const replies = await atOnce(8, (turn) => rate(bob, id, (turn % 5) + 1));
      must(
        replies.some(({ status }) => status === 204),
        `${replies[0]?.status}`,
      );
      safe((await read(room, id)).at('rating_count') === 1, 'one person rated more than once');
    },
    'SQL stays text': async (room) => {
      const ann = await join(room);
      await cook(ann);
      await injects((q) => room.api.get('/recipes', { query: { q } }));
      await injects((ingredient) => room.api.get('/recipes', { query: { ingredient } }));
      await injects((author) => room.api.get('/recipes', { query: { author } }));
    },
    'passwords are kept as hashes': async (room) => {
      const secret = room.unique('Secret');
      const body = { username: room.unique('cook'), password: secret };
      wants(await room.api.post('/auth/register', body), 201);
      safe((await room.filesWith(secret)).length === 0, 'a password is kept in clear');
    },
    'last: bodies are bounded': async (room) => bodiesAreBounded((await join(room)).me, '/recipes'),
    'last: passwords are not guessed on and on': async (room) => {
      const { username } = await join(room);
      await guessingIsStopped((guess) =>
        room.api.post('/auth/login', { username, password: guess }),
      );
    },
  },
  undetermined: {},
};
