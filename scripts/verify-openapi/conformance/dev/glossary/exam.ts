import {
  answersAlike,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const passwort = 'sehr geheim 1';
type User = { readonly name: string; readonly me: Client; readonly token: string };

async function join({ api, unique }: Room): Promise<User> {
  const name = unique('uli');
  wants(await api.post('/register', { name, passwort }), 201);
  const token = wants(await api.post('/login', { name, passwort }), 200).id('token');
  return { name, token, me: api.bearer(token) };
}
const term = (source: string, more: object = {}) => ({
  from: 'de',
  to: 'en',
  source,
  target: 'house',
  ...more,
});

export const exam: Exam = {
  functional: {
    'adds a term and reads it': async (room) => {
      const [{ me, name }, source] = [await join(room), room.unique('Haus')];
      const made = wants(await me.post('/terms', term(source, { note: 'n' })), 201);
      must((made.headers.get('location') ?? '').endsWith(`/terms/${made.id('id')}`), 'Location');
      for (const one of [made, wants(await me.get(`/terms/${made.id('id')}`), 200)])
        equal(
          ['from', 'to', 'source', 'target', 'note', 'version', 'createdBy'].map((at) =>
            one.at(at),
          ),
          ['de', 'en', source, 'house', 'n', 1, name],
          'term',
        );
    },
    'a source is there once for each pair': async (room) => {
      const [{ me }, other, source] = [await join(room), await join(room), room.unique('Haus')];
      wants(await me.post('/terms', term(source)), 201);
      wants(await other.me.post('/terms', term(source, { target: 'home' })), 409);
      wants(await me.post('/terms', term(source, { to: 'fr', target: 'maison' })), 201);
    },
    searches: async (room) => {
      const [{ me }, word] = [await join(room), room.unique('wort')];
      wants(await me.post('/terms', term(`${word}B`, { target: 'second' })), 201);
      wants(await me.post('/terms', term(`${word}A`, { target: 'first' })), 201);
      wants(
        await me.post('/terms', term(room.unique('x'), { target: `in ${word}`, to: 'fr' })),
        201,
      );
      const find = async (query: Record<string, string | number>) =>
        wants(await me.get('/terms', { query }), 200);
      const all = await find({ q: word.toUpperCase() });
      equal([all.at('total'), all.list('items').length], [3, 3], 'found');
      const pair = await find({ q: word, from: 'de', to: 'en' });
      equal(
        pair.list('items').map(({ source }) => source),
        [`${word}A`, `${word}B`],
        'sources',
      );
      const page = await find({ q: word, to: 'en', limit: 1, offset: 1 });
      equal(
        [page.at('total'), page.list('items').map(({ target }) => target)],
        [2, ['second']],
        'page',
      );
      wants(await me.get('/terms', { query: { limit: 101 } }), 400);
    },
    'changes with the version that was read': async (room) => {
      const [{ me, name }, other, source] = [
        await join(room),
        await join(room),
        room.unique('Haus'),
      ];
      const path = `/terms/${wants(await me.post('/terms', term(source)), 201).id('id')}`;
      const changed = wants(
        await other.me.put(path, term(source, { target: 'home', version: 1 })),
        200,
      );
      equal(
        ['target', 'version', 'createdBy'].map((at) => changed.at(at)),
        ['home', 2, name],
        'changed',
      );
      wants(await me.put(path, term(source, { target: 'hut', version: 1 })), 409);
      equal(wants(await me.get(path), 200).at('target'), 'home', 'target');
      wants(await me.put(path, term(source, { target: 'hut', version: 2 })), 200);
    },
    'a change takes no source that is there': async (room) => {
      const [{ me }, one, two] = [await join(room), room.unique('a'), room.unique('b')];
      wants(await me.post('/terms', term(one)), 201);
      const path = `/terms/${wants(await me.post('/terms', term(two)), 201).id('id')}`;
      wants(await me.put(path, term(one, { version: 1 })), 409);
    },
    'who created it deletes it': async (room) => {
      const [{ me }, other] = [await join(room), await join(room)];
      const path = `/terms/${wants(await me.post('/terms', term(room.unique('h'))), 201).id('id')}`;
      wants(await other.me.delete(path), 403);
      wants(await me.delete(path), 204);
      wants(await me.get(path), 404);
      wants(await me.delete(path), 404);
    },
    'refuses what is bad': async (room) => {
      const { me, name } = await join(room);
      wants(await me.post('/terms', term('')), 400);
      wants(await me.post('/terms', term('x', { from: 'es' })), 400);
      wants(await me.put('/terms/999999', term('x', { version: 1 })), 404);
      wants(await room.api.post('/register', { name, passwort }), 409);
      wants(await room.api.post('/register', { name: room.unique('n'), passwort: 'kurz' }), 400);
      wants(await room.api.post('/login', { name, passwort: 'falsch falsch' }), 401);
      wants(await room.api.get('/terms'), 401);
      wants(await room.api.post('/terms', term('x')), 401);
    },
  },
  exploits: {
    'made up tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/terms', { headers }), token);
    },
    'nobody adds in the name of another': async (room) => {
      const [{ me, name }, other] = [await join(room), await join(room)];
      const made = await me.post(
        '/terms',
        term(room.unique('h'), { createdBy: other.name, version: 9 }),
      );
      if (made.status === 400) return;
      safe(made.at('createdBy') === name && made.at('version') === 1, 'it took what was sent');
    },
    'of two changes of one version one wins': async (room) => {
      const [{ me }, source] = [await join(room), room.unique('race')];
      const path = `/terms/${wants(await me.post('/terms', term(source)), 201).id('id')}`;
      await oneWins(6, (turn) => me.put(path, term(source, { target: `t${turn}`, version: 1 })));
    },
    'of many with one source one wins': async (room) => {
      const [{ me }, source] = [await join(room), room.unique('race')];
      await oneWins(5, () => me.post('/terms', term(source)));
    },
    'another cannot delete': async (room) => {
      const [{ me }, other] = [await join(room), await join(room)];
      const path = `/terms/${wants(await me.post('/terms', term(room.unique('h'))), 201).id('id')}`;
      denied(await other.me.delete(path), 403, 404);
      wants(await me.get(path), 200);
    },
    'passwords are not kept, and accounts do not show': async (room) => {
      const [name, clear] = [room.unique('uli'), room.unique('clearPassword')];
      wants(await room.api.post('/register', { name, passwort: clear }), 201);
      safe((await room.filesWith(clear)).length === 0, 'the password lies in the data folder');
      const login = (who: string) =>
        room.api.post('/login', { name: who, passwort: 'falsch falsch' });
      answersAlike(await login(name), await login(room.unique('nobody')));
    },
    'SQL stays text': async (room) => {
      const { me } = await join(room);
      await injects((q) => me.get('/terms', { query: { q } }));
      await injects((text) =>
        me.post('/terms', term(`${room.unique('i')}${text}`, { note: text })),
      );
    },
    'percent and underscore are letters': async (room) => {
      const [{ me }, word] = [await join(room), room.unique('w')];
      wants(await me.post('/terms', term(word)), 201);
      const reply = wants(await me.get('/terms', { query: { q: `${word.slice(0, -1)}_` } }), 200);
      safe(reply.at('total') === 0, 'an underscore stood for a letter');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded((await join(room)).me, '/terms');
    },
    'last: guessing is stopped': async (room) => {
      const { name } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/login', { name, passwort: guess }));
    },
  },
  undetermined: {},
};
