import {
  answersAlike,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  oneWins,
  SCRIPTS,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'open sesame';

async function join(room: Pick<Room, 'api' | 'unique'>): Promise<{ login: string; me: Client }> {
  const login = room.unique('user');
  const me = room.api.browser();
  wants(await me.post('/signup', { login, password }), 201);
  wants(await me.post('/signin', { login, password }), 204);
  must(me.cookies.has('sid'), 'there is no cookie sid');
  return { login, me };
}

const file = async (me: Client, body: object = {}) =>
  wants(await me.post('/tickets', { title: 'Broken', ...body }), 201);

export const exam: Exam = {
  functional: {
    'signs up, in and out': async (room) => {
      const { login, me } = await join(room);
      wants(await room.api.post('/signup', { login, password }), 409);
      wants(await room.api.post('/signin', { login, password: 'wrong one' }), 401);
      wants(await me.get('/tickets'), 200);
      wants(await me.post('/signout'), 204);
      wants(await me.get('/tickets'), 401);
      wants(await room.api.get('/tickets'), 401);
    },
    'files tickets': async (room) => {
      const { me } = await join(room);
      const made = await file(me, { body: 'all of it' });
      equal(
        ['title', 'body', 'priority', 'status', 'done_at', 'comments'].map((one) => made.at(one)),
        ['Broken', 'all of it', 'normal', 'open', null, 0],
        'ticket',
      );
      equal((await file(me)).at('body'), null, 'body');
      equal(wants(await me.get(`/tickets/${made.id('id')}`), 200).at('title'), 'Broken', 'title');
    },
    'lists one’s own, oldest first, by status and priority': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const first = await file(ann.me, { title: 'one', priority: 'high' });
      await file(ann.me, { title: 'two' });
      await file(bob.me, { title: 'other' });
      const titles = async (query: Record<string, string> = {}) =>
        wants(await ann.me.get('/tickets', { query }), 200)
          .list()
          .map(({ title }) => title);
      equal(await titles(), ['one', 'two'], 'all');
      equal(await titles({ priority: 'high' }), ['one'], 'high');
      wants(await ann.me.put(`/tickets/${first.id('id')}/done`), 204);
      equal(await titles({ status: 'open' }), ['two'], 'open');
      equal(await titles({ status: 'done' }), ['one'], 'done');
      wants(await ann.me.get('/tickets', { query: { status: 'lost' } }), 400);
    },
    'marks as done and opens again': async (room) => {
      const { me } = await join(room);
      const path = `/tickets/${(await file(me)).id('id')}`;
      wants(await me.put(`${path}/done`), 204);
      const done = wants(await me.get(path), 200);
      equal(done.at('status'), 'done', 'status');
      wants(await me.put(`${path}/done`), 409);
      wants(await me.delete(`${path}/done`), 204);
      equal(wants(await me.get(path), 200).at('status'), 'open', 'status');
    },
    'tells when it was done': async (room) => {
      const { me } = await join(room);
      const path = `/tickets/${(await file(me)).id('id')}`;
      wants(await me.put(`${path}/done`), 204);
      must(typeof wants(await me.get(path), 200).at('done_at') === 'string', 'it was never done');
      wants(await me.delete(`${path}/done`), 204);
      equal(wants(await me.get(path), 200).at('done_at'), null, 'done_at');
    },
    'changes and deletes': async (room) => {
      const { me } = await join(room);
      const path = `/tickets/${(await file(me)).id('id')}`;
      const changed = wants(await me.patch(path, { title: 'Mended', priority: 'low' }), 200);
      equal([changed.at('title'), changed.at('priority')], ['Mended', 'low'], 'ticket');
      wants(await me.patch(path, { priority: 'whatever' }), 400);
      wants(await me.delete(path), 204);
      wants(await me.get(path), 404);
      wants(await me.delete(path), 404);
      wants(await me.put(`${path}/done`), 404);
    },
    'counts what is open and done': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const made = await file(ann.me);
      await file(ann.me);
      await file(bob.me);
      wants(await ann.me.put(`/tickets/${made.id('id')}/done`), 204);
      equal(wants(await ann.me.get('/tickets/summary'), 200).json, { open: 1, done: 1 }, 'counts');
    },
    'keeps comments': async (room) => {
      const { login, me } = await join(room);
      const path = `/tickets/${(await file(me)).id('id')}`;
      const made = wants(await me.post(`${path}/comments`, { text: 'one' }), 201);
      equal([made.at('text'), made.at('author')], ['one', login], 'comment');
      wants(await me.post(`${path}/comments`, { text: 'two' }), 201);
      const texts = wants(await me.get(`${path}/comments`), 200).list();
      equal(
        texts.map(({ text }) => text),
        ['one', 'two'],
        'comments',
      );
      equal(wants(await me.get(path), 200).at('comments'), 2, 'number');
      wants(await me.post('/tickets/99999/comments', { text: 'x' }), 404);
    },
  },
  exploits: {
    'nobody reaches the tickets of somebody else': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/tickets/${(await file(ann.me)).id('id')}`;
      for (const reply of [
        await bob.me.get(path),
        await bob.me.patch(path, { title: 'mine' }),
        await bob.me.delete(path),
        await bob.me.put(`${path}/done`),
        await bob.me.delete(`${path}/done`),
        await bob.me.get(`${path}/comments`),
        await bob.me.post(`${path}/comments`, { text: 'hello' }),
      ])
        denied(reply, 403, 404);
      equal(wants(await ann.me.get(path), 200).at('title'), 'Broken', 'title');
    },
    'the cookie is for this site and no script': async (room) => {
      const login = room.unique('user');
      wants(await room.api.post('/signup', { login, password }), 201);
      const reply = wants(await room.api.post('/signin', { login, password }), 204);
      const cookie = reply.headers.get('set-cookie') ?? '';
      safe(/httponly/i.test(cookie) && /samesite=(strict|lax)/i.test(cookie), cookie);
    },
    'other sites change nothing': async (room) => {
      const { me } = await join(room);
      const headers = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };
      denied(await me.post('/tickets', { title: 'x' }, { headers }), 401, 403);
    },
    'passwords are kept as hashes': async (room) => {
      const secret = room.unique('Secret');
      const login = room.unique('user');
      wants(await room.api.post('/signup', { login, password: secret }), 201);
      safe((await room.filesWith(secret)).length === 0, 'a password is kept in clear');
    },
    'nobody learns who has an account': async (room) => {
      const { login } = await join(room);
      const signIn = (name: string) =>
        room.api.post('/signin', { login: name, password: 'wrong one' });
      answersAlike(await signIn(login), await signIn(room.unique('nobody')));
    },
    'of many with a login one gets it': async (room) => {
      const login = room.unique('race');
      await oneWins(6, () => room.api.post('/signup', { login, password }));
    },
    'state and times are not for clients to say': async (room) => {
      const { me } = await join(room);
      const past = '2001-01-01T00:00:00Z';
      const reply = await me.post('/tickets', { title: 'x', created_at: past, id: 1, owner: 1 });
      if (reply.status !== 201) return void denied(reply);
      unmoved(reply, 'created_at', past);
    },
    'SQL and scripts in texts stay text': async (room) => {
      const { me } = await join(room);
      await injects((title) => me.post('/tickets', { title }));
      for (const body of SCRIPTS) {
        const made = await file(me, { body });
        safe(made.at('body') === body, 'text was changed');
        safe(!/html/.test(made.headers.get('content-type') ?? ''), 'it is a page');
      }
    },
    'last: bodies are bounded': async (room) => bodiesAreBounded((await join(room)).me, '/tickets'),
    'last: passwords are not guessed on and on': async (room) => {
      const { login } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/signin', { login, password: guess }));
    },
  },
  undetermined: {},
};
