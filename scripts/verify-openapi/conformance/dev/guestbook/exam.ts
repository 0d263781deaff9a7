import {
  atOnce,
  bodiesAreBounded,
  injects,
  pageIsInert,
  SCRIPTS,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const sign = async ({ api }: Room, more: object = {}) =>
  wants(await api.post('/entries', { name: 'Ann', message: 'Hello', ...more }), 201);
const keyOf = ({ key }: Room) => {
  const found = key('moderator');
  must(found !== null, 'there is no key');
  return { 'x-moderator-key': found ?? '' };
};
const isPage = (type: string | null) => must(/text\/html/.test(type ?? ''), `it is ${type}`);

export const exam: Exam = {
  functional: {
    'is signed in JSON': async (room) => {
      const made = await sign(room, { website: 'https://ann.example' });
      equal(
        ['name', 'message', 'website', 'likes'].map((name) => made.at(name)),
        ['Ann', 'Hello', 'https://ann.example', 0],
        'entry',
      );
      wants(await room.api.post('/entries', { name: 'Ann' }), 400);
      wants(await room.api.post('/entries', { name: '', message: 'x' }), 400);
      wants(await room.api.post('/entries', { name: 'A', message: 'x'.repeat(5_001) }), 400);
    },
    'is signed with a form': async (room) => {
      const message = `ü & ${room.unique('words')}`;
      const text = new URLSearchParams({ name: 'Bob', message }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const made = wants(await room.api.send('POST', '/entries', { text, headers }), 201);
      equal([made.at('name'), made.at('message')], ['Bob', message], 'entry');
    },
    'shows entries on a page, newest first': async (room) => {
      const [old, young] = [room.unique('older'), room.unique('younger')];
      await sign(room, { name: 'Cleo', message: old });
      await sign(room, { message: young });
      const page = wants(await room.api.get('/'), 200);
      isPage(page.headers.get('content-type'));
      must(page.text.includes(old) && page.text.includes('Cleo'), 'an entry is missing');
      must(page.text.indexOf(young) < page.text.indexOf(old), 'the newest is not first');
    },
    'lists entries by pages': async (room) => {
      const words = ['a', 'b', 'c'].map((word) => room.unique(word));
      for (const message of words) await sign(room, { message });
      const read = async (query: Record<string, number>) =>
        wants(await room.api.get('/entries', { query }), 200);
      const first = await read({ limit: 2 });
      equal(
        first.list().map(({ message }) => message),
        [words[2], words[1]],
        'first',
      );
      equal(
        (await read({ limit: 1, offset: 2 })).list().map(({ message }) => message),
        [words[0]],
        'third',
      );
      must(Number(first.headers.get('x-total-count')) >= 3, 'the total is missing');
      wants(await room.api.get('/entries', { query: { limit: 101 } }), 400);
    },
    'shows one entry with its replies': async (room) => {
      const id = (await sign(room, { message: 'What do you think?' })).id('id');
      const text = room.unique('reply');
      const made = wants(await room.api.post(`/entries/${id}/replies`, { name: 'Dan', text }), 201);
      equal([made.at('name'), made.at('text')], ['Dan', text], 'reply');
      const page = wants(await room.api.get(`/entries/${id}`), 200);
      isPage(page.headers.get('content-type'));
      for (const part of ['What do you think?', 'Dan', text])
        must(page.text.includes(part), `${part} is not on the page`);
      wants(await room.api.get('/entries/99999'), 404);
      wants(await room.api.post('/entries/99999/replies', { name: 'x', text: 'x' }), 404);
    },
    'counts likes': async (room) => {
      const id = (await sign(room)).id('id');
      equal(wants(await room.api.post(`/entries/${id}/like`), 200).json, { likes: 1 }, 'likes');
      equal(wants(await room.api.post(`/entries/${id}/like`), 200).json, { likes: 2 }, 'likes');
      wants(await room.api.post('/entries/99999/like'), 404);
    },
    'lets the moderator take entries out': async (room) => {
      const message = room.unique('gone');
      const id = (await sign(room, { message })).id('id');
      wants(await room.api.delete(`/entries/${id}`), 401);
      wants(await room.api.delete(`/entries/${id}`, { headers: { 'x-moderator-key': 'x' } }), 401);
      wants(await room.api.delete(`/entries/${id}`, { headers: keyOf(room) }), 204);
      wants(await room.api.get(`/entries/${id}`), 404);
      must(!wants(await room.api.get('/'), 200).text.includes(message), 'it is still there');
      wants(await room.api.delete(`/entries/${id}`, { headers: keyOf(room) }), 404);
    },
  },
  exploits: {
    'what is written runs in no browser': async (room) => {
      const ids: string[] = [];
      for (const script of SCRIPTS)
        ids.push((await sign(room, { name: script.slice(0, 60), message: script })).id('id'));
      pageIsInert(wants(await room.api.get('/'), 200));
      for (const id of ids) pageIsInert(wants(await room.api.get(`/entries/${id}`), 200));
    },
    'replies run in no browser': async (room) => {
      const id = (await sign(room)).id('id');
      for (const text of SCRIPTS)
        wants(await room.api.post(`/entries/${id}/replies`, { name: 'x', text }), 201);
      pageIsInert(wants(await room.api.get(`/entries/${id}`), 200));
    },
    'websites run no script': async (room) => {
      const website = 'javascript:alert(1)';
      const made = await room.api.post('/entries', { name: 'x', message: 'x', website });
      if (made.status !== 201) return void denied(made);
      const page = wants(await room.api.get('/'), 200).text;
      safe(!/href="?javascript:/i.test(page), 'a link runs a script');
    },
    'SQL stays text': async (room) => {
      await injects((message) => room.api.post('/entries', { name: 'x', message }));
      await injects((text) => room.api.get(`/entries/${encodeURIComponent(text)}`));
      await injects((offset) => room.api.get('/entries', { query: { offset } }));
    },
    'likes and times are not for clients to say': async (room) => {
      const given = { likes: 99, signed_at: '2001-01-01T00:00:00Z' };
      const made = await room.api.post('/entries', { name: 'x', message: 'x', ...given });
      if (made.status !== 201) return void denied(made);
      unmoved(made, 'likes', given.likes);
      unmoved(made, 'signed_at', given.signed_at);
    },
    'no like is lost': async (room) => {
      const id = (await sign(room)).id('id');
      await atOnce(15, () => room.api.post(`/entries/${id}/like`));
      const { likes } = wants(await room.api.post(`/entries/${id}/like`), 200).json as {
        likes: number;
      };
      safe(likes === 16, `${likes} of 16 likes`);
    },
    'last: pages are bounded however much is written': async (room) => {
      const message = 'y'.repeat(5_000);
      for (let round = 0; round < 28; round += 1)
        await atOnce(25, () => room.api.post('/entries', { name: 'z', message }));
      const page = wants(await room.api.get('/'), 200);
      safe(page.bytes.length < 3_000_000, `a page of ${page.bytes.length} bytes`);
    },
    'last: one entry is bounded however many reply': async (room) => {
      const id = (await sign(room)).id('id');
      const text = 'y'.repeat(5_000);
      for (let round = 0; round < 18; round += 1)
        await atOnce(25, () => room.api.post(`/entries/${id}/replies`, { name: 'z', text }));
      const page = wants(await room.api.get(`/entries/${id}`), 200);
      safe(page.bytes.length < 2_000_000, `a page of ${page.bytes.length} bytes`);
    },
    'last: bodies are bounded': ({ api }) => bodiesAreBounded(api, '/entries'),
  },
  undetermined: {},
};
