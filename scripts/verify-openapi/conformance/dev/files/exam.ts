import {
  atOnce,
  CLIMBS,
  headersAreWhole,
  injects,
  keepsSecret,
  leaksNothing,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

type Upload = {
  readonly text?: string;
  readonly name?: string;
  readonly type?: string;
  readonly fields?: Record<string, string>;
};

function upload(
  api: Client,
  { text = 'hello file', name = 'note.txt', type = 'text/plain', fields = {} }: Upload = {},
): Promise<Reply> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([text], { type }), name);
  return api.post('/files', undefined, { form });
}

const withSecret = (secret: string) => ({ headers: { 'x-secret': secret } });
const fetchFile = (api: Client, id: string, secret: string) =>
  api.get(`/files/${id}`, withSecret(secret));

async function put(api: Client, options: Upload = {}) {
  const reply = wants(await upload(api, options), 201);
  return { id: reply.id('id'), secret: reply.id('secret'), reply };
}

export const exam: Exam = {
  functional: {
    'gives back the bytes that were uploaded, under their name': async ({ api }) => {
      const { id, secret, reply } = await put(api, { text: 'some bytes' });
      equal([reply.at('name'), reply.at('size')], ['note.txt', 10], 'answer');
      const file = wants(await fetchFile(api, id, secret), 200);
      equal(file.text, 'some bytes', 'bytes');
      const disposition = file.headers.get('content-disposition') ?? '';
      must(
        /^attachment/.test(disposition) && disposition.includes('note.txt'),
        `disposition ${disposition}`,
      );
    },
    'takes a secret of one’s own': async ({ api }) => {
      const { id, secret } = await put(api, { fields: { secret: 'my own secret' } });
      equal(secret, 'my own secret', 'secret');
      wants(await fetchFile(api, id, 'my own secret'), 200);
    },
    'a wrong secret and an unknown id look alike': async ({ api }) => {
      const { id } = await put(api);
      const [wrong, unknown] = [
        await fetchFile(api, id, 'wrong-secret'),
        await fetchFile(api, 'nowhere', 'wrong-secret'),
      ];
      equal([wrong.status, unknown.status], [404, 404], 'statuses');
      equal(wrong.text.length, unknown.text.length, 'length of the answers');
      wants(await api.delete(`/files/${id}`, withSecret('wrong-secret')), 404);
    },
    'removes with the secret': async ({ api }) => {
      const { id, secret } = await put(api);
      wants(await api.delete(`/files/${id}`, withSecret(secret)), 204);
      wants(await fetchFile(api, id, secret), 404);
    },
    'is gone after as many downloads as were asked for': async ({ api }) => {
      const { id, secret } = await put(api, { fields: { maxDownloads: '2' } });
      wants(await fetchFile(api, id, secret), 200);
      wants(await fetchFile(api, id, secret), 200);
      wants(await fetchFile(api, id, secret), 410);
    },
    'refuses bad uploads': async ({ api }) => {
      const form = new FormData();
      form.append('secret', 'long enough');
      wants(await api.post('/files', undefined, { form }), 400);
      wants(await upload(api, { fields: { secret: 'short' } }), 400);
      wants(await upload(api, { fields: { maxDownloads: '0' } }), 400);
      wants(await upload(api, { fields: { maxDownloads: 'many' } }), 400);
      wants(await upload(api, { text: 'x'.repeat(5_300_000) }), 413);
    },
    'keeps files over a restart': async ({ api, restart }) => {
      const { id, secret } = await put(api, { text: 'durable' });
      await restart();
      equal(wants(await fetchFile(api, id, secret), 200).text, 'durable', 'bytes');
    },
  },
  exploits: {
    'names lead out of no folder and overwrite nothing': async ({ api }) => {
      const witness = await put(api, { text: 'witness' });
      for (const name of [
        ...CLIMBS,
        witness.id,
        `../${witness.id}`,
        'note.txt',
        '.env',
        '',
        ' ',
        'con',
        'x'.repeat(3000),
      ])
        await upload(api, { text: 'intruder', name });
      safe(
        (await fetchFile(api, witness.id, witness.secret)).text === 'witness',
        'it was overwritten',
      );
    },
    'ids lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `${api.base}/files/${climb}`, {
          'x-secret': 'x'.repeat(10),
        });
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
      }
    },
    'a page is not shown as a page': async ({ api }) => {
      for (const [name, type] of [
        ['x.html', 'text/html'],
        ['x.svg', 'image/svg+xml'],
        ['x.txt', 'text/html; charset=utf-7'],
      ] as const) {
        const { id, secret } = await put(api, { text: '<script>alert(1)</script>', name, type });
        const file = wants(await fetchFile(api, id, secret), 200);
        safe(/^attachment/.test(file.headers.get('content-disposition') ?? ''), 'no attachment');
        safe(file.headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
      }
    },
    'a name splits no header and ends no quotes': async ({ api }) => {
      for (const name of ['a"; filename="evil.html', 'a\r\nset-cookie: a=b', 'ü日本\u202e.exe']) {
        const reply = await upload(api, { name });
        if (reply.status !== 201) {
          denied(reply);
          continue;
        }
        const file = wants(await fetchFile(api, reply.id('id'), reply.id('secret')), 200);
        headersAreWhole(file);
        safe(
          !/filename="?evil\.html/.test(file.headers.get('content-disposition') ?? ''),
          'the name was cut',
        );
      }
    },
    'ids and secrets are not guessed from others': async ({ api }) => {
      const files = [await put(api), await put(api), await put(api)];
      safe(
        files.every(({ id }) => !/^\d{1,9}$/.test(id)),
        'ids can be counted through',
      );
      safe(
        files.every(({ secret }) => secret.length >= 16),
        'secrets are short',
      );
      safe(new Set(files.map(({ secret }) => secret)).size === 3, 'secrets repeat');
    },
    'secrets are not kept in clear': async ({ api, unique, filesWith }) => {
      const secret = unique('clearSecret');
      await put(api, { fields: { secret } });
      safe((await filesWith(secret)).length === 0, 'the secret lies in the data folder');
    },
    'a file without the secret stays shut': async ({ api }) => {
      const { id, secret } = await put(api);
      for (const guess of [
        '',
        ' ',
        'null',
        'undefined',
        '*',
        '%',
        "' OR '1'='1",
        secret.slice(0, -1),
        `${secret}x`,
        secret.toUpperCase(),
      ]) {
        const reply = await fetchFile(api, id, guess);
        safe(reply.status >= 400 || guess === secret, `${guess} opens it`);
      }
      const missing = await api.get(`/files/${id}`);
      denied(missing);
      denied(await api.get(`/files/${id}`, { query: { 'X-Secret': secret, secret } }));
    },
    'SQL in fields does no harm': async ({ api }) => {
      const witness = await put(api, { text: 'witness' });
      await injects((secret) => upload(api, { fields: { secret: `${secret}________` } }));
      await injects((name) => upload(api, { name }));
      await injects((text) =>
        api.get(`/files/${encodeURIComponent(text)}`, withSecret(witness.secret)),
      );
      await injects((text) => api.delete(`/files/${witness.id}`, withSecret(text)));
      // So many wrong secrets may have to be waited for, which is no harm to the file.
      const found = await fetchFile(api, witness.id, witness.secret);
      safe(found.status === 429 || found.text === 'witness', 'it is gone');
    },
    'the last download is had once': async ({ api }) => {
      const { id, secret } = await put(api, { fields: { maxDownloads: '1' } });
      const replies = await atOnce(8, () => fetchFile(api, id, secret));
      safe(replies.filter(({ status }) => status === 200).length === 1, 'not exactly once');
    },
    'an id cannot be chosen': async ({ api }) => {
      const witness = await put(api, { text: 'witness' });
      const reply = await upload(api, { fields: { id: witness.id, name: 'x', size: '1' } });
      if (reply.status === 201) safe(reply.at('id') !== witness.id, 'it was');
      safe(
        (await fetchFile(api, witness.id, witness.secret)).text === 'witness',
        'it was overwritten',
      );
    },
    'the secret shows nowhere else': async ({ api }) => {
      const { id, secret } = await put(api);
      const file = wants(await fetchFile(api, id, secret), 200);
      keepsSecret(file, secret);
      safe(![...file.headers.values()].some((value) => value.includes(secret)), 'in a header');
    },
  },
  undetermined: {},
};
