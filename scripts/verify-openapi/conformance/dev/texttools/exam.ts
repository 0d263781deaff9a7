import { bodiesAreBounded, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const plain = (text: string) => ({ text, headers: { 'content-type': 'text/plain' } });
const near = (actual: unknown, expected: number, what: string) =>
  must(
    typeof actual === 'number' &&
      Math.abs(actual - expected) < 1e-6 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual}`,
  );
const convert = (api: Client, path: string, value: number | string, from: string, to: string) =>
  api.get(path, { query: { value, from, to } });

export const exam: Exam = {
  functional: {
    'converts temperatures': async ({ api }) => {
      const right: [number, string, string, number][] = [
        [100, 'C', 'F', 212],
        [32, 'F', 'C', 0],
        [0, 'K', 'C', -273.15],
        [5, 'C', 'C', 5],
      ];
      for (const [value, from, to, wanted] of right) {
        const reply = wants(await convert(api, '/temperature', value, from, to), 200);
        near(reply.at('value'), wanted, `${value} ${from} in ${to}`);
        equal(reply.at('unit'), to, 'unit');
      }
    },
    'converts lengths': async ({ api }) => {
      near(wants(await convert(api, '/length', 3, 'km', 'm'), 200).at('result'), 3000, 'km in m');
      near(
        wants(await convert(api, '/length', 1, 'mi', 'km'), 200).at('result'),
        1.609344,
        'mi in km',
      );
      near(wants(await convert(api, '/length', 10, 'ft', 'm'), 200).at('result'), 3.048, 'ft in m');
    },
    'refuses unknown units and what is no number': async ({ api }) => {
      wants(await convert(api, '/temperature', 1, 'X', 'C'), 400);
      wants(await convert(api, '/length', 'much', 'km', 'm'), 400);
      wants(await api.get('/length', { query: { value: 1 } }), 400);
    },
    'encodes and decodes base64': async ({ api }) => {
      equal(
        wants(await api.post('/base64/encode', undefined, plain('häuser')), 200).text,
        'aMOkdXNlcg==',
        'code',
      );
      equal(
        wants(await api.post('/base64/decode', undefined, plain('aMOkdXNlcg==')), 200).text,
        'häuser',
        'text',
      );
      wants(await api.post('/base64/decode', undefined, plain('%%%')), 400);
    },
    'changes texts': async ({ api }) => {
      equal(
        wants(await api.post('/text/uppercase', { text: 'abc ß' }), 200).at('text'),
        'ABC SS',
        'upper case',
      );
      equal(
        wants(await api.post('/text/reverse', { text: 'abc' }), 200).at('result'),
        'cba',
        'reversed',
      );
      wants(await api.post('/text/uppercase', {}), 400);
    },
    'counts a text': async ({ api }) => {
      const counts = wants(await api.post('/text/stats', { text: 'one two\nthree' }), 200);
      equal(counts.json, { characters: 13, words: 3, lines: 2 }, 'counts');
    },
    'hashes a text': async ({ api }) => {
      const hash = wants(await api.post('/hash', { text: 'abc' }), 200).at('hash');
      equal(hash, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hash');
    },
    'follows a formula': async ({ api }) => {
      near(wants(await api.post('/bmi', { weightKg: 80, heightM: 2 }), 200).at('bmi'), 20, 'bmi');
      wants(await api.post('/bmi', { weightKg: 0, heightM: 2 }), 400);
    },
  },
  exploits: {
    'nothing is run': async ({ api }) => {
      for (const text of [
        '$(id)',
        '`id`',
        '{{7*7}}',
        '; cat /etc/passwd',
        '<script>alert(1)</script>',
      ]) {
        const replies: Reply[] = [
          await api.post('/text/reverse', { text }),
          await api.post('/hash', { text }),
          await api.post('/base64/encode', undefined, plain(text)),
        ];
        for (const reply of replies) {
          if (reply.status === 501) denied(reply);
          leaksNothing(reply);
          safe(!/uid=\d|root:x:/.test(reply.text), 'it was run');
        }
      }
    },
    'decoded pages are text': async ({ api }) => {
      const page = Buffer.from('<script>alert(1)</script>').toString('base64');
      const reply = wants(await api.post('/base64/decode', undefined, plain(page)), 200);
      safe(/^text\/plain/.test(reply.headers.get('content-type') ?? ''), 'it is a page');
      safe(reply.headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
    },
    'numbers at the edge': async ({ api }) => {
      for (const value of ['1e308', '-1e308', 'NaN', 'Infinity', '1e400', '0x10']) {
        const reply = await convert(api, '/length', value, 'mi', 'ft');
        if (reply.status === 501) denied(reply);
        if (reply.status === 200)
          safe(Number.isFinite(reply.at('result')), `${value} is no number`);
      }
    },
    'broken, deep and huge bodies': async ({ api }) => bodiesAreBounded(api, '/text/reverse'),
  },
  undetermined: {
    'GET /fortune': async ({ api }) => [(await api.get('/fortune')).text],
  },
};
