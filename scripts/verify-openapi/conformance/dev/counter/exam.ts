import { atOnce, bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, safe, wants } from '../../examiner/verdicts.ts';

async function click(api: Client, button: string, times = 1): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) wants(await api.post('/click', { button }), 201);
}

const stats = (api: Client, query: Record<string, string>) => api.get('/stats', { query });
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

export const exam: Exam = {
  functional: {
    'counts the clicks of a button': async ({ api, unique }) => {
      const button = unique('buy');
      await click(api, button, 3);
      const counter = wants(await api.get(`/counters/${button}`), 200);
      equal(counter.json, { button, count: 3 }, 'counter');
    },
    'keeps buttons apart': async ({ api, unique }) => {
      const [a, b] = [unique('a'), unique('b')];
      await click(api, a, 2);
      await click(api, b);
      equal(wants(await api.get(`/counters/${a}`), 200).at('count'), 2, 'a');
      equal(wants(await stats(api, { button: b }), 200).at('count'), 1, 'b');
    },
    'counts by day, both ends included': async ({ api, unique }) => {
      const button = unique('day');
      await click(api, button, 2);
      const count = async (start_date: string, end_date: string) =>
        wants(await stats(api, { button, start_date, end_date }), 200).at('count');
      equal(await count(day(0), day(0)), 2, 'today');
      equal(await count(day(-1), day(1)), 2, 'around today');
      equal(await count(day(-9), day(-1)), 0, 'before');
      equal(await count(day(1), day(9)), 0, 'after');
    },
    'counts none for a button that was never clicked': async ({ api, unique }) => {
      equal(wants(await stats(api, { button: unique('never') }), 200).at('count'), 0, 'count');
      wants(await api.get(`/counters/${unique('never')}`), 404);
      wants(await api.delete(`/counters/${unique('never')}`), 404);
    },
    'lists counters, the busiest first': async ({ api, unique }) => {
      const [rare, often] = [unique('rare'), unique('often')];
      await click(api, rare);
      await click(api, often, 4);
      const all = wants(await api.get('/counters'), 200).list();
      const at = (name: string) => all.findIndex(({ button }) => button === name);
      equal(at(often) >= 0 && at(often) < at(rare), true, 'order');
      const counts = all.map(({ count }) => Number(count));
      equal(
        counts,
        counts.toSorted((a, b) => b - a),
        'counts',
      );
    },
    'forgets the clicks of a button': async ({ api, unique }) => {
      const button = unique('reset');
      await click(api, button, 2);
      wants(await api.delete(`/counters/${button}`), 204);
      equal(wants(await stats(api, { button }), 200).at('count'), 0, 'count');
      await click(api, button);
      equal(wants(await api.get(`/counters/${button}`), 200).at('count'), 1, 'begins anew');
    },
    'refuses bad input with 400': async ({ api, unique }) => {
      wants(await api.post('/click', {}), 400);
      wants(await api.post('/click', { button: '' }), 400);
      wants(await api.post('/click', { button: 'x'.repeat(51) }), 400);
      wants(await api.post('/click', { button: unique('x'), extra: 1 }), 400);
      wants(await api.get('/stats'), 400);
      const button = unique('x');
      wants(await stats(api, { button, start_date: 'yesterday' }), 400);
      wants(await stats(api, { button, start_date: '2031-02-30' }), 400);
      wants(await stats(api, { button, start_date: day(1), end_date: day(0) }), 400);
    },
    'keeps counting over a restart': async ({ api, unique, restart }) => {
      const button = unique('again');
      await click(api, button, 2);
      await restart();
      await click(api, button);
      equal(wants(await api.get(`/counters/${button}`), 200).at('count'), 3, 'count');
    },
  },
  exploits: {
    'no click is lost when many click at once': async ({ api, unique }) => {
      const button = unique('race');
      const replies = await atOnce(40, () => api.post('/click', { button }));
      const right = replies.filter(({ status }) => status === 201).length;
      const count = wants(await api.get(`/counters/${button}`), 200).at('count');
      safe(count === right && right > 0, `${right} clicks, counted ${String(count)}`);
    },
    'the count is not the client’s to set': async ({ api, unique }) => {
      const button = unique('set');
      await api.post('/click', { button, count: 1000, id: 1 });
      await click(api, button);
      safe(
        Number(wants(await api.get(`/counters/${button}`), 200).at('count')) < 3,
        'count was set',
      );
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const witness = unique('witness');
      await click(api, witness, 2);
      await injects(async (text) => {
        wants(await api.post('/click', { button: text }), 201);
        const counter = wants(await api.get(`/counters/${encodeURIComponent(text)}`), 200);
        safe(counter.at('button') === text, `${text} was changed`);
        return counter;
      });
      await injects((button) => stats(api, { button }));
      await injects((text) => stats(api, { button: witness, start_date: text }));
      await injects((text) => api.delete(`/counters/${encodeURIComponent(`${text}x`)}`));
      safe(wants(await api.get(`/counters/${witness}`), 200).at('count') === 2, 'others changed');
    },
    'names that objects are born with are names': async ({ api }) => {
      for (const button of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        await click(api, button);
        const { status } = await api.get(`/counters/${button}`);
        safe(status === 200, `${button}: ${status}`);
      }
      const headers = { 'content-type': 'application/json' };
      const text = '{"button": "p", "__proto__": {"admin": true}}';
      safe(
        (await api.post('/click', undefined, { text, headers })).status < 500,
        '__proto__ as a member',
      );
    },
    'a byte of zero is refused or kept': async ({ api }) => {
      safe((await api.post('/click', { button: 'a\u0000b' })).status < 500, 'in a body');
      safe((await api.get('/counters/a%00b')).status < 500, 'in a path');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/click'),
  },
  undetermined: {},
};
