import {
  answersAlike,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  keepsSecret,
} from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'where is it 1';

async function join({ api, unique }: Room) {
  const email = `${unique('u')}@example.org`;
  const user = wants(await api.post('/auth/register', { email, password }), 201);
  const token = wants(await api.post('/auth/login', { email, password }), 200).id('accessToken');
  return { email, id: user.at('id'), token, me: api.bearer(token) };
}
type User = Awaited<ReturnType<typeof join>>;
const report = async ({ me }: User, more: object = {}) =>
  wants(await me.post('/items', { kind: 'found', title: 'Umbrella', ...more }), 201);

export const exam: Exam = {
  functional: {
    'reports an item': async (room) => {
      const ann = await join(room);
      const made = await report(ann, { place: 'Bus 12', date: '2026-03-01' });
      for (const item of [made, wants(await room.api.get(`/items/${made.id('id')}`), 200)])
        equal(
          ['kind', 'title', 'place', 'date', 'status', 'reporterId'].map((at) => item.at(at)),
          ['found', 'Umbrella', 'Bus 12', '2026-03-01', 'open', ann.id],
          'item',
        );
    },
    'finds items': async (room) => {
      const [ann, word] = [await join(room), room.unique('scarf')];
      const lost = (await report(ann, { kind: 'lost', title: `Red ${word}` })).at('id');
      const found = (await report(ann, { title: 'Wool', description: `a ${word}` })).id('id');
      wants(await ann.me.patch(`/items/${found}`, { status: 'returned' }), 200);
      const find = async (query: Record<string, string>) =>
        wants(await room.api.get('/items', { query: { search: word, ...query } }), 200)
          .list()
          .map(({ id }) => String(id))
          .toSorted();
      equal(await find({}), [String(lost), found].toSorted(), 'all');
      equal(await find({ kind: 'lost' }), [String(lost)], 'lost');
      equal(await find({ status: 'returned' }), [found], 'returned');
      wants(await room.api.get('/items', { query: { kind: 'stolen' } }), 400, 422);
    },
    'the reporter updates': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/items/${(await report(ann)).id('id')}`;
      const item = wants(await ann.me.patch(path, { title: 'Black umbrella' }), 200);
      equal([item.at('title'), item.at('status')], ['Black umbrella', 'open'], 'item');
      wants(await bob.me.patch(path, { title: 'Mine' }), 403);
      wants(await ann.me.patch(path, {}), 400);
      wants(await ann.me.patch(path, { kind: 'lost' }), 400);
      wants(await ann.me.patch('/items/99999999', { title: 'x' }), 404);
    },
    'others claim': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const item = await report(ann);
      const path = `/items/${item.id('id')}/claims`;
      const claim = wants(await bob.me.post(path, { message: 'It is mine' }), 201);
      equal(
        ['itemId', 'claimantId', 'message'].map((at) => claim.at(at)),
        [item.at('id'), bob.id, 'It is mine'],
        'claim',
      );
      const all = wants(await ann.me.get(path), 200).list();
      equal(
        all.map(({ message }) => message),
        ['It is mine'],
        'claims',
      );
      wants(await bob.me.get(path), 403);
    },
    'what was returned is claimed by nobody': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/items/${(await report(ann)).id('id')}`;
      wants(await ann.me.patch(path, { status: 'returned' }), 200);
      wants(await bob.me.post(`${path}/claims`, { message: 'Mine' }), 409);
      wants(await ann.me.patch(path, { status: 'open' }), 200);
      wants(await bob.me.post(`${path}/claims`, { message: 'Mine' }), 201);
    },
    'refuses what is bad': async (room) => {
      const ann = await join(room);
      wants(await ann.me.post('/items', { kind: 'found' }), 400);
      wants(await ann.me.post('/items', { kind: 'found', title: 'x', date: 'May' }), 400);
      wants(await room.api.post('/items', { kind: 'found', title: 'x' }), 401);
      wants(await room.api.get('/items/99999999'), 404);
      wants(await ann.me.post('/items/99999999/claims', { message: 'x' }), 404);
      wants(await room.api.post('/auth/register', { email: ann.email, password }), 409);
      wants(await room.api.post('/auth/register', { email: 'x', password }), 400);
      wants(await room.api.post('/auth/login', { email: ann.email, password: 'something' }), 401);
    },
  },
  exploits: {
    'made up tokens open nothing': async (room) => {
      const { token } = await join(room);
      const call = (headers: Record<string, string>) =>
        room.api.post('/items', { kind: 'found', title: 'x' }, { headers });
      await forgedTokensAreRefused(call, token);
    },
    'nobody reports or claims as another': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const item = await eve.me.post('/items', {
        kind: 'lost',
        title: 'x',
        reporterId: ann.id,
        status: 'returned',
      });
      if (item.status !== 400)
        safe(
          wants(item, 201).at('reporterId') === eve.id && item.at('status') === 'open',
          'it took what was sent',
        );
      const path = `/items/${(await report(ann)).id('id')}/claims`;
      const claim = await eve.me.post(path, { message: 'x', claimantId: ann.id });
      if (claim.status !== 400)
        safe(wants(claim, 201).at('claimantId') === eve.id, 'another claimed');
    },
    'claims are read by the reporter alone': async (room) => {
      const [ann, bob, eve] = [await join(room), await join(room), await join(room)];
      const path = `/items/${(await report(ann)).id('id')}/claims`;
      const message = room.unique('secret');
      wants(await bob.me.post(path, { message }), 201);
      denied(await eve.me.get(path), 403, 404);
      denied(await room.api.get(path), 401, 403);
    },
    'addresses of users do not show': async (room) => {
      const ann = await join(room);
      const item = await report(ann);
      keepsSecret(item, ann.email);
      keepsSecret(wants(await room.api.get(`/items/${item.id('id')}`), 200), ann.email);
    },
    'passwords are not kept, and accounts do not show': async (room) => {
      const clear = room.unique('clearPassword');
      const email = `${room.unique('u')}@example.org`;
      wants(await room.api.post('/auth/register', { email, password: clear }), 201);
      safe((await room.filesWith(clear)).length === 0, 'the password lies in the data folder');
      const login = (who: string) =>
        room.api.post('/auth/login', { email: who, password: 'something else' });
      answersAlike(await login(email), await login(`${room.unique('n')}@example.org`));
    },
    'SQL stays text': async (room) => {
      const ann = await join(room);
      await injects((search) => room.api.get('/items', { query: { search } }));
      await injects((title) => ann.me.post('/items', { kind: 'lost', title, description: title }));
      const wild = wants(await room.api.get('/items', { query: { search: '%' } }), 200).list();
      must(
        wild.every((item) => JSON.stringify(item).includes('%')),
        'a percent sign is a letter',
      );
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/auth/login');
      await bodiesAreBounded((await join(room)).me, '/items');
    },
    'last: guessing is stopped': async (room) => {
      const { email } = await join(room);
      await guessingIsStopped((guess) => room.api.post('/auth/login', { email, password: guess }));
    },
  },
  undetermined: {},
};
