import {
  bodiesAreBounded,
  CLIMBS,
  forgedTokensAreRefused,
  guessingIsStopped,
  headersAreWhole,
  injects,
  leaksNothing,
  SPLITS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'behind a door';

async function join({ api, unique }: Room) {
  const username = unique('lou');
  wants(await api.post('/users', { username, password }), 201);
  const token = wants(await api.post('/session', { username, password }), 200).id('token');
  return { username, token, me: api.bearer(token) };
}
function form(text: string, name = 'notes.txt') {
  const data = new FormData();
  data.append('file', new Blob([text], { type: 'text/plain' }), name);
  return data;
}
const put = (me: Client, text = 'some text', name = 'notes.txt') =>
  me.send('POST', '/files', { form: form(text, name) });
const link = async (me: Client, file: string, more: object = {}) =>
  wants(await me.post(`/files/${file}/links`, { expiresInSeconds: 600, ...more }), 201);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const exam: Exam = {
  functional: {
    'keeps files': async (room) => {
      const { me } = await join(room);
      const made = wants(await put(me, 'grüße', 'b.txt'), 201);
      equal([made.at('name'), made.at('size')], ['b.txt', 7], 'file');
      wants(await put(me, 'x', 'a.txt'), 201);
      const names = wants(await me.get('/files'), 200)
        .list()
        .map(({ name }) => name);
      equal(names, ['a.txt', 'b.txt'], 'names');
    },
    'a link downloads': async (room) => {
      const { me } = await join(room);
      const made = await link(me, wants(await put(me, 'some bytes'), 201).id('id'));
      const reply = wants(await room.api.get(`/d/${made.id('token')}`), 200);
      equal(reply.text, 'some bytes', 'content');
      must(/^attachment/.test(reply.headers.get('content-disposition') ?? ''), 'as attachment');
      must((reply.headers.get('content-disposition') ?? '').includes('notes.txt'), 'with its name');
      const left = Date.parse(made.id('expiresAt')) - Date.now();
      must(left > 590_000 && left <= 601_000, `it lasts ${left} ms`);
    },
    'a link expires': async (room) => {
      const { me } = await join(room);
      const file = wants(await put(me), 201).id('id');
      const token = (await link(me, file, { expiresInSeconds: 1 })).id('token');
      wants(await room.api.get(`/d/${token}`), 200);
      await pause(1_300);
      wants(await room.api.get(`/d/${token}`), 404);
    },
    'a link ends after so many downloads': async (room) => {
      const { me } = await join(room);
      const file = wants(await put(me), 201).id('id');
      const token = (await link(me, file, { maxDownloads: 2 })).id('token');
      for (let turn = 0; turn < 2; turn += 1) wants(await room.api.get(`/d/${token}`), 200);
      wants(await room.api.get(`/d/${token}`), 410);
    },
    'links die with the file': async (room) => {
      const { me } = await join(room);
      const file = wants(await put(me), 201).id('id');
      const token = (await link(me, file)).id('token');
      wants(await me.delete(`/files/${file}`), 204);
      wants(await room.api.get(`/d/${token}`), 404);
      equal(wants(await me.get('/files'), 200).json, [], 'files');
      wants(await me.delete(`/files/${file}`), 404);
    },
    'everybody has a locker': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const file = wants(await put(ann.me), 201).id('id');
      equal(wants(await bob.me.get('/files'), 200).json, [], 'files');
      wants(await bob.me.delete(`/files/${file}`), 404);
      wants(await bob.me.post(`/files/${file}/links`, { expiresInSeconds: 60 }), 404);
    },
    'refuses what is bad': async (room) => {
      const { me, username } = await join(room);
      const file = wants(await put(me), 201).id('id');
      wants(await me.post(`/files/${file}/links`, { expiresInSeconds: 0 }), 400);
      wants(await me.post(`/files/${file}/links`, {}), 400);
      wants(await put(me, 'x'.repeat(2_200_000)), 413);
      const none = new FormData();
      none.append('other', 'x');
      wants(await me.send('POST', '/files', { form: none }), 400);
      wants(await room.api.post('/users', { username, password }), 409);
      wants(await room.api.post('/session', { username, password: 'not this one' }), 401);
      wants(await room.api.get('/files'), 401);
      wants(await room.api.get('/d/nothing'), 404);
    },
  },
  exploits: {
    'made up tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/files', { headers }), token);
    },
    'tokens of links are long and not kept': async (room) => {
      const { me } = await join(room);
      const token = (await link(me, wants(await put(me), 201).id('id'))).id('token');
      safe(token.length >= 20, 'it is short');
      safe((await room.filesWith(token)).length === 0, 'it is kept in clear');
      for (const guess of [token.slice(1), `${token}0`, '%25', '_'.repeat(token.length)])
        denied(await room.api.get(`/d/${guess}`), 404, 400, 429);
    },
    'a limit of downloads holds when many come at once': async (room) => {
      const { me } = await join(room);
      const file = wants(await put(me), 201).id('id');
      const token = (await link(me, file, { maxDownloads: 3 })).id('token');
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => room.api.get(`/d/${token}`)),
      );
      const served = replies.filter(({ status }) => status === 200).length;
      must(served > 0, `nobody got it: ${replies[0]?.status}`);
      safe(served === 3, `${served} of 3`);
    },
    'names lead out of no folder, and headers are whole': async (room) => {
      const { me } = await join(room);
      for (const name of [...CLIMBS, ...SPLITS]) {
        const made = await put(me, 'x', name);
        if (made.status !== 201) leaksNothing(denied(made));
        else
          headersAreWhole(
            wants(await room.api.get(`/d/${(await link(me, made.id('id'))).id('token')}`), 200),
          );
      }
    },
    'a page in a locker is none of this site': async (room) => {
      const { me } = await join(room);
      const file = wants(await put(me, '<html><script>alert(1)</script></html>', 'a.html'), 201);
      const reply = wants(
        await room.api.get(`/d/${(await link(me, file.id('id'))).id('token')}`),
        200,
      );
      safe(!/html/.test(reply.headers.get('content-type') ?? ''), 'it is served as a page');
      safe(reply.headers.get('x-content-type-options') === 'nosniff', 'browsers may sniff');
    },
    'nobody links or deletes what belongs to another': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const file = wants(await put(ann.me), 201).id('id');
      denied(await eve.me.post(`/files/${file}/links`, { expiresInSeconds: 60 }), 403, 404);
      denied(await eve.me.delete(`/files/${file}`), 403, 404);
      equal(wants(await ann.me.get('/files'), 200).list().length, 1, 'files');
    },
    'the password is not kept': async (room) => {
      const [username, clear] = [room.unique('lou'), room.unique('clearPassword')];
      wants(await room.api.post('/users', { username, password: clear }), 201);
      safe((await room.filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'SQL stays text': async (room) => {
      await injects((text) => room.api.get(`/d/${encodeURIComponent(text)}`));
      await injects((text) => room.api.post('/session', { username: text, password: text }));
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/session');
    },
    'last: guessing is stopped': async (room) => {
      const { username } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/session', { username, password: guess }));
    },
  },
  undetermined: {},
};
