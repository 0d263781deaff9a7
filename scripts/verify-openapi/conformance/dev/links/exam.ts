import {
  bodiesAreBounded,
  headersAreWhole,
  injects,
  oneWins,
  SPLITS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const URL_ = 'https://example.org/a?b=c#d';
const shorten = (api: Client, more = {}, url = URL_) => api.post('/shorten', { url, ...more });
async function link(api: Client, more = {}) {
  const made = wants(await shorten(api, more), 201);
  return { code: made.id('code'), token: made.id('deleteToken') };
}

export const exam: Exam = {
  functional: {
    'leads to the address': async ({ api }) => {
      const { code } = await link(api);
      equal(wants(await api.get(`/${code}`), 302).headers.get('location'), URL_, 'location');
    },
    'takes an alias, once': async ({ api, unique }) => {
      const alias = unique('mine');
      equal((await link(api, { alias })).code, alias, 'code');
      wants(await shorten(api, { alias }), 409);
    },
    'counts visits': async ({ api }) => {
      const { code } = await link(api);
      equal(wants(await api.get(`/${code}/stats`), 200).at('visits'), 0, 'before');
      await api.get(`/${code}`);
      await api.get(`/${code}`);
      const stats = wants(await api.get(`/${code}/stats`), 200);
      equal([stats.at('visits'), stats.at('url')], [2, URL_], 'stats');
    },
    'deletes with the token': async ({ api }) => {
      const { code, token } = await link(api);
      wants(await api.delete(`/${code}`, { query: { token: 'wrong' } }), 403);
      wants(await api.delete(`/${code}`, { query: { token } }), 204);
      wants(await api.get(`/${code}`), 404);
    },
    'says when a link expires': async ({ api }) => {
      const made = wants(await shorten(api, { expiresInHours: 2 }), 201);
      const hours = (Date.parse(String(made.at('expiresAt'))) - Date.now()) / 3_600_000;
      must(Math.abs(hours - 2) < 0.1, `in ${hours} hours`);
    },
    'refuses bad input': async ({ api }) => {
      wants(await shorten(api, {}, 'example.org'), 400);
      wants(await shorten(api, { alias: 'a b' }), 400);
      wants(await api.get('/neverthere'), 404);
      wants(await api.get('/neverthere/stats'), 404);
    },
  },
  exploits: {
    'addresses that run': async ({ api }) => {
      for (const url of [
        'javascript:alert(1)',
        'data:text/html,<script>alert(1)</script>',
        'file:///etc/passwd',
        'JaVaScRiPt:alert(1)//https://',
      ])
        denied(await shorten(api, {}, url), 400);
      await link(api);
    },
    'codes and tokens are not guessed': async ({ api, filesWith }) => {
      const [one, other] = [await link(api), await link(api)];
      safe(
        one.code.length >= 6 && !/^\d+$/.test(one.code) && one.code !== other.code,
        `code ${one.code}`,
      );
      safe(one.token.length >= 16, 'token');
      safe((await filesWith(one.token)).length === 0, 'the token is kept in clear');
      denied(await api.delete(`/${one.code}`, { query: { token: other.token } }), 403);
    },
    'headers are not split': async ({ api }) => {
      for (const text of SPLITS) {
        const made = await shorten(api, {}, `https://example.org/${text}`);
        headersAreWhole(made);
        if (made.status === 201) headersAreWhole(await api.get(`/${made.id('code')}`));
      }
      await link(api);
    },
    'of many one gets an alias': ({ api, unique }) => {
      const alias = unique('race');
      return oneWins(6, () => shorten(api, { alias }));
    },
    'no visit is lost': async ({ api }) => {
      const { code } = await link(api);
      await Promise.all(Array.from({ length: 12 }, () => api.get(`/${code}`)));
      safe(wants(await api.get(`/${code}/stats`), 200).at('visits') === 12, 'some were');
    },
    'an alias hides no other path': async ({ api }) => {
      await shorten(api, { alias: 'shorten' });
      await link(api);
    },
    'SQL stays text': async ({ api }) => {
      await injects((text) => api.get(`/${encodeURIComponent(text)}/stats`));
      await injects((text) => shorten(api, {}, `https://example.org/${text}`));
      const { code } = await link(api);
      denied(await api.delete(`/${code}`, { query: { token: "' OR '1'='1" } }), 403);
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/shorten'),
  },
  undetermined: {
    'GET /{code}/qr': async ({ api }) => {
      const texts = [];
      for (const _ of [1, 2]) texts.push((await api.get(`/${(await link(api)).code}/qr`)).text);
      return texts;
    },
  },
};
