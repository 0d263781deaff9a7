import { bodiesAreBounded, injects, keepsSecret } from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const leave = async ({ api }: Room, more: object = {}) =>
  wants(await api.post('/messages', { text: 'psst', ...more }), 201);
const open = ({ api }: Room, id: string, body: object = {}) =>
  api.post(`/messages/${id}/read`, body);

export const exam: Exam = {
  functional: {
    'leaves a message that is read once': async (room) => {
      const made = await leave(room);
      equal([made.at('protected'), made.at('views_left')], [false, 1], 'message');
      const reply = wants(await open(room, made.id('id')), 200);
      equal(reply.json, { text: 'psst', views_left: 0 }, 'text');
      wants(await open(room, made.id('id')), 404);
      wants(await room.api.get(`/messages/${made.id('id')}`), 404);
    },
    'is read as often as was said': async (room) => {
      const id = (await leave(room, { views: 3 })).id('id');
      equal(wants(await room.api.get(`/messages/${id}`), 200).at('views_left'), 3, 'before');
      for (const left of [2, 1, 0])
        equal(wants(await open(room, id), 200).at('views_left'), left, 'left');
      wants(await open(room, id), 404);
    },
    'looking does not take a view': async (room) => {
      const id = (await leave(room)).id('id');
      for (let turn = 0; turn < 3; turn += 1) wants(await room.api.get(`/messages/${id}`), 200);
      wants(await open(room, id), 200);
    },
    'is gone in time': async (room) => {
      const made = await leave(room, { ttl: 1 });
      const wait = Date.parse(made.id('expires_at')) - Date.now();
      must(wait > -500 && wait <= 1_100, `it expires in ${wait} ms`);
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      wants(await room.api.get(`/messages/${made.id('id')}`), 404);
      wants(await open(room, made.id('id')), 404);
    },
    'lasts a day when nobody says how long': async (room) => {
      const wait = Date.parse((await leave(room)).id('expires_at')) - Date.now();
      must(Math.abs(wait - 86_400_000) < 60_000, `it expires in ${wait} ms`);
    },
    'asks for the pin where there is one': async (room) => {
      const made = await leave(room, { pin: '4711' });
      equal(made.at('protected'), true, 'protected');
      const id = made.id('id');
      wants(await open(room, id), 401);
      wants(await open(room, id, { pin: '0000' }), 401);
      equal(wants(await room.api.get(`/messages/${id}`), 200).at('views_left'), 1, 'left');
      equal(wants(await open(room, id, { pin: '4711' }), 200).at('text'), 'psst', 'text');
    },
    'refuses what is no message': async ({ api }) => {
      for (const body of [{}, { text: '' }, { text: 'x', pin: 'abc' }, { text: 'x', views: 11 }])
        wants(await api.post('/messages', body), 400);
      wants(await api.get('/messages/none-such'), 404);
      wants(await api.post('/messages/none-such/read', {}), 404);
    },
    'is healthy': async ({ api }) => {
      equal(typeof wants(await api.get('/health'), 200).at('status'), 'string', 'status');
    },
  },
  exploits: {
    'pins are not guessed on and on': async (room) => {
      const id = (await leave(room, { pin: '9876' })).id('id');
      const first = await open(room, id, { pin: '0000' });
      must(first.status === 401, `${first.status}`);
      let stopped = false;
      for (let turn = 1; turn < 60 && !stopped; turn += 1) {
        const reply = await open(room, id, { pin: String(1_000 + turn) });
        stopped = [404, 410, 423, 429].includes(reply.status);
      }
      safe(stopped, '60 wrong pins and no end');
    },
    'one view is one view however many come at once': async (room) => {
      const id = (await leave(room)).id('id');
      const replies = await Promise.all(Array.from({ length: 8 }, () => open(room, id)));
      const read = replies.filter(({ status }) => status === 200).length;
      must(read > 0, `nobody read it: ${replies[0]?.status}`);
      safe(read === 1, `${read} read it`);
    },
    'neither text nor pin is shown beforehand': async (room) => {
      const text = room.unique('secret');
      const made = await leave(room, { text, pin: '56781234' });
      const seen = wants(await room.api.get(`/messages/${made.id('id')}`), 200);
      for (const reply of [made, seen]) {
        keepsSecret(reply, text);
        keepsSecret(reply, '56781234');
      }
      safe((await room.filesWith('56781234')).length === 0, 'a pin is kept in clear');
    },
    'ids are not guessed': async (room) => {
      const [one, other] = [(await leave(room)).id('id'), (await leave(room)).id('id')];
      safe(one.length >= 16 && other.length >= 16, `${one} can be guessed`);
    },
    'a pin that is no text opens nothing': async (room) => {
      const id = (await leave(room, { pin: '4711' })).id('id');
      for (const pin of [null, 4711, ['4711'], { $ne: '' }, true, ''])
        denied(await open(room, id, { pin }), 400, 401, 422);
    },
    'SQL stays text': async (room) => {
      await injects((text) => room.api.post('/messages', { text }));
      await injects((id) => room.api.get(`/messages/${encodeURIComponent(id)}`));
    },
    'views and times are not for clients to say': async (room) => {
      const given = { views_left: 99, expires_at: '2999-01-01T00:00:00Z', id: 'mine' };
      const made = await room.api.post('/messages', { text: 'x', ...given });
      if (made.status !== 201) return void denied(made);
      safe(made.at('views_left') === 1, 'views came with the message');
      safe(made.at('expires_at') !== given.expires_at, 'the time was chosen');
    },
    'last: bodies are bounded': ({ api }) => bodiesAreBounded(api, '/messages'),
  },
  undetermined: {},
};
