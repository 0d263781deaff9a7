import { injects, keepsSecret, leaksNothing } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
function upload(
  api: Client,
  title: string,
  more: Record<string, string> = {},
  text = PDF,
  type = 'application/pdf',
  name = 'p.pdf',
) {
  const form = new FormData();
  form.append('title', title);
  for (const [key, value] of Object.entries(more)) form.append(key, value);
  form.append('pdf', new Blob([text], { type }), name);
  return api.post('/papers', undefined, { form });
}
async function paper(api: Client, title: string, more: Record<string, string> = {}) {
  const made = wants(await upload(api, title, more), 201);
  return { path: `/papers/${made.id('id')}`, token: made.id('editToken'), made };
}

export const exam: Exam = {
  functional: {
    'uploads and shows': async ({ api, unique }) => {
      const title = unique('Paper');
      const { path, made } = await paper(api, title, { year: '1999' });
      equal([made.at('title'), made.at('year'), made.at('downloads')], [title, 1999, 0], 'made');
      const shown = wants(await api.get(path), 200);
      equal([shown.at('title'), shown.at('editToken')], [title, undefined], 'shown');
    },
    'downloads, and counts that': async ({ api, unique }) => {
      const { path } = await paper(api, unique('Paper'));
      const file = wants(await api.get(`${path}/download`), 200);
      equal(file.text, PDF, 'file');
      must(/application\/pdf/.test(file.headers.get('content-type') ?? ''), 'type');
      equal(wants(await api.get(path), 200).at('downloads'), 1, 'downloads');
    },
    'lists the latest first, by year and title': async ({ api, unique }) => {
      const word = unique('Word');
      for (const year of ['2001', '2003', '2002']) await paper(api, `${word} ${year}`, { year });
      const found = wants(await api.get('/papers', { query: { title: word } }), 200);
      equal(
        found.list().map(({ year }) => year),
        [2003, 2002, 2001],
        'years',
      );
      equal(found.headers.get('x-total-count'), '3', 'total');
      equal(
        wants(await api.get('/papers', { query: { title: word, year: 2002 } }), 200).list().length,
        1,
        'of 2002',
      );
    },
    'pages of twenty': async ({ api, unique }) => {
      const word = unique('Many');
      for (let at = 0; at < 22; at += 1) await paper(api, `${word} ${at}`);
      const of = async (page: number) =>
        wants(await api.get('/papers', { query: { title: word, page } }), 200).list().length;
      equal([await of(1), await of(2), await of(3)], [20, 2, 0], 'pages');
    },
    'changes with the token': async ({ api, unique }) => {
      const { path, token } = await paper(api, unique('Paper'), { year: '1999' });
      const headers = { 'x-edit-token': token };
      equal(
        wants(await api.patch(path, { title: 'Better' }, { headers }), 200).at('title'),
        'Better',
        'title',
      );
      equal(wants(await api.get(path), 200).at('year'), 1999, 'year');
      wants(await api.patch(path, { title: 'Worse' }, { headers: { 'x-edit-token': 'x' } }), 403);
      wants(await api.patch(path, {}, { headers }), 400);
    },
    'deletes with the token': async ({ api, unique }) => {
      const { path, token } = await paper(api, unique('Paper'));
      wants(await api.delete(path, { headers: { 'x-edit-token': 'x' } }), 403);
      wants(await api.delete(path, { headers: { 'x-edit-token': token } }), 204);
      wants(await api.get(path), 404);
      wants(await api.get(`${path}/download`), 404);
    },
    'refuses what is no PDF': async ({ api, unique }) => {
      wants(await upload(api, unique('Text'), {}, 'hello', 'text/plain', 'x.txt'), 415);
      wants(await upload(api, unique('Big'), {}, PDF + 'x'.repeat(2_200_000)), 413);
      wants(await upload(api, unique('Year'), { year: '12' }), 400);
    },
  },
  exploits: {
    'a page that calls itself PDF': async ({ api, unique }) => {
      const made = await upload(api, unique('x'), {}, '<script>alert(1)</script>');
      if (made.status === 201) {
        const { headers } = wants(await api.get(`/papers/${made.id('id')}/download`), 200);
        safe(
          !/html/.test(headers.get('content-type') ?? '') &&
            headers.get('x-content-type-options') === 'nosniff',
          'served as a page',
        );
      } else denied(made);
      await paper(api, unique('works'));
    },
    'the token of another paper': async ({ api, unique }) => {
      const [one, other] = [await paper(api, unique('a')), await paper(api, unique('b'))];
      denied(await api.delete(one.path, { headers: { 'x-edit-token': other.token } }), 403);
      denied(await api.delete(one.path), 400, 401, 403);
      wants(await api.get(one.path), 200);
    },
    'tokens are not kept or listed': async ({ api, unique, filesWith }) => {
      const title = unique('Paper');
      const { token } = await paper(api, title);
      keepsSecret(wants(await api.get('/papers', { query: { title } }), 200), token);
      safe((await filesWith(token)).length === 0, 'in clear');
    },
    'downloads cannot be set': async ({ api, unique }) => {
      const { path, token } = await paper(api, unique('a'), { downloads: '999' });
      await api.patch(
        path,
        { title: 'x', downloads: 999, id: 1 },
        { headers: { 'x-edit-token': token } },
      );
      safe(wants(await api.get(path), 200).at('downloads') === 0, 'they can');
    },
    'names of files lead nowhere': async ({ api, unique }) => {
      const made = await upload(
        api,
        unique('a'),
        {},
        PDF,
        'application/pdf',
        '../../../tmp/evil.pdf',
      );
      must(made.status !== 501, 'built');
      leaksNothing(made);
      const file = wants(await api.get(`/papers/${made.id('id')}/download`), 200);
      safe(!/\.\./.test(file.headers.get('content-disposition') ?? ''), 'the name climbs');
    },
    'SQL stays text': async ({ api }) => {
      await injects((title) => api.get('/papers', { query: { title } }));
      await injects((title) => upload(api, title));
      denied(await api.get(`/papers/${encodeURIComponent('1 OR 1=1')}`));
      denied(await api.get('/papers/99999999999999999999'));
    },
  },
  undetermined: {
    'GET /papers/{id}/text': async ({ api, unique }) => {
      const texts = [];
      for (const word of ['a', 'b'])
        texts.push((await api.get(`${(await paper(api, unique(word))).path}/text`)).text);
      return texts;
    },
  },
};
