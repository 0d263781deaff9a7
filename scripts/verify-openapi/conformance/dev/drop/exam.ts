import {
  CLIMBS,
  guessingIsStopped,
  headersAreWhole,
  keepsSecret,
  leaksNothing,
  SPLITS,
} from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const TEXT = 'some bytes, and ü';

function form(more: Readonly<Record<string, string>> = {}, name = 'notes.txt', text = TEXT) {
  const data = new FormData();
  data.append('file', new Blob([text], { type: 'text/plain' }), name);
  for (const [field, value] of Object.entries(more)) data.append(field, value);
  return data;
}

const leave = async ({ api }: Room, more = {}, name = 'notes.txt', text = TEXT) =>
  wants(await api.send('POST', '/files', { form: form(more, name, text) }), 201);
const fetchIt = ({ api }: Room, id: string, password?: string) =>
  api.get(
    `/files/${id}/download`,
    password === undefined ? {} : { headers: { 'x-password': password } },
  );

export const exam: Exam = {
  functional: {
    'keeps a file and gives it back': async (room) => {
      const made = await leave(room);
      equal([made.at('name'), made.at('size')], ['notes.txt', Buffer.byteLength(TEXT)], 'file');
      const reply = wants(await fetchIt(room, made.id('id')), 200);
      equal(reply.text, TEXT, 'content');
    },
    'says where to download it': async (room) => {
      const made = await leave(room);
      const address = new URL(made.id('download_url'), room.api.origin);
      equal(address.pathname, `/v1/files/${made.id('id')}/download`, 'download_url');
    },
    'tells what it knows': async (room) => {
      const open = await leave(room);
      const closed = await leave(room, { password: 'let me in' });
      const info = wants(await room.api.get(`/files/${open.id('id')}`), 200);
      equal(
        ['id', 'name', 'downloads', 'protected'].map((name) => info.at(name)),
        [open.at('id'), 'notes.txt', 0, false],
        'info',
      );
      const other = wants(await room.api.get(`/files/${closed.id('id')}`), 200);
      equal(other.at('protected'), true, 'protected');
    },
    'counts downloads': async (room) => {
      const id = (await leave(room)).id('id');
      for (let turn = 0; turn < 2; turn += 1) wants(await fetchIt(room, id), 200);
      equal(wants(await room.api.get(`/files/${id}`), 200).at('downloads'), 2, 'downloads');
    },
    'ends after so many downloads': async (room) => {
      const id = (await leave(room, { max_downloads: '2' })).id('id');
      for (let turn = 0; turn < 2; turn += 1) wants(await fetchIt(room, id), 200);
      wants(await fetchIt(room, id), 410);
    },
    'asks for the password of a file that has one': async (room) => {
      const id = (await leave(room, { password: 'let me in' })).id('id');
      wants(await fetchIt(room, id), 401);
      wants(await fetchIt(room, id, 'let them in'), 401);
      equal(wants(await fetchIt(room, id, 'let me in'), 200).text, TEXT, 'content');
    },
    'deletes for who has the owner key': async (room) => {
      const made = await leave(room);
      const path = `/files/${made.id('id')}`;
      wants(await room.api.delete(path), 401);
      wants(await room.api.delete(path, { headers: { 'x-owner-key': 'wrong' } }), 401);
      const headers = { 'x-owner-key': made.id('owner_key') };
      wants(await room.api.delete(path, { headers }), 204);
      wants(await room.api.get(path), 404);
      wants(await fetchIt(room, made.id('id')), 404);
    },
    'refuses what is missing, wrong or too large': async (room) => {
      const none = new FormData();
      none.append('max_downloads', '3');
      wants(await room.api.send('POST', '/files', { form: none }), 400);
      wants(await room.api.send('POST', '/files', { form: form({ max_downloads: '0' }) }), 400);
      wants(await room.api.send('POST', '/files', { form: form({ password: 'abc' }) }), 400);
      const large = form({}, 'large.bin', 'x'.repeat(1_100_000));
      wants(await room.api.send('POST', '/files', { form: large }), 413);
    },
  },
  exploits: {
    'names lead out of no folder': async (room) => {
      for (const name of [...CLIMBS, ...SPLITS]) {
        const made = await room.api.send('POST', '/files', { form: form({}, name) });
        if (made.status !== 201) leaksNothing(denied(made));
        else {
          safe(!/[/\\\r\n]/.test(made.id('name')), `it is called ${made.id('name')}`);
          headersAreWhole(wants(await fetchIt(room, made.id('id')), 200));
        }
      }
    },
    'paths lead out of no folder': async (room) => {
      for (const climb of CLIMBS) {
        const reply = await room.api.raw('GET', `/v1/files/${climb}/download`);
        safe(!/root:/.test(reply.text), `${climb} was served`);
        denied(reply);
      }
    },
    'a page that was left is none of this site': async (room) => {
      const page = '<html><script>alert(1)</script></html>';
      const reply = wants(
        await fetchIt(room, (await leave(room, {}, 'a.html', page)).id('id')),
        200,
      );
      safe(!/html/.test(reply.headers.get('content-type') ?? ''), 'it is served as a page');
      safe(reply.headers.get('x-content-type-options') === 'nosniff', 'browsers may sniff');
    },
    'passwords are not guessed on and on': async (room) => {
      const id = (await leave(room, { password: '4711' })).id('id');
      await guessingIsStopped((password) => fetchIt(room, id, password));
    },
    'secrets are told to nobody and kept in no file': async (room) => {
      const password = room.unique('pass');
      const made = await leave(room, { password });
      const info = wants(await room.api.get(`/files/${made.id('id')}`), 200);
      for (const secret of [password, made.id('owner_key')]) {
        keepsSecret(info, secret);
        safe((await room.filesWith(secret)).length === 0, 'a secret is kept in clear');
      }
    },
    'a limit of downloads holds when many come at once': async (room) => {
      const id = (await leave(room, { max_downloads: '3' })).id('id');
      const replies = await Promise.all(Array.from({ length: 10 }, () => fetchIt(room, id)));
      const served = replies.filter(({ status }) => status === 200).length;
      must(served > 0, `nobody got it: ${replies[0]?.status}`);
      safe(served === 3, `${served} downloads of 3`);
    },
    'the key of another file deletes nothing': async (room) => {
      const [one, other] = [await leave(room), await leave(room)];
      const headers = { 'x-owner-key': other.id('owner_key') };
      denied(await room.api.delete(`/files/${one.id('id')}`, { headers }), 401, 403, 404);
      wants(await room.api.get(`/files/${one.id('id')}`), 200);
    },
  },
  undetermined: {},
};
