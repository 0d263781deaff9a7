import {
  atOnce,
  bodiesAreBounded,
  CLIMBS,
  headersAreWhole,
  injects,
  leaksNothing,
  oneWins,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function create(api: Client, name: string, more: object = {}): Promise<string> {
  wants(await api.post('/documents', { name, text: 'Some text', ...more }), 201);
  return `/documents/${name}`;
}

const merge = (api: Client, path: string, patch: unknown) =>
  api.patch(path, patch, { headers: { 'content-type': 'application/merge-patch+json' } });

const namesIn = (list: readonly Record<string, unknown>[]) => list.map(({ name }) => name);

export const exam: Exam = {
  functional: {
    'creates, and says where': async ({ api, unique }) => {
      const name = unique('doc');
      const made = wants(
        await api.post('/documents', { name, text: 'Hi', labels: { a: 'b' } }),
        201,
      );
      must((made.headers.get('location') ?? '').endsWith(`/documents/${name}`), 'Location');
      const shown = wants(await api.get(`/documents/${name}`), 200);
      equal(
        [shown.at('text'), shown.at('labels'), shown.at('archived')],
        ['Hi', { a: 'b' }, false],
        'document',
      );
      wants(await api.post('/documents', { name, text: 'x' }), 409);
    },
    'HEAD tells whether it exists': async ({ api, unique }) => {
      const path = await create(api, unique('doc'));
      const there = wants(await api.send('HEAD', path), 200);
      equal(there.text, '', 'body');
      wants(await api.send('HEAD', `/documents/${unique('no')}`), 404);
    },
    'OPTIONS lists the methods': async ({ api }) => {
      const reply = wants(await api.send('OPTIONS', '/documents'), 204);
      const allow = (reply.headers.get('allow') ?? '').split(/,\s*/);
      must(
        ['GET', 'POST', 'OPTIONS'].every((method) => allow.includes(method)),
        `Allow: ${allow.join()}`,
      );
    },
    'PUT creates with 201 and replaces with 200': async ({ api, unique }) => {
      const path = `/documents/${unique('put')}`;
      wants(await api.put(path, { text: 'one', labels: { a: 'b' } }), 201);
      const replaced = wants(await api.put(path, { text: 'two' }), 200);
      equal([replaced.at('text'), replaced.at('labels.a')], ['two', undefined], 'replaced');
    },
    'PATCH merges, null takes away': async ({ api, unique }) => {
      const path = await create(api, unique('doc'), { labels: { a: '1', b: '2' } });
      const patched = wants(await merge(api, path, { labels: { a: null, c: '3' } }), 200);
      equal(
        [patched.at('labels'), patched.at('text')],
        [{ b: '2', c: '3' }, 'Some text'],
        'patched',
      );
      wants(await merge(api, `/documents/${unique('no')}`, { text: 'x' }), 404);
      wants(await merge(api, path, { text: 7 }), 400);
      wants(
        await api.patch(path, undefined, { text: 'x', headers: { 'content-type': 'text/plain' } }),
        415,
      );
    },
    'DELETE of what is not there is no error': async ({ api, unique }) => {
      const path = await create(api, unique('doc'));
      wants(await api.delete(path), 204);
      wants(await api.delete(path), 204);
      wants(await api.get(path), 404);
    },
    'archives and restores by paths with a colon': async ({ api, unique }) => {
      const name = unique('doc');
      const path = await create(api, name);
      const listed = async () => namesIn(wants(await api.get('/documents'), 200).list('documents'));
      must((await listed()).includes(name), 'it is listed at first');
      equal(wants(await api.post(`${path}:archive`), 200).at('archived'), true, 'archived');
      wants(await api.post(`${path}:archive`), 200);
      must(!(await listed()).includes(name), 'it is not listed when archived');
      equal(wants(await api.get(path), 200).at('archived'), true, 'shown');
      equal(wants(await api.post(`${path}:restore`), 200).at('archived'), false, 'restored');
      must((await listed()).includes(name), 'it is listed again');
      wants(await api.post(`/documents/${unique('no')}:archive`), 404);
    },
    'searches for all words, archived ones too': async ({ api, unique }) => {
      const [word, a, b] = [unique('Word'), unique('a'), unique('b')];
      await create(api, b, { text: `Blue ${word} cheese` });
      await api.post(`${await create(api, a, { text: `blue ${word.toUpperCase()} sky` })}:archive`);
      const search = async (...words: string[]) =>
        namesIn(wants(await api.post('/documents:search', { words }), 200).list('documents'));
      equal(await search('BLUE', word), [a, b], 'both');
      equal(await search(word, 'cheese'), [b], 'one');
      equal(await search(word, 'cheese', 'sky'), [], 'none');
      wants(await api.post('/documents:search', { words: [] }), 400);
    },
    'deletes many and counts those that were there': async ({ api, unique }) => {
      const names = [unique('d'), unique('d')];
      for (const name of names) await create(api, name);
      const reply = wants(
        await api.post('/documents:batchDelete', { names: [...names, unique('no')] }),
        200,
      );
      equal(reply.at('deleted'), 2, 'deleted');
      wants(await api.get(`/documents/${names[0]}`), 404);
    },
    'another etag after each change': async ({ api, unique }) => {
      const path = await create(api, unique('doc'));
      const tag = async () => wants(await api.get(path), 200).at('etag');
      const first = await tag();
      await merge(api, path, { text: 'other' });
      const second = await tag();
      await api.post(`${path}:archive`);
      equal(new Set([first, second, await tag()]).size, 3, 'different tags');
    },
    'errors have the shape of the document': async ({ api, unique }) => {
      const missing = wants(await api.get(`/documents/${unique('no')}`), 404);
      equal(
        [missing.at('error.code'), missing.at('error.status')],
        [404, 'NOT_FOUND'],
        'not found',
      );
      const invalid = wants(await api.post('/documents', { name: 'Not Good', text: 'x' }), 400);
      equal(
        [invalid.at('error.code'), invalid.at('error.status')],
        [400, 'INVALID_ARGUMENT'],
        'invalid',
      );
    },
  },
  exploits: {
    'verbs that are not in the document do nothing': async ({ api, unique }) => {
      const path = await create(api, unique('doc'));
      for (const method of ['POST', 'OPTIONS', 'PROPFIND', 'SEARCH']) {
        const reply = await api.send(method, path);
        safe(
          reply.status >= 400 || (method === 'OPTIONS' && reply.text === ''),
          `${method} got ${reply.status}`,
        );
      }
      const overridden = await api.get(path, {
        headers: { 'x-http-method-override': 'DELETE' },
        query: { _method: 'DELETE' },
      });
      safe(overridden.status === 200 || overridden.status === 400, 'override');
      safe((await api.get(path)).status === 200, 'it was deleted');
    },
    'names lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `${api.base}/documents/${climb}`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
        denied(await api.post('/documents', { name: climb, text: 'x' }), 400);
      }
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const witness = await create(api, unique('witness'));
      await injects(async (text) => {
        const path = await create(api, unique('sql'), { text, labels: { [text]: text } });
        const shown = wants(await api.get(path), 200);
        safe(shown.at('text') === text, `${text} was changed`);
        return shown;
      });
      await injects((text) => api.post('/documents:search', { words: [text] }));
      await injects((text) => api.post('/documents:batchDelete', { names: [text] }));
      await injects((text) => api.delete(`/documents/${encodeURIComponent(text)}`));
      await injects((text) => api.post(`/documents/${encodeURIComponent(text)}:archive`));
      safe((await api.get(witness)).at('archived') === false, 'the witness changed');
    },
    'wildcards in a search are text': async ({ api, unique }) => {
      await create(api, unique('doc'));
      for (const word of ['%%', '__________'])
        safe(
          wants(await api.post('/documents:search', { words: [word] }), 200).list('documents')
            .length === 0,
          word,
        );
    },
    'state and tag cannot be chosen': async ({ api, unique }) => {
      const reply = await api.post('/documents', {
        name: unique('m'),
        text: 'x',
        archived: true,
        etag: 'mine',
      });
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'archived', true);
      unmoved(reply, 'etag', 'mine');
    },
    'a patch reaches nothing that is not in the document': async ({ api, unique }) => {
      const path = await create(api, unique('doc'));
      const headers = { 'content-type': 'application/merge-patch+json' };
      for (const text of [
        '{"__proto__":{"archived":true}}',
        '{"archived":true,"name":"other"}',
        '{"labels":{"__proto__":"x"}}',
      ])
        safe((await api.patch(path, undefined, { text, headers })).status < 500, text);
      safe(wants(await api.get(path), 200).at('archived') === false, 'archived was set');
    },
    'of many with one name one is created': async ({ api, unique }) => {
      const name = unique('race');
      await oneWins(8, () => api.post('/documents', { name, text: 'x' }));
      const path = `/documents/${unique('put')}`;
      const replies = await atOnce(8, (turn) => api.put(path, { text: `t${turn}` }));
      safe(
        replies.filter(({ status }) => status === 201).length === 1,
        'PUT created more than one',
      );
    },
    'no patch is lost when many patch at once': async ({ api, unique }) => {
      const path = await create(api, unique('doc'));
      const replies = await atOnce(8, (turn) =>
        merge(api, path, { labels: { [`k${turn}`]: 'x' } }),
      );
      const right = replies.filter(({ status }) => status === 200).length;
      must(right > 0, 'some are taken');
      const labels = (wants(await api.get(path), 200).at('labels') ?? {}) as object;
      safe(
        Object.keys(labels).length === right,
        `${right} were taken, ${Object.keys(labels).length} are there`,
      );
    },
    'names split no header': async ({ api, unique }) => {
      for (const end of ['\r\nset-cookie: a=b', '%0d%0aset-cookie:a=b'])
        headersAreWhole(await api.post('/documents', { name: unique('h') + end, text: 'x' }));
    },
    'broken, deep and huge bodies': async ({ api }) => {
      await bodiesAreBounded(api, '/documents');
      await bodiesAreBounded(api, '/documents:search');
    },
  },
  undetermined: {
    'POST /documents/{name}:summarize': async ({ api, unique }) => {
      const answers: string[] = [];
      for (const text of [
        'Cats sleep. Dogs bark. Birds sing. Fish swim.',
        'Rain falls. Sun shines. Wind blows. Snow melts.',
      ])
        answers.push(
          (await api.post(`${await create(api, unique('sum'), { text })}:summarize`)).text,
        );
      return answers;
    },
  },
};
