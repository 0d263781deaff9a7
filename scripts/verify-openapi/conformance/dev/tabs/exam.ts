import {
  bodiesAreBounded,
  injects,
  keepsSecret,
  pageIsInert,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const form = (members: Record<string, string>) => ({
  text: new URLSearchParams(members).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
async function player(api: Client, nickname: string, password = 'plays-guitar'): Promise<Client> {
  wants(await api.post('/register', undefined, form({ nickname, password })), 201);
  const browser = api.browser();
  wants(await browser.post('/login', undefined, form({ nickname, password })), 204);
  return browser;
}
const share = (me: Client, title: string, more = {}) =>
  me.post('/tabs', { title, artist: 'Someone', content: 'e|--0--|', ...more });

export const exam: Exam = {
  functional: {
    'shares a tab that everybody finds': async ({ api, unique }) => {
      const [nick, title] = [unique('nick'), unique('Song')];
      const me = await player(api, nick);
      const made = wants(await share(me, title, { difficulty: 'hard' }), 201);
      equal([made.at('sharedBy'), made.at('averageRating')], [nick, null], 'tab');
      const found = wants(await api.get('/tabs', { query: { q: title.toLowerCase() } }), 200);
      equal(
        found.list().map((tab) => tab.title),
        [title],
        'found',
      );
    },
    'finds by artist and by difficulty': async ({ api, unique }) => {
      const me = await player(api, unique('nick'));
      const artist = unique('Artist');
      await share(me, 'One', { artist, difficulty: 'easy' });
      await share(me, 'Two', { artist, difficulty: 'hard' });
      const all = wants(await api.get('/tabs', { query: { q: artist } }), 200).list();
      equal(
        all.map(({ title }) => title),
        ['One', 'Two'],
        'by title',
      );
      const hard = await api.get('/tabs', { query: { q: artist, difficulty: 'hard' } });
      equal(
        hard.list().map(({ title }) => title),
        ['Two'],
        'hard',
      );
    },
    'shows a page': async ({ api, unique }) => {
      const [me, title] = [await player(api, unique('nick')), unique('Paged')];
      const id = wants(await share(me, title, { content: 'e|--7--|' }), 201).id('tabId');
      const page = wants(await api.get(`/tabs/${id}`), 200);
      must(page.text.includes(title) && page.text.includes('e|--7--|'), 'title and tab');
      wants(await api.get('/tabs/nope'), 404);
    },
    'is changed and deleted by its owner alone': async ({ api, unique }) => {
      const [me, other] = [await player(api, unique('a')), await player(api, unique('b'))];
      const id = wants(await share(me, 'Mine'), 201).id('tabId');
      const changed = { title: 'Changed', artist: 'X', content: 'y' };
      wants(await other.put(`/tabs/${id}`, changed), 403);
      wants(await other.delete(`/tabs/${id}`), 403);
      wants(await api.put(`/tabs/${id}`, changed), 401);
      equal(wants(await me.put(`/tabs/${id}`, changed), 200).at('title'), 'Changed', 'title');
      wants(await me.delete(`/tabs/${id}`), 204);
      wants(await me.delete(`/tabs/${id}`), 404);
    },
    'comments are kept in order, with their authors': async ({ api, unique }) => {
      const nick = unique('nick');
      const me = await player(api, nick);
      const id = wants(await share(me, 'Talked'), 201).id('tabId');
      for (const text of ['first', 'second'])
        wants(await me.post(`/tabs/${id}/comments`, { text }), 201);
      equal(
        wants(await api.get(`/tabs/${id}/comments`), 200)
          .list()
          .map(({ author, text }) => [author, text]),
        [
          [nick, 'first'],
          [nick, 'second'],
        ],
        'comments',
      );
      wants(await api.post(`/tabs/${id}/comments`, { text: 'x' }), 401);
      wants(await me.post('/tabs/nope/comments', { text: 'x' }), 404);
    },
    'averages one rating each': async ({ api, unique }) => {
      const [a, b] = [await player(api, unique('a')), await player(api, unique('b'))];
      const title = unique('Rated');
      const id = wants(await share(a, title), 201).id('tabId');
      for (const [me, stars] of [
        [a, 1],
        [a, 5],
        [b, 4],
      ] as const)
        wants(await me.put(`/tabs/${id}/rating`, { stars }), 204);
      const [tab] = wants(await api.get('/tabs', { query: { q: title } }), 200).list();
      equal(tab?.averageRating, 4.5, 'average');
      wants(await a.put(`/tabs/${id}/rating`, { stars: 6 }), 400);
    },
    'signs in with the right password only': async ({ api, unique }) => {
      const nickname = unique('nick');
      await player(api, nickname);
      wants(await api.post('/login', undefined, form({ nickname, password: 'wrong-one' })), 401);
      wants(
        await api.post('/register', undefined, form({ nickname, password: 'plays-guitar' })),
        409,
      );
    },
  },
  exploits: {
    'script in a tab does not run': async ({ api, unique }) => {
      const me = await player(api, unique('nick'));
      const made = wants(
        await share(me, SCRIPTS[0] ?? '', { artist: SCRIPTS[1], content: SCRIPTS.join('\n') }),
        201,
      );
      pageIsInert(wants(await api.get(`/tabs/${made.id('tabId')}`), 200));
    },
    'the cookie is for browsers only': async ({ api, unique }) => {
      const nickname = unique('nick');
      wants(
        await api.post('/register', undefined, form({ nickname, password: 'plays-guitar' })),
        201,
      );
      const reply = wants(
        await api.post('/login', undefined, form({ nickname, password: 'plays-guitar' })),
        204,
      );
      const cookie = reply.headers.get('set-cookie') ?? '';
      safe(/httponly/i.test(cookie) && /samesite=(lax|strict)/i.test(cookie), cookie);
    },
    'another site cannot act for me': async ({ api, unique }) => {
      const me = await player(api, unique('nick'));
      const cookie = [...me.cookies].map((pair) => pair.join('=')).join('; ');
      const forged = await api.post(
        '/tabs',
        { title: 'Forged', artist: 'x', content: 'x' },
        { headers: { cookie, origin: 'https://evil.example' } },
      );
      denied(forged);
    },
    'owner and average cannot be chosen': async ({ api, unique }) => {
      const nick = unique('nick');
      const me = await player(api, nick);
      const title = unique('Owned');
      await share(me, title, { sharedBy: 'somebody', averageRating: 5, tabId: 'mine' });
      const plain = wants(await share(me, title), 201);
      safe(plain.at('sharedBy') === nick, 'sharedBy');
      for (const tab of (await api.get('/tabs', { query: { q: title } })).list())
        safe(
          tab.sharedBy === nick && tab.averageRating === null && tab.tabId !== 'mine',
          'they could',
        );
    },
    'passwords are not kept': async ({ api, unique, filesWith }) => {
      const password = unique('clearPassword');
      const me = await player(api, unique('nick'), password);
      keepsSecret(wants(await share(me, 'x'), 201), password);
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
    },
    'SQL stays text': async ({ api, unique }) => {
      const me = await player(api, unique('nick'));
      const id = wants(await share(me, 'Witness'), 201).id('tabId');
      await injects((q) => api.get('/tabs', { query: { q } }));
      await injects((text) => me.post(`/tabs/${id}/comments`, { text }));
      await injects((text) => api.get(`/tabs/${encodeURIComponent(text)}`));
      equal(
        wants(await api.get('/tabs', { query: { q: '%' } }), 200).list().length,
        0,
        'a wildcard is text',
      );
    },
    'broken, deep and huge bodies': async ({ api, unique }) =>
      bodiesAreBounded(await player(api, unique('nick')), '/tabs'),
  },
  undetermined: {},
};
