import { bodiesAreBounded, injects, oneWins, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const build = async (api: Client, name: string, seats = 8) =>
  wants(await api.post('/rooms', { name, seats }), 201).id('id');
const at = (hour: number, day = 1) => new Date(Date.UTC(2031, 4, day, hour)).toISOString();
const book = (api: Client, room: string, from: string, until: string, more: object = {}) =>
  api.post(`/rooms/${room}/bookings`, { person: 'Jo', from, until, ...more });
const hoursOf = async (api: Client, room: string, query: Record<string, string> = {}) =>
  wants(await api.get(`/rooms/${room}/bookings`, { query }), 200)
    .list()
    .map(({ from }) => new Date(String(from)).getUTCHours());

export const exam: Exam = {
  functional: {
    'builds rooms and lists them by name': async ({ api, unique }) => {
      const names = [unique('B'), unique('A')];
      for (const name of names) await build(api, name);
      const listed = wants(await api.get('/rooms'), 200)
        .list()
        .map(({ name }) => String(name));
      must(listed.indexOf(names[1] ?? '') < listed.indexOf(names[0] ?? ''), 'A stands before B');
      equal(
        typeof wants(await api.post('/rooms', { name: names[0], seats: 1 }), 409).at('code'),
        'string',
        'code',
      );
    },
    'filters by seats': async ({ api, unique }) => {
      const [small, large] = [unique('S'), unique('L')];
      await build(api, small, 4);
      await build(api, large, 40);
      const listed = wants(await api.get('/rooms', { query: { min_seats: 30 } }), 200)
        .list()
        .map(({ name }) => name);
      must(listed.includes(large) && !listed.includes(small), 'only large ones');
    },
    'books a room, the earliest first': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      for (const hour of [14, 9, 11]) wants(await book(api, room, at(hour), at(hour + 1)), 201);
      equal(await hoursOf(api, room), [9, 11, 14], 'hours');
    },
    'refuses what overlaps, however it does': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      const made = wants(await book(api, room, at(10), at(12)), 201);
      equal([made.at('room_id'), made.at('cancelled')], [Number(room), false], 'booking');
      for (const [from, until] of [
        [9, 11],
        [11, 13],
        [9, 13],
        [10, 12],
      ] as const)
        wants(await book(api, room, at(from), at(until)), 409);
      wants(await book(api, room, at(12), at(13)), 201);
      wants(await book(api, room, at(9), at(10)), 201);
    },
    'another room is not in the way': async ({ api, unique }) => {
      const [a, b] = [await build(api, unique('A')), await build(api, unique('B'))];
      for (const room of [a, b]) wants(await book(api, room, at(10), at(12)), 201);
    },
    'a cancelled booking is in nobody’s way': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      const id = wants(await book(api, room, at(10), at(12)), 201).id('id');
      equal(
        wants(await api.post(`/bookings/${id}/cancel`), 200).at('cancelled'),
        true,
        'cancelled',
      );
      wants(await book(api, room, at(10), at(12)), 201);
    },
    'filters by day': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      wants(await book(api, room, at(10, 1), at(11, 1)), 201);
      wants(await book(api, room, at(15, 2), at(16, 2)), 201);
      equal(await hoursOf(api, room, { day: '2031-05-02' }), [15], 'hours');
    },
    'refuses what is not valid': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      wants(await book(api, room, at(12), at(10)), 422);
      wants(await book(api, room, at(12), at(12)), 422);
      wants(await book(api, room, 'noon', at(13)), 422);
      wants(await api.post('/rooms', { name: '', seats: 1 }), 422);
      wants(await api.post('/rooms', { name: unique('R'), seats: 0 }), 422);
      wants(await book(api, '987654', at(1), at(2)), 404);
      wants(await api.get('/rooms/987654/bookings'), 404);
      wants(await api.post('/bookings/987654/cancel'), 404);
    },
  },
  exploits: {
    'of many who book one hour at once one gets it': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      await oneWins(8, (turn) => book(api, room, at(10), at(11), { person: `P${turn}` }));
    },
    'what only the server sets is not taken': async ({ api, unique }) => {
      const [room, other] = [await build(api, unique('R')), await build(api, unique('O'))];
      const reply = await book(api, room, at(10), at(11), {
        id: 424_242,
        room_id: Number(other),
        cancelled: true,
      });
      if (reply.status >= 400) return void denied(reply);
      for (const [name, value] of [
        ['id', 424_242],
        ['room_id', Number(other)],
        ['cancelled', true],
      ] as const)
        unmoved(reply, name, value);
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      let hour = 0;
      await injects(async (person) => {
        const reply = wants(await book(api, room, at(hour++), at(hour), { person }), 201);
        safe(reply.at('person') === person, `${person} was changed`);
        return reply;
      });
      await injects((text) => api.get('/rooms', { query: { min_seats: text } }));
      await injects((text) => api.get(`/rooms/${room}/bookings`, { query: { day: text } }));
      await injects((text) => api.post(`/bookings/${encodeURIComponent(text)}/cancel`));
      await injects((text) => book(api, room, text, text));
    },
    'other zones of time are no way round': async ({ api, unique }) => {
      const room = await build(api, unique('R'));
      wants(await book(api, room, '2031-05-01T10:00:00Z', '2031-05-01T12:00:00Z'), 201);
      denied(await book(api, room, '2031-05-01T13:00:00+02:00', '2031-05-01T13:30:00+02:00'), 409);
    },
    'of many with one name one wins': async ({ api, unique }) => {
      const name = unique('Race');
      await oneWins(8, () => api.post('/rooms', { name, seats: 1 }));
    },
    'numbers outside of integers': async ({ api, unique }) => {
      for (const seats of [1e20, 1.5, -1])
        denied(await api.post('/rooms', { name: unique('N'), seats }), 422);
      for (const id of ['99999999999999999999', '-1', '1.5'])
        denied(await api.get(`/rooms/${id}/bookings`));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/rooms'),
  },
  undetermined: {},
};
