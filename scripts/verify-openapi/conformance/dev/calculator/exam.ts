import { bodiesAreBounded, injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

const calculate = (api: Client, expression: unknown) => api.post('/calculate', { expression });

/** An operation that is not built is said so; then there is nothing to hold against it. */
async function isBuilt(api: Client): Promise<boolean> {
  return (await calculate(api, '1+1')).status !== 501;
}

export const exam: Exam = {
  functional: {
    'refuses bodies that do not match with 400': async ({ api }) => {
      for (const expression of ['', 7, null, 'x'.repeat(501)])
        wants(await calculate(api, expression), 400);
      wants(await api.post('/calculate', {}), 400);
    },
    'calculates, or says that it does not': async ({ api }) => {
      if (!(await isBuilt(api))) return;
      const right: [string, number][] = [
        ['1 + 2 * 3', 7],
        ['(1+2)*3', 9],
        ['-4/2', -2],
        ['2*-3', -6],
        ['0.5*4', 2],
        ['8/4/2', 1],
        ['10-3-2', 5],
        ['((7))', 7],
      ];
      for (const [expression, result] of right)
        equal(wants(await calculate(api, expression), 200).at('result'), result, expression);
      for (const expression of [
        '1/0',
        '1 +',
        'two',
        '(1',
        '1)',
        '2**3',
        '1;2',
        '1 2',
        'Math.PI',
        '0x10',
      ])
        wants(await calculate(api, expression), 400);
    },
    'keeps a history, newest first': async ({ api }) => {
      const empty = wants(await api.get('/history'), 200);
      must(Array.isArray(empty.json), 'a list');
      if (!(await isBuilt(api))) return;
      for (const expression of ['20+1', '20+2', '20+3']) await calculate(api, expression);
      await calculate(api, '1/0');
      const latest = wants(await api.get('/history', { query: { limit: 2 } }), 200).list();
      equal(
        latest.map(({ expression, result }) => [expression, result]),
        [
          ['20+3', 23],
          ['20+2', 22],
        ],
        'latest',
      );
    },
    'clears the history': async ({ api }) => {
      wants(await api.delete('/history'), 204);
      equal(wants(await api.get('/history'), 200).json, [], 'history');
    },
    'refuses limits out of bounds': async ({ api }) => {
      for (const limit of [0, 101, 'all'])
        must(
          (await api.get('/history', { query: { limit } })).status === 400 ||
            (await api.get('/history', { query: { limit } })).status === 422,
          `limit ${limit}`,
        );
    },
  },
  exploits: {
    'no code is run': async ({ api }) => {
      const codes = [
        'process.exit(1)',
        'this.constructor.constructor("return process")()',
        'require("fs")',
        'globalThis',
        '__import__("os").system("id")',
        'fetch("http://127.0.0.1")',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what is tried
        '`${1}`',
        'eval("1")',
        '[].constructor',
        '1,2',
        '1?2:3',
        'while(true){}',
      ];
      for (const code of codes) {
        const reply = await calculate(api, code);
        safe(
          reply.status === 400 || reply.status === 501,
          `${code} got ${reply.status} ${reply.text.slice(0, 60)}`,
        );
        leaksNothing(reply);
      }
    },
    'long and deep expressions end soon': async ({ api }) => {
      for (const expression of [
        `${'('.repeat(249)}1${')'.repeat(249)}`,
        `${'-'.repeat(499)}1`,
        `1${'+1'.repeat(249)}`,
        '9'.repeat(500),
        `${'1'.repeat(490)}*9e9`,
      ]) {
        const started = performance.now();
        const reply = await calculate(api, expression);
        safe(performance.now() - started < 2_000, 'it takes its time');
        if (reply.status === 200)
          safe(Number.isFinite(reply.at('result')), 'the result is no number');
      }
    },
    'SQL in expressions and limits does no harm': async ({ api }) => {
      await injects((limit) => api.get('/history', { query: { limit } }));
      for (const text of ["' OR '1'='1", "1'; DROP TABLE history; --"]) {
        const reply = await calculate(api, text);
        safe(reply.status === 400 || reply.status === 501, `${text} got ${reply.status}`);
      }
      wants(await api.get('/history'), 200);
    },
    'broken, deep and huge bodies': async ({ api }) => {
      if (await isBuilt(api)) return bodiesAreBounded(api, '/calculate');
      const text = JSON.stringify({ expression: 'x'.repeat(24_000_000) });
      const headers = { 'content-type': 'application/json' };
      await api.post('/calculate', undefined, { text, headers }).catch(() => undefined);
      wants(await api.get('/history'), 200);
    },
  },
  undetermined: {
    'POST /calculate': async ({ api }) => [
      (await calculate(api, '2+2')).text,
      (await calculate(api, '2+3')).text,
      (await calculate(api, '6*7')).text,
    ],
  },
};
