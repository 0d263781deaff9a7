import {
  answersAlike,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'P@ssw0rd-1';
type Person = { readonly username: string; readonly token: string; readonly me: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const username = unique('user');
  wants(await api.post('/register', { username, password }), 201);
  const token = wants(await api.post('/login', { username, password }), 200).id('token');
  return { username, token, me: api.bearer(token) };
}

const write = async ({ me }: Person, title = 'Title', content = 'Content') =>
  wants(await me.post('/notes', { title, content }), 201).id('id');

export const exam: Exam = {
  functional: {
    'registers, once per name, and logs in': async (room) => {
      const { username } = await join(room);
      wants(await room.api.post('/register', { username, password }), 409);
      wants(await room.api.post('/login', { username, password: 'other' }), 401);
      wants(await room.api.post('/register', { username: room.unique('u') }), 400);
      wants(await room.api.post('/register', { username: 7, password }), 400);
    },
    'writes notes and reads them': async (room) => {
      const ann = await join(room);
      const id = await write(ann, 'Milk', 'Two bottles');
      const note = wants(await ann.me.get(`/notes/${id}`), 200);
      equal([note.at('title'), note.at('content')], ['Milk', 'Two bottles'], 'note');
      equal(wants(await ann.me.get('/notes'), 200).list().length, 1, 'notes');
    },
    'changes and deletes notes': async (room) => {
      const ann = await join(room);
      const id = await write(ann);
      const changed = wants(await ann.me.put(`/notes/${id}`, { title: 'A', content: 'B' }), 200);
      equal([changed.at('title'), changed.at('content')], ['A', 'B'], 'changed');
      wants(await ann.me.delete(`/notes/${id}`), 204);
      wants(await ann.me.get(`/notes/${id}`), 404);
      wants(await ann.me.put(`/notes/${id}`, { title: 'A', content: 'B' }), 404);
    },
    'refuses what is no note, and who is not logged in': async (room) => {
      const ann = await join(room);
      wants(await ann.me.post('/notes', { title: 'x' }), 400);
      wants(await ann.me.put(`/notes/${await write(ann)}`, { content: 'x' }), 400);
      wants(await room.api.get('/notes'), 401);
      wants(await room.api.post('/notes', { title: 'x', content: 'y' }), 401);
    },
    'keeps notes over a restart': async (room) => {
      const ann = await join(room);
      const id = await write(ann);
      await room.restart();
      const again = wants(await room.api.post('/login', { username: ann.username, password }), 200);
      wants(await room.api.bearer(again.id('token')).get(`/notes/${id}`), 200);
    },
  },
  exploits: {
    'notes of others are not there': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const path = `/notes/${await write(ann, 'Secret of Ann')}`;
      denied(await eve.me.get(path), 404, 403);
      denied(await eve.me.put(path, { title: 'x', content: 'y' }), 404, 403);
      denied(await eve.me.delete(path), 404, 403);
      keepsSecret(wants(await eve.me.get('/notes'), 200), 'Secret of Ann');
      safe(wants(await ann.me.get(path), 200).at('title') === 'Secret of Ann', 'it was changed');
    },
    'ids of notes cannot be counted through': async (room) => {
      const ann = await join(room);
      const ids = [await write(ann), await write(ann)];
      safe(
        ids.every((id) => !/^\d{1,6}$/.test(id)),
        `ids ${ids.join(' ')}`,
      );
    },
    'owner, id and times cannot be chosen': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const more = {
        id: 'mine',
        userId: bob.username,
        owner: bob.username,
        createdAt: '2001-01-01T00:00:00Z',
      };
      const reply = await ann.me.post('/notes', { title: 'x', content: 'y', ...more });
      if (reply.status === 201) {
        unmoved(reply, 'id', 'mine');
        unmoved(reply, 'createdAt', '2001-01-01T00:00:00Z');
      } else denied(reply);
      equal(wants(await bob.me.get('/notes'), 200).list().length, 0, 'notes of Bob');
    },
    'forged tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/notes', { headers }), token);
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [username, clear] = [unique('user'), unique('clearPassword')];
      keepsSecret(wants(await api.post('/register', { username, password: clear }), 201), clear);
      keepsSecret(wants(await api.post('/login', { username, password: clear }), 200), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'SQL in every text stays text': async (room) => {
      const ann = await join(room);
      await injects(async (text) => {
        const made = wants(await ann.me.post('/notes', { title: text, content: text }), 201);
        safe(made.at('title') === text && made.at('content') === text, `${text} was changed`);
        return made;
      });
      await injects((text) => ann.me.get(`/notes/${encodeURIComponent(text)}`));
      await injects((text) => ann.me.delete(`/notes/${encodeURIComponent(text)}`));
      await injects((text) => room.api.post('/login', { username: text, password: text }));
      must(wants(await ann.me.get('/notes'), 200).list().length > 5, 'the notes are there');
    },
    'of many with one name one wins': async ({ api, unique }) => {
      const username = unique('race');
      await oneWins(5, () => api.post('/register', { username, password }));
    },
    'long and empty passwords do no harm': async ({ api, unique }) => {
      const started = performance.now();
      const long = await api.post('/register', {
        username: unique('u'),
        password: 'x'.repeat(500_000),
      });
      safe(long.status < 500 && performance.now() - started < 5_000, 'a long password');
      denied(await api.post('/register', { username: unique('u'), password: '' }));
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/register');
      await bodiesAreBounded((await join(room)).me, '/notes');
    },
    'last: a wrong password and an unknown name look alike': async (room) => {
      const { username } = await join(room);
      const login = (who: string) => room.api.post('/login', { username: who, password: 'wrong' });
      answersAlike(await login(username), await login(room.unique('no')));
    },
    'last: guessing is stopped': async (room) => {
      const { username } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/login', { username, password: guess }));
    },
  },
  undetermined: {},
};
