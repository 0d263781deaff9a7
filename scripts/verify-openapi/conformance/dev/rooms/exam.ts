import { answersAlike, atOnce, injects, oneWins } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'open sesame';
type Person = { readonly username: string; readonly me: Client };
const basic = (name: string, word: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${word}`).toString('base64')}`,
});

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const username = unique('ann');
  wants(await api.post('/accounts', { username, password }), 201);
  return { username, me: api.with(basic(username, password)) };
}

const build = async (room: Pick<Room, 'unique'>, { me }: Person, seats = 4) =>
  wants(await me.post('/rooms', { name: room.unique('room'), seats }), 201).id('id');
const at = (hour: number, day = 10) => `2031-03-${day}T${String(hour).padStart(2, '0')}:00:00Z`;
const book = ({ me }: Person, id: string, from: number, to: number, day = 10) =>
  me.post(`/rooms/${id}/bookings`, { start: at(from, day), end: at(to, day), purpose: 'talk' });

export const exam: Exam = {
  functional: {
    'makes accounts that sign in with every request': async (room) => {
      const ann = await join(room);
      wants(await ann.me.get('/me/bookings'), 200);
      wants(await room.api.get('/me/bookings'), 401);
      const wrong = room.api.with(basic(ann.username, 'not the one'));
      wants(await wrong.get('/me/bookings'), 401);
      wants(await room.api.post('/accounts', { username: ann.username, password }), 409);
      wants(await room.api.post('/accounts', { username: 'No!', password }), 400);
    },
    'keeps rooms, each name once': async (room) => {
      const ann = await join(room);
      const name = room.unique('room');
      const made = wants(await ann.me.post('/rooms', { name, seats: 4 }), 201);
      equal([made.at('name'), made.at('seats')], [name, 4], 'room');
      wants(await ann.me.post('/rooms', { name, seats: 2 }), 409);
      wants(await ann.me.post('/rooms', { name: room.unique('x'), seats: 0 }), 400);
      wants(await room.api.post('/rooms', { name: room.unique('x'), seats: 1 }), 401);
    },
    'lists rooms by name and by seats': async (room) => {
      const ann = await join(room);
      await build(room, ann, 12);
      await build(room, ann, 400);
      const all = wants(await room.api.get('/rooms'), 200).list();
      const names = all.map(({ name }) => String(name));
      equal(names, names.toSorted(), 'order');
      const large = wants(await room.api.get('/rooms', { query: { min_seats: 400 } }), 200).list();
      must(large.length >= 1 && large.every(({ seats }) => Number(seats) >= 400), 'too small');
    },
    'books a room': async (room) => {
      const ann = await join(room);
      const id = await build(room, ann);
      const made = wants(await book(ann, id, 9, 10), 201);
      equal(
        ['roomId', 'purpose', 'bookedBy'].map((name) => made.at(name)),
        [id, 'talk', ann.username],
        'booking',
      );
      const read = wants(await room.api.get(`/bookings/${made.id('id')}`), 200);
      equal(Date.parse(read.id('start')), Date.parse(at(9)), 'start');
      wants(await book(ann, '00000000-0000-4000-8000-000000000000', 9, 10), 404);
      wants(await book(ann, id, 12, 12), 400);
      wants(await book(ann, id, 12, 11), 400);
    },
    'takes no two bookings at one time': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const [id, other] = [await build(room, ann), await build(room, ann)];
      wants(await book(ann, id, 9, 11), 201);
      for (const [from, to] of [
        [9, 11],
        [10, 12],
        [8, 10],
        [8, 12],
        [9, 10],
      ] as const)
        wants(await book(bob, id, from, to), 409);
      wants(await book(bob, id, 11, 12), 201);
      wants(await book(bob, id, 8, 9), 201);
      wants(await book(bob, other, 9, 11), 201);
    },
    'tells whether a room is free': async (room) => {
      const ann = await join(room);
      const id = await build(room, ann);
      wants(await book(ann, id, 9, 11), 201);
      const free = async (from: number, to: number) =>
        wants(
          await room.api.get(`/rooms/${id}/free`, { query: { start: at(from), end: at(to) } }),
          200,
        ).at('free');
      equal(
        [await free(10, 12), await free(11, 12), await free(8, 9)],
        [false, true, true],
        'free',
      );
    },
    'lists bookings, earliest first, and of a day': async (room) => {
      const ann = await join(room);
      const id = await build(room, ann);
      wants(await book(ann, id, 14, 15), 201);
      wants(await book(ann, id, 8, 9), 201);
      wants(await book(ann, id, 7, 8, 11), 201);
      const starts = async (query: Record<string, string> = {}) =>
        wants(await room.api.get(`/rooms/${id}/bookings`, { query }), 200)
          .list()
          .map(({ start }) => new Date(String(start)).getUTCHours());
      equal(await starts(), [8, 14, 7], 'all');
      equal(await starts({ date: '2031-03-11' }), [7], 'day');
    },
    'lists one’s own bookings': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await build(room, ann);
      wants(await book(ann, id, 9, 10), 201);
      wants(await book(bob, id, 10, 11), 201);
      const own = wants(await bob.me.get('/me/bookings'), 200).list();
      equal(
        own.map(({ bookedBy }) => bookedBy),
        [bob.username],
        'own',
      );
    },
    'cancels one’s own, and the time is free again': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await build(room, ann);
      const path = `/bookings/${wants(await book(ann, id, 9, 10), 201).id('id')}`;
      wants(await bob.me.delete(path), 403);
      wants(await ann.me.delete(path), 204);
      wants(await room.api.get(path), 404);
      wants(await book(bob, id, 9, 10), 201);
    },
  },
  exploits: {
    'of many who book one time one gets it': async (room) => {
      const ann = await join(room);
      const id = await build(room, ann);
      await oneWins(8, () => book(ann, id, 9, 10));
    },
    'times in another zone overlap as well': async (room) => {
      const ann = await join(room);
      const id = await build(room, ann);
      wants(await book(ann, id, 9, 11), 201);
      const shifted = { start: '2031-03-10T12:00:00+02:00', end: '2031-03-10T14:00:00+02:00' };
      const reply = await ann.me.post(`/rooms/${id}/bookings`, shifted);
      safe(reply.status !== 201, 'the room was taken twice');
    },
    'who books is not for clients to say': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await build(room, ann);
      const body = { start: at(9), end: at(10), bookedBy: bob.username };
      const reply = await ann.me.post(`/rooms/${id}/bookings`, body);
      if (reply.status !== 201) return void denied(reply);
      safe(reply.at('bookedBy') === ann.username, 'it is booked for somebody else');
    },
    'bookings of others are not cancelled': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/bookings/${wants(await book(ann, await build(room, ann), 9, 10), 201).id('id')}`;
      denied(await room.api.delete(path), 401);
      denied(await bob.me.delete(path), 403, 404);
      wants(await room.api.get(path), 200);
    },
    'nobody learns who has an account': async (room) => {
      const { username } = await join(room);
      const call = (name: string) => room.api.with(basic(name, 'not the one')).get('/me/bookings');
      answersAlike(await call(username), await call(room.unique('nobody')));
    },
    'passwords are kept as hashes': async (room) => {
      const secret = room.unique('Secret');
      const body = { username: room.unique('ann'), password: secret };
      wants(await room.api.post('/accounts', body), 201);
      safe((await room.filesWith(secret)).length === 0, 'a password is kept in clear');
    },
    'SQL stays text': async (room) => {
      const ann = await join(room);
      const id = await build(room, ann);
      await injects((date) => room.api.get(`/rooms/${id}/bookings`, { query: { date } }));
      await injects((name) => ann.me.post('/rooms', { name, seats: 1 }));
    },
    'last: passwords are not guessed on and on': async (room) => {
      const { username } = await join(room);
      const statuses = await atOnce(40, (turn) =>
        room.api.with(basic(username, `wrong-${turn}`)).get('/me/bookings'),
      );
      const later = await room.api.with(basic(username, 'wrong-again')).get('/me/bookings');
      must(later.status >= 400, 'a wrong password was right');
      safe(
        [...statuses, later].some(({ status }) => status === 429 || status === 423),
        '41 wrong guesses and no end',
      );
    },
  },
  undetermined: {},
};
