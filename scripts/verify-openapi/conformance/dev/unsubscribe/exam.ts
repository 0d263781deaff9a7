import { atOnce, bodiesAreBounded, injects, pageIsInert, SCRIPTS } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const subscribe = (api: Client, email: string, list = 'weekly') =>
  api.post('/subscribe', { email, list });
const tokenOf = async (api: Client, email: string, list?: string) =>
  wants(await subscribe(api, email, list), 201).id('unsubscribeToken');

const leave = (api: Client, token: string) =>
  api.post('/unsubscribe', undefined, {
    text: new URLSearchParams({ token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const sizeOf = async (api: Client, list = 'weekly') =>
  Number(wants(await api.get(`/lists/${list}/size`), 200).at('size'));

export const exam: Exam = {
  functional: {
    'subscribes, which counts': async ({ api, unique }) => {
      const before = await sizeOf(api);
      must((await tokenOf(api, `${unique('a')}@example.com`)).length >= 32, 'a long token');
      equal(await sizeOf(api), before + 1, 'size');
    },
    'an address is on a list once, and its old token ends': async ({ api, unique }) => {
      const email = `${unique('a')}@example.com`;
      const old = await tokenOf(api, email);
      const before = await sizeOf(api);
      const fresh = await tokenOf(api, email);
      equal(await sizeOf(api), before, 'size');
      must(old !== fresh, 'the token is new');
      wants(await leave(api, old), 404);
      wants(await leave(api, fresh), 200);
      equal(await sizeOf(api), before - 1, 'size at the end');
    },
    'leaves one list and not the others': async ({ api, unique }) => {
      const email = `${unique('a')}@example.com`;
      const token = await tokenOf(api, email, 'offers');
      await tokenOf(api, email, 'releases');
      const [offers, releases] = [await sizeOf(api, 'offers'), await sizeOf(api, 'releases')];
      wants(await leave(api, token), 200);
      equal(
        [await sizeOf(api, 'offers'), await sizeOf(api, 'releases')],
        [offers - 1, releases],
        'sizes',
      );
    },
    'answers with a page; a token works once': async ({ api, unique }) => {
      const token = await tokenOf(api, `${unique('a')}@example.com`);
      const page = wants(await leave(api, token), 200);
      must(/^text\/html/.test(page.headers.get('content-type') ?? ''), 'it is HTML');
      wants(await leave(api, token), 404);
    },
    'refuses bad input': async ({ api, unique }) => {
      wants(await subscribe(api, 'no address'), 400);
      wants(await subscribe(api, `${unique('a')}@example.com`, 'daily'), 400);
      wants(await api.post('/subscribe', { email: `${unique('a')}@example.com` }), 400);
      const form = {
        text: 'other=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      };
      wants(await api.post('/unsubscribe', undefined, form), 400);
      wants(await api.get('/lists/daily/size'), 404);
    },
    'keeps subscriptions over a restart': async ({ api, unique, restart }) => {
      const token = await tokenOf(api, `${unique('a')}@example.com`);
      await restart();
      wants(await leave(api, token), 200);
    },
  },
  exploits: {
    'whether an address is on the list cannot be told': async ({ api, unique }) => {
      const email = `${unique('a')}@example.com`;
      const [first, again] = [await subscribe(api, email), await subscribe(api, email)];
      must(first.status === 201, 'it works');
      safe(again.status === first.status, `${first.status} and ${again.status}`);
      safe(first.text.length === again.text.length, 'the answers differ');
    },
    'tokens that were not given out do nothing': async ({ api, unique }) => {
      const email = `${unique('a')}@example.com`;
      const token = await tokenOf(api, email);
      const before = await sizeOf(api);
      const guesses = [
        '',
        ' ',
        '*',
        '%',
        'null',
        email,
        Buffer.from(email).toString('base64'),
        token.slice(0, -1),
        `${token}x`,
        token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase(),
        "' OR '1'='1",
        '[object Object]',
      ];
      for (const guess of guesses) denied(await leave(api, guess));
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      for (const text of ['token[]=a', 'token[$ne]=x', 'token=a&token=b'])
        denied(await api.post('/unsubscribe', undefined, { text, headers }));
      safe((await sizeOf(api)) === before, 'somebody was removed');
    },
    'tokens are random': async ({ api, unique }) => {
      const tokens = await Promise.all(
        [1, 2, 3].map(() => tokenOf(api, `${unique('a')}@example.com`)),
      );
      safe(new Set(tokens.map((token) => token.slice(0, 12))).size === 3, 'they begin alike');
      safe(new Set(tokens.map((token) => token.slice(-12))).size === 3, 'they end alike');
    },
    'tokens are not kept in clear': async ({ api, unique, filesWith }) => {
      const token = await tokenOf(api, `${unique('a')}@example.com`);
      safe((await filesWith(token)).length === 0, 'the token lies in the data folder');
    },
    'the page does not echo the token as markup': async ({ api }) => {
      for (const script of SCRIPTS) {
        const page = await leave(api, script);
        safe(page.status >= 400, 'it was valid');
        if (/html/.test(page.headers.get('content-type') ?? '')) pageIsInert(page);
      }
    },
    'one address at once is on the list once': async ({ api, unique }) => {
      const [email, before] = [`${unique('race')}@example.com`, await sizeOf(api)];
      const replies = await atOnce(8, () => subscribe(api, email));
      must(
        replies.some(({ status }) => status === 201),
        'it works',
      );
      safe((await sizeOf(api)) === before + 1, `${(await sizeOf(api)) - before} times`);
    },
    'capitals make no second subscriber': async ({ api, unique }) => {
      const name = unique('cap');
      const before = await sizeOf(api);
      await subscribe(api, `${name}@example.com`);
      await subscribe(api, `${name}@EXAMPLE.com`);
      safe((await sizeOf(api)) === before + 1, 'it did');
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      await tokenOf(api, `${unique('a')}@example.com`);
      const before = await sizeOf(api);
      await injects((text) => subscribe(api, text));
      await injects((text) => leave(api, text));
      await injects((text) => api.get(`/lists/${encodeURIComponent(text)}/size`));
      safe((await sizeOf(api)) === before, 'the list changed');
    },
    'an address splits no header of a mail': async ({ api, unique }) => {
      for (const end of ['\r\nbcc: x@evil.test', '%0d%0abcc:x@evil.test\n', ' ,x@evil.test'])
        denied(await subscribe(api, `${unique('a')}@example.com${end}`));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/subscribe'),
  },
  undetermined: {},
};
