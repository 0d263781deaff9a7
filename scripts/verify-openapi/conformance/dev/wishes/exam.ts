import {
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'three wishes';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const form = (fields: Record<string, string>) => ({
  text: new URLSearchParams(fields).toString(),
  headers: FORM,
});

async function signUp({ api, unique }: Pick<Room, 'api' | 'unique'>) {
  const name = unique('wisher');
  const credentials = form({ user_name: name, pass_word: PASSWORD });
  wants(await api.post('/signup', undefined, credentials), 201);
  const as = api.browser();
  wants(await as.post('/signin', undefined, credentials), 200);
  return { name, as };
}

const wish = async (as: Client, more: object = {}) =>
  wants(await as.post('/wishes', { title: 'Kite', ...more }), 201).id('wish_id');

export const exam: Exam = {
  functional: {
    'signs up, in and out with forms': async (room) => {
      const { name, as } = await signUp(room);
      wants(await as.get('/wishes'), 200);
      wants(
        await room.api.post('/signup', undefined, form({ user_name: name, pass_word: PASSWORD })),
        409,
      );
      wants(
        await room.api.post('/signup', undefined, form({ user_name: 'ab', pass_word: PASSWORD })),
        400,
      );
      wants(
        await room.api.post(
          '/signin',
          undefined,
          form({ user_name: name, pass_word: 'wrong one' }),
        ),
        401,
      );
      wants(await as.post('/signout'), 204);
      wants(await as.get('/wishes'), 401);
    },
    'a wish starts as the schema says': async (room) => {
      const { as } = await signUp(room);
      const made = wants(await as.post('/wishes', { title: 'Boat' }), 201);
      equal([made.at('wanted'), made.at('public'), made.at('reserved')], [3, false, false], 'wish');
    },
    'lists the most wanted first': async (room) => {
      const { as } = await signUp(room);
      for (const wanted of [2, 5, 1]) await wish(as, { wanted, title: `w${wanted}` });
      const titles = wants(await as.get('/wishes'), 200)
        .list()
        .map(({ title }) => title);
      equal(titles, ['w5', 'w2', 'w1'], 'titles');
    },
    'changes and deletes a wish': async (room) => {
      const { as } = await signUp(room);
      const id = await wish(as);
      const changed = wants(
        await as.put(`/wishes/${id}`, { title: 'Drum', price_cents: 900 }),
        200,
      );
      equal([changed.at('title'), changed.at('price_cents')], ['Drum', 900], 'wish');
      wants(await as.delete(`/wishes/${id}`), 204);
      wants(await as.delete(`/wishes/${id}`), 404);
    },
    'shows the public wishes of somebody': async (room) => {
      const { as, name } = await signUp(room);
      await wish(as, { title: 'seen', public: true });
      await wish(as, { title: 'unseen' });
      const listed = wants(await room.api.get(`/people/${name}/wishes`), 200).list();
      equal(
        listed.map(({ title }) => title),
        ['seen'],
        'titles',
      );
      wants(await room.api.get(`/people/${room.unique('nobody')}/wishes`), 404);
    },
    'a friend reserves a wish, once': async (room) => {
      const { as } = await signUp(room);
      const id = await wish(as, { public: true });
      const reserved = wants(
        await room.api.post(`/wishes/${id}/reserve`, { reserved_by: 'Jo' }),
        200,
      );
      equal(reserved.at('reserved'), true, 'reserved');
      wants(await room.api.post(`/wishes/${id}/reserve`, { reserved_by: 'Al' }), 409);
      wants(await room.api.post('/wishes/999999/reserve', { reserved_by: 'Al' }), 404);
    },
    'refuses what is no wish': async (room) => {
      const { as } = await signUp(room);
      for (const wrong of [
        {},
        { title: '' },
        { title: 'x', wanted: 6 },
        { title: 'x', price_cents: -1 },
      ])
        wants(await as.post('/wishes', wrong), 400);
      wants(await room.api.post('/wishes', { title: 'x' }), 401);
    },
  },
  exploits: {
    'wishes of others are out of reach': async (room) => {
      const [ann, eve] = [await signUp(room), await signUp(room)];
      const id = await wish(ann.as, { title: 'Mine' });
      denied(await eve.as.put(`/wishes/${id}`, { title: 'Hers' }), 404, 403);
      denied(await eve.as.delete(`/wishes/${id}`), 404, 403);
      equal(wants(await eve.as.get('/wishes'), 200).json, [], 'wishes of Eve');
    },
    'private wishes are not reserved by strangers': async (room) => {
      const { as } = await signUp(room);
      const id = await wish(as, { title: 'private thing' });
      const reply = denied(await room.api.post(`/wishes/${id}/reserve`, { reserved_by: 'Eve' }));
      keepsSecret(reply, 'private thing');
    },
    'of many friends one reserves': async (room) => {
      const { as } = await signUp(room);
      const id = await wish(as, { public: true });
      await oneWins(6, (turn) =>
        room.api.post(`/wishes/${id}/reserve`, { reserved_by: `f${turn}` }),
      );
    },
    'owner and state cannot be chosen': async (room) => {
      const [ann, eve] = [await signUp(room), await signUp(room)];
      await ann.as.post('/wishes', {
        title: 'x',
        reserved: true,
        user_name: eve.name,
        owner_id: 1,
        wish_id: 1,
      });
      equal(wants(await eve.as.get('/wishes'), 200).json, [], 'wishes of Eve');
      for (const { reserved } of wants(await ann.as.get('/wishes'), 200).list())
        safe(reserved === false, 'reserved was taken from the client');
    },
    'SQL in every text stays text': async (room) => {
      const { as } = await signUp(room);
      await injects((title) => as.post('/wishes', { title }));
      await injects((text) => room.api.get(`/people/${encodeURIComponent(text)}/wishes`));
      await injects((text) =>
        room.api.post('/signin', undefined, form({ user_name: text, pass_word: text })),
      );
    },
    'passwords are not kept in clear': async ({ api, unique, filesWith }) => {
      const [name, clear] = [unique('w'), unique('clearPassword')];
      wants(await api.post('/signup', undefined, form({ user_name: name, pass_word: clear })), 201);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded((await signUp(room)).as, '/wishes');
    },
    'last: guessing is stopped': async (room) => {
      const { name } = await signUp(room);
      await guessingIsStopped((guess) =>
        room.api.post('/signin', undefined, form({ user_name: name, pass_word: guess })),
      );
    },
  },
  undetermined: {},
};
