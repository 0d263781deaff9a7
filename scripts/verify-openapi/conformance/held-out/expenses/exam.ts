import { CLIMBS, injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const HEADER = 'date,category,amount,note';
const send = (api: Client, account: string, text: string, type = 'text/csv') =>
  api.post(`/accounts/${account}/import`, undefined, { text, headers: { 'content-type': type } });
const csv = (api: Client, account: string, ...rows: readonly string[]) =>
  send(api, account, [HEADER, ...rows, ''].join('\n'));
const xml = (api: Client, account: string, text: string) =>
  send(api, account, text, 'application/xml');
const list = (api: Client, account: string, query: Record<string, string | number> = {}) =>
  api.get(`/accounts/${account}/expenses`, { query });
const summary = (api: Client, account: string, month = '2024-03') =>
  api.get(`/accounts/${account}/summary`, { query: { month } });

const THREE = ['2024-03-02,food,10.00,lunch', '2024-03-01,travel,5.5,', '2024-04-01,food,3,tea'];

async function witness(api: Client, account: string): Promise<void> {
  equal(wants(await csv(api, account, THREE[0] ?? ''), 200).at('imported'), 1, 'imported');
}

export const exam: Exam = {
  functional: {
    'imports CSV, the latest date first': async ({ api, unique }) => {
      const account = unique('acc');
      const reply = wants(await csv(api, account, ...THREE), 200);
      equal(reply.json, { imported: 3, rejected: [] }, 'answer');
      const kept = wants(await list(api, account), 200);
      equal(
        kept.json,
        {
          total: 3,
          expenses: [
            { date: '2024-04-01', category: 'food', amount: 3, note: 'tea' },
            { date: '2024-03-02', category: 'food', amount: 10, note: 'lunch' },
            { date: '2024-03-01', category: 'travel', amount: 5.5, note: null },
          ],
        },
        'expenses',
      );
    },
    'reads quoted fields': async ({ api, unique }) => {
      const account = unique('acc');
      const note = 'one, "two"\nthree';
      wants(await csv(api, account, `"2024-03-01","a,b","7.25","one, ""two""\nthree"`), 200);
      const [expense] = wants(await list(api, account), 200).list('expenses');
      equal(
        [expense?.category, expense?.amount, expense?.note],
        ['a,b', 7.25, note],
        'what was quoted',
      );
    },
    'imports XML': async ({ api, unique }) => {
      const account = unique('acc');
      const text = `<?xml version="1.0" encoding="UTF-8"?>
<expenses>
  <expense date="2024-01-31"><category>food</category><amount>12.50</amount><note>Lunch &amp; tea</note></expense>
  <expense date="2024-01-30"><category>books &lt;old&gt;</category><amount>8</amount></expense>
</expenses>`;
      equal(
        wants(await xml(api, account, text), 200).json,
        { imported: 2, rejected: [] },
        'answer',
      );
      equal(
        wants(await list(api, account), 200).list('expenses'),
        [
          { date: '2024-01-31', category: 'food', amount: 12.5, note: 'Lunch & tea' },
          { date: '2024-01-30', category: 'books <old>', amount: 8, note: null },
        ],
        'expenses',
      );
    },
    'leaves out and reports rows that are not valid': async ({ api, unique }) => {
      const account = unique('acc');
      const reply = wants(
        await csv(
          api,
          account,
          '2024-03-01,food,1,ok',
          '2024-02-30,food,1,no such day',
          '2024-03-01,,1,no category',
          '2024-03-01,food,-1,below zero',
          '2024-03-01,food,1.234,three decimals',
          '2024-03-01,food,much,no number',
          '2024-03-02,food,2,ok',
        ),
        200,
      );
      equal(reply.at('imported'), 2, 'imported');
      equal(
        reply.list('rejected').map(({ row }) => row),
        [2, 3, 4, 5, 6],
        'rows',
      );
      equal(wants(await list(api, account), 200).at('total'), 2, 'total');
    },
    'reports rows of XML alike': async ({ api, unique }) => {
      const account = unique('acc');
      const expense = (date: string, amount: string) =>
        `<expense date="${date}"><category>x</category><amount>${amount}</amount></expense>`;
      const rows = [expense('2024-03-01', '0'), expense('2024-03-01', '1'), expense('today', '1')];
      const reply = wants(await xml(api, account, `<expenses>${rows.join('')}</expenses>`), 200);
      equal(reply.at('imported'), 1, 'imported');
      equal(
        reply.list('rejected').map(({ row }) => row),
        [1, 3],
        'rows',
      );
    },
    'refuses files that cannot be read': async ({ api, unique }) => {
      const account = unique('acc');
      wants(await send(api, account, '2024-03-01,food,1,x\n'), 400);
      wants(await xml(api, account, '<expenses><expense date="2024-03-01">'), 400);
      wants(await send(api, account, '{"a":1}', 'application/json'), 415);
      const row = `2024-03-01,food,1,${'x'.repeat(70)}\n`;
      wants(await send(api, account, `${HEADER}\n${row.repeat(12_000)}`), 413);
      equal(wants(await list(api, account), 200).json, { total: 0, expenses: [] }, 'expenses');
    },
    'filters by days and category, part by part': async ({ api, unique }) => {
      const account = unique('acc');
      const days = ['01', '02', '03', '04'];
      wants(await csv(api, account, ...days.map((day) => `2024-03-${day},c${day},1,`)), 200);
      const dates = async (query: Record<string, string | number>) => {
        const reply = wants(await list(api, account, query), 200);
        return [
          reply.at('total'),
          ...reply.list('expenses').map(({ date }) => String(date).slice(8)),
        ];
      };
      equal(await dates({ from: '2024-03-02', to: '2024-03-03' }), [2, '03', '02'], 'days');
      equal(await dates({ category: 'c04' }), [1, '04'], 'category');
      equal(await dates({ limit: 2, offset: 1 }), [4, '03', '02'], 'a part');
      wants(await list(api, account, { limit: 0 }), 400);
      wants(await list(api, account, { from: 'monday' }), 400);
    },
    'adds up a month': async ({ api, unique }) => {
      const account = unique('acc');
      const rows = ['2024-03-02,rent,0.20,', '2024-03-02,food,0.10,', '2024-03-05,food,0.70,most'];
      wants(await csv(api, account, ...rows, '2024-04-01,food,100,', '2023-03-01,food,100,'), 200);
      equal(
        wants(await summary(api, account), 200).json,
        {
          month: '2024-03',
          count: 3,
          total: 1,
          average: 0.33,
          largest: { date: '2024-03-05', category: 'food', amount: 0.7, note: 'most' },
          byCategory: [
            { category: 'food', total: 0.8, count: 2 },
            { category: 'rent', total: 0.2, count: 1 },
          ],
          perDay: [
            { date: '2024-03-02', total: 0.3 },
            { date: '2024-03-05', total: 0.7 },
          ],
        },
        'summary',
      );
      wants(await summary(api, account, '2024-13'), 400);
      wants(await api.get(`/accounts/${account}/summary`), 400);
    },
    'a month without expenses is empty': async ({ api, unique }) => {
      const { month, ...rest } = { month: '2024-03', count: 0, total: 0, average: null };
      equal(
        wants(await summary(api, unique('acc'), month), 200).json,
        { month, ...rest, largest: null, byCategory: [], perDay: [] },
        'summary',
      );
    },
    'what is exported can be imported': async ({ api, unique }) => {
      const [from, to] = [unique('acc'), unique('acc')];
      wants(await csv(api, from, ...THREE, '2024-01-01,"a ""b"", c",2.50,"x\ny"'), 200);
      const file = wants(await api.get(`/accounts/${from}/expenses.csv`), 200);
      must(file.text.startsWith(HEADER), 'it has the header');
      const lines = file.text.trim().split(/\r?\n/);
      must(lines[1]?.includes('2024-01-01') === true, 'the earliest comes first');
      equal(wants(await send(api, to, file.text), 200).at('imported'), 4, 'imported');
      equal(
        wants(await list(api, to), 200).json,
        wants(await list(api, from), 200).json,
        'expenses',
      );
    },
  },
  exploits: {
    'entities read no files and call nobody': async ({ api, unique }) => {
      const account = unique('acc');
      const row =
        '<expense date="2024-03-01"><category>&e;</category><amount>1</amount><note>&e;</note></expense>';
      await witness(api, account);
      for (const target of ['file:///etc/passwd', `${api.origin}/accounts/a/expenses`]) {
        const dtd = `<!DOCTYPE expenses [<!ENTITY e SYSTEM "${target}">]>`;
        const reply = await xml(api, account, `${dtd}<expenses>${row}</expenses>`);
        must(reply.status !== 501 && reply.status !== 415, 'XML is built');
        leaksNothing(reply);
      }
      const kept = wants(await list(api, account), 200);
      safe(!/root:x:|"total":0/.test(kept.text), 'a file was read');
    },
    'entities do not multiply': async ({ api, unique }) => {
      const account = unique('acc');
      const levels = Array.from(
        { length: 12 },
        (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
      );
      const dtd = `<!DOCTYPE expenses [<!ENTITY l0 "laugh">${levels.join('')}]>`;
      const row = '<expense date="2024-03-01"><category>c</category><amount>1</amount>';
      const text = `${dtd}<expenses>${row}<note>&l12;</note></expense></expenses>`;
      const started = performance.now();
      const reply = await xml(api, account, text);
      must(reply.status !== 501 && reply.status !== 415, 'XML is built');
      safe(performance.now() - started < 3_000, 'it takes its time');
      safe(wants(await list(api, account), 200).bytes.length < 100_000, 'they do');
    },
    'deep XML and endless quotes end soon': async ({ api, unique }) => {
      const account = unique('acc');
      await witness(api, account);
      for (const [type, text] of [
        ['application/xml', '<expenses>'.repeat(60_000)],
        ['application/xml', `<expenses>${'<a>'.repeat(60_000)}${'</a>'.repeat(60_000)}</expenses>`],
        ['application/xml', `<expenses ${'a="b" '.repeat(60_000)}`],
        ['text/csv', `${HEADER}\n"${'""'.repeat(300_000)}`],
        ['text/csv', `${HEADER}\n${',"'.repeat(200_000)}`],
      ] as const) {
        const started = performance.now();
        leaksNothing(await send(api, account, text, type));
        safe(performance.now() - started < 5_000, `${text.slice(0, 20)} takes its time`);
      }
      wants(await list(api, account), 200);
    },
    'no account gets into another': async ({ api, unique }) => {
      const [mine, other] = [unique('mine'), unique('other')];
      wants(await csv(api, mine, '2024-03-01,food,1,private-note'), 200);
      const row = `2024-03-02,food,2,"x"\n2024-03-03,food,3,',account=${mine}`;
      await csv(api, other, row);
      for (const query of [{ account: mine }, { category: "x' OR '1'='1" }, { category: '%' }]) {
        const reply = await list(api, other, query as Record<string, string>);
        safe(!reply.text.includes('private-note'), `${JSON.stringify(query)} shows it`);
      }
      safe(wants(await list(api, mine), 200).at('total') === 1, 'it was written to');
    },
    'categories may be called anything': async ({ api, unique }) => {
      const account = unique('acc');
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
      wants(await csv(api, account, ...names.map((name) => `2024-03-01,${name},2,`)), 200);
      const reply = wants(await summary(api, account), 200);
      const found = reply.list('byCategory').map(({ category, total }) => [category, total]);
      safe(
        names.every((name) => found.some(([category, total]) => category === name && total === 2)),
        `found ${JSON.stringify(found)}`,
      );
    },
    'SQL stays text': async ({ api, unique }) => {
      const account = unique('acc');
      await witness(api, account);
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      await injects((text) => csv(api, account, `2024-03-01,sql,1,${quoted(text)}`));
      await injects((text) => csv(api, account, `${quoted(text)},c,${quoted(text)},`));
      await injects((category) => list(api, account, { category }));
      await injects((from) => list(api, account, { from }));
      await injects((month) => summary(api, account, month));
      await injects((text) => list(api, encodeURIComponent(text)));
      const left = wants(await list(api, account, { category: 'food' }), 200);
      safe(left.at('total') === 1, 'the witness is gone');
    },
    'accounts lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `/accounts/${climb}/expenses.csv`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
      }
    },
    'files are bounded': async ({ api, unique }) => {
      const account = unique('acc');
      await witness(api, account);
      const text = `${HEADER}\n${'2024-03-01,food,1,x\n'.repeat(1_200_000)}`;
      try {
        denied(await send(api, account, text));
      } catch (error) {
        // A server may close the connection on what it will not read to the end.
        if (!/got no answer/.test(String(error))) throw error;
      }
      safe(wants(await list(api, account), 200).at('total') === 1, 'it was imported');
    },
  },
  undetermined: {},
};
