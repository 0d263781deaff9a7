import {
  atOnce,
  bodiesAreBounded,
  headersAreWhole,
  injects,
  oneWins,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const url = 'https://example.org/a/long/path?with=query';
const shorten = async (api: Client, more: object = {}) =>
  wants(await api.post('/links', { url, ...more }), 201).id('slug');

export const exam: Exam = {
  functional: {
    'shortens and follows': async ({ api }) => {
      const slug = await shorten(api);
      must(slug.length >= 4, 'a slug was made');
      const followed = wants(await api.get(`/${slug}`), 302);
      equal(followed.headers.get('location'), url, 'Location');
    },
    'takes a slug of one’s own, once': async ({ api, unique }) => {
      const slug = unique('mine');
      equal(await shorten(api, { slug }), slug, 'slug');
      wants(await api.post('/links', { url, slug }), 409);
    },
    'counts visits': async ({ api }) => {
      const slug = await shorten(api);
      equal(wants(await api.get(`/links/${slug}`), 200).at('visits'), 0, 'visits at first');
      for (const _ of [1, 2, 3]) wants(await api.get(`/${slug}`), 302);
      const link = wants(await api.get(`/links/${slug}`), 200);
      equal([link.at('visits'), link.at('url')], [3, url], 'link');
    },
    'refuses what is no link': async ({ api, unique }) => {
      wants(await api.post('/links', {}), 400);
      wants(await api.post('/links', { url: 'ftp://example.org/' }), 400);
      wants(await api.post('/links', { url: 'not a url' }), 400);
      wants(await api.post('/links', { url, slug: 'a b' }), 400);
      wants(await api.get(`/${unique('no')}`), 404);
      wants(await api.get(`/links/${unique('no')}`), 404);
    },
    'keeps links over a restart': async ({ api, restart }) => {
      const slug = await shorten(api);
      await restart();
      wants(await api.get(`/${slug}`), 302);
    },
  },
  exploits: {
    'no link runs script or splits a header': async ({ api }) => {
      for (const bad of [
        'javascript:alert(1)',
        'data:text/html,x',
        'https://a.test/\r\nset-cookie: a=b',
        ' https://a.test',
        'https://',
        '//evil.test',
        'http://a\u0000b.test/',
      ]) {
        const reply = await api.post('/links', { url: bad });
        if (reply.status >= 400) {
          denied(reply);
          continue;
        }
        const followed = await api.get(`/${reply.id('slug')}`);
        headersAreWhole(followed);
        safe(
          /^https?:\/\//.test(followed.headers.get('location') ?? 'https://'),
          `it leads to ${bad}`,
        );
      }
    },
    'the redirect page carries no markup': async ({ api }) => {
      const reply = await api.post('/links', { url: 'https://a.test/<script>alert(1)</script>' });
      if (reply.status >= 400) return void denied(reply);
      const followed = wants(await api.get(`/${reply.id('slug')}`), 302);
      safe(!followed.text.includes('<script>'), 'it does');
    },
    'no slug hides a path of the server': async ({ api }) => {
      await api.post('/links', { url, slug: 'links' });
      safe((await api.get('/links/links')).status !== 302, 'it does');
      wants(await api.post('/links', { url }), 201);
    },
    'visits at once are all counted': async ({ api }) => {
      const slug = await shorten(api);
      const replies = await atOnce(20, () => api.get(`/${slug}`));
      must(
        replies.every(({ status }) => status === 302),
        'all are led on',
      );
      safe(wants(await api.get(`/links/${slug}`), 200).at('visits') === 20, 'miscounted');
    },
    'visits cannot be chosen': async ({ api }) => {
      const reply = await api.post('/links', { url, visits: 99, created: '2001-01-01T00:00:00Z' });
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'visits', 99);
    },
    'of many with one slug one wins': async ({ api, unique }) => {
      const slug = unique('race');
      await oneWins(8, () => api.post('/links', { url, slug }));
    },
    'SQL in every text stays text': async ({ api }) => {
      const slug = await shorten(api);
      await injects((text) => api.get(`/${encodeURIComponent(text)}`));
      await injects((text) => api.get(`/links/${encodeURIComponent(text)}`));
      await injects((text) => api.post('/links', { url: `https://a.test/${text}` }));
      await injects((text) => api.post('/links', { url, slug: text }));
      wants(await api.get(`/${slug}`), 302);
    },
    'made slugs are not counted up': async ({ api }) => {
      const slugs = [await shorten(api), await shorten(api), await shorten(api)];
      safe(
        slugs.every((slug) => !/^\d+$/.test(slug)),
        slugs.join(' '),
      );
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/links'),
  },
  undetermined: {},
};
