import { atOnce, bodiesAreBounded, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const stats = (api: Client, values: unknown) => api.post('/stats', { values });
const slug = (api: Client, text: unknown, more: object = {}) =>
  api.post('/slug', { text, ...more });
const roman = (api: Client, body: object) => api.post('/roman', body);
const words = (api: Client, text: string, query: Record<string, string | number> = {}) =>
  api.post('/words', undefined, { text, query, headers: { 'content-type': 'text/plain' } });

const OPERATIONS = ['stats', 'slug', 'words', 'roman'] as const;
async function usage(api: Client): Promise<readonly number[]> {
  const reply = wants(await api.get('/usage'), 200);
  return OPERATIONS.map((name) => Number(reply.at(name)));
}

/** An honest call of each operation, to know that it is built. */
async function useAll(api: Client): Promise<void> {
  wants(await stats(api, [1]), 200);
  wants(await slug(api, 'x'), 200);
  wants(await words(api, 'x'), 200);
  wants(await roman(api, { number: 1 }), 200);
}

async function soon(send: () => Promise<Reply>): Promise<Reply> {
  const started = performance.now();
  const reply = leaks(await send());
  safe(performance.now() - started < 2_000, `${reply.call} takes its time`);
  return reply;
}
function leaks(reply: Reply): Reply {
  leaksNothing(reply);
  return reply;
}

export const exam: Exam = {
  functional: {
    'describes numbers': async ({ api }) => {
      equal(
        wants(await stats(api, [4, 1, 3, 1, 6]), 200).json,
        { count: 5, min: 1, max: 6, sum: 15, mean: 3, median: 3, modes: [1] },
        'of an odd count',
      );
      equal(
        wants(await stats(api, [10, -2, 9, 2.5]), 200).json,
        {
          count: 4,
          min: -2,
          max: 10,
          sum: 19.5,
          mean: 4.875,
          median: 5.75,
          modes: [-2, 2.5, 9, 10],
        },
        'of an even count',
      );
      const one = wants(await stats(api, [7]), 200);
      equal([one.at('median'), one.at('mean'), one.at('modes')], [7, 7, [7]], 'of one');
    },
    'sorts numbers as numbers': async ({ api }) => {
      const reply = wants(await stats(api, [100, 20, 3, 100, 20]), 200);
      equal([reply.at('median'), reply.at('modes')], [20, [20, 100]], 'median and modes');
    },
    'refuses what are no numbers': async ({ api }) => {
      for (const values of [[], ['1'], [null], '1,2', Array(1001).fill(1), [1e16]])
        wants(await stats(api, values), 400);
      must(typeof wants(await api.post('/stats', {}), 400).at('error') === 'string', 'it says why');
    },
    'makes slugs': async ({ api }) => {
      const slugs: [string, string][] = [
        ['Hello, World!', 'hello-world'],
        ['  --Crème   Brûlée (2 eggs)-- ', 'creme-brulee-2-eggs'],
        ['ÁÉÍ_Ñandú', 'aei-nandu'],
        ['a', 'a'],
      ];
      for (const [text, wanted] of slugs)
        equal(wants(await slug(api, text), 200).at('slug'), wanted, text);
      const separated = wants(await slug(api, 'Hello - World', { separator: '_' }), 200);
      equal(separated.at('slug'), 'hello_world', 'with another separator');
    },
    'cuts slugs': async ({ api }) => {
      const cut = async (text: string, more: object = {}) =>
        wants(await slug(api, text, more), 200).at('slug');
      equal(await cut('hello world', { max_length: 8 }), 'hello-wo', 'in a word');
      equal(await cut('hello world', { max_length: 6 }), 'hello', 'behind a separator');
      equal(await cut('x'.repeat(200)), 'x'.repeat(80), 'where nothing is said');
    },
    'refuses what makes no slug': async ({ api }) => {
      for (const text of ['', '!!!', '日本', 7, 'x'.repeat(301)]) wants(await slug(api, text), 400);
      wants(await slug(api, 'x', { separator: '+' }), 400);
      wants(await slug(api, 'x', { max_length: 0 }), 400);
    },
    'counts words': async ({ api }) => {
      const text = 'The cat saw the dog; the DOG saw 2 cats.\nBirds?';
      equal(
        wants(await words(api, text, { top: 3 }), 200).json,
        {
          total: 10,
          distinct: 6,
          top: [
            { word: 'the', count: 3 },
            { word: 'dog', count: 2 },
            { word: 'saw', count: 2 },
          ],
        },
        'words',
      );
      equal(wants(await words(api, '1 2 3'), 200).json, { total: 0, distinct: 0, top: [] }, 'none');
      const many = 'abcdefghijklmnop'.split('').join(' ');
      equal(wants(await words(api, many), 200).list('top').length, 10, 'without a top');
      wants(await words(api, 'x', { top: 0 }), 400);
    },
    'writes and reads Roman numerals': async ({ api }) => {
      const pairs: [number, string][] = [
        [1, 'I'],
        [4, 'IV'],
        [9, 'IX'],
        [40, 'XL'],
        [1994, 'MCMXCIV'],
        [3888, 'MMMDCCCLXXXVIII'],
        [3999, 'MMMCMXCIX'],
      ];
      for (const [number, numeral] of pairs)
        for (const body of [{ number }, { roman: numeral }])
          equal(wants(await roman(api, body), 200).json, { number, roman: numeral }, numeral);
      for (const numeral of ['IIII', 'VX', 'IC', 'xiv', 'MMMM', 'ABC', '', 'IXI'])
        wants(await roman(api, { roman: numeral }), 400);
      for (const number of [0, 4000, 1.5, '7']) wants(await roman(api, { number }), 400);
      wants(await roman(api, {}), 400);
    },
    'counts the calls that succeed, over a restart': async ({ api, restart }) => {
      const before = await usage(api);
      await useAll(api);
      wants(await roman(api, { roman: 'X' }), 200);
      wants(await roman(api, { roman: 'IIII' }), 400);
      wants(await slug(api, '!!!'), 400);
      await restart();
      const more = (await usage(api)).map((count, at) => count - (before[at] ?? 0));
      equal(more, [1, 1, 1, 2], OPERATIONS.join());
    },
  },
  exploits: {
    'words may be called anything': async ({ api }) => {
      const names = ['constructor', 'prototype', 'hasownproperty', 'tostring', 'proto'];
      const reply = wants(await words(api, `__proto__ ${names.slice(0, 4).join(' ')}`), 200);
      const found = reply.list('top').map(({ word, count }) => `${word} ${count}`);
      safe(
        names.every((name) => found.includes(`${name} 1`)),
        `found ${found}`,
      );
    },
    'sums stay numbers': async ({ api }) => {
      await useAll(api);
      for (const values of [
        '[1e308,1e308]',
        '[1e999]',
        '[-1e999,1e999]',
        '[NaN]',
        '[1e15,-1e15,0]',
      ]) {
        const headers = { 'content-type': 'application/json' };
        const reply = await api.post('/stats', undefined, {
          text: `{"values":${values}}`,
          headers,
        });
        leaks(reply);
        if (reply.status !== 200) {
          denied(reply);
          continue;
        }
        for (const name of ['sum', 'mean', 'median', 'max'])
          safe(Number.isFinite(reply.at(name)), `${name} of ${values} is no number`);
      }
    },
    'long texts take no longer': async ({ api }) => {
      await useAll(api);
      for (const text of [
        '-'.repeat(299),
        '- '.repeat(149),
        `${'a-'.repeat(149)}!`,
        'é'.repeat(300),
      ])
        await soon(() => slug(api, text));
      for (const text of ['a'.repeat(50_000), 'a '.repeat(25_000), ' '.repeat(50_000)])
        await soon(() => words(api, text));
      const distinct = Array.from({ length: 10_000 }, (_, at) =>
        at.toString(36).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit))),
      );
      await soon(() => words(api, distinct.join(' ')));
      for (const numeral of ['M'.repeat(15), 'IVXLCDMIVXLCDMI'])
        await soon(() => roman(api, { roman: numeral }));
    },
    'nothing in a text is run': async ({ api }) => {
      await useAll(api);
      for (const text of [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what is tried
        '${7*7}{{7*7}}<%=7*7%>',
        "'); process.exit(1); ('",
        '$(sleep 5)`sleep 5`; sleep 5',
        "' OR '1'='1'; DROP TABLE usage; --",
        '../../../../etc/passwd',
      ]) {
        const made = await soon(() => slug(api, text));
        safe(made.status === 200 && !made.text.includes('49'), `${text} became ${made.text}`);
        await soon(() => words(api, text));
        denied(await soon(() => roman(api, { roman: text.slice(0, 15) })), 400);
        denied(await soon(() => api.post('/words', undefined, { text, query: { top: text } })));
      }
      await useAll(api);
    },
    'calls at once are all counted': async ({ api }) => {
      const before = await usage(api);
      await atOnce(20, () => slug(api, 'at once'));
      const more = (await usage(api)).map((count, at) => count - (before[at] ?? 0));
      safe(more.join() === '0,20,0,0', `counted ${more}`);
    },
    'counts cannot be chosen': async ({ api }) => {
      const before = await usage(api);
      wants(await slug(api, 'x', { usage: 1000, count: 1000, operation: 'stats' }), 200, 400);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        denied(await api.send(method, '/usage', { json: { stats: 1000 } }));
      const more = (await usage(api)).map((count, at) => count - (before[at] ?? 0));
      safe(more[0] === 0 && (more[1] ?? 2) < 2, `counted ${more}`);
    },
    'broken, deep and huge bodies': async ({ api }) => {
      await bodiesAreBounded(api, '/stats');
      await bodiesAreBounded(api, '/slug');
    },
  },
  undetermined: {
    'POST /sentiment': async ({ api }) => [
      (await api.post('/sentiment', { text: 'What a lovely day' })).text,
      (await api.post('/sentiment', { text: 'I hate this rain' })).text,
    ],
  },
};
