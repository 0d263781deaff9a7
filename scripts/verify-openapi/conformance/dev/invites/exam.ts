import {
  atOnce,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'come one come all';
const basic = (email: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${email}:${secret}`).toString('base64')}`,
});
type Host = { readonly email: string; readonly as: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Host> {
  const email = `${unique('host')}@example.com`;
  wants(await api.post('/hosts', { email, password }), 201);
  return { email, as: api.with(basic(email, password)) };
}

const plan = async ({ as }: Host, more: object = {}) =>
  wants(
    await as.post('/events', {
      title: 'Party',
      startsAt: '2031-01-01T20:00:00Z',
      capacity: 2,
      ...more,
    }),
    201,
  ).id('id');
const invite = async ({ as }: Host, event: string, guest = 'Jo') =>
  wants(await as.post(`/events/${event}/invitations`, { guest }), 201).id('code');
const answer = (api: Client, code: string, said: unknown = 'yes') =>
  api.put(`/answers/${code}`, { answer: said });
const goingTo = async (api: Client, event: string) =>
  wants(await api.get(`/events/${event}`), 200).at('going');

export const exam: Exam = {
  functional: {
    'a host plans events, the next one first': async (room) => {
      const host = await join(room);
      const late = await plan(host, { startsAt: '2033-01-01T00:00:00Z' });
      const soon = await plan(host, { startsAt: '2031-01-01T00:00:00Z' });
      const listed = wants(await host.as.get('/events'), 200).list();
      equal(
        listed.map(({ id }) => id),
        [soon, late],
        'ids',
      );
      equal(listed[0]?.going, 0, 'going');
    },
    'everybody who knows the id sees an event': async (room) => {
      const event = wants(await room.api.get(`/events/${await plan(await join(room))}`), 200);
      equal([event.at('title'), event.at('capacity')], ['Party', 2], 'event');
      wants(await room.api.get('/events/00000000-0000-4000-8000-000000000000'), 404);
    },
    'guests answer with their code, and may change their mind': async (room) => {
      const host = await join(room);
      const event = await plan(host);
      const code = await invite(host, event, 'Ann');
      equal(
        wants(await host.as.get(`/events/${event}/invitations`), 200).json,
        [{ guest: 'Ann', answer: 'open' }],
        'invitations',
      );
      equal(wants(await answer(room.api, code), 200).at('answer'), 'yes', 'answer');
      equal(await goingTo(room.api, event), 1, 'going');
      wants(await answer(room.api, code, 'no'), 200);
      equal(await goingTo(room.api, event), 0, 'going');
    },
    'a full event takes no more': async (room) => {
      const host = await join(room);
      const event = await plan(host, { capacity: 1 });
      const [first, second] = [await invite(host, event), await invite(host, event)];
      wants(await answer(room.api, first), 200);
      wants(await answer(room.api, first), 200);
      wants(await answer(room.api, second), 409);
      wants(await answer(room.api, first, 'no'), 200);
      wants(await answer(room.api, second), 200);
    },
    'deletes an event': async (room) => {
      const host = await join(room);
      const event = await plan(host);
      const code = await invite(host, event);
      wants(await host.as.delete(`/events/${event}`), 204);
      wants(await room.api.get(`/events/${event}`), 404);
      wants(await answer(room.api, code), 404);
    },
    'refuses what is not valid and who is no host': async (room) => {
      const host = await join(room);
      wants(await room.api.post('/hosts', { email: host.email, password }), 409);
      wants(await room.api.post('/hosts', { email: 'nobody', password }), 400);
      wants(await host.as.post('/events', { title: 'x', startsAt: 'soon', capacity: 1 }), 400);
      wants(
        await host.as.post('/events', {
          title: 'x',
          startsAt: '2031-01-01T00:00:00Z',
          capacity: 0,
        }),
        400,
      );
      wants(await room.api.get('/events'), 401);
      wants(await answer(room.api, await invite(host, await plan(host)), 'maybe'), 400);
      wants(await answer(room.api, 'no-such-code-at-all'), 404);
    },
  },
  exploits: {
    'events of other hosts are out of reach': async (room) => {
      const [host, eve] = [await join(room), await join(room)];
      const event = await plan(host);
      await invite(host, event, 'Secret guest');
      denied(await eve.as.delete(`/events/${event}`), 404, 403);
      denied(await eve.as.get(`/events/${event}/invitations`), 404, 403);
      denied(await eve.as.post(`/events/${event}/invitations`, { guest: 'Eve' }), 404, 403);
      keepsSecret(wants(await room.api.get(`/events/${event}`), 200), 'Secret guest');
      equal(wants(await eve.as.get('/events'), 200).json, [], 'events of Eve');
    },
    'codes show once, are random and not kept in clear': async (room) => {
      const host = await join(room);
      const event = await plan(host);
      const [a, b] = [await invite(host, event), await invite(host, event)];
      safe(a.slice(0, 6) !== b.slice(0, 6) && a.length >= 12, 'they are alike');
      keepsSecret(wants(await host.as.get(`/events/${event}/invitations`), 200), a);
      keepsSecret(wants(await answer(room.api, a), 200), a);
      safe((await room.filesWith(a)).length === 0, 'the code lies in the data folder');
    },
    'no more say yes at once than there is room': async (room) => {
      const host = await join(room);
      const event = await plan(host, { capacity: 2 });
      const codes: string[] = [];
      for (let turn = 0; turn < 6; turn += 1) codes.push(await invite(host, event));
      const replies = await atOnce(6, (turn) => answer(room.api, codes[turn] ?? ''));
      must(
        replies.some(({ status }) => status === 200),
        'some can',
      );
      safe(replies.filter(({ status }) => status === 200).length === 2, 'too many said yes');
      safe((await goingTo(room.api, event)) === 2, 'miscounted');
    },
    'count, host and id cannot be chosen': async (room) => {
      const [host, eve] = [await join(room), await join(room)];
      const id = '11111111-1111-4111-8111-111111111111';
      const sent = {
        title: 'x',
        startsAt: '2031-01-01T00:00:00Z',
        capacity: 1,
        going: 5,
        id,
        hostId: 1,
        host: eve.email,
      };
      const reply = await host.as.post('/events', sent);
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'going', 5);
      unmoved(reply, 'id', id);
      equal(wants(await eve.as.get('/events'), 200).json, [], 'events of Eve');
    },
    'SQL in every text stays text': async (room) => {
      const host = await join(room);
      const event = await plan(host);
      await injects((title) =>
        host.as.post('/events', { title, startsAt: '2031-01-01T00:00:00Z', capacity: 1 }),
      );
      await injects((guest) => host.as.post(`/events/${event}/invitations`, { guest }));
      await injects((text) => answer(room.api, encodeURIComponent(text)));
      await injects((text) => room.api.with(basic(text, text)).get('/events'));
      await injects((text) => room.api.get(`/events/${encodeURIComponent(text)}`));
      safe((await goingTo(room.api, event)) === 0, 'somebody said yes');
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [email, clear] = [`${unique('h')}@example.com`, unique('clearPassword')];
      keepsSecret(wants(await api.post('/hosts', { email, password: clear }), 201), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/hosts');
      await bodiesAreBounded((await join(room)).as, '/events');
    },
    'last: guessing is stopped': async (room) => {
      const { email } = await join(room);
      await guessingIsStopped((guess) => room.api.with(basic(email, guess)).get('/events'));
    },
  },
  undetermined: {},
};
