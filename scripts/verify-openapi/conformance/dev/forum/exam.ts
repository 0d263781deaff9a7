import {
  answersAlike,
  atOnce,
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

const PASSWORD = 'board pass 1';
type Member = { readonly handle: string; readonly as: Client; readonly token: string };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Member> {
  const handle = unique('m');
  wants(await api.post('/users', { handle, password: PASSWORD }), 201);
  const token = wants(await api.post('/sessions', { handle, password: PASSWORD }), 201).id(
    'access_token',
  );
  return { handle, token, as: api.bearer(token) };
}

const start = async ({ as }: Member, title = 'A thread') =>
  wants(await as.post('/threads', { title, text: 'First!' }), 201).id('id');

const comment = async ({ as }: Member, thread: string, text = 'Indeed') =>
  wants(await as.post(`/threads/${thread}/comments`, { text }), 201).id('id');

const shown = async (api: Client, thread: string) =>
  wants(await api.get(`/threads/${thread}`), 200);

export const exam: Exam = {
  functional: {
    'signs up, and shows a public profile': async ({ api, unique }) => {
      const handle = unique('m');
      wants(await api.post('/users', { handle, password: PASSWORD, signature: 'Hi' }), 201);
      const user = wants(await api.get(`/users/${handle}`), 200);
      equal([user.at('handle'), user.at('signature')], [handle, 'Hi'], 'profile');
      wants(await api.post('/users', { handle, password: PASSWORD }), 409);
      wants(await api.get(`/users/${unique('no')}`), 404);
    },
    'refuses bad accounts and wrong passwords': async (room) => {
      wants(await room.api.post('/users', { handle: 'a b', password: PASSWORD }), 400);
      wants(await room.api.post('/users', { handle: room.unique('m'), password: 'short' }), 400);
      const { handle } = await join(room);
      wants(await room.api.post('/sessions', { handle, password: 'wrong wrong' }), 401);
    },
    'starts threads in the name of who is signed in': async (room) => {
      const ann = await join(room);
      const thread = await shown(room.api, await start(ann, 'Hello'));
      const kept = ['title', 'text', 'author', 'comment_count', 'likes', 'locked'].map((name) =>
        thread.at(name),
      );
      equal(kept, ['Hello', 'First!', ann.handle, 0, 0, false], 'thread');
    },
    'comments, oldest first, and counts them': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await start(ann);
      await comment(bob, id, 'one');
      await comment(ann, id, 'two');
      const comments = wants(await room.api.get(`/threads/${id}/comments`), 200).list();
      equal(
        comments.map(({ text, author }) => [text, author]),
        [
          ['one', bob.handle],
          ['two', ann.handle],
        ],
        'comments',
      );
      equal((await shown(room.api, id)).at('comment_count'), 2, 'comment_count');
    },
    'lists threads of an author, part by part, with their number': async (room) => {
      const ann = await join(room);
      const ids: string[] = [];
      for (const title of ['one', 'two', 'three']) ids.push(await start(ann, title));
      const list = async (query: Record<string, string | number>) =>
        wants(await room.api.get('/threads', { query: { author: ann.handle, ...query } }), 200);
      equal(
        (await list({})).list('threads').map(({ title }) => title),
        ['three', 'two', 'one'],
        'titles',
      );
      const part = await list({ offset: 1, limit: 1 });
      equal(
        [part.list('threads').map(({ title }) => title), part.at('total')],
        [['two'], 3],
        'a part',
      );
    },
    'a new comment brings a thread to the front': async (room) => {
      const ann = await join(room);
      const old = await start(ann, 'old');
      await start(ann, 'new');
      await comment(ann, old);
      const listed = wants(await room.api.get('/threads', { query: { author: ann.handle } }), 200);
      equal(
        listed.list('threads').map(({ title }) => title),
        ['old', 'new'],
        'titles',
      );
    },
    'only who started a thread changes and deletes it': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await start(ann);
      wants(await bob.as.patch(`/threads/${id}`, { title: 'Mine' }), 403);
      wants(await bob.as.delete(`/threads/${id}`), 403);
      wants(await ann.as.patch(`/threads/${id}`, { title: 'Changed' }), 200);
      equal((await shown(room.api, id)).at('title'), 'Changed', 'title');
      await comment(bob, id);
      wants(await ann.as.delete(`/threads/${id}`), 204);
      wants(await room.api.get(`/threads/${id}`), 404);
      wants(await room.api.get(`/threads/${id}/comments`), 404);
    },
    'a locked thread takes no more comments': async (room) => {
      const ann = await join(room);
      const id = await start(ann);
      equal(
        wants(await ann.as.patch(`/threads/${id}`, { locked: true }), 200).at('locked'),
        true,
        'locked',
      );
      wants(await ann.as.post(`/threads/${id}/comments`, { text: 'late' }), 409);
    },
    'a comment is deleted by its author or who started the thread': async (room) => {
      const [ann, bob, eve] = [await join(room), await join(room), await join(room)];
      const id = await start(ann);
      const [first, second] = [await comment(bob, id), await comment(bob, id)];
      wants(await eve.as.delete(`/threads/${id}/comments/${first}`), 403);
      wants(await bob.as.delete(`/threads/${id}/comments/${first}`), 204);
      wants(await ann.as.delete(`/threads/${id}/comments/${second}`), 204);
      equal((await shown(room.api, id)).at('comment_count'), 0, 'comment_count');
    },
    'liking twice counts once': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await start(ann);
      for (const as of [ann.as, ann.as, bob.as]) wants(await as.put(`/threads/${id}/like`), 204);
      equal((await shown(room.api, id)).at('likes'), 2, 'likes');
      wants(await ann.as.delete(`/threads/${id}/like`), 204);
      equal((await shown(room.api, id)).at('likes'), 1, 'likes afterwards');
    },
    'asks for a session where it writes': async ({ api }) => {
      wants(await api.post('/threads', { title: 'abc', text: 'x' }), 401);
      equal(wants(await api.delete('/threads/1'), 401).at('status'), 401, 'status in the body');
      wants(await api.put('/threads/1/like'), 401);
    },
  },
  exploits: {
    'author, likes and counts cannot be chosen': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const sent = { title: 'abc', text: 'x', author: bob.handle, likes: 99, comment_count: 99 };
      const reply = await ann.as.post('/threads', sent);
      if (reply.status === 201)
        for (const name of ['author', 'likes', 'comment_count'] as const)
          unmoved(reply, name, sent[name]);
      else denied(reply);
      const id = await start(ann);
      await ann.as.patch(`/threads/${id}`, { author: bob.handle, likes: 99, text: 'y' });
      const thread = await shown(room.api, id);
      unmoved(thread, 'author', bob.handle);
      unmoved(thread, 'likes', 99);
    },
    'a comment of another thread is not reached through one’s own': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const [hers, own] = [await start(ann), await start(eve)];
      const target = await comment(ann, hers);
      denied(await eve.as.delete(`/threads/${own}/comments/${target}`), 404, 403);
      safe(
        wants(await room.api.get(`/threads/${hers}/comments`), 200).list().length === 1,
        'deleted',
      );
    },
    'forged tokens open nothing': async (room) => {
      const { token } = await join(room);
      const body = { title: 'abc', text: 'x' };
      await forgedTokensAreRefused(
        (headers) => room.api.post('/threads', body, { headers }),
        token,
      );
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [handle, password] = [unique('m'), unique('clearPassword')];
      keepsSecret(wants(await api.post('/users', { handle, password }), 201), password);
      const token = wants(await api.post('/sessions', { handle, password }), 201);
      keepsSecret(token, password);
      const user = wants(await api.get(`/users/${handle}`), 200);
      safe(!/password|hash|scrypt|argon|\$2/i.test(user.text), 'the profile tells of the password');
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
      safe(
        (await filesWith(token.id('access_token'))).length === 0,
        'the token lies in the data folder',
      );
    },
    'SQL in every text stays text': async (room) => {
      const ann = await join(room);
      const id = await start(ann);
      await injects(async (text) => {
        const made = wants(await ann.as.post(`/threads/${id}/comments`, { text }), 201);
        safe(made.at('text') === text, `${text} was changed`);
        return made;
      });
      await injects((author) => room.api.get('/threads', { query: { author } }));
      await injects((text) => room.api.get('/threads', { query: { offset: text, limit: text } }));
      await injects((text) => room.api.get(`/users/${encodeURIComponent(text)}`));
      await injects((text) =>
        ann.as.patch(`/threads/${encodeURIComponent(text)}`, { title: 'all of them' }),
      );
      await injects((text) => room.api.post('/sessions', { handle: text, password: text }));
      safe((await shown(room.api, id)).at('title') === 'A thread', 'others changed');
    },
    'likes at once are counted right': async (room) => {
      const members = [await join(room), await join(room), await join(room)];
      const [ann] = members;
      must(ann !== undefined, 'Ann is there');
      const id = await start(ann as Member);
      await atOnce(12, (turn) => (members[turn % 3] as Member).as.put(`/threads/${id}/like`));
      const likes = (await shown(room.api, id)).at('likes');
      safe(likes === 3, `three liked it, counted ${String(likes)}`);
    },
    'comments at once are counted right': async (room) => {
      const ann = await join(room);
      const id = await start(ann);
      const replies = await atOnce(12, () => ann.as.post(`/threads/${id}/comments`, { text: 'x' }));
      const right = replies.filter(({ status }) => status === 201).length;
      safe((await shown(room.api, id)).at('comment_count') === right && right > 0, 'miscounted');
    },
    'of many with one handle one wins': async ({ api, unique }) => {
      const handle = unique('race');
      await oneWins(5, () => api.post('/users', { handle, password: PASSWORD }));
    },
    'numbers outside int64': async ({ api }) => {
      for (const id of ['9223372036854775808', '99999999999999999999', '-1', '1.5', 'NaN'])
        safe((await api.get(`/threads/${id}`)).status < 500, id);
      safe(
        (await api.get('/threads', { query: { offset: '99999999999999999999' } })).status < 500,
        'offset',
      );
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/users');
      await bodiesAreBounded((await join(room)).as, '/threads');
    },
    'last: a wrong password and an unknown handle look alike': async (room) => {
      const { handle } = await join(room);
      const signIn = (who: string) =>
        room.api.post('/sessions', { handle: who, password: 'wrong wrong' });
      answersAlike(await signIn(handle), await signIn(room.unique('no')));
    },
    'last: guessing is stopped': async (room) => {
      const { handle } = await join(room);
      await guessingIsStopped((password) => room.api.post('/sessions', { handle, password }));
    },
  },
  undetermined: {},
};
