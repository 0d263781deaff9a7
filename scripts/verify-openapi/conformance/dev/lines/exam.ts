import { injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const plain = (text: string) => ({ text, headers: { 'content-type': 'text/plain' } });
const add = async (api: Client, text: string) =>
  wants(await api.post('/tasks', undefined, plain(text)), 201).text;

export const exam: Exam = {
  functional: {
    'adds a task': async ({ api, unique }) => {
      const text = unique('milk');
      const id = await add(api, text);
      equal(wants(await api.get(`/tasks/${id}`), 200).json, { id, text, done: false }, 'task');
    },
    'marks as done and not done': async ({ api, unique }) => {
      const id = await add(api, unique('milk'));
      wants(await api.put(`/tasks/${id}/done`), 204);
      equal(wants(await api.get(`/tasks/${id}`), 200).at('done'), true, 'done');
      wants(await api.delete(`/tasks/${id}/done`), 204);
      equal(wants(await api.get(`/tasks/${id}`), 200).at('done'), false, 'not done');
    },
    'lists by state': async ({ api, unique }) => {
      const [a, b] = [await add(api, unique('a')), await add(api, unique('b'))];
      await api.put(`/tasks/${a}/done`);
      const ids = async (done: boolean) =>
        wants(await api.get('/tasks', { query: { done } }), 200)
          .list()
          .map(({ id }) => id);
      must((await ids(true)).includes(a) && !(await ids(true)).includes(b), 'done');
      must((await ids(false)).includes(b) && !(await ids(false)).includes(a), 'open');
    },
    'changes the text': async ({ api, unique }) => {
      const id = await add(api, unique('a'));
      wants(await api.put(`/tasks/${id}/text`, undefined, plain('other')), 204);
      equal(wants(await api.get(`/tasks/${id}`), 200).at('text'), 'other', 'text');
    },
    'counts open and done': async ({ api, unique }) => {
      const before = wants(await api.get('/stats'), 200);
      const id = await add(api, unique('a'));
      await add(api, unique('b'));
      await api.put(`/tasks/${id}/done`);
      const after = wants(await api.get('/stats'), 200);
      equal(
        [after.at('open'), after.at('done')],
        [Number(before.at('open')) + 1, Number(before.at('done')) + 1],
        'numbers',
      );
    },
    'removes one, and those that are done': async ({ api, unique }) => {
      const [a, b] = [await add(api, unique('a')), await add(api, unique('b'))];
      wants(await api.delete(`/tasks/${b}`), 204);
      wants(await api.get(`/tasks/${b}`), 404);
      await api.put(`/tasks/${a}/done`);
      const open = await add(api, unique('c'));
      must(Number(wants(await api.delete('/tasks'), 200).text) >= 1, 'how many');
      wants(await api.get(`/tasks/${a}`), 404);
      wants(await api.get(`/tasks/${open}`), 200);
    },
    'refuses bad input': async ({ api }) => {
      wants(await api.post('/tasks', undefined, plain('')), 400);
      wants(await api.post('/tasks', undefined, plain('x'.repeat(201))), 400);
      wants(await api.get('/tasks/nope'), 404);
      wants(await api.put('/tasks/nope/done'), 404);
    },
  },
  exploits: {
    'SQL stays text': async ({ api, unique }) => {
      const id = await add(api, unique('witness'));
      await injects((text) => api.post('/tasks', undefined, plain(text)));
      await injects((text) => api.get(`/tasks/${encodeURIComponent(text)}`));
      await injects((text) => api.delete(`/tasks/${encodeURIComponent(text)}`));
      wants(await api.get(`/tasks/${id}`), 200);
    },
    'a huge body': async ({ api }) => {
      await add(api, 'works');
      try {
        leaksNothing(denied(await api.post('/tasks', undefined, plain('x'.repeat(24_000_000)))));
      } catch (error) {
        if (!/got no answer/.test(String(error))) throw error;
      }
      await add(api, 'still works');
    },
    'other types are refused': async ({ api }) => {
      await add(api, 'works');
      denied(await api.post('/tasks', { text: 'x' }), 400, 415, 422);
    },
    'markup is no page': async ({ api, unique }) => {
      await add(api, `<script>${unique('x')}</script>`);
      const { headers } = wants(await api.get('/tasks'), 200);
      safe(
        /json/.test(headers.get('content-type') ?? '') &&
          headers.get('x-content-type-options') === 'nosniff',
        'it could be',
      );
    },
  },
  undetermined: {},
};
