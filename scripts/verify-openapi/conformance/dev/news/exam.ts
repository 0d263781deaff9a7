import {
  atOnce,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'a pass phrase 1';
const NOW = '2020-05-06T07:08:09Z';
type Editor = { readonly name: string; readonly as: Client };

const basic = (name: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});

async function signUp({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Editor> {
  const name = unique('ed');
  wants(await api.post('/editors', { name, password: PASSWORD }), 201);
  return { name, as: api.with(basic(name, PASSWORD)) };
}

const write = async ({ as }: Editor, title: string, publishedAt: string | null = NOW) =>
  wants(await as.post('/articles', { title, body: 'Text.', publishedAt }), 201);

const tagOf = (reply: Reply) => reply.headers.get('etag') ?? '';
const path = (reply: Reply) => `/articles/${reply.id('slug')}`;
const change = (client: Client, where: string, title: string, headers: Record<string, string>) =>
  client.put(where, { title, body: 'Changed.', publishedAt: NOW }, { headers });

export const exam: Exam = {
  functional: {
    'an editor writes what everybody reads': async (room) => {
      const ann = await signUp(room);
      const title = `Rain ${room.unique('x')}`;
      const made = await write(ann, title);
      must((made.headers.get('location') ?? '').endsWith(path(made)), 'Location');
      const read = wants(await room.api.get(path(made)), 200);
      equal(
        [read.at('title'), read.at('author'), read.at('body')],
        [title, ann.name, 'Text.'],
        'article',
      );
      must(/^"[^"]+"$/.test(tagOf(read)), `a strong tag: ${tagOf(read)}`);
      equal(tagOf(read), tagOf(made), 'tag');
    },
    'makes the slug from the title': async (room) => {
      const ann = await signUp(room);
      const word = room.unique('word');
      equal((await write(ann, `Hello, ${word}  World!`)).at('slug'), `hello-${word}-world`, 'slug');
      equal(
        (await write(ann, `Hello ${word} World`)).at('slug'),
        `hello-${word}-world-2`,
        'second',
      );
      equal(
        (await write(ann, `HELLO ${word} world?`)).at('slug'),
        `hello-${word}-world-3`,
        'third',
      );
    },
    'answers 304 for the current tag': async (room) => {
      const made = await write(await signUp(room), room.unique('Cached'));
      const again = await room.api.get(path(made), { headers: { 'if-none-match': tagOf(made) } });
      equal([again.status, again.text], [304, ''], 'answer');
      wants(await room.api.get(path(made), { headers: { 'if-none-match': '"other"' } }), 200);
    },
    'changes with the current tag, which is another one then': async (room) => {
      const ann = await signUp(room);
      const made = await write(ann, room.unique('Before'));
      const changed = wants(
        await change(ann.as, path(made), 'After', { 'if-match': tagOf(made) }),
        200,
      );
      equal([changed.at('title'), changed.at('slug')], ['After', made.at('slug')], 'article');
      must(tagOf(changed) !== tagOf(made), 'the tag has changed');
      equal(tagOf(wants(await room.api.get(path(made)), 200)), tagOf(changed), 'tag');
    },
    'wants If-Match, and the current one': async (room) => {
      const ann = await signUp(room);
      const made = await write(ann, room.unique('Locked'));
      wants(await change(ann.as, path(made), 'x', {}), 428);
      wants(await change(ann.as, path(made), 'x', { 'if-match': '"outdated"' }), 412);
      wants(await ann.as.delete(path(made)), 428);
      wants(await ann.as.delete(path(made), { headers: { 'if-match': '"outdated"' } }), 412);
      wants(await ann.as.delete(path(made), { headers: { 'if-match': tagOf(made) } }), 204);
      wants(await room.api.get(path(made)), 404);
    },
    'lists what is published, the latest first': async (room) => {
      const ann = await signUp(room);
      const slugs: unknown[] = [];
      for (const year of ['2021', '2023', '2022'])
        slugs.push(
          (await write(ann, room.unique(`Y${year}`), `${year}-01-01T00:00:00Z`)).at('slug'),
        );
      const draft = await write(ann, room.unique('Draft'), null);
      const listed = wants(await room.api.get('/articles', { query: { limit: 100 } }), 200)
        .list()
        .map(({ slug }) => slug);
      equal(
        listed.filter((slug) => slugs.includes(slug)),
        [slugs[1], slugs[2], slugs[0]],
        'order',
      );
      must(!listed.includes(draft.at('slug')), 'no draft');
      equal(
        wants(await room.api.get('/articles', { query: { limit: 2 } }), 200).list().length,
        2,
        'limit',
      );
    },
    'shows drafts to editors only': async (room) => {
      const [ann, bob] = [await signUp(room), await signUp(room)];
      const draft = await write(ann, room.unique('Draft'), null);
      wants(await room.api.get(path(draft)), 404);
      wants(await ann.as.get(path(draft)), 200);
      wants(await bob.as.get(path(draft)), 200);
    },
    'only the author changes and deletes': async (room) => {
      const [ann, bob] = [await signUp(room), await signUp(room)];
      const made = await write(ann, room.unique('Mine'));
      wants(await change(bob.as, path(made), 'x', { 'if-match': tagOf(made) }), 403);
      wants(await bob.as.delete(path(made), { headers: { 'if-match': tagOf(made) } }), 403);
      wants(await change(room.api, path(made), 'x', { 'if-match': tagOf(made) }), 401);
    },
    'refuses what is not valid with 422, names that are taken with 409': async (room) => {
      const ann = await signUp(room);
      wants(await room.api.post('/editors', { name: ann.name, password: PASSWORD }), 409);
      wants(await room.api.post('/editors', { name: room.unique('e'), password: 'short' }), 422);
      wants(await room.api.post('/editors', { name: 'Not Good', password: PASSWORD }), 422);
      wants(await ann.as.post('/articles', { title: '', body: 'x' }), 422);
      wants(await ann.as.post('/articles', { title: 'x', body: 'x', publishedAt: 'soon' }), 422);
      wants(await room.api.post('/articles', { title: 'x', body: 'x' }), 401);
    },
  },
  exploits: {
    'wrong credentials open nothing': async (room) => {
      const ann = await signUp(room);
      const headers = [
        basic(ann.name, 'wrong'),
        basic(ann.name, ''),
        basic('', ''),
        basic("' OR '1'='1", "' OR '1'='1"),
        { authorization: 'Basic' },
        { authorization: 'Basic %%%' },
        { authorization: `Bearer ${ann.name}` },
      ];
      for (const one of headers)
        denied(await room.api.with(one).post('/articles', { title: 'x', body: 'x' }), 401);
    },
    'drafts do not show anywhere': async (room) => {
      const ann = await signUp(room);
      const secret = room.unique('secret');
      const draft = await write(ann, secret, null);
      for (const headers of [
        {},
        { authorization: 'Basic eDp4' },
        { 'if-none-match': tagOf(draft) },
      ]) {
        const reply = await room.api.get(path(draft), { headers });
        safe(reply.status === 404 || reply.status === 401, `a stranger got ${reply.status}`);
        keepsSecret(reply, secret);
      }
      const head = await room.api.send('HEAD', path(draft));
      safe([404, 405].includes(head.status), `HEAD answers ${head.status}`);
      keepsSecret(await room.api.get('/articles', { query: { limit: 100 } }), secret);
    },
    'the author cannot be chosen': async (room) => {
      const [ann, bob] = [await signUp(room), await signUp(room)];
      const sent = { title: room.unique('As'), body: 'x', author: bob.name, slug: 'chosen-by-me' };
      const made = await ann.as.post('/articles', sent);
      if (made.status >= 400) return void denied(made);
      unmoved(made, 'author', bob.name);
      unmoved(made, 'slug', 'chosen-by-me');
    },
    'of many who change with one tag one wins': async (room) => {
      const ann = await signUp(room);
      const made = await write(ann, room.unique('Race'));
      await oneWins(4, (turn) =>
        change(ann.as, path(made), `T${turn}`, { 'if-match': tagOf(made) }),
      );
    },
    'titles that are alike get different slugs at once': async (room) => {
      const ann = await signUp(room);
      const title = room.unique('Same');
      const replies = await atOnce(4, () =>
        ann.as.post('/articles', { title, body: 'x', publishedAt: NOW }),
      );
      const slugs = replies.filter(({ status }) => status === 201).map((reply) => reply.at('slug'));
      must(slugs.length > 0, 'some were written');
      safe(new Set(slugs).size === slugs.length, 'two have one slug');
    },
    'SQL in every text stays text': async (room) => {
      const ann = await signUp(room);
      await injects(async (text) => {
        const made = wants(
          await ann.as.post('/articles', { title: `t ${text}`, body: text, publishedAt: NOW }),
          201,
        );
        safe(made.at('body') === text, `${text} was changed`);
        return made;
      });
      await injects((text) => room.api.get(`/articles/${encodeURIComponent(text)}`));
      await injects((text) => room.api.get('/articles', { query: { limit: text } }));
      const witness = await write(ann, room.unique('Witness'));
      await injects((text) => ann.as.delete(path(witness), { headers: { 'if-match': text } }));
      safe(
        (await room.api.get(path(witness))).status === 200,
        'deleted with a tag that it never had',
      );
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const password = unique('clearPassword');
      keepsSecret(
        wants(await api.post('/editors', { name: unique('ed'), password }), 201),
        password,
      );
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
    },
    'titles without letters have an address too': async (room) => {
      const ann = await signUp(room);
      for (const title of ['!!!', '日本', '../..', 'editors']) {
        const made = await ann.as.post('/articles', { title, body: 'x', publishedAt: NOW });
        if (made.status >= 400) denied(made);
        else safe((await room.api.get(path(made))).status === 200, `${title} cannot be read`);
      }
    },
    'broken, deep and huge bodies': async (room) => bodiesAreBounded(room.api, '/editors'),
    'last: guessing is stopped': async (room) => {
      const ann = await signUp(room);
      await guessingIsStopped((password) =>
        room.api.with(basic(ann.name, password)).post('/articles', { title: 'x', body: 'x' }),
      );
    },
  },
  undetermined: {},
};
