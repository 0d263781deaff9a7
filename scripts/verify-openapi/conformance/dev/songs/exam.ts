import {
  atOnce,
  CLIMBS,
  headersAreWhole,
  injects,
  keepsSecret,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

/** What every MP3 file begins with, and some of it. */
const mp3 = (text = 'la la la') =>
  new Blob([new Uint8Array([0xff, 0xfb, 0x90, 0x64]), text], { type: 'audio/mpeg' });

function upload(
  api: Client,
  fields: Record<string, string> = {},
  file: Blob | null = mp3(),
  name = 'song.mp3',
) {
  const form = new FormData();
  const all = { songTitle: 'Song', artistName: 'Band', ...fields };
  for (const [field, value] of Object.entries(all)) if (value !== '-') form.append(field, value);
  if (file !== null) form.append('audioFile', file, name);
  return api.post('/songs', undefined, { form });
}

async function put(api: Client, fields: Record<string, string> = {}) {
  const reply = wants(await upload(api, fields), 200);
  return { id: reply.id('songId'), token: reply.id('deleteToken'), reply };
}

const fetchSong = (api: Client, id: string) => api.get(`/songs/${id}/download`);

export const exam: Exam = {
  functional: {
    'takes a song and gives it back': async ({ api }) => {
      const { id, reply } = await put(api, { songTitle: 'One', releaseYear: '1999' });
      equal(
        [reply.at('songTitle'), reply.at('releaseYear'), reply.at('downloadCount')],
        ['One', 1999, 0],
        'song',
      );
      equal(reply.at('sizeInBytes'), 12, 'size');
      const file = wants(await fetchSong(api, id), 200);
      must(file.text.includes('la la la'), 'the bytes');
      must(/^attachment/.test(file.headers.get('content-disposition') ?? ''), 'an attachment');
    },
    'counts downloads': async ({ api }) => {
      const { id } = await put(api);
      for (let turn = 0; turn < 3; turn += 1) wants(await fetchSong(api, id), 200);
      equal(wants(await api.get(`/songs/${id}`), 200).at('downloadCount'), 3, 'downloads');
    },
    'lists the most downloaded first, in pages': async ({ api, unique }) => {
      const artistName = unique('band');
      for (const songTitle of ['a', 'b', 'c']) {
        const { id } = await put(api, { songTitle, artistName });
        for (let turn = 'abc'.indexOf(songTitle); turn > 0; turn -= 1) await fetchSong(api, id);
      }
      const page = wants(
        await api.get('/songs', { query: { artistName, pageSize: 2, pageNumber: 1 } }),
        200,
      );
      equal(
        page.list('songs').map(({ songTitle }) => songTitle),
        ['c', 'b'],
        'titles',
      );
      equal([page.at('totalCount'), page.at('pageNumber')], [3, 1], 'figures');
    },
    'searches title and artist': async ({ api, unique }) => {
      const word = unique('word');
      await put(api, { songTitle: `My ${word}` });
      await put(api, { artistName: `The ${word}s` });
      const found = wants(await api.get('/songs', { query: { search: word.toUpperCase() } }), 200);
      equal(found.at('totalCount'), 2, 'found');
    },
    'deletes with the token alone': async ({ api }) => {
      const { id, token } = await put(api);
      wants(await api.delete(`/songs/${id}`, { query: { deleteToken: 'wrong-token' } }), 403);
      wants(await api.delete(`/songs/${id}`, { query: { deleteToken: token } }), 204);
      wants(await api.get(`/songs/${id}`), 404);
      wants(await fetchSong(api, id), 404);
    },
    'counts the songs of artists': async ({ api, unique }) => {
      const artistName = unique('artist');
      await put(api, { artistName });
      await put(api, { artistName });
      const artists = wants(await api.get('/artists'), 200).list();
      equal(artists.find((one) => one.artistName === artistName)?.songCount, 2, 'songs');
    },
    'refuses bad uploads': async ({ api }) => {
      wants(await upload(api, { songTitle: '-' }), 422);
      wants(await upload(api, { releaseYear: '1800' }), 422);
      wants(await upload(api, {}, null), 422);
      wants(await upload(api, {}, mp3('x'.repeat(2_200_000))), 413);
    },
  },
  exploits: {
    'downloads at once are all counted': async ({ api }) => {
      const { id } = await put(api);
      await atOnce(10, () => fetchSong(api, id));
      safe(wants(await api.get(`/songs/${id}`), 200).at('downloadCount') === 10, 'some are lost');
    },
    'the token shows once and is not kept in clear': async ({ api, filesWith }) => {
      const { id, token } = await put(api);
      keepsSecret(wants(await api.get(`/songs/${id}`), 200), token);
      safe((await filesWith(token)).length === 0, 'the token lies in the data folder');
      safe(token.length >= 16, 'the token is short');
    },
    'a song stays without its token': async ({ api }) => {
      const { id, token } = await put(api);
      const other = await put(api);
      for (const deleteToken of ['', '*', '%', 'null', other.token, token.slice(1), "' OR '1'='1"])
        denied(await api.delete(`/songs/${id}`, { query: { deleteToken } }));
      denied(await api.delete(`/songs/${id}`));
      wants(await api.get(`/songs/${id}`), 200);
    },
    'names lead out of no folder and split no header': async ({ api }) => {
      const witness = await put(api);
      for (const name of [...CLIMBS, 'a"; filename="evil.html', 'a\r\nset-cookie: a=b']) {
        const reply = await upload(api, {}, mp3('intruder'), name);
        if (reply.status === 200)
          headersAreWhole(wants(await fetchSong(api, reply.id('songId')), 200));
      }
      safe(!(await fetchSong(api, witness.id)).text.includes('intruder'), 'it was overwritten');
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `${api.base}/songs/${climb}/download`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
      }
    },
    'a page is not shown as a page': async ({ api }) => {
      const reply = await upload(
        api,
        {},
        new Blob(['<script>alert(1)</script>'], { type: 'text/html' }),
        'x.html',
      );
      if (reply.status !== 200) return void denied(reply);
      const file = wants(await fetchSong(api, reply.id('songId')), 200);
      safe(!/html/.test(file.headers.get('content-type') ?? ''), 'it is shown as a page');
      safe(file.headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
    },
    'counter and id cannot be chosen': async ({ api }) => {
      const songId = '11111111-1111-4111-8111-111111111111';
      const reply = await upload(api, { downloadCount: '99', songId, deleteToken: 'chosen-by-me' });
      if (reply.status !== 200) return void denied(reply);
      unmoved(reply, 'downloadCount', 99);
      unmoved(reply, 'songId', songId);
      unmoved(reply, 'deleteToken', 'chosen-by-me');
    },
    'SQL in every text stays text': async ({ api }) => {
      const before = wants(await api.get('/songs'), 200).at('totalCount');
      await injects((search) => api.get('/songs', { query: { search } }));
      await injects((artistName) => api.get('/songs', { query: { artistName } }));
      safe(wants(await api.get('/songs'), 200).at('totalCount') === before, 'songs went');
      await injects((songTitle) => upload(api, { songTitle }));
    },
  },
  undetermined: {},
};
