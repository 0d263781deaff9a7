import { injects, keepsSecret } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const password = 'a long password';
const form = (values: Record<string, string>) => ({
  text: new URLSearchParams(values).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>) {
  const username = unique('user').toLowerCase();
  wants(await api.post('/accounts', { username, password }), 201);
  const token = wants(await api.post('/tokens', undefined, form({ username, password })), 200);
  return { username, me: api.bearer(token.id('accessToken')) };
}

const addAlbum = async (me: Client, title = 'Summer') =>
  wants(await me.post('/albums', { title }), 201).id('id');

function upload(
  me: Client,
  album: string,
  fields: Record<string, string | string[]> = {},
  bytes = PNG,
) {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'pixel.png');
  return me.post(`/albums/${album}/images`, undefined, { form: data });
}

export const exam: Exam = {
  functional: {
    'registers, once per name, and gives tokens for a form': async (room) => {
      const { username } = await join(room);
      wants(await room.api.post('/accounts', { username, password }), 409);
      wants(await room.api.post('/accounts', { username: 'X', password }), 400);
      wants(await room.api.post('/tokens', undefined, form({ username, password: 'no' })), 401);
    },
    'makes albums, the newest first, with their owner': async (room) => {
      const { me, username } = await join(room);
      const made = wants(await me.post('/albums', { title: 'One' }), 201);
      equal(
        [made.at('owner'), made.at('imageCount'), made.at('description')],
        [username, 0, ''],
        'album',
      );
      must((made.headers.get('location') ?? '').endsWith(`/albums/${made.id('id')}`), 'location');
      const second = await addAlbum(me, 'Two');
      const listed = wants(await room.api.get('/albums'), 200).list();
      equal(listed[0]?.id, second, 'first');
      wants(await room.api.get('/albums/not-an-id'), 404, 400);
    },
    'uploads images and gives their bytes back': async (room) => {
      const { me } = await join(room);
      const album = await addAlbum(me);
      const made = wants(await upload(me, album, { caption: 'Hi', tags: ['sea', 'sun'] }), 201);
      equal(
        ['albumId', 'caption', 'tags', 'contentType', 'size', 'likes'].map((name) => made.at(name)),
        [album, 'Hi', ['sea', 'sun'], 'image/png', PNG.length, 0],
        'image',
      );
      const content = wants(await room.api.get(`/images/${made.id('id')}/content`), 200);
      must(content.bytes.equals(PNG), 'the bytes are those uploaded');
      equal(content.headers.get('content-type'), 'image/png', 'type');
      equal(wants(await room.api.get(`/albums/${album}`), 200).at('imageCount'), 1, 'count');
    },
    'an image needs neither caption nor tags': async (room) => {
      const { me } = await join(room);
      const made = wants(await upload(me, await addAlbum(me)), 201);
      equal([made.at('caption'), made.at('tags')], [null, []], 'image');
    },
    'lists images by tag, in pages': async (room) => {
      const { me } = await join(room);
      const album = await addAlbum(me);
      for (const tags of [['a'], ['a', 'b'], ['c']]) wants(await upload(me, album, { tags }), 201);
      const path = `/albums/${album}/images`;
      equal(wants(await room.api.get(path, { query: { tag: 'a' } }), 200).at('total'), 2, 'total');
      const page = wants(await room.api.get(path, { query: { page: 2, pageSize: 2 } }), 200);
      equal(
        [page.list('items').length, page.at('total'), page.at('page'), page.at('pageSize')],
        [1, 3, 2, 2],
        'page',
      );
    },
    'describes images anew': async (room) => {
      const { me } = await join(room);
      const id = wants(await upload(me, await addAlbum(me), { caption: 'Hi' }), 201).id('id');
      const changed = wants(await me.patch(`/images/${id}`, { tags: ['x'] }), 200);
      equal([changed.at('caption'), changed.at('tags')], ['Hi', ['x']], 'changed');
      equal(
        wants(await me.patch(`/images/${id}`, { caption: null }), 200).at('caption'),
        null,
        'no',
      );
    },
    'counts likes, one per person': async (room) => {
      const [ann, bob] = [(await join(room)).me, (await join(room)).me];
      const id = wants(await upload(ann, await addAlbum(ann)), 201).id('id');
      for (const me of [ann, ann, bob]) wants(await me.put(`/images/${id}/likes`), 204);
      equal(wants(await bob.get(`/images/${id}`), 200).at('likes'), 2, 'likes');
      wants(await ann.delete(`/images/${id}/likes`), 204);
      equal(wants(await bob.get(`/images/${id}`), 200).at('likes'), 1, 'likes');
    },
    'refuses what is no picture': async (room) => {
      const { me } = await join(room);
      wants(await upload(me, await addAlbum(me), {}, Buffer.from('<svg/>')), 415);
    },
    'deletes albums with their images': async (room) => {
      const { me } = await join(room);
      const album = await addAlbum(me);
      const id = wants(await upload(me, album), 201).id('id');
      wants(await me.delete(`/albums/${album}`), 204);
      wants(await room.api.get(`/images/${id}`), 404);
      wants(await room.api.get(`/images/${id}/content`), 404);
    },
  },
  exploits: {
    'only owners add, change and delete': async (room) => {
      const [ann, eve] = [(await join(room)).me, (await join(room)).me];
      const album = await addAlbum(ann);
      const id = wants(await upload(ann, album), 201).id('id');
      denied(await upload(eve, album), 403);
      denied(await eve.patch(`/images/${id}`, { caption: 'x' }), 403);
      denied(await eve.delete(`/images/${id}`), 403);
      denied(await eve.delete(`/albums/${album}`), 403);
      denied(await room.api.delete(`/albums/${album}`), 401);
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [username, clear] = [unique('u').toLowerCase(), unique('clearPassword')];
      keepsSecret(wants(await api.post('/accounts', { username, password: clear }), 201), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'SQL in every text stays text': async (room) => {
      const { me } = await join(room);
      await injects((text) => me.post('/albums', { title: text }));
      await injects((text) => room.api.get(`/images/${encodeURIComponent(text)}`));
    },
  },
  undetermined: {},
};
