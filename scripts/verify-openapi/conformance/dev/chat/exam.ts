import { forgedTokensAreRefused, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'open sesame';
type Person = { readonly username: string; readonly token: string; readonly me: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const username = unique('user');
  const token = wants(await api.post('/register', { username, password }), 201).id('token');
  return { username, token, me: api.bearer(token) };
}

const open = async (room: Pick<Room, 'unique'>, { me }: Person) =>
  wants(await me.post('/rooms', { name: room.unique('room') }), 201).id('id');
const say = async ({ me }: Person, room: string, text: string) =>
  wants(await me.post(`/rooms/${room}/messages`, { text }), 201).id('id');

export const exam: Exam = {
  functional: {
    'registers and logs in with a token': async (room) => {
      const { username, me } = await join(room);
      wants(await me.get('/rooms'), 200);
      wants(await room.api.get('/rooms'), 401);
      wants(await room.api.post('/register', { username, password }), 409);
      wants(await room.api.post('/login', { username, password: 'wrong one' }), 401);
      const token = wants(await room.api.post('/login', { username, password }), 200).id('token');
      wants(await room.api.bearer(token).get('/rooms'), 200);
    },
    'opens rooms, each name once': async (room) => {
      const ann = await join(room);
      const name = room.unique('room');
      const made = wants(await ann.me.post('/rooms', { name, topic: 'Cats' }), 201);
      equal(
        ['name', 'topic', 'opened_by'].map((one) => made.at(one)),
        [name, 'Cats', ann.username],
        'room',
      );
      wants(await ann.me.post('/rooms', { name }), 409);
      wants(await ann.me.get(`/rooms/${made.id('id')}`), 200);
      wants(await ann.me.get('/rooms/none-such'), 404);
    },
    'closes rooms, which only who opened one may': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await open(room, ann);
      wants(await bob.me.delete(`/rooms/${id}`), 403);
      wants(await ann.me.delete(`/rooms/${id}`), 204);
      wants(await ann.me.get(`/rooms/${id}`), 404);
    },
    'whoever opens a room is its first member': async (room) => {
      const ann = await join(room);
      const id = await open(room, ann);
      equal(wants(await ann.me.get(`/rooms/${id}`), 200).at('member_count'), 1, 'members');
      equal(wants(await ann.me.get(`/rooms/${id}/members`), 200).json, [ann.username], 'members');
    },
    'joins and leaves': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await open(room, ann);
      wants(await bob.me.post(`/rooms/${id}/leave`), 404);
      wants(await bob.me.post(`/rooms/${id}/join`), 204);
      wants(await bob.me.post(`/rooms/${id}/join`), 409);
      const names = [ann.username, bob.username].toSorted();
      equal(wants(await bob.me.get(`/rooms/${id}/members`), 200).json, names, 'members');
      wants(await bob.me.post(`/rooms/${id}/leave`), 204);
      equal(wants(await ann.me.get(`/rooms/${id}`), 200).at('member_count'), 1, 'members');
      wants(await bob.me.post('/rooms/none-such/join'), 404);
    },
    'members write and read, newest first': async (room) => {
      const ann = await join(room);
      const id = await open(room, ann);
      const first = wants(await ann.me.post(`/rooms/${id}/messages`, { text: 'one' }), 201);
      equal(
        ['room_id', 'author', 'text', 'reply_to', 'edited'].map((name) => first.at(name)),
        [id, ann.username, 'one', null, false],
        'message',
      );
      for (const text of ['two', 'three']) await say(ann, id, text);
      const read = async (query: Record<string, string | number> = {}) =>
        wants(await ann.me.get(`/rooms/${id}/messages`, { query }), 200).list();
      equal(
        (await read()).map(({ text }) => text),
        ['three', 'two', 'one'],
        'all',
      );
      const [newest] = await read({ limit: 1 });
      equal(newest?.text, 'three', 'newest');
      const before = await read({ before: String(newest?.id), limit: 1 });
      equal(
        before.map(({ text }) => text),
        ['two'],
        'before',
      );
    },
    'who is no member neither reads nor writes': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await open(room, ann);
      wants(await bob.me.get(`/rooms/${id}/messages`), 403);
      wants(await bob.me.post(`/rooms/${id}/messages`, { text: 'x' }), 403);
      wants(await bob.me.post(`/rooms/${id}/join`), 204);
      await say(bob, id, 'hello');
      wants(await bob.me.get('/rooms/none-such/messages'), 404);
    },
    'edits and deletes what is one’s own': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await open(room, ann);
      const message = `/messages/${await say(ann, id, 'one')}`;
      wants(await bob.me.put(message, { text: 'x' }), 403);
      wants(await bob.me.delete(message), 403);
      const edited = wants(await ann.me.put(message, { text: 'uno' }), 200);
      equal(edited.at('text'), 'uno', 'text');
      wants(await ann.me.delete(message), 204);
      wants(await ann.me.delete(message), 404);
    },
    'tells what was edited': async (room) => {
      const ann = await join(room);
      const message = await say(ann, await open(room, ann), 'one');
      equal(
        wants(await ann.me.put(`/messages/${message}`, { text: 'u' }), 200).at('edited'),
        true,
        'edited',
      );
    },
    'searches one’s own rooms': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const word = room.unique('needle');
      await say(ann, await open(room, ann), `here is a ${word}`);
      const found = async ({ me }: Person) =>
        wants(await me.get('/search', { query: { q: word } }), 200).list().length;
      equal([await found(ann), await found(bob)], [1, 0], 'found');
      wants(await ann.me.get('/search', { query: { q: 'x' } }), 400);
    },
  },
  exploits: {
    'forged tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/rooms', { headers }), token);
    },
    'the author is not the sender’s to choose': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await open(room, ann);
      const more = { author: bob.username, sent_at: '2001-01-01T00:00:00Z' };
      const reply = await ann.me.post(`/rooms/${id}/messages`, { text: 'x', ...more });
      if (reply.status !== 201) return void denied(reply);
      safe(reply.at('author') === ann.username, 'it is said to be of another');
      must(reply.at('sent_at') !== more.sent_at, 'the time is chosen');
    },
    'SQL in every text stays text': async (room) => {
      const ann = await join(room);
      const id = await open(room, ann);
      await injects(async (text) => {
        const made = wants(await ann.me.post(`/rooms/${id}/messages`, { text }), 201);
        safe(made.at('text') === text, `${text} was changed`);
        return made;
      });
      await injects((text) => ann.me.get(`/rooms/${encodeURIComponent(text)}`));
    },
  },
  undetermined: {},
};
