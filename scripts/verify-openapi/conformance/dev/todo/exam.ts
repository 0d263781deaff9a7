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

const PASSWORD = 'a long enough 1';
type Person = { readonly email: string; readonly id: string; readonly me: Client; token: string };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const email = `${unique('ann')}@example.com`;
  const user = wants(await api.post('/auth/register', { email, password: PASSWORD }), 201);
  const token = wants(await api.post('/auth/login', { email, password: PASSWORD }), 200).id(
    'token',
  );
  return { email, id: user.id('id'), me: api.bearer(token), token };
}

const addTodo = async (me: Client, title: string, more: object = {}) =>
  wants(await me.post('/todos', { title, ...more }), 201);

export const exam: Exam = {
  functional: {
    'registers, logs in and tells who one is': async (room) => {
      const { me, email } = await join(room);
      equal(wants(await me.get('/me'), 200).at('email'), email, 'email');
    },
    'refuses a second account of one address with 409': async (room) => {
      const { email } = await join(room);
      wants(await room.api.post('/auth/register', { email, password: PASSWORD }), 409);
    },
    'refuses bad registrations with 400': async ({ api, unique }) => {
      const email = `${unique('x')}@example.com`;
      wants(await api.post('/auth/register', { email, password: 'short' }), 400);
      wants(await api.post('/auth/register', { email: 'no address', password: PASSWORD }), 400);
      wants(await api.post('/auth/register', { email }), 400);
    },
    'refuses a wrong password with 401': async (room) => {
      const { email } = await join(room);
      wants(await room.api.post('/auth/login', { email, password: 'wrong wrong' }), 401);
    },
    'creates a todo of one’s own': async (room) => {
      const { me } = await join(room);
      const made = await addTodo(me, 'Buy milk', { dueOn: '2031-02-03' });
      must((made.headers.get('location') ?? '').endsWith(`/todos/${made.id('id')}`), 'Location');
      const { title, done, dueOn } = wants(await me.get(`/todos/${made.id('id')}`), 200).json as {
        [name: string]: unknown;
      };
      equal(
        { title, done, dueOn },
        { title: 'Buy milk', done: false, dueOn: '2031-02-03' },
        'todo',
      );
    },
    'lists one’s todos, newest first': async (room) => {
      const { me } = await join(room);
      for (const title of ['one', 'two', 'three']) await addTodo(me, title);
      const titles = wants(await me.get('/todos'), 200)
        .list()
        .map(({ title }) => title);
      equal(titles, ['three', 'two', 'one'], 'titles');
    },
    'filters by done and by text in any case': async (room) => {
      const { me } = await join(room);
      const milk = await addTodo(me, 'Buy MILK');
      await addTodo(me, 'Sleep 100%');
      wants(await me.patch(`/todos/${milk.id('id')}`, { done: true }), 200);
      const titles = async (query: Record<string, string | boolean>) =>
        wants(await me.get('/todos', { query }), 200)
          .list()
          .map(({ title }) => title);
      equal(await titles({ done: true }), ['Buy MILK'], 'done');
      equal(await titles({ done: false }), ['Sleep 100%'], 'not done');
      equal(await titles({ q: 'milk' }), ['Buy MILK'], 'with milk');
      equal(await titles({ q: '%' }), ['Sleep 100%'], 'with a percent sign');
    },
    'changes only what was sent; null takes the date away': async (room) => {
      const { me } = await join(room);
      const id = (await addTodo(me, 'Old', { dueOn: '2031-02-03' })).id('id');
      const changed = wants(await me.patch(`/todos/${id}`, { title: 'New' }), 200);
      equal([changed.at('title'), changed.at('dueOn')], ['New', '2031-02-03'], 'after the title');
      const cleared = wants(await me.patch(`/todos/${id}`, { dueOn: null }), 200);
      must(cleared.at('dueOn') === null || cleared.at('dueOn') === undefined, 'dueOn is gone');
    },
    'refuses what does not match with 400': async (room) => {
      const { me } = await join(room);
      const id = (await addTodo(me, 'Good')).id('id');
      wants(await me.post('/todos', {}), 400);
      wants(await me.post('/todos', { title: '' }), 400);
      wants(await me.post('/todos', { title: 'x'.repeat(201) }), 400);
      wants(await me.post('/todos', { title: 'x', dueOn: '2031-02-30' }), 400);
      wants(await me.patch(`/todos/${id}`, {}), 400);
      wants(await me.patch(`/todos/${id}`, { done: 'yes' }), 400);
    },
    deletes: async (room) => {
      const { me } = await join(room);
      const id = (await addTodo(me, 'Gone')).id('id');
      wants(await me.delete(`/todos/${id}`), 204);
      wants(await me.get(`/todos/${id}`), 404);
      wants(await me.delete(`/todos/${id}`), 404);
      wants(await me.get('/todos/00000000-0000-4000-8000-000000000000'), 404);
    },
    'asks for a token with 401': async ({ api }) => {
      for (const path of ['/me', '/todos']) wants(await api.get(path), 401);
      wants(await api.post('/todos', { title: 'x' }), 401);
    },
    'a token is worth nothing after logout': async (room) => {
      const { me } = await join(room);
      wants(await me.post('/auth/logout'), 204);
      wants(await me.get('/todos'), 401);
    },
    'keeps accounts and todos over a restart': async (room) => {
      const { me, email } = await join(room);
      const id = (await addTodo(me, 'Stays')).id('id');
      await room.restart();
      const again = wants(await room.api.post('/auth/login', { email, password: PASSWORD }), 200);
      wants(await room.api.bearer(again.id('token')).get(`/todos/${id}`), 200);
    },
  },
  exploits: {
    'todos of others are not there': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/todos/${(await addTodo(ann.me, 'Secret of Ann')).id('id')}`;
      denied(await bob.me.get(path), 404);
      denied(await bob.me.patch(path, { title: 'Mine' }), 404);
      denied(await bob.me.delete(path), 404);
      keepsSecret(wants(await bob.me.get('/todos'), 200), 'Secret of Ann');
      keepsSecret(
        wants(await bob.me.get('/todos', { query: { q: 'Secret' } }), 200),
        'Secret of Ann',
      );
      safe(wants(await ann.me.get(path), 200).at('title') === 'Secret of Ann', 'it was changed');
    },
    'id, owner and time cannot be chosen': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = '11111111-1111-4111-8111-111111111111';
      const sent = { title: 'x', id, ownerId: bob.id, createdAt: '2001-01-01T00:00:00Z' };
      const made = await ann.me.post('/todos', sent);
      if (made.status === 201) {
        for (const [path, value] of Object.entries(sent).slice(1)) unmoved(made, path, value);
        await ann.me.patch(`/todos/${made.id('id')}`, { ownerId: bob.id, done: true });
      } else denied(made);
      safe(wants(await bob.me.get('/todos'), 200).list().length === 0, 'Bob was given a todo');
    },
    'an account cannot be registered with an id or a role of one’s own': async (room) => {
      const { id } = await join(room);
      const email = `${room.unique('eve')}@example.com`;
      const more = { id, role: 'admin', isAdmin: true };
      const reply = await room.api.post('/auth/register', { email, password: PASSWORD, ...more });
      if (reply.status === 201) unmoved(reply, 'id', id);
      else denied(reply);
    },
    'forged tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/todos', { headers }), token);
    },
    'SQL in every text stays text': async (room) => {
      const { me } = await join(room);
      await injects(async (title) => {
        const made = await addTodo(me, title);
        safe(made.at('title') === title, `${title} was changed`);
        return made;
      });
      await injects((q) => me.get('/todos', { query: { q } }));
      await injects((text) => me.get(`/todos/${encodeURIComponent(text)}`));
      await injects((email) => room.api.post('/auth/login', { email, password: email }));
      safe(
        wants(await me.get('/todos', { query: { q: "zz' OR '1'='1" } }), 200).list().length === 0,
        'found too much',
      );
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [email, password] = [`${unique('kim')}@example.com`, unique('clearPassword')];
      const made = wants(await api.post('/auth/register', { email, password }), 201);
      keepsSecret(made, password);
      const reply = wants(await api.post('/auth/login', { email, password }), 200);
      keepsSecret(await api.bearer(reply.id('token')).get('/me'), password);
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
      safe((await filesWith(reply.id('token'))).length === 0, 'the token lies in the data folder');
    },
    'of many who register one address one gets it': async ({ api, unique }) => {
      const email = `${unique('race')}@example.com`;
      await oneWins(5, () => api.post('/auth/register', { email, password: PASSWORD }));
    },
    'the same address in capitals is no second account': async (room) => {
      const { email } = await join(room);
      denied(
        await room.api.post('/auth/register', { email: email.toUpperCase(), password: PASSWORD }),
      );
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded((await join(room)).me, '/todos');
      await bodiesAreBounded(room.api, '/auth/login');
    },
    'last: a wrong password and an unknown address look alike': async (room) => {
      const { email } = await join(room);
      const login = (who: string) =>
        room.api.post('/auth/login', { email: who, password: 'wrong wrong' });
      answersAlike(await login(email), await login(`${room.unique('no')}@example.com`));
    },
    'last: guessing is stopped': async (room) => {
      const { email } = await join(room);
      await guessingIsStopped((password) => room.api.post('/auth/login', { email, password }));
    },
  },
  undetermined: {},
};
