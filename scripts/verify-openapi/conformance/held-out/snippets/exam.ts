import {
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'on-the-shelf-1';
type Query = Record<string, string | number | readonly string[]>;
type Author = { readonly name: string; readonly token: string; readonly as: Client };

const login = (api: Client, user_name: string, secret = password) =>
  api.post('/users/login', { user_name, password: secret });
async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Author> {
  const name = unique('coder');
  const token = wants(await login(api, name), 201).id('auth_token');
  return { name, token, as: api.with({ 'x-auth-token': token }) };
}

const shelve = async (as: Client, title: string, more: object = {}) =>
  wants(await as.post('/snippets', { title, code: 'x = 1', ...more }), 201).id('id');
const search = async (api: Client, query: Query) =>
  wants(await api.get('/snippets', { query }), 200);
const titles = async (api: Client, query: Query) =>
  (await search(api, query)).list('snippets').map(({ title }) => title);

/** One snippet of each visibility, by the word that is in all of them. */
async function shelveAll(as: Client, word: string) {
  const ids = { public: '', unlisted: '', private: '' };
  for (const visibility of ['public', 'unlisted', 'private'] as const)
    ids[visibility] = await shelve(as, `${word} ${visibility}`, { visibility, tags: [word] });
  return ids;
}

export const exam: Exam = {
  functional: {
    'the first login creates the user': async ({ api, unique }) => {
      const name = unique('coder');
      const first = wants(await login(api, name), 201).id('auth_token');
      const second = wants(await login(api, name), 200).id('auth_token');
      for (const token of [first, second])
        equal(
          wants(await api.with({ 'x-auth-token': token }).get('/snippets/mine'), 200).json,
          [],
          'mine',
        );
      wants(await login(api, name, 'another-password'), 401);
      wants(await login(api, 'a b'), 400);
      wants(await login(api, unique('coder'), 'short'), 400);
    },
    'shelves a snippet and shows it': async (room) => {
      const { name, as } = await join(room);
      const sent = { title: 'Hello', code: 'print(1)\nprint(2)\n', language: 'python' };
      const made = wants(await as.post('/snippets', sent), 201);
      const names = ['title', 'code', 'language', 'author', 'tags', 'visibility', 'lines'];
      for (const snippet of [made, wants(await room.api.get(`/snippets/${made.id('id')}`), 200)])
        equal(
          names.map((member) => snippet.at(member)),
          [...Object.values(sent), name, [], 'public', 2],
          'snippet',
        );
    },
    'counts the lines of the code': async (room) => {
      const { as } = await join(room);
      for (const [code, lines] of [
        ['one', 1],
        ['one\ntwo', 2],
        ['one\n\nthree\n', 3],
      ] as const)
        equal(
          wants(await as.post('/snippets', { title: 'x', code }), 201).at('lines'),
          lines,
          code,
        );
    },
    'keeps tags in lower case, each once': async (room) => {
      const { as } = await join(room);
      const tags = ['Web', 'c++', 'API', 'web', 'C++'];
      const made = wants(await as.post('/snippets', { title: 'x', code: 'y', tags }), 201);
      equal(made.at('tags'), ['web', 'c++', 'api'], 'tags');
      equal(made.at('language'), null, 'language');
    },
    'shows everybody what they may see': async (room) => {
      const [ann, bob, word] = [await join(room), await join(room), room.unique('see')];
      const ids = await shelveAll(ann.as, word);
      for (const api of [room.api, bob.as]) {
        wants(await api.get(`/snippets/${ids.public}`), 200);
        wants(await api.get(`/snippets/${ids.unlisted}`), 200);
        wants(await api.get(`/snippets/${ids.private}`), 404);
        wants(await api.get(`/snippets/${ids.private}/raw`), 404);
      }
      wants(await ann.as.get(`/snippets/${ids.private}`), 200);
      equal(await titles(ann.as, { q: word }), [`${word} public`], 'found');
      const mine = wants(await ann.as.get('/snippets/mine'), 200).list();
      equal(
        mine.map(({ visibility }) => visibility),
        ['private', 'unlisted', 'public'],
        'mine',
      );
    },
    'gives the code alone': async (room) => {
      const { as } = await join(room);
      const code = '<b>&amp; "quoted"</b>\n\ttab é\n';
      const id = await shelve(as, 'x', { code });
      equal(wants(await room.api.get(`/snippets/${id}/raw`), 200).text, code, 'code');
      const hidden = await shelve(as, 'x', { code, visibility: 'private' });
      equal(wants(await as.get(`/snippets/${hidden}/raw`), 200).text, code, 'private code');
    },
    'finds by text, tags, language and author': async (room) => {
      const [ann, bob, word] = [await join(room), await join(room), room.unique('find')];
      await shelve(ann.as, `${word} one`, { tags: ['t1', 't2'], language: 'go' });
      await shelve(ann.as, 'two', { code: `// ${word.toUpperCase()}`, tags: ['T2'] });
      await shelve(bob.as, `${word} three`, { tags: ['t1', 't2', 't3'], language: 'go' });
      const found = (query: Query) => titles(room.api, { q: word, ...query });
      const [one, three] = [`${word} one`, `${word} three`];
      equal(await found({}), [three, 'two', one], 'by text');
      equal(await found({ tag: 't2' }), [three, 'two', one], 'by tag');
      equal(await found({ tag: ['t1', 't2'] }), [three, one], 'by two tags');
      equal(await found({ language: 'go', author: ann.name }), [one], 'by language and author');
      equal(await found({ tag: 't4' }), [], 'by a tag that there is not');
      equal(await found({ q: `${word}_three` }), [], 'by a sign that stands for itself');
    },
    'turns pages': async (room) => {
      const [{ as }, word] = [await join(room), room.unique('page')];
      for (const end of ['1', '2', '3', '4', '5']) await shelve(as, `${word} ${end}`);
      const page = await search(room.api, { q: word, page: 2, per_page: 2 });
      equal([page.at('total'), page.at('page'), page.at('pages')], [5, 2, 3], 'counts');
      equal(
        page.list('snippets').map(({ title }) => title),
        [`${word} 3`, `${word} 2`],
        'snippets',
      );
      const none = await search(room.api, { q: room.unique('none') });
      equal([none.at('total'), none.at('pages'), none.at('snippets')], [0, 0, []], 'none');
      wants(await room.api.get('/snippets', { query: { per_page: 51 } }), 400);
      wants(await room.api.get('/snippets', { query: { page: 0 } }), 400);
    },
    'counts tags of public snippets': async (room) => {
      const [{ as }, word] = [await join(room), room.unique('t').slice(0, 15).toLowerCase()];
      const [a, b, c] = [`${word}a`, `${word}b`, `${word}c`];
      await shelve(as, 'x', { tags: [b, a] });
      const id = await shelve(as, 'x', { tags: [b, c] });
      await shelve(as, 'x', { tags: [a, c], visibility: 'private' });
      await shelve(as, 'x', { tags: [a], visibility: 'unlisted' });
      const tags = async () =>
        wants(await room.api.get('/tags', { query: { starts_with: word } }), 200)
          .list()
          .map(({ tag, snippets }) => [tag, snippets]);
      equal(
        await tags(),
        [
          [b, 2],
          [a, 1],
          [c, 1],
        ],
        'tags',
      );
      wants(await as.delete(`/snippets/${id}`), 204);
      equal(
        await tags(),
        [
          [a, 1],
          [b, 1],
        ],
        'tags',
      );
    },
    'takes own snippets from the shelf only': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const ids = await shelveAll(ann.as, room.unique('own'));
      wants(await bob.as.delete(`/snippets/${ids.public}`), 403);
      wants(await bob.as.delete(`/snippets/${ids.private}`), 404);
      wants(await room.api.delete(`/snippets/${ids.public}`), 401);
      wants(await ann.as.delete(`/snippets/${ids.public}`), 204);
      wants(await ann.as.delete(`/snippets/${ids.public}`), 404);
      wants(await room.api.get(`/snippets/${ids.public}`), 404);
    },
    'refuses what is not well-formed, and who is not logged in': async (room) => {
      const { as } = await join(room);
      const fine = { title: 'x', code: 'y' };
      for (const wrong of [
        { title: '' },
        { code: '' },
        { language: 'cobol' },
        { tags: ['with space'] },
        { tags: Array.from({ length: 9 }, (_, at) => `t${at}`) },
        { visibility: 'secret' },
      ])
        wants(await as.post('/snippets', { ...fine, ...wrong }), 400);
      wants(await room.api.post('/snippets', fine), 401);
      wants(await room.api.get('/snippets/mine'), 401);
      const id = await shelve(as, 'x');
      const wrong = room.api.with({ 'x-auth-token': 'not-a-token' });
      wants(await wrong.get(`/snippets/${id}`), 401);
    },
  },
  exploits: {
    'private and unlisted snippets show nowhere': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const [word, secret] = [
        room.unique('hide').slice(0, 15).toLowerCase(),
        room.unique('secret'),
      ];
      const hidden = { code: secret, tags: [word] };
      await shelve(ann.as, `${word} ${secret}`, { ...hidden, visibility: 'unlisted' });
      const id = await shelve(ann.as, `${word} ${secret}`, { ...hidden, visibility: 'private' });
      for (const api of [room.api, bob.as])
        for (const path of [`/snippets/${id}`, `/snippets/${id}/raw`])
          denied(await api.get(path), 404);
      await shelve(ann.as, word, { tags: [`${word}x`] });
      for (const api of [room.api, bob.as])
        for (const query of [
          { q: word },
          { tag: word },
          { author: ann.name },
          { q: secret },
          { author: ann.name, visibility: 'private' },
          { author: ann.name, visibility: 'unlisted', page: 1 },
        ] as Query[])
          keepsSecret(await api.get('/snippets', { query }), secret);
      const counted = await room.api.get('/tags', { query: { starts_with: word } });
      safe(
        counted.list().every(({ tag }) => tag !== word),
        'their tags are counted',
      );
      keepsSecret(wants(await bob.as.get('/snippets/mine'), 200), secret);
    },
    'ids cannot be counted through': async (room) => {
      const { as } = await join(room);
      const ids: string[] = [];
      for (let turn = 0; turn < 3; turn += 1)
        ids.push(await shelve(as, 'x', { visibility: 'unlisted' }));
      safe(
        ids.every((id) => !/^\d{1,12}$/.test(id) && id.length >= 8),
        `${ids}`,
      );
    },
    'made up tokens open nothing': async (room) => {
      const ann = await join(room);
      const ids = await shelveAll(ann.as, room.unique('own'));
      const { token, name } = ann;
      const guesses = ['1', 'admin', 'null', name, token.slice(0, -1), `${token}0`, "' OR '1'='1"];
      for (const guess of guesses) {
        const as = room.api.with({ 'x-auth-token': guess });
        denied(await as.get('/snippets/mine'), 401);
        denied(await as.get(`/snippets/${ids.private}`), 401, 404);
        denied(await as.delete(`/snippets/${ids.public}`), 401);
      }
    },
    'the author cannot be chosen': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const more = { author: ann.name, user_id: 1, owner: ann.name, id: 'chosen', lines: 99 };
      const made = await eve.as.post('/snippets', { title: 'x', code: 'y', ...more });
      if (made.status !== 201) denied(made);
      else {
        const chosen = made.at('author') !== eve.name || made.at('id') === 'chosen';
        safe(!chosen && made.at('lines') === 1, 'it was');
      }
      safe((await search(room.api, { author: ann.name })).at('total') === 0, 'it was planted');
    },
    'code is not run as a page': async (room) => {
      const { as } = await join(room);
      for (const code of SCRIPTS) {
        const id = await shelve(as, code.slice(0, 80), { code, language: 'html' });
        const { headers } = wants(
          await room.api.get(`/snippets/${id}/raw`, { headers: { accept: 'text/html' } }),
          200,
        );
        safe(/^text\/plain/.test(headers.get('content-type') ?? ''), 'it is a page');
        safe(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
      }
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const clear = unique('clearPassword');
      keepsSecret(wants(await login(api, unique('coder'), clear), 201), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'of many first logins with different passwords one wins': async ({ api, unique }) => {
      const name = unique('race');
      const replies = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((turn) => login(api, name, `password-of-${turn}`)),
      );
      const created = replies.filter(({ status }) => status === 201).length;
      must(created > 0, `nobody was created: ${replies[0]?.status}`);
      safe(created === 1 && replies.every(({ status }) => status !== 200), `${created} were`);
    },
    'SQL stays text': async (room) => {
      const { as, name } = await join(room);
      await shelve(as, 'Witness');
      await injects(async (code) => {
        const reply = await as.post('/snippets', { title: code, code, visibility: 'private' });
        if (reply.status === 201) safe(reply.at('code') === code, `${code} was changed`);
        return reply;
      });
      for (const filter of ['q', 'tag', 'language', 'author', 'page'])
        await injects((text) => room.api.get('/snippets', { query: { [filter]: text } }));
      await injects((starts_with) => room.api.get('/tags', { query: { starts_with } }));
      await injects((text) => as.delete(`/snippets/${encodeURIComponent(text)}`));
      await injects((text) => login(room.api, text, text));
      safe((await search(room.api, { author: name })).at('total') === 1, 'the witness is gone');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/users/login');
      await bodiesAreBounded((await join(room)).as, '/snippets');
    },
    'last: guessing is stopped': async (room) => {
      const { name } = await join(room);
      await guessingIsStopped((guess) => login(room.api, name, guess));
    },
  },
  undetermined: {},
};
