import { bodiesAreBounded, injects, oneWins, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function build(api: Client, code: string, more: object = {}): Promise<string> {
  wants(await api.post('/stations', { code, name: `Station ${code}`, ...more }), 201);
  return code;
}

const minute = (count: number) => new Date(Date.UTC(2030, 0, 1, 0, count)).toISOString();

async function measure(api: Client, code: string, count: number, first = 0): Promise<void> {
  for (let turn = first; turn < first + count; turn += 1)
    wants(
      await api.post(`/stations/${code}/measurements`, {
        measured_at: minute(turn),
        celsius: turn,
      }),
      201,
    );
}

const part = async (api: Client, code: string, query: Record<string, string | number>) =>
  wants(await api.get(`/stations/${code}/measurements`, { query }), 200);

const degrees = (reply: Reply) => reply.list('data').map(({ celsius }) => celsius);

function linkOf(reply: Reply, rel: string): string | undefined {
  const links = (reply.headers.get('link') ?? '').split(/,\s*(?=<)/);
  return links.find((link) => new RegExp(`rel="?${rel}"?`).test(link))?.match(/<([^>]*)>/)?.[1];
}

export const exam: Exam = {
  functional: {
    'builds stations under their code': async ({ api, unique }) => {
      const code = unique('st');
      const made = wants(
        await api.post('/stations', { code, name: 'Hill', altitude_m: 812.5 }),
        201,
      );
      must((made.headers.get('location') ?? '').endsWith(`/stations/${code}`), 'Location');
      const station = wants(await api.get(`/stations/${code}`), 200);
      equal(
        [station.at('name'), station.at('active'), station.at('altitude_m')],
        ['Hill', true, 812.5],
        'station',
      );
    },
    'pages through stations by code, with their number': async ({ api, unique }) => {
      for (const letter of ['a', 'b', 'c'])
        await build(api, `${letter}-${unique('s')}`, { active: false });
      const codes: unknown[] = [];
      let total = 0;
      for (let page = 1; page < 20; page += 1) {
        const reply = wants(
          await api.get('/stations', { query: { active: false, per_page: 2, page } }),
          200,
        );
        total = Number(reply.headers.get('x-total-count'));
        codes.push(...reply.list().map(({ code }) => code));
        if (reply.list().length < 2) break;
      }
      equal(codes.length, total, 'stations on all pages');
      equal(codes, [...new Set(codes)].toSorted(), 'order, and none twice');
    },
    'links to the pages before and after': async ({ api, unique }) => {
      for (let turn = 0; turn < 3; turn += 1) await build(api, unique('lk'));
      const first = wants(await api.get('/stations', { query: { per_page: 1 } }), 200);
      must(linkOf(first, 'prev') === undefined, 'the first page has none before');
      const next = linkOf(first, 'next');
      must(next !== undefined, 'the first page has a next one');
      const there = new URL(next ?? '', `${api.origin}${api.base}/stations`);
      const path = there.pathname.slice(api.base.length) + there.search;
      const second = wants(await api.get(path), 200);
      equal(second.list().length, 1, 'stations on the next page');
      must(second.list()[0]?.code !== first.list()[0]?.code, 'another station');
      must(linkOf(second, 'prev') !== undefined, 'the second page has one before');
    },
    'filters by active': async ({ api, unique }) => {
      const [on, off] = [
        await build(api, unique('on')),
        await build(api, unique('off'), { active: false }),
      ];
      const reply = wants(
        await api.get('/stations', { query: { active: true, per_page: 100 } }),
        200,
      );
      const codes = reply.list().map(({ code }) => code);
      must(codes.includes(on) && !codes.includes(off), 'only those that are active');
    },
    'leads through measurements by cursor, newest first': async ({ api, unique }) => {
      const code = await build(api, unique('cu'));
      await measure(api, code, 5);
      const first = await part(api, code, { limit: 2 });
      equal(degrees(first), [4, 3], 'first part');
      // What is measured in between changes nothing of what is still to come.
      await measure(api, code, 1, 9);
      const second = await part(api, code, { limit: 2, cursor: first.id('next_cursor') });
      equal(degrees(second), [2, 1], 'second part');
      const third = await part(api, code, { limit: 2, cursor: second.id('next_cursor') });
      equal([degrees(third), third.at('next_cursor')], [[0], null], 'last part');
    },
    'measurements of one moment are neither lost nor repeated': async ({ api, unique }) => {
      const code = await build(api, unique('same'));
      for (let celsius = 0; celsius < 5; celsius += 1)
        wants(
          await api.post(`/stations/${code}/measurements`, { measured_at: minute(0), celsius }),
          201,
        );
      const seen: unknown[] = [];
      let cursor: unknown;
      for (let turn = 0; turn < 6; turn += 1) {
        const reply = await part(api, code, {
          limit: 2,
          ...(typeof cursor === 'string' ? { cursor } : {}),
        });
        seen.push(...degrees(reply));
        cursor = reply.at('next_cursor');
        if (cursor === null) break;
      }
      equal(seen.toSorted(), [0, 1, 2, 3, 4], 'measurements');
    },
    'filters by time, the start included and the end not': async ({ api, unique }) => {
      const code = await build(api, unique('time'));
      await measure(api, code, 5);
      equal(degrees(await part(api, code, { from: minute(1), to: minute(3) })), [2, 1], 'between');
    },
    'keeps the measurements of stations apart': async ({ api, unique }) => {
      const [a, b] = [await build(api, unique('a')), await build(api, unique('b'))];
      await measure(api, a, 2);
      equal(degrees(await part(api, b, {})), [], 'of the other');
    },
    'deletes a station with its measurements': async ({ api, unique }) => {
      const code = await build(api, unique('del'));
      await measure(api, code, 2);
      wants(await api.delete(`/stations/${code}`), 204);
      wants(await api.get(`/stations/${code}`), 404);
      wants(await api.get(`/stations/${code}/measurements`), 404);
      await build(api, code);
      equal(degrees(await part(api, code, {})), [], 'of the new one');
    },
    'refuses what does not match, each error with a detail': async ({ api, unique }) => {
      const code = await build(api, unique('bad'));
      const body = wants(await api.post('/stations', { code: 'A B', name: '' }), 400);
      must(
        body.list('errors').every(({ detail }) => typeof detail === 'string'),
        'details',
      );
      wants(await api.post('/stations', { code, name: 'again' }), 409);
      for (const query of [{ page: 0 }, { per_page: 101 }, { active: 'maybe' }])
        wants(await api.get('/stations', { query: query as Record<string, string | number> }), 400);
      for (const query of [{ limit: 0 }, { from: 'noon' }, { cursor: 'not-a-cursor' }])
        wants(
          await api.get(`/stations/${code}/measurements`, {
            query: query as Record<string, string | number>,
          }),
          400,
        );
      const celsius = { measured_at: minute(0), celsius: 101 };
      wants(await api.post(`/stations/${code}/measurements`, celsius), 400);
      wants(
        await api.post(`/stations/nowhere-at-all/measurements`, { ...celsius, celsius: 1 }),
        404,
      );
    },
  },
  exploits: {
    'SQL in every text stays text': async ({ api, unique }) => {
      const code = await build(api, unique('sql'));
      await measure(api, code, 2);
      for (const name of ['cursor', 'limit', 'from', 'to'])
        await injects((text) =>
          api.get(`/stations/${code}/measurements`, { query: { [name]: text } }),
        );
      for (const name of ['page', 'per_page', 'active'])
        await injects((text) => api.get('/stations', { query: { [name]: text } }));
      await injects((text) => api.get(`/stations/${encodeURIComponent(text)}/measurements`));
      await injects((text) => api.delete(`/stations/${encodeURIComponent(text)}`));
      await injects((text) => api.post('/stations', { code: unique('sq'), name: text }));
      safe(degrees(await part(api, code, {})).length === 2, 'measurements are gone');
    },
    'a cursor of one station opens no other': async ({ api, unique }) => {
      const [a, b] = [await build(api, unique('a')), await build(api, unique('b'))];
      await measure(api, a, 4);
      const cursor = (await part(api, a, { limit: 1 })).id('next_cursor');
      const reply = await api.get(`/stations/${b}/measurements`, { query: { cursor } });
      safe(reply.status >= 400 || degrees(reply).length === 0, 'it shows the rows of another');
    },
    'bent cursors are refused': async ({ api, unique }) => {
      const code = await build(api, unique('bend'));
      await measure(api, code, 3);
      const cursor = (await part(api, code, { limit: 1 })).id('next_cursor');
      const json = Buffer.from('{"id":{"$gt":""}}').toString('base64url');
      for (const bent of [`${cursor}x`, cursor.slice(1), json, '%00', 'W10=', 'x'.repeat(5000)])
        safe(
          (await api.get(`/stations/${code}/measurements`, { query: { cursor: bent } })).status <
            500,
          bent,
        );
    },
    'numbers at the edge': async ({ api, unique }) => {
      for (const page of [
        '9223372036854775807',
        '99999999999999999999',
        '2147483648',
        '-0',
        '1e3',
        '0x10',
      ])
        safe((await api.get('/stations', { query: { page } })).status < 500, page);
      const code = await build(api, unique('num'));
      for (const celsius of ['1e999', '-1e999', 'NaN']) {
        const text = `{"measured_at": "${minute(0)}", "celsius": ${celsius}}`;
        const headers = { 'content-type': 'application/json' };
        denied(await api.post(`/stations/${code}/measurements`, undefined, { text, headers }));
      }
      for (const year of [
        '0000-01-01T00:00:00Z',
        '9999-12-31T23:59:60Z',
        '+275760-09-13T00:00:00Z',
      ])
        safe(
          (await api.post(`/stations/${code}/measurements`, { measured_at: year, celsius: 1 }))
            .status < 500,
          year,
        );
    },
    'one parameter given twice': async ({ api }) => {
      safe(
        (await api.get('/stations', { query: { page: ['1', '2'] } })).status < 500,
        'page twice',
      );
      safe((await api.get('/stations?page[a]=1&per_page[]=2')).status < 500, 'brackets');
    },
    'the time of creation cannot be chosen': async ({ api, unique }) => {
      const created_at = '2001-01-01T00:00:00Z';
      const reply = await api.post('/stations', { code: unique('ma'), name: 'x', created_at });
      if (reply.status >= 400) return void denied(reply);
      safe(!String(reply.at('created_at')).startsWith('2001'), 'it was');
      unmoved(reply, 'created_at', created_at);
    },
    'of many with one code one wins': async ({ api, unique }) => {
      const code = unique('race');
      await oneWins(8, () => api.post('/stations', { code, name: 'x' }));
    },
    'a foreign host name does not get into links': async ({ api, unique }) => {
      for (let turn = 0; turn < 3; turn += 1) await build(api, unique('ho'));
      const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test' };
      const reply = await api.raw('GET', `${api.base}/stations?per_page=1`, headers);
      safe(!/evil\.test/.test(reply.headers.get('link') ?? ''), 'Link leads to evil.test');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/stations'),
  },
  undetermined: {},
};
