import {
  bodiesAreBounded,
  injects,
  keepsSecret,
  pageIsInert,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function service(api: Client, name: string) {
  const made = wants(await api.post('/register_service', { name }), 201);
  return { id: made.id('service_id'), key: made.id('api_key') };
}
const report = (api: Client, service_id: string, key: string, status: string, more = {}) =>
  api.post('/report_status', { service_id, status, ...more }, { headers: { 'x-api-key': key } });

export const exam: Exam = {
  functional: {
    'a new service has no status': async ({ api, unique }) => {
      const name = unique('svc');
      const { id } = await service(api, name);
      const shown = wants(await api.get(`/get_status/${id}`), 200);
      equal([shown.at('name'), shown.at('status')], [name, null], 'service');
    },
    'shows the last report': async ({ api, unique }) => {
      const { id, key } = await service(api, unique('svc'));
      wants(await report(api, id, key, 'ok'), 200);
      wants(await report(api, id, key, 'degraded', { message: 'slow' }), 200);
      const shown = wants(await api.get(`/get_status/${id}`), 200);
      equal([shown.at('status'), shown.at('message')], ['degraded', 'slow'], 'status');
    },
    'keeps the history': async ({ api, unique }) => {
      const { id, key } = await service(api, unique('svc'));
      for (const status of ['ok', 'down', 'ok']) await report(api, id, key, status);
      const all = wants(await api.get(`/history/${id}`), 200).list();
      equal(
        all.map(({ status }) => status),
        ['ok', 'down', 'ok'],
        'history',
      );
      equal(
        wants(await api.get(`/history/${id}`, { query: { limit: 1 } }), 200).list().length,
        1,
        'one',
      );
    },
    'wants the key of the service': async ({ api, unique }) => {
      const [one, other] = [await service(api, unique('a')), await service(api, unique('b'))];
      wants(await report(api, one.id, other.key, 'down'), 403);
      wants(await report(api, one.id, 'nope', 'down'), 403);
      equal(wants(await api.get(`/get_status/${one.id}`), 200).at('status'), null, 'status');
    },
    'does not know others': async ({ api, unique }) => {
      const { key } = await service(api, unique('a'));
      wants(await report(api, 'nope', key, 'ok'), 404);
      wants(await api.get('/get_status/nope'), 404);
      wants(await api.get('/history/nope'), 404);
    },
    'shows a page of all': async ({ api, unique }) => {
      const name = unique('Paged');
      const { id, key } = await service(api, name);
      await report(api, id, key, 'degraded');
      const page = wants(await api.get('/overview'), 200);
      must(page.text.includes(name), 'its name');
    },
    'refuses bad input': async ({ api, unique }) => {
      const { id, key } = await service(api, unique('a'));
      wants(await report(api, id, key, 'great'), 400);
      wants(await api.post('/register_service', {}), 400);
    },
  },
  exploits: {
    'keys are long, not kept, not shown': async ({ api, unique, filesWith }) => {
      const { id, key } = await service(api, unique('a'));
      safe(key.length >= 20, 'it is short');
      keepsSecret(wants(await api.get(`/get_status/${id}`), 200), key);
      safe((await filesWith(key)).length === 0, 'in clear');
    },
    'script in a name does not run': async ({ api }) => {
      for (const script of SCRIPTS) await service(api, script);
      pageIsInert(wants(await api.get('/overview'), 200));
    },
    'key and status cannot be chosen': async ({ api, unique }) => {
      const made = await api.post('/register_service', {
        name: unique('a'),
        api_key: 'chosen',
        service_id: 'mine',
        status: 'ok',
      });
      if (made.status === 201) {
        safe(made.at('api_key') !== 'chosen' && made.at('service_id') !== 'mine', 'it can');
      } else denied(made);
      await service(api, unique('works'));
    },
    'a report without a key': async ({ api, unique }) => {
      const { id } = await service(api, unique('a'));
      denied(await api.post('/report_status', { service_id: id, status: 'down' }));
      for (const key of ["' OR '1'='1", '', '%', 'null'])
        denied(await report(api, id, key, 'down'), 400, 401, 403);
      safe(wants(await api.get(`/get_status/${id}`), 200).at('status') === null, 'it counted');
    },
    'SQL stays text': async ({ api, unique }) => {
      const { id, key } = await service(api, unique('a'));
      await injects((message) => report(api, id, key, 'ok', { message }));
      await injects((text) => report(api, text, key, 'ok'));
      await injects((text) => api.get(`/history/${encodeURIComponent(text)}`));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/register_service'),
  },
  undetermined: {},
};
