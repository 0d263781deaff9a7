import { bodiesAreBounded, CLIMBS, injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const write = (api: Client, service: string, message: string, more = {}) =>
  api.post('/log', { service, message, ...more });
const read = async (api: Client, query: Record<string, string | number>) =>
  wants(await api.get('/log', { query }), 200).list();
function upload(api: Client, text: string, name = 'app.log', more: Record<string, string> = {}) {
  const form = new FormData();
  for (const [key, value] of Object.entries(more)) form.append(key, value);
  form.append('file', new Blob([text], { type: 'text/plain' }), name);
  return api.post('/log/files', undefined, { form });
}

export const exam: Exam = {
  functional: {
    'keeps entries, the newest first': async ({ api, unique }) => {
      const service = unique('svc');
      wants(await write(api, service, 'one'), 200);
      wants(await write(api, service, 'two', { level: 'error', context: { user: 7 } }), 200);
      const [last, first] = await read(api, { service });
      equal([last?.message, last?.level, last?.context], ['two', 'error', { user: 7 }], 'last');
      equal([first?.message, first?.level], ['one', 'info'], 'first');
    },
    'filters by level, text and time': async ({ api, unique }) => {
      const service = unique('svc');
      await write(api, service, 'disk is full', { level: 'warn' });
      await write(api, service, 'disk is fine');
      equal((await read(api, { service, level: 'warn' })).length, 1, 'warnings');
      equal((await read(api, { service, contains: 'fine' })).length, 1, 'with text');
      equal((await read(api, { service, contains: '%' })).length, 0, 'no wildcard');
      equal((await read(api, { service, since: '2001-01-01T00:00:00Z' })).length, 2, 'since');
      equal((await read(api, { service, since: '2101-01-01T00:00:00Z' })).length, 0, 'later');
    },
    limits: async ({ api, unique }) => {
      const service = unique('svc');
      const entries = Array.from({ length: 60 }, (_, at) => ({ service, message: `m${at}` }));
      equal(wants(await api.post('/log/batch', entries), 200).at('stored'), 60, 'stored');
      equal((await read(api, { service })).length, 50, 'by default');
      equal((await read(api, { service, limit: 3 })).length, 3, 'three');
      wants(await api.get('/log', { query: { limit: 501 } }), 400);
    },
    'stores all of a batch or nothing': async ({ api, unique }) => {
      const service = unique('svc');
      wants(await api.post('/log/batch', [{ service, message: 'x' }, { service }]), 400);
      equal((await read(api, { service })).length, 0, 'none');
      wants(await api.post('/log/batch', []), 400);
    },
    'removes those of a service': async ({ api, unique }) => {
      const service = unique('svc');
      await write(api, service, 'x');
      await write(api, service, 'y');
      equal(
        wants(await api.delete('/log', { query: { service } }), 200).at('removed'),
        2,
        'removed',
      );
      equal((await read(api, { service })).length, 0, 'none');
    },
    'counts by level': async ({ api, unique }) => {
      const before = wants(await api.get('/log/levels'), 200).at('error') as number;
      await write(api, unique('svc'), 'x', { level: 'error' });
      equal(wants(await api.get('/log/levels'), 200).at('error'), before + 1, 'errors');
    },
    'takes files and gives them back': async ({ api }) => {
      const made = wants(await upload(api, 'line 1\nline 2\n', 'my.log', { service: 'web' }), 201);
      equal([made.at('name'), made.at('size'), made.at('service')], ['my.log', 14, 'web'], 'file');
      const file = wants(await api.get(`/log/files/${made.id('fileId')}`), 200);
      equal(file.text, 'line 1\nline 2\n', 'text');
      const all = wants(await api.get('/log/files'), 200).list();
      must(
        all.some(({ fileId }) => fileId === made.at('fileId')),
        'it is listed',
      );
      wants(await api.get('/log/files/nope'), 404);
    },
    'refuses bad input': async ({ api, unique }) => {
      wants(await api.post('/log', { service: unique('svc') }), 400);
      wants(await write(api, unique('svc'), 'x', { level: 'loud' }), 400);
      wants(await upload(api, 'x'.repeat(1_100_000)), 413);
    },
  },
  exploits: {
    'files lead out of no folder': async ({ api, filesWith, unique }) => {
      const text = unique('climbing');
      for (const name of ['../../evil.log', '/etc/cron.d/evil', '..\\..\\evil.log']) {
        const made = await upload(api, text, name);
        must(made.status !== 501, 'built');
        for (const file of await filesWith(text)) safe(!/evil/.test(file), `written to ${file}`);
      }
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `/log/files/${climb}`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
      }
    },
    'a page that was uploaded is not run': async ({ api }) => {
      const made = wants(await upload(api, '<script>alert(1)</script>', 'x.html'), 201);
      const { headers } = wants(await api.get(`/log/files/${made.id('fileId')}`), 200);
      safe(!/html/.test(headers.get('content-type') ?? ''), 'it is HTML');
      safe(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
    },
    'SQL stays text': async ({ api, unique }) => {
      const service = unique('witness');
      await write(api, service, 'x');
      await injects((message) => write(api, unique('svc'), message));
      for (const name of ['service', 'contains', 'since', 'level'])
        await injects((text) => api.get('/log', { query: { [name]: text } }));
      await injects((text) => api.delete('/log', { query: { service: text } }));
      safe((await read(api, { service })).length === 1, 'the witness is gone');
    },
    'no line is forged': async ({ api, unique }) => {
      const service = unique('svc');
      wants(await write(api, service, 'a\n{"level":"error"}\r\nb'), 200);
      safe((await read(api, { service })).length === 1, 'there are more');
    },
    'own members of objects do no harm': async ({ api, unique }) => {
      const service = unique('svc');
      const text = `{"service":"${service}","message":"m","context":{"__proto__":{"level":"error"},"constructor":{"prototype":{"x":1}}}}`;
      const reply = await api.post('/log', undefined, {
        text,
        headers: { 'content-type': 'application/json' },
      });
      must(reply.status !== 501, 'built');
      wants(await write(api, service, 'n'), 200);
      const [last] = await read(api, { service });
      safe(last?.level === 'info', 'it does');
    },
    'the time cannot be chosen': async ({ api, unique }) => {
      const service = unique('svc');
      await write(api, service, 'x', { receivedAt: '2001-01-01T00:00:00Z' });
      wants(await write(api, service, 'x'), 200);
      for (const { receivedAt } of await read(api, { service }))
        safe(!String(receivedAt).startsWith('2001'), 'it was');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/log'),
    'a second file in one request is no way around': async ({ api }) => {
      const form = new FormData();
      for (let at = 0; at < 50; at += 1)
        form.append('file', new Blob(['x'.repeat(500_000)]), `f${at}`);
      denied(await api.post('/log/files', undefined, { form }), 400, 413, 422);
    },
  },
  undetermined: {},
};
