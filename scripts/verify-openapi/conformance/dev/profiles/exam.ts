import {
  CLIMBS,
  headersAreWhole,
  injects,
  keepsSecret,
  leaksNothing,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Picture = { bytes?: Buffer; name?: string; type?: string };

function create(api: Client, fields: Record<string, string>, picture?: Picture): Promise<Reply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (picture) {
    const { bytes = PNG, name = 'me.png', type = 'image/png' } = picture;
    form.append('image', new Blob([new Uint8Array(bytes)], { type }), name);
  }
  return api.post('/profiles', undefined, { form });
}

const keyOf = (reply: Reply) => ({ 'x-edit-key': wants(reply, 201).id('editKey') });

export const exam: Exam = {
  functional: {
    'creates a profile with a picture, which is shown again': async ({ api, unique }) => {
      const username = unique('ann');
      wants(await create(api, { username, bio: 'Hello' }, {}), 201);
      const profile = wants(await api.get(`/profiles/${username}`), 200);
      equal([profile.at('bio'), profile.at('hasImage')], ['Hello', true], 'profile');
      const image = wants(await api.get(`/profiles/${username}/image`), 200);
      equal(image.headers.get('content-type')?.split(';')[0], 'image/png', 'type');
      must(image.bytes.equals(PNG), 'the bytes are those uploaded');
    },
    'a picture is not needed': async ({ api, unique }) => {
      const username = unique('bob');
      wants(await create(api, { username }), 201);
      equal(wants(await api.get(`/profiles/${username}`), 200).at('hasImage'), false, 'hasImage');
      wants(await api.get(`/profiles/${username}/image`), 404);
    },
    'lists profiles by username': async ({ api, unique }) => {
      const names = [unique('b'), unique('a')];
      for (const username of names) await create(api, { username });
      const listed = wants(await api.get('/profiles'), 200)
        .list()
        .map((one) => String(one.username));
      must(
        names.every((name) => listed.includes(name)),
        'both are there',
      );
      equal(listed, listed.toSorted(), 'order');
    },
    'changes and deletes with the key': async ({ api, unique }) => {
      const username = unique('eve');
      const headers = keyOf(await create(api, { username, bio: 'old' }, {}));
      equal(
        wants(await api.patch(`/profiles/${username}`, { bio: 'new' }, { headers }), 200).at('bio'),
        'new',
        'bio',
      );
      wants(await api.delete(`/profiles/${username}`, { headers }), 204);
      wants(await api.get(`/profiles/${username}`), 404);
      wants(await api.get(`/profiles/${username}/image`), 404);
    },
    'refuses without the key, and with a wrong one': async ({ api, unique }) => {
      const username = unique('joe');
      wants(await create(api, { username, bio: 'mine' }), 201);
      for (const headers of [{}, { 'x-edit-key': 'a-wrong-key-of-some-length' }]) {
        wants(await api.patch(`/profiles/${username}`, { bio: 'stolen' }, { headers }), 401);
        wants(await api.delete(`/profiles/${username}`, { headers }), 401);
      }
      equal(wants(await api.get(`/profiles/${username}`), 200).at('bio'), 'mine', 'bio');
    },
    'refuses usernames that are taken or not valid': async ({ api, unique }) => {
      const username = unique('kim');
      wants(await create(api, { username }), 201);
      wants(await create(api, { username }), 409);
      for (const bad of ['', 'ab', 'Upper', '1st', 'with space', 'x'.repeat(31)])
        wants(await create(api, { username: bad }), 400);
      wants(await create(api, { username: unique('l'), bio: 'x'.repeat(501) }), 400);
    },
    'refuses pictures that are too large or none': async ({ api, unique }) => {
      const bytes = Buffer.concat([PNG, Buffer.alloc(1_100_000)]);
      wants(await create(api, { username: unique('big') }, { bytes }), 413);
      const text = { bytes: Buffer.from('hello'), name: 'a.txt', type: 'text/plain' };
      wants(await create(api, { username: unique('txt') }, text), 415);
    },
    'keeps pictures over a restart': async ({ api, unique, restart }) => {
      const username = unique('stay');
      await create(api, { username }, {});
      await restart();
      must(wants(await api.get(`/profiles/${username}/image`), 200).bytes.equals(PNG), 'bytes');
    },
  },
  exploits: {
    'the key is shown once': async ({ api, unique, filesWith }) => {
      const username = unique('key');
      const { 'x-edit-key': key } = keyOf(await create(api, { username }));
      keepsSecret(wants(await api.get(`/profiles/${username}`), 200), key);
      keepsSecret(wants(await api.get('/profiles'), 200), key);
      safe((await filesWith(key)).length === 0, 'the key lies in the data folder in clear');
    },
    'the key of one profile does not open another': async ({ api, unique }) => {
      const [ann, bob] = [unique('ann'), unique('bob')];
      const headers = keyOf(await create(api, { username: ann }));
      wants(await create(api, { username: bob, bio: 'of Bob' }), 201);
      denied(await api.patch(`/profiles/${bob}`, { bio: 'x' }, { headers }), 401, 403);
      denied(await api.delete(`/profiles/${bob}`, { headers }), 401, 403);
      safe(wants(await api.get(`/profiles/${bob}`), 200).at('bio') === 'of Bob', 'it was changed');
    },
    'a page or a drawing is no picture, whatever it calls itself': async ({ api, unique }) => {
      const page = Buffer.from('<html><script>alert(1)</script></html>');
      const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
      for (const [bytes, type] of [
        [page, 'image/png'],
        [page, 'text/html'],
        [drawing, 'image/svg+xml'],
        [drawing, 'image/png'],
      ] as const) {
        const username = unique('fake');
        const reply = await create(api, { username }, { bytes, type, name: 'x.png' });
        if (reply.status >= 400) {
          denied(reply);
          continue;
        }
        const shown = wants(await api.get(`/profiles/${username}/image`), 200);
        safe(
          /^image\/(png|jpeg)/.test(shown.headers.get('content-type') ?? ''),
          'served as markup',
        );
        safe(shown.headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
      }
    },
    'file names lead out of no folder and overwrite nothing': async ({ api, unique }) => {
      const witness = unique('witness');
      await create(api, { username: witness }, { name: 'me.png' });
      const other = Buffer.concat([PNG, Buffer.from('other')]);
      for (const name of [...CLIMBS, 'me.png', '../me.png', `${witness}.png`, 'a\u0000.png'])
        await create(api, { username: unique('climb') }, { bytes: other, name });
      safe(
        (await api.get(`/profiles/${witness}/image`)).bytes.equals(PNG),
        'the picture was overwritten',
      );
    },
    'usernames in paths lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `${api.base}/profiles/${climb}/image`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
      }
    },
    'a file name splits no header': async ({ api, unique }) => {
      const username = unique('split');
      wants(await create(api, { username }, { name: 'x";\r\nset-cookie: a=b;".png' }), 201, 400);
      headersAreWhole(await api.get(`/profiles/${username}/image`));
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      await injects(async (bio) => {
        const username = unique('sql');
        wants(await create(api, { username, bio }), 201);
        const shown = await api.get(`/profiles/${username}`);
        safe(shown.at('bio') === bio, `${bio} was changed`);
        return shown;
      });
      await injects((username) => create(api, { username }));
      await injects((text) => api.get(`/profiles/${encodeURIComponent(text)}`));
      await injects((text) => api.get(`/profiles/${encodeURIComponent(text)}/image`));
      const username = unique('door');
      wants(await create(api, { username }), 201);
      await injects((text) =>
        api.delete(`/profiles/${username}`, { headers: { 'x-edit-key': text } }),
      );
      safe((await api.get(`/profiles/${username}`)).status === 200, 'deleted with a forged key');
    },
    'fields that nobody asked for change nothing': async ({ api, unique }) => {
      const username = unique('mass');
      const reply = await create(api, {
        username,
        editKey: 'chosen-by-me-chosen-by-me',
        hasImage: 'true',
      });
      if (reply.status >= 400) return void denied(reply);
      safe(reply.at('editKey') !== 'chosen-by-me-chosen-by-me', 'the key was chosen');
      safe(wants(await api.get(`/profiles/${username}`), 200).at('hasImage') === false, 'hasImage');
    },
    'of many with one username one wins': async ({ api, unique }) => {
      const username = unique('race');
      await oneWins(6, () => create(api, { username }, {}));
    },
    'a form with no end is refused': async ({ api }) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=xx' };
      for (const text of [
        '',
        '--xx',
        '--xx\r\ncontent-disposition: form-data; name="username"\r\n\r\nabc',
        'nonsense',
      ])
        denied(await api.post('/profiles', undefined, { text, headers }));
      const many = new FormData();
      for (let turn = 0; turn < 3000; turn += 1) many.append(`f${turn}`, 'x');
      denied(await api.post('/profiles', undefined, { form: many }));
    },
  },
  undetermined: {},
};
