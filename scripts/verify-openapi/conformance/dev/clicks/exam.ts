import { bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

const click = (api: Client, url: string, more = {}) => api.post('/click', { url, ...more });
const clicksOf = async (api: Client, url: string, query = {}) =>
  wants(await api.get('/clicks', { query: { url, ...query } }), 200).list('clicks');
const today = () => new Date().toISOString().slice(0, 10);

export const exam: Exam = {
  functional: {
    'keeps clicks with their time': async ({ api, unique }) => {
      const url = `https://example.org/${unique('p')}`;
      wants(await click(api, url, { referrer: 'https://a.example' }), 201);
      const [one] = await clicksOf(api, url);
      equal([one?.url, one?.referrer], [url, 'https://a.example'], 'click');
      const age = Date.now() - Date.parse(String(one?.timestamp));
      must(Math.abs(age) < 60_000, `it is ${age} ms old`);
    },
    'every click is one more': async ({ api, unique }) => {
      const url = unique('many');
      for (let turn = 0; turn < 3; turn += 1) await click(api, url);
      equal((await clicksOf(api, url)).length, 3, 'clicks');
    },
    'finds the clicks of a day': async ({ api, unique }) => {
      const url = unique('day');
      await click(api, url);
      equal((await clicksOf(api, url, { date: today() })).length, 1, 'today');
      equal((await clicksOf(api, url, { date: '2001-02-03' })).length, 0, 'long ago');
    },
    'refuses a date that is none': async ({ api }) => {
      wants(await api.get('/clicks', { query: { date: 'yesterday' } }), 400);
      wants(await api.get('/clicks', { query: { date: '2024-02-31' } }), 400);
    },
    'counts as plain text': async ({ api, unique }) => {
      const url = unique('count');
      await click(api, url);
      await click(api, url);
      equal(wants(await api.get('/clicks/count', { query: { url } }), 200).text, '2', 'number');
      const never = wants(await api.get('/clicks/count', { query: { url: unique('no') } }), 200);
      equal(never.text, '0', 'none');
    },
    'refuses bad input': async ({ api }) => {
      wants(await api.post('/click', {}), 400);
      wants(await api.post('/click', { url: 7 }), 400);
    },
  },
  exploits: {
    'SQL stays text': async ({ api, unique }) => {
      const url = unique('witness');
      await click(api, url);
      await injects((text) => click(api, text));
      await injects((text) => api.get('/clicks', { query: { url: text } }));
      await injects((text) => api.get('/clicks', { query: { date: text } }));
      safe((await clicksOf(api, url)).length === 1, 'the witness is gone');
    },
    'the time cannot be chosen': async ({ api, unique }) => {
      const url = unique('time');
      wants(await click(api, url), 201);
      await click(api, url, { timestamp: '2001-01-01T00:00:00Z' });
      for (const { timestamp } of await clicksOf(api, url))
        safe(!String(timestamp).startsWith('2001'), 'it was');
    },
    'answers are bounded': async ({ api, unique }) => {
      const url = unique('flood');
      for (let turn = 0; turn < 40; turn += 1)
        await Promise.all(
          Array.from({ length: 40 }, () => click(api, url, { referrer: 'r'.repeat(490) })),
        );
      const reply = wants(await api.get('/clicks', { query: { url } }), 200);
      safe(reply.bytes.length < 1_500_000, `one answer has ${reply.bytes.length} bytes`);
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/click'),
  },
  undetermined: {},
};
