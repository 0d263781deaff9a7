import {
  bodiesAreBounded,
  CLIMBS,
  headersAreWhole,
  injects,
  leaksNothing,
  oneWins,
  pageIsInert,
  SCRIPTS,
  SPLITS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

const write = (api: Client, title: string, content: string, created_by = 'ann') =>
  api.post('/entries', { title, content, created_by });

export const exam: Exam = {
  functional: {
    'shows what was written, as a page': async ({ api, unique }) => {
      const title = unique('Page');
      wants(await write(api, title, 'Water boils at 100 degrees.', 'Marie'), 201);
      const page = wants(await api.get(`/entries/${title}`), 200);
      must(/^text\/html/.test(page.headers.get('content-type') ?? ''), 'it is HTML');
      for (const text of [title, 'Water boils at 100 degrees.', 'Marie'])
        must(page.text.includes(text), `the page has ${text}`);
    },
    'lists all titles, each with a link that works': async ({ api, unique }) => {
      const title = unique('Listed');
      await write(api, title, 'x');
      const page = wants(await api.get('/entries'), 200);
      const links = [...page.text.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
      const link = links.find((href) => href.endsWith(`/${title}`));
      must(link !== undefined, `a link to ${title}, among ${links.length}`);
      const there = new URL(link ?? '', `${api.origin}${api.base}/entries`);
      wants(await api.get(there.pathname.slice(api.base.length)), 200);
    },
    'a title with spaces is an address too': async ({ api, unique }) => {
      const title = `${unique('Two')} words`;
      wants(await write(api, title, 'body text'), 201);
      const page = wants(await api.get(`/entries/${encodeURIComponent(title)}`), 200);
      must(page.text.includes('body text'), 'the page has its content');
    },
    'edits, and names the last editor': async ({ api, unique }) => {
      const title = unique('Edit');
      await write(api, title, 'first text', 'Ann');
      wants(
        await api.put(`/entries/${title}`, { content: 'second text', modified_by: 'Bob' }),
        200,
      );
      const page = wants(await api.get(`/entries/${title}`), 200);
      must(page.text.includes('second text') && page.text.includes('Bob'), 'the new text, by Bob');
      must(!page.text.includes('first text'), 'the old text is not on the page');
    },
    'keeps the history': async ({ api, unique }) => {
      const title = unique('History');
      await write(api, title, 'v1', 'Ann');
      await api.put(`/entries/${title}`, { content: 'v2', modified_by: 'Bob' });
      await api.put(`/entries/${title}`, { content: 'v3', modified_by: 'Eve' });
      const edits = wants(await api.get(`/entries/${title}/edits`), 200).list();
      // Whether writing the entry is its first edit, the document leaves open.
      equal(
        edits.slice(-2).map(({ content }) => content),
        ['v2', 'v3'],
        'contents',
      );
      equal(
        edits.slice(-2).map(({ modified_by }) => modified_by),
        ['Bob', 'Eve'],
        'editors',
      );
    },
    'refuses a second entry of one title with 409': async ({ api, unique }) => {
      const title = unique('Twice');
      wants(await write(api, title, 'x'), 201);
      wants(await write(api, title, 'y'), 409);
    },
    'refuses bad input with 400': async ({ api, unique }) => {
      wants(await api.post('/entries', { title: unique('x') }), 400);
      wants(await write(api, 'no/slash', 'x'), 400);
      wants(await write(api, '', 'x'), 400);
      const title = unique('Known');
      await write(api, title, 'x');
      wants(await api.put(`/entries/${title}`, { content: 7 }), 400);
    },
    'does not know what was never written': async ({ api, unique }) => {
      const path = `/entries/${unique('Never')}`;
      wants(await api.get(path), 404);
      wants(await api.get(`${path}/edits`), 404);
      wants(await api.put(path, { content: 'x', modified_by: 'y' }), 404);
    },
    'keeps entries over a restart': async ({ api, unique, restart }) => {
      const title = unique('Stays');
      await write(api, title, 'durable text');
      await restart();
      must(wants(await api.get(`/entries/${title}`), 200).text.includes('durable text'), 'text');
    },
  },
  exploits: {
    'stored script does not run': async ({ api, unique }) => {
      const title = unique('Script');
      wants(await write(api, title, SCRIPTS.join('\n'), '<b onclick=alert(1)>x</b>'), 201);
      const page = wants(await api.get(`/entries/${title}`), 200);
      pageIsInert(page);
      safe(!page.text.includes('<b onclick'), 'the name of the editor is markup');
      await api.put(`/entries/${title}`, { content: 'x', modified_by: SCRIPTS[0] });
      pageIsInert(wants(await api.get(`/entries/${title}`), 200));
    },
    'a title cannot carry markup into the list': async ({ api }) => {
      for (const script of SCRIPTS) await write(api, script, 'x');
      pageIsInert(wants(await api.get('/entries'), 200));
    },
    'an error page does not echo markup': async ({ api }) => {
      for (const script of SCRIPTS) {
        const reply = await api.get(`/entries/${encodeURIComponent(script)}`);
        const html = /html/.test(reply.headers.get('content-type') ?? '');
        safe(!html || !reply.text.includes(script), 'markup is echoed');
      }
    },
    'pages tell the browser to trust nothing else': async ({ api, unique }) => {
      const title = unique('Head');
      await write(api, title, 'x');
      const { headers } = wants(await api.get(`/entries/${title}`), 200);
      safe(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      safe(policy !== '' && !/script-src[^;]*unsafe-inline/.test(policy), `policy: ${policy}`);
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      await injects(async (content) => {
        const title = unique('Sql');
        wants(await write(api, title, content, content), 201);
        return wants(await api.get(`/entries/${title}/edits`), 200);
      });
      await injects((text) => api.get(`/entries/${encodeURIComponent(text)}`));
      await injects((text) => api.get(`/entries/${encodeURIComponent(text)}/edits`));
      const safeTitle = unique('Other');
      await write(api, safeTitle, 'untouched');
      await injects((text) =>
        api.put(`/entries/${encodeURIComponent(text)}`, { content: text, modified_by: text }),
      );
      must(
        wants(await api.get(`/entries/${safeTitle}`), 200).text.includes('untouched'),
        'untouched',
      );
    },
    'titles lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `${api.base}/entries/${climb}`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
      }
    },
    'names split no header': async ({ api, unique }) => {
      for (const text of SPLITS) {
        headersAreWhole(await write(api, unique('H') + text, 'x'));
        headersAreWhole(await api.get(`/entries/${encodeURIComponent(text)}`));
      }
    },
    'of many who write one title one wins': async ({ api, unique }) => {
      const title = unique('Race');
      await oneWins(8, (turn) => write(api, title, `text ${turn}`));
    },
    'no edit is lost when many edit at once': async ({ api, unique }) => {
      const title = unique('Many');
      await write(api, title, 'start');
      await Promise.all(
        Array.from({ length: 8 }, (_, turn) =>
          api.put(`/entries/${title}`, { content: `c${turn}`, modified_by: `m${turn}` }),
        ),
      );
      const edits = wants(await api.get(`/entries/${title}/edits`), 200).list();
      const kept = new Set(edits.map(({ content }) => content));
      safe(
        Array.from({ length: 8 }, (_, turn) => `c${turn}`).every((one) => kept.has(one)),
        'edits were lost',
      );
    },
    'a pattern takes no long time to refuse': async ({ api }) => {
      const started = performance.now();
      await write(api, `${'a '.repeat(40_000)}!`, 'x');
      safe(performance.now() - started < 3_000, 'the pattern takes its time');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/entries'),
  },
  undetermined: {},
};
