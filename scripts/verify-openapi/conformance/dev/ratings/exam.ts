import {
  answersAlike,
  atOnce,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  pageIsInert,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'two thumbs up';
type Viewer = { readonly email: string; readonly page: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Viewer> {
  const [email, page] = [`${unique('v')}@example.org`, api.browser()];
  wants(await page.post('/auth/register', { email, password }), 201);
  wants(await page.post('/auth/login', { email, password }), 204);
  must(page.cookies.has('sid'), 'there is a cookie sid');
  return { email, page };
}

const rate = (page: Client, film: string, stars: unknown, more: object = {}) =>
  page.put(`/films/${film}/rating`, { stars, ...more });
const summary = async (api: Client, film: string) =>
  wants(await api.get(`/films/${film}/summary`), 200);

/** Each number of stars comes from another user. */
async function rated(room: Room, film: string, viewers: readonly Viewer[], ...all: number[]) {
  for (const [turn, stars] of all.entries())
    wants(await rate(viewers[turn]?.page ?? room.api, film, stars), 200);
}

export const exam: Exam = {
  functional: {
    'keeps what I think of a film': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      wants(await page.get(`/films/${film}/rating`), 404);
      const answer = wants(await rate(page, film, 4, { comment: 'Rather good' }), 200);
      for (const rating of [answer, wants(await page.get(`/films/${film}/rating`), 200)])
        equal(
          ['filmId', 'stars', 'comment'].map((name) => rating.at(name)),
          [film, 4, 'Rather good'],
          'rating',
        );
    },
    'a second rating takes the place of the first': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      wants(await rate(page, film, 5, { comment: 'Great' }), 200);
      const again = wants(await rate(page, film, 2), 200);
      equal([again.at('stars'), again.at('comment')], [2, null], 'rating');
      const all = await summary(room.api, film);
      equal([all.at('count'), all.at('average')], [1, 2], 'summary');
    },
    'everybody has a rating of their own': async (room) => {
      const [ann, bob, film] = [await join(room), await join(room), room.unique('film')];
      wants(await rate(ann.page, film, 5), 200);
      wants(await bob.page.get(`/films/${film}/rating`), 404);
      wants(await rate(bob.page, film, 1), 200);
      equal(wants(await ann.page.get(`/films/${film}/rating`), 200).at('stars'), 5, 'stars');
    },
    'sums up a film': async (room) => {
      const film = room.unique('film');
      const viewers = [await join(room), await join(room), await join(room)];
      await rated(room, film, viewers, 5, 4, 5);
      equal(
        (await summary(room.api, film)).json,
        { filmId: film, count: 3, average: 4.67, distribution: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 2 } },
        'summary',
      );
    },
    'nobody has rated a film': async (room) => {
      const film = room.unique('unseen');
      equal(
        (await summary(room.api, film)).json,
        { filmId: film, count: 0, average: null, distribution: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } },
        'summary',
      );
    },
    'a rating is taken back': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      wants(await page.delete(`/films/${film}/rating`), 404);
      wants(await rate(page, film, 3), 200);
      wants(await page.delete(`/films/${film}/rating`), 204);
      wants(await page.get(`/films/${film}/rating`), 404);
      equal((await summary(room.api, film)).at('count'), 0, 'count');
    },
    'knows the best films': async (room) => {
      const viewers = [await join(room), await join(room), await join(room)];
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => room.unique(`top-${letter}-`));
      await rated(room, b ?? '', viewers, 5, 5, 5);
      await rated(room, a ?? '', viewers, 5, 5, 5);
      await rated(room, c ?? '', viewers, 5, 5);
      await rated(room, d ?? '', viewers, 4, 5, 5);
      const top = async (query: Record<string, number>) =>
        wants(await room.api.get('/films/top', { query }), 200)
          .list()
          .map(({ filmId }) => filmId)
          .filter((film) => String(film).startsWith('top-'));
      equal(await top({ limit: 100 }), [a, b, c, d], 'films');
      equal(await top({ limit: 100, minCount: 3 }), [a, b, d], 'films rated often');
      equal((await top({ limit: 1, minCount: 3 })).length, 1, 'films');
      wants(await room.api.get('/films/top', { query: { limit: 101 } }), 400);
      wants(await room.api.get('/films/top', { query: { minCount: 0 } }), 400);
    },
    'shows comments on a page, the latest first': async (room) => {
      const [ann, bob, cid] = [await join(room), await join(room), await join(room)];
      const film = room.unique('film');
      wants(await rate(ann.page, film, 5, { comment: 'Older words' }), 200);
      wants(await rate(cid.page, film, 3, { comment: null }), 200);
      wants(await rate(bob.page, film, 2, { comment: 'Newer words' }), 200);
      const { text } = wants(await room.api.get(`/films/${film}/comments`), 200);
      const [older, newer] = [text.indexOf('Older words'), text.indexOf('Newer words')];
      must(newer >= 0 && newer < older, `newer at ${newer}, older at ${older}`);
      must(text.includes('5') && text.includes('2'), 'stars');
    },
    'refuses what is bad, and who is not logged in': async (room) => {
      const [{ email, page }, film] = [await join(room), room.unique('film')];
      for (const stars of [0, 6, 2.5, '3', null]) wants(await rate(page, film, stars), 400);
      wants(await rate(page, film, 3, { comment: 'x'.repeat(501) }), 400);
      wants(await rate(room.api, film, 3), 401);
      wants(await room.api.get(`/films/${film}/rating`), 401);
      wants(await room.api.post('/auth/register', { email, password }), 409);
      wants(await room.api.post('/auth/register', { email: 'nobody', password }), 400);
      wants(await room.api.post('/auth/login', { email, password: 'something else' }), 401);
    },
    'a session ends at logout': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      const cookie = `sid=${page.cookies.get('sid')}`;
      wants(await page.post('/auth/logout'), 204);
      const { origin } = room.api;
      wants(await room.api.with({ cookie, origin }).get(`/films/${film}/rating`), 401);
    },
  },
  exploits: {
    'script in comments does not run': async (room) => {
      const film = room.unique('film');
      for (const comment of SCRIPTS)
        wants(await rate((await join(room)).page, film, 1, { comment }), 200);
      pageIsInert(wants(await room.api.get(`/films/${film}/comments`), 200));
    },
    'who wrote a comment stays unknown': async (room) => {
      const [{ email, page }, film] = [await join(room), room.unique('film')];
      wants(await rate(page, film, 1, { comment: 'Only words' }), 200);
      for (const part of ['comments', 'summary'])
        keepsSecret(
          wants(await room.api.get(`/films/${film}/${part}`), 200),
          email.split('@')[0] ?? '',
        );
    },
    'one user has one vote, however fast': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      const replies = await atOnce(8, (turn) => rate(page, film, 1 + (turn % 5)));
      must(
        replies.some(({ status }) => status === 200),
        `one was taken: ${replies[0]?.status}`,
      );
      const all = await summary(room.api, film);
      safe(all.at('count') === 1, `there are ${all.at('count')}`);
    },
    'nobody rates for somebody else': async (room) => {
      const [ann, eve, film] = [await join(room), await join(room), room.unique('film')];
      wants(await rate(ann.page, film, 5), 200);
      const sent = { email: ann.email, user: ann.email, userId: 1, filmId: room.unique('other') };
      await rate(eve.page, film, 1, sent);
      safe(
        wants(await ann.page.get(`/films/${film}/rating`), 200).at('stars') === 5,
        'it was replaced',
      );
      safe((await summary(room.api, sent.filmId)).at('count') === 0, 'another film was rated');
    },
    'the cookie is kept from scripts and other sites': async (room) => {
      const { email } = await join(room);
      const reply = wants(await room.api.browser().post('/auth/login', { email, password }), 204);
      const cookie = reply.headers.getSetCookie().find((one) => one.startsWith('sid=')) ?? '';
      safe(/httponly/i.test(cookie) && /samesite=(lax|strict)/i.test(cookie), 'its attributes');
      safe((cookie.split(';')[0] ?? '').length > 24, 'the session is short');
    },
    'another site cannot rate': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      wants(await rate(page, film, 5), 200);
      const cookie = `sid=${page.cookies.get('sid')}`;
      const foreign = room.api.with({ cookie, origin: 'https://evil.test' });
      denied(await rate(foreign, film, 1));
      safe((await summary(room.api, film)).at('average') === 5, 'it did');
    },
    'made up cookies open nothing': async (room) => {
      const [{ page, email }, film] = [await join(room), room.unique('film')];
      const sid = page.cookies.get('sid') ?? '';
      for (const value of [
        '',
        '1',
        'admin',
        encodeURIComponent(email),
        sid.slice(2),
        `${sid}0`,
        "' OR '1'='1",
      ]) {
        const guess = room.api.with({ cookie: `sid=${value}`, origin: room.api.origin });
        denied(await rate(guess, film, 1), 401, 400, 403);
      }
    },
    'passwords are not kept, and accounts do not show': async (room) => {
      const clear = room.unique('clearPassword');
      const email = `${room.unique('v')}@example.org`;
      wants(await room.api.post('/auth/register', { email, password: clear }), 201);
      safe((await room.filesWith(clear)).length === 0, 'the password lies in the data folder');
      const login = (name: string) =>
        room.api.post('/auth/login', { email: name, password: 'not the password' });
      answersAlike(await login(email), await login(`${room.unique('nobody')}@example.org`));
    },
    'SQL stays text': async (room) => {
      const [{ page }, film] = [await join(room), room.unique('film')];
      await injects(async (comment) => {
        const reply = await rate(page, film, 3, { comment });
        if (reply.status === 200) safe(reply.at('comment') === comment, `${comment} was changed`);
        return reply;
      });
      await injects((text) => room.api.get(`/films/${encodeURIComponent(text)}/summary`));
      await injects((limit) => room.api.get('/films/top', { query: { limit } }));
      await injects((text) => room.api.post('/auth/login', { email: text, password: text }));
      safe((await summary(room.api, film)).at('count') === 1, 'the rating is gone');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/auth/login');
      await bodiesAreBounded((await join(room)).page, `/films/${room.unique('f')}/rating`, 'PUT');
    },
    'last: guessing is stopped': async (room) => {
      const { email } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/auth/login', { email, password: guess }));
    },
  },
  undetermined: {},
};
