import {
  answersAlike,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, safe, wants } from '../../examiner/verdicts.ts';

const password = 'dear diary 1';
type Query = Record<string, string | number | boolean>;
type Author = { readonly name: string; readonly token: string; readonly as: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Author> {
  const name = unique('me');
  const token = wants(await api.post('/auth/signup', { name, password }), 201).id('token');
  return { name, token, as: api.bearer(token) };
}

const write = async (as: Client, title: string, more: object = {}) =>
  wants(await as.post('/entries', { title, ...more }), 201).id('id');
const list = async (as: Client, query: Query = {}) =>
  wants(await as.get('/entries', { query }), 200);
const titles = async (as: Client, query: Query = {}) =>
  (await list(as, query)).list('entries').map(({ title }) => title);
const history = async (as: Client, id: string) =>
  wants(await as.get(`/entries/${id}/history`), 200)
    .list()
    .map(({ action, changed }) => [action, changed]);

export const exam: Exam = {
  functional: {
    'writes and reads an entry': async (room) => {
      const { as } = await join(room);
      const sent = { title: 'Sunday', text: 'It rained.', mood: 'fair', day: '2024-02-29' };
      const made = wants(await as.post('/entries', sent), 201);
      for (const entry of [made, wants(await as.get(`/entries/${made.id('id')}`), 200)])
        equal(
          Object.fromEntries(Object.keys(sent).map((name) => [name, entry.at(name)])),
          sent,
          'entry',
        );
    },
    'fills in what was left out': async (room) => {
      const { as } = await join(room);
      const before = new Date().toISOString().slice(0, 10);
      const entry = wants(await as.post('/entries', { title: 'Short' }), 201);
      const after = new Date().toISOString().slice(0, 10);
      equal([entry.at('text'), entry.at('mood')], ['', null], 'text and mood');
      const day = String(entry.at('day'));
      equal([before, after].includes(day), true, `the day ${day} is today`);
    },
    'the entries of others do not exist': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const id = await write(ann.as, 'Private');
      wants(await eve.as.get(`/entries/${id}`), 404);
      wants(await eve.as.patch(`/entries/${id}`, { title: 'Mine' }), 404);
      wants(await eve.as.delete(`/entries/${id}`), 404);
      wants(await eve.as.post(`/entries/${id}/restore`), 404);
      wants(await eve.as.get(`/entries/${id}/history`), 404);
      equal(await titles(eve.as), [], 'titles');
    },
    'changes what is sent and nothing else': async (room) => {
      const { as } = await join(room);
      const id = await write(as, 'Old', { text: 'Kept', mood: 'good', day: '2024-01-01' });
      const members = async (change: object) => {
        const entry = wants(await as.patch(`/entries/${id}`, change), 200);
        return ['title', 'text', 'mood', 'day'].map((name) => entry.at(name));
      };
      equal(await members({ title: 'New' }), ['New', 'Kept', 'good', '2024-01-01'], 'title');
      equal(await members({ mood: null }), ['New', 'Kept', null, '2024-01-01'], 'mood');
      equal(await members({ text: '' }), ['New', '', null, '2024-01-01'], 'text');
      wants(await as.patch(`/entries/${id}`, { title: null }), 400);
      wants(await as.patch(`/entries/${id}`, {}), 400);
    },
    'puts entries into the bin': async (room) => {
      const { as } = await join(room);
      const [id] = [await write(as, 'Gone'), await write(as, 'Stays')];
      wants(await as.delete(`/entries/${id}`), 204);
      wants(await as.get(`/entries/${id}`), 410);
      wants(await as.patch(`/entries/${id}`, { title: 'x' }), 410);
      wants(await as.delete(`/entries/${id}`), 410);
      equal(await titles(as), ['Stays'], 'outside');
      equal(await titles(as, { bin: true }), ['Gone'], 'inside');
    },
    'takes them out again': async (room) => {
      const { as } = await join(room);
      const id = await write(as, 'Back', { text: 'As it was' });
      wants(await as.post(`/entries/${id}/restore`), 409);
      wants(await as.delete(`/entries/${id}`), 204);
      equal(wants(await as.post(`/entries/${id}/restore`), 200).at('text'), 'As it was', 'text');
      wants(await as.get(`/entries/${id}`), 200);
      equal([await titles(as), await titles(as, { bin: true })], [['Back'], []], 'lists');
    },
    'goes through the entries by cursor': async (room) => {
      const { as } = await join(room);
      for (const title of ['1', '2', '3', '4', '5']) await write(as, title);
      const first = await list(as, { limit: 2 });
      await write(as, 'in between');
      const second = await list(as, { limit: 2, cursor: first.id('next_cursor') });
      const third = await list(as, { limit: 2, cursor: second.id('next_cursor') });
      equal(
        [first, second, third].map((part) => part.list('entries').map(({ title }) => title)),
        [['5', '4'], ['3', '2'], ['1']],
        'parts',
      );
      equal(third.at('next_cursor'), null, 'the last cursor');
    },
    'there is no cursor behind a last part that is full': async (room) => {
      const { as } = await join(room);
      for (const title of ['1', '2']) await write(as, title);
      equal((await list(as, { limit: 2 })).at('next_cursor'), null, 'cursor');
      equal((await list((await join(room)).as)).json, { entries: [], next_cursor: null }, 'none');
    },
    'filters by mood, with a cursor as well': async (room) => {
      const { as } = await join(room);
      for (const mood of ['good', 'bad', 'good', null, 'good'])
        await write(as, `${mood}`, { mood });
      const first = await list(as, { mood: 'good', limit: 2 });
      const rest = await list(as, { mood: 'good', limit: 2, cursor: first.id('next_cursor') });
      const found = [...first.list('entries'), ...rest.list('entries')].map(({ mood }) => mood);
      equal(found, ['good', 'good', 'good'], 'moods');
      equal(rest.at('next_cursor'), null, 'cursor');
      wants(await as.get('/entries', { query: { mood: 'angry' } }), 400);
    },
    'keeps a history': async (room) => {
      const { as } = await join(room);
      const id = await write(as, 'One', { mood: 'bad' });
      wants(await as.patch(`/entries/${id}`, { title: 'Two', mood: null, day: '2024-01-01' }), 200);
      wants(await as.patch(`/entries/${id}`, { title: 'Two', text: 'More' }), 200);
      wants(await as.delete(`/entries/${id}`), 204);
      const sofar = [
        ['created', []],
        ['changed', ['day', 'mood', 'title']],
        ['changed', ['text']],
        ['deleted', []],
      ];
      equal(await history(as, id), sofar, 'history');
      wants(await as.post(`/entries/${id}/restore`), 200);
      equal(await history(as, id), [...sofar, ['restored', []]], 'history');
    },
    'refuses what is not valid, and who is not logged in': async (room) => {
      const { name, as } = await join(room);
      for (const wrong of [{ title: '' }, { mood: 'angry' }, { day: '2024-02-30' }, { text: 7 }])
        wants(await as.post('/entries', { title: 'x', ...wrong }), 400);
      wants(await as.get('/entries', { query: { limit: 101 } }), 400);
      wants(await as.get('/entries/999999999'), 404);
      wants(await room.api.get('/entries'), 401);
      wants(await room.api.post('/auth/signup', { name, password }), 409);
      wants(await room.api.post('/auth/signup', { name: 'x', password }), 400);
      wants(await room.api.post('/auth/login', { name, password: 'not the one' }), 401);
      const token = wants(await room.api.post('/auth/login', { name, password }), 200).id('token');
      equal(await titles(room.api.bearer(token)), [], 'titles');
    },
  },
  exploits: {
    'tokens that nobody gave out open nothing': async (room) => {
      const { as, token } = await join(room);
      await write(as, 'Private');
      await forgedTokensAreRefused((headers) => room.api.get('/entries', { headers }), token);
    },
    'no cursor leads to the entries of others': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const secret = room.unique('secret');
      for (let turn = 0; turn < 3; turn += 1) await write(ann.as, `${secret}-${turn}`);
      await write(eve.as, 'own');
      const cursor = (await list(ann.as, { limit: 1 })).id('next_cursor');
      for (const one of [cursor, '0', '999999999', "' OR '1'='1", '{"user":1}', 'e30=', 'bnVsbA'])
        for (const bin of [true, false]) {
          const reply = await eve.as.get('/entries', { query: { cursor: one, bin } });
          keepsSecret(reply, secret);
          if (reply.status !== 200) denied(reply);
        }
    },
    'the author and the bin cannot be chosen': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const more = { user: ann.name, user_id: 1, owner: ann.name, author_id: 1, id: 1 };
      const made = await eve.as.post('/entries', { title: 'Planted', ...more });
      if (made.status !== 201) denied(made);
      safe((await titles(ann.as)).length === 0, 'it was planted');
      const id = await write(eve.as, 'Mine');
      await eve.as.patch(`/entries/${id}`, {
        title: 'Planted',
        ...more,
        created_at: '2001-01-01T00:00:00Z',
      });
      safe((await titles(ann.as)).length === 0, 'it was moved');
      const entry = wants(await eve.as.get(`/entries/${id}`), 200);
      safe(!String(entry.at('created_at')).startsWith('2001'), 'the time was chosen');
    },
    'what is in the bin of others stays there': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const id = await write(ann.as, 'Private');
      wants(await ann.as.delete(`/entries/${id}`), 204);
      for (const reply of [
        await eve.as.post(`/entries/${id}/restore`),
        await eve.as.get(`/entries/${id}`),
        await eve.as.get(`/entries/${id}/history`),
      ])
        denied(reply, 404);
      wants(await ann.as.get(`/entries/${id}`), 410);
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [name, clear] = [unique('me'), unique('clearPassword')];
      keepsSecret(wants(await api.post('/auth/signup', { name, password: clear }), 201), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'who has an account does not show at the door': async (room) => {
      const { name } = await join(room);
      const login = (one: string) =>
        room.api.post('/auth/login', { name: one, password: 'not the one' });
      answersAlike(await login(name), await login(room.unique('nobody')));
    },
    'one name is given once': async ({ api, unique }) => {
      const name = unique('race');
      await oneWins(6, () => api.post('/auth/signup', { name, password }));
    },
    'SQL stays text': async (room) => {
      const { as } = await join(room);
      const witness = await write(as, 'Witness');
      await injects(async (text) => {
        const reply = await as.patch(`/entries/${witness}`, { title: text, text });
        if (reply.status === 200) safe(reply.at('text') === text, `${text} was changed`);
        return reply;
      });
      await injects((cursor) => as.get('/entries', { query: { cursor } }));
      await injects((mood) => as.get('/entries', { query: { mood } }));
      await injects((text) => as.delete(`/entries/${encodeURIComponent(text)}`));
      await injects((name) => room.api.post('/auth/login', { name, password: name }));
      for (const id of ['9223372036854775808', '1e3', '0x10', '-1', '1.5'])
        denied(await as.get(`/entries/${id}`), 404, 400);
      safe((await titles(as)).length === 1, 'the witness is gone');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/auth/login');
      await bodiesAreBounded((await join(room)).as, '/entries');
    },
    'last: guessing is stopped': async (room) => {
      const { name } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/auth/login', { name, password: guess }));
    },
  },
  undetermined: {},
};
