import { atOnce, bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const append = (api: Client, entries: unknown) => api.post('/api/logs', entries);

async function find(api: Client, query: Record<string, string | number | readonly string[]>) {
  return wants(await api.get('/api/logs', { query }), 200).list('entries');
}

const messages = (entries: readonly Record<string, unknown>[]) =>
  entries.map(({ message }) => message);
const at = (minute: number) => new Date(Date.UTC(2029, 2, 1, 0, minute)).toISOString();
const plain = (text: string) => ({ text, headers: { 'content-type': 'text/plain' } });

export const exam: Exam = {
  functional: {
    'takes many entries and says how many': async ({ api, unique }) => {
      const service = unique('svc');
      const entries = ['a', 'b', 'c'].map((message, minute) => ({
        message,
        service,
        time: at(minute),
      }));
      equal(wants(await append(api, entries), 202).at('accepted'), 3, 'accepted');
      equal(messages(await find(api, { service })), ['c', 'b', 'a'], 'newest first');
    },
    'fills in level and time': async ({ api, unique }) => {
      const service = unique('svc');
      wants(await append(api, [{ message: 'x', service }]), 202);
      const [entry] = await find(api, { service });
      equal(entry?.level, 'INFO', 'level');
      must(Math.abs(Date.parse(String(entry?.time)) - Date.now()) < 60_000, 'the time is now');
    },
    'keeps context of any shape': async ({ api, unique }) => {
      const [service, context] = [
        unique('svc'),
        { user: { id: 7 }, tags: ['a', null, 1.5], ok: true },
      ];
      wants(await append(api, [{ message: 'x', service, context }]), 202);
      equal((await find(api, { service }))[0]?.context, context, 'context');
    },
    'takes one entry per line of text': async ({ api, unique }) => {
      const word = unique('line');
      const sent = wants(
        await api.post('/api/logs', undefined, plain(`${word} one\n${word} two`)),
        202,
      );
      equal(sent.at('accepted'), 2, 'accepted');
      const found = await find(api, { contains: word });
      equal(messages(found).toSorted(), [`${word} one`, `${word} two`], 'messages');
      must(
        found.every(({ level }) => level === 'INFO'),
        'levels',
      );
    },
    'filters by one or more levels': async ({ api, unique }) => {
      const service = unique('svc');
      const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'];
      await append(
        api,
        levels.map((level, minute) => ({ level, message: level, service, time: at(minute) })),
      );
      equal(messages(await find(api, { service, level: 'WARN' })), ['WARN'], 'one');
      equal(
        messages(await find(api, { service, level: ['ERROR', 'DEBUG'] })),
        ['ERROR', 'DEBUG'],
        'two',
      );
    },
    'filters by text and time, all at once': async ({ api, unique }) => {
      const service = unique('svc');
      await append(
        api,
        [0, 1, 2, 3].map((minute) => ({
          message: `disk ${minute % 2 ? 'full' : 'free'}`,
          service,
          time: at(minute),
        })),
      );
      equal((await find(api, { service, contains: 'full' })).length, 2, 'with full');
      equal((await find(api, { service, since: at(2) })).length, 2, 'since');
      equal(
        (await find(api, { service, contains: 'full', since: at(2), until: at(3) })).length,
        1,
        'all at once',
      );
      equal((await find(api, { service, limit: 3 })).length, 3, 'limit');
    },
    'counts levels': async ({ api }) => {
      const count = async (level: string) =>
        Number(wants(await api.get('/api/logs/levels'), 200).at(level));
      const before = await count('ERROR');
      await append(api, [
        { level: 'ERROR', message: 'x' },
        { level: 'ERROR', message: 'y' },
      ]);
      equal(await count('ERROR'), before + 2, 'ERROR');
    },
    'keeps all or none': async ({ api, unique }) => {
      const service = unique('svc');
      wants(
        await append(api, [
          { message: 'good', service },
          { message: '', service },
        ]),
        400,
      );
      equal(await find(api, { service }), [], 'entries');
    },
    'refuses what does not match': async ({ api }) => {
      wants(await append(api, []), 400);
      wants(await append(api, { message: 'x' }), 400);
      wants(await append(api, [{ message: 'x', level: 'LOUD' }]), 400);
      wants(
        await append(
          api,
          Array.from({ length: 501 }, () => ({ message: 'x' })),
        ),
        400,
      );
      wants(await api.get('/api/logs', { query: { level: 'LOUD' } }), 400);
      wants(await api.get('/api/logs', { query: { since: 'then' } }), 400);
      const xml = { text: '<x/>', headers: { 'content-type': 'application/xml' } };
      wants(await api.post('/api/logs', undefined, xml), 415);
    },
  },
  exploits: {
    'SQL in every text stays text': async ({ api, unique }) => {
      const service = unique('svc');
      wants(await append(api, [{ message: 'witness', service }]), 202);
      for (const name of ['level', 'service', 'contains', 'since', 'limit'])
        await injects((text) => api.get('/api/logs', { query: { [name]: text } }));
      await injects((text) =>
        append(api, [{ message: text, service: text.slice(0, 50), context: { [text]: text } }]),
      );
      await injects((text) => api.post('/api/logs', undefined, plain(text)));
      safe((await find(api, { service })).length === 1, 'the witness is gone');
      safe((await find(api, { service: "zz' OR '1'='1" })).length === 0, 'too much was found');
    },
    'wildcards in a search are text': async ({ api }) => {
      await append(api, [{ message: 'plain words' }]);
      for (const contains of ['%%%', 'p_ain w_rds', 'plain%words'])
        safe((await find(api, { contains })).length === 0, `${contains} is a wildcard`);
    },
    'a search takes no long time': async ({ api }) => {
      await append(api, [{ message: 'a'.repeat(4000) }]);
      const started = performance.now();
      await api.get('/api/logs', { query: { contains: '(a+)+$' } });
      await api.get('/api/logs', { query: { contains: '%a'.repeat(2000) } });
      safe(performance.now() - started < 5_000, 'it takes its time');
    },
    'context changes nothing of the server': async ({ api, unique }) => {
      const service = unique('svc');
      const headers = { 'content-type': 'application/json' };
      const text = `[{"message":"x","service":"${service}","context":{"__proto__":{"level":"ERROR"},"constructor":{"prototype":{"a":1}}}}]`;
      safe(
        (await api.post('/api/logs', undefined, { text, headers })).status < 500,
        'it fell over',
      );
      wants(await append(api, [{ message: 'y', service }]), 202);
      safe((await find(api, { service, level: 'ERROR' })).length === 0, 'the level was set');
    },
    'an id cannot be chosen': async ({ api, unique }) => {
      const service = unique('svc');
      const reply = await append(api, [{ id: 424_242, message: 'x', service }]);
      if (reply.status >= 400) return void denied(reply);
      safe((await find(api, { service }))[0]?.id !== 424_242, 'it was');
    },
    'line ends do not make entries': async ({ api, unique }) => {
      const service = unique('svc');
      wants(await append(api, [{ message: 'one\r\nERROR forged', service }]), 202);
      safe((await find(api, { service })).length === 1, 'one entry became two');
    },
    'entries at once are all kept': async ({ api, unique }) => {
      const service = unique('svc');
      const replies = await atOnce(20, (turn) => append(api, [{ message: `m${turn}`, service }]));
      must(
        replies.every(({ status }) => status === 202),
        'all are taken',
      );
      safe((await find(api, { service })).length === 20, 'some are lost');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/api/logs'),
  },
  undetermined: {},
};
