import {
  atOnce,
  bodiesAreBounded,
  headersAreWhole,
  injects,
  keepsSecret,
  leaksNothing,
  oneWins,
  SPLITS,
} from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const LONG = 'https://example.com/a/long/path?with=query';
const shorten = async ({ api }: Room, more: object = {}) =>
  wants(await api.post('/shorten', { url: LONG, ...more }), 201);
const clicksOf = async ({ api }: Room, code: string) =>
  wants(await api.get(`/${code}/stats`), 200).at('clicks');

export const exam: Exam = {
  functional: {
    'shortens and leads to the long URL': async (room) => {
      const made = await shorten(room);
      equal([made.at('url'), made.at('expires_at')], [LONG, null], 'link');
      const reply = wants(await room.api.get(`/${made.id('code')}`), 302);
      equal(reply.headers.get('location'), LONG, 'location');
    },
    'says the address of the short link': async (room) => {
      const made = await shorten(room);
      const address = new URL(made.id('short_url'));
      equal(address.pathname, `${room.api.base}/${made.id('code')}`, 'short_url');
    },
    'takes an alias, each once': async (room) => {
      const alias = room.unique('my_alias');
      equal((await shorten(room, { alias })).at('code'), alias, 'code');
      wants(await room.api.get(`/${alias}`), 302);
      wants(await room.api.post('/shorten', { url: LONG, alias }), 409);
    },
    'counts who follows': async (room) => {
      const code = (await shorten(room)).id('code');
      const before = wants(await room.api.get(`/${code}/stats`), 200);
      equal([before.at('clicks'), before.at('last_clicked_at')], [0, null], 'before');
      for (let turn = 0; turn < 3; turn += 1) wants(await room.api.get(`/${code}`), 302);
      const after = wants(await room.api.get(`/${code}/stats`), 200);
      equal([after.at('code'), after.at('url'), after.at('clicks')], [code, LONG, 3], 'after');
      must(typeof after.at('last_clicked_at') === 'string', 'nobody clicked');
    },
    'ends links in time': async (room) => {
      const made = await shorten(room, { expires_in: 1 });
      must(Date.parse(made.id('expires_at')) > Date.now() - 1_000, 'expires before it is made');
      wants(await room.api.get(`/${made.id('code')}`), 302);
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      wants(await room.api.get(`/${made.id('code')}`), 410);
    },
    'deletes for who has the token': async (room) => {
      const made = await shorten(room);
      const path = `/${made.id('code')}`;
      const token = made.id('delete_token');
      wants(await room.api.delete(path, { headers: { 'x-delete-token': 'wrong' } }), 403);
      wants(await room.api.get(path), 302);
      wants(await room.api.delete(path, { headers: { 'x-delete-token': token } }), 204);
      wants(await room.api.get(path), 404);
      wants(await room.api.get(`${path}/stats`), 404);
    },
    'refuses what is no URL, no alias and no time': async ({ api }) => {
      for (const body of [
        {},
        { url: 'not a url' },
        { url: LONG, alias: 'a b' },
        { url: LONG, expires_in: 0 },
      ])
        wants(await api.post('/shorten', body), 400);
    },
    'knows no links that nobody made': async ({ api }) => {
      wants(await api.get('/nothing-here'), 404);
      wants(await api.get('/nothing-here/stats'), 404);
      wants(await api.delete('/nothing-here', { headers: { 'x-delete-token': 'x' } }), 404);
    },
  },
  exploits: {
    'the token of another link deletes nothing': async (room) => {
      const [one, other] = [await shorten(room), await shorten(room)];
      const headers = { 'x-delete-token': other.id('delete_token') };
      denied(await room.api.delete(`/${one.id('code')}`, { headers }), 403, 404);
      denied(await room.api.delete(`/${one.id('code')}`), 400, 401, 403);
      wants(await room.api.get(`/${one.id('code')}`), 302);
    },
    'the token is told once and not kept in clear': async (room) => {
      const made = await shorten(room);
      const token = made.id('delete_token');
      safe(token.length >= 16, `${token} can be guessed`);
      keepsSecret(wants(await room.api.get(`/${made.id('code')}/stats`), 200), token);
      safe((await room.filesWith(token)).length === 0, 'a token is kept in clear');
    },
    'no click is lost': async (room) => {
      const code = (await shorten(room)).id('code');
      await atOnce(20, () => room.api.get(`/${code}`));
      const clicks = await clicksOf(room, code);
      safe(clicks === 20, `${clicks} of 20 clicks`);
    },
    'of many who want an alias one gets it': async (room) => {
      const alias = room.unique('race');
      await oneWins(8, () => room.api.post('/shorten', { url: LONG, alias }));
    },
    'no header is split by a URL': async (room) => {
      for (const split of SPLITS) {
        const made = await room.api.post('/shorten', { url: `https://a.example/${split}` });
        if (made.status !== 201) leaksNothing(denied(made));
        else headersAreWhole(await room.api.get(`/${made.id('code')}`));
      }
    },
    'a link runs no script': async (room) => {
      for (const url of ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>']) {
        const made = await room.api.post('/shorten', { url });
        if (made.status !== 201) denied(made);
        else {
          const to = await room.api.get(`/${made.id('code')}`);
          safe(
            !/^(javascript|data):/i.test(to.headers.get('location') ?? ''),
            `it leads to ${url}`,
          );
        }
      }
    },
    'SQL in codes stays text': async (room) => {
      await shorten(room);
      await injects((text) => room.api.get(`/${encodeURIComponent(text)}`));
    },
    'the number of clicks is not for clients to say': async (room) => {
      const made = await room.api.post('/shorten', {
        url: LONG,
        clicks: 999,
        delete_token: 'mine',
      });
      if (made.status !== 201) return void denied(made);
      safe((await clicksOf(room, made.id('code'))) === 0, 'clicks came with the request');
      safe(made.at('delete_token') !== 'mine', 'the token is chosen');
    },
    'last: bodies are bounded': ({ api }) => bodiesAreBounded(api, '/shorten'),
  },
  undetermined: {},
};
