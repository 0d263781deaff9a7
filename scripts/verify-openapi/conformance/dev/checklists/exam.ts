import {
  answersAlike,
  atOnce,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'tick tick boom';
type Person = { readonly email: string; readonly me: Client; readonly token: string };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Person> {
  const email = `${unique('p')}@example.com`;
  const token = wants(await api.post('/register', { email, password: PASSWORD }), 200).id('token');
  return { email, token, me: api.bearer(token) };
}

const make = async ({ me }: Person, title = 'Trip', items = ['socks', 'map']) =>
  wants(await me.post('/checklists', { title, items }), 201).id('id');

const invite = async (owner: Person, id: string, guest: Person) =>
  wants(await owner.me.post(`/checklists/${id}/invitations`, { email: guest.email }), 201).id(
    'code',
  );

const accept = (guest: Person, code: string) => guest.me.post(`/invitations/${code}/accept`);

async function shared(room: Room) {
  const [ann, bob] = [await join(room), await join(room)];
  const id = await make(ann);
  wants(await accept(bob, await invite(ann, id, bob)), 200);
  return { ann, bob, id, path: `/checklists/${id}` };
}

export const exam: Exam = {
  functional: {
    'registers and signs in': async (room) => {
      const { email } = await join(room);
      wants(await room.api.post('/login', { email, password: PASSWORD }), 200).id('token');
      wants(await room.api.post('/login', { email, password: 'wrong wrong' }), 401);
      wants(await room.api.post('/register', { email, password: PASSWORD }), 409);
      wants(await room.api.post('/register', { email: 'no address', password: PASSWORD }), 400);
    },
    'makes a list with its items in order': async (room) => {
      const ann = await join(room);
      const list = wants(await ann.me.get(`/checklists/${await make(ann)}`), 200);
      const items = [
        { text: 'socks', done: false },
        { text: 'map', done: false },
      ];
      equal(
        [list.at('title'), list.at('role'), list.at('items')],
        ['Trip', 'owner', items],
        'list',
      );
      equal(
        wants(await ann.me.post('/checklists', { title: 'Empty' }), 201).at('items'),
        [],
        'no items',
      );
    },
    'lists one’s lists by title': async (room) => {
      const ann = await join(room);
      for (const title of ['b', 'c', 'a']) await make(ann, title);
      equal(
        wants(await ann.me.get('/checklists'), 200)
          .list()
          .map(({ title }) => title),
        ['a', 'b', 'c'],
        'titles',
      );
    },
    'ticks and unticks': async (room) => {
      const ann = await join(room);
      const path = `/checklists/${await make(ann)}`;
      equal(
        wants(await ann.me.put(`${path}/items/1`, { done: true }), 200).at('items.1.done'),
        true,
        'ticked',
      );
      equal(
        wants(await ann.me.get(path), 200)
          .list('items')
          .map(({ done }) => done),
        [false, true],
        'items',
      );
      wants(await ann.me.put(`${path}/items/1`, { done: false }), 200);
      wants(await ann.me.put(`${path}/items/2`, { done: true }), 404);
      wants(await ann.me.put(`${path}/items/0`, { done: 'yes' }), 400);
    },
    'renames and deletes': async (room) => {
      const ann = await join(room);
      const path = `/checklists/${await make(ann)}`;
      equal(
        wants(await ann.me.patch(path, { title: 'Voyage' }), 200).at('title'),
        'Voyage',
        'title',
      );
      wants(await ann.me.delete(path), 204);
      wants(await ann.me.get(path), 404);
    },
    'a guest becomes a member': async (room) => {
      const { bob, path } = await shared(room);
      equal(wants(await bob.me.get(path), 200).at('role'), 'member', 'role');
      equal(wants(await bob.me.get('/checklists'), 200).list().length, 1, 'lists of the member');
      wants(await bob.me.put(`${path}/items/0`, { done: true }), 200);
    },
    'a member may not do what the owner may': async (room) => {
      const { bob, path } = await shared(room);
      wants(await bob.me.patch(path, { title: 'Mine' }), 403);
      wants(await bob.me.delete(path), 403);
      wants(await bob.me.post(`${path}/invitations`, { email: 'x@example.com' }), 403);
    },
    'an invitation is for one address, once': async (room) => {
      const [ann, bob, eve] = [await join(room), await join(room), await join(room)];
      const id = await make(ann);
      const code = await invite(ann, id, bob);
      wants(await bob.me.get(`/checklists/${id}`), 404);
      wants(await accept(eve, code), 404);
      wants(await accept(bob, code), 200);
      wants(await accept(bob, code), 404);
    },
    'asks for a token': async ({ api }) => {
      wants(await api.get('/checklists'), 401);
      wants(await api.post('/checklists', { title: 'x' }), 401);
    },
    'refuses what is not valid': async (room) => {
      const ann = await join(room);
      for (const bad of [
        {},
        { title: '' },
        { title: 'x', items: [''] },
        { title: 'x', items: 'socks' },
      ])
        wants(await ann.me.post('/checklists', bad), 400);
      wants(
        await ann.me.post(`/checklists/${await make(ann)}/invitations`, { email: 'nobody' }),
        400,
      );
    },
  },
  exploits: {
    'lists of others are not there': async (room) => {
      const { path } = await shared(room);
      const eve = await join(room);
      denied(await eve.me.get(path), 404);
      denied(await eve.me.patch(path, { title: 'x' }), 404);
      denied(await eve.me.delete(path), 404);
      denied(await eve.me.put(`${path}/items/0`, { done: true }), 404);
      denied(await eve.me.post(`${path}/invitations`, { email: eve.email }), 404);
      safe(wants(await eve.me.get('/checklists'), 200).list().length === 0, 'Eve sees a list');
    },
    'owner and role cannot be chosen': async (room) => {
      const { ann, bob, path } = await shared(room);
      const reply = await bob.me.put(`${path}/items/0`, { done: true, role: 'owner', ownerId: 1 });
      if (reply.status === 200) safe(reply.at('role') === 'member', 'the member became the owner');
      const made = await ann.me.post('/checklists', {
        title: 'x',
        owner: bob.email,
        ownerId: 1,
        role: 'member',
        id: 'mine',
      });
      if (made.status === 201)
        safe(made.at('role') === 'owner' && made.at('id') !== 'mine', 'chosen');
      safe(wants(await bob.me.get('/checklists'), 200).list().length === 1, 'Bob was given a list');
    },
    'codes cannot be guessed': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await make(ann);
      const codes = [await invite(ann, id, bob), await invite(ann, id, await join(room))];
      safe(
        codes[0]?.slice(0, 8) !== codes[1]?.slice(0, 8) && (codes[0]?.length ?? 0) >= 16,
        'they are alike',
      );
      for (const code of ['1', id, Buffer.from(bob.email).toString('base64'), '%25', "' OR '1'='1"])
        denied(await accept(bob, encodeURIComponent(code)), 404, 400);
      denied(await bob.me.get(`/checklists/${id}`), 404);
    },
    'an invitation is accepted once, however fast': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const code = await invite(ann, await make(ann), bob);
      const replies = await atOnce(6, () => accept(bob, code));
      must(
        replies.some(({ status }) => status === 200),
        'it is accepted',
      );
      safe(replies.filter(({ status }) => status === 200).length === 1, 'more than once');
      safe(
        wants(await bob.me.get('/checklists'), 200).list().length === 1,
        'the list is there twice',
      );
    },
    'an invitation to a deleted list leads nowhere': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await make(ann);
      const code = await invite(ann, id, bob);
      wants(await ann.me.delete(`/checklists/${id}`), 204);
      denied(await accept(bob, code), 404);
    },
    'ticks at once are all kept': async (room) => {
      const ann = await join(room);
      const path = `/checklists/${await make(
        ann,
        'Many',
        Array.from({ length: 12 }, (_, n) => `i${n}`),
      )}`;
      await atOnce(12, (turn) => ann.me.put(`${path}/items/${turn}`, { done: true }));
      safe(
        wants(await ann.me.get(path), 200)
          .list('items')
          .every(({ done }) => done === true),
        'some are lost',
      );
    },
    'forged tokens open nothing': async (room) => {
      const { token } = await join(room);
      await forgedTokensAreRefused((headers) => room.api.get('/checklists', { headers }), token);
    },
    'whether somebody has an account does not show in an invitation': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const path = `/checklists/${await make(ann)}/invitations`;
      const known = wants(await ann.me.post(path, { email: bob.email }), 201);
      const unknown = await ann.me.post(path, { email: `${room.unique('no')}@example.com` });
      safe(unknown.status === known.status, `${known.status} and ${unknown.status}`);
    },
    'passwords and codes are not kept in clear': async (room) => {
      const [email, password] = [`${room.unique('p')}@example.com`, room.unique('clearPassword')];
      keepsSecret(wants(await room.api.post('/register', { email, password }), 200), password);
      safe((await room.filesWith(password)).length === 0, 'the password lies in the data folder');
    },
    'SQL in every text stays text': async (room) => {
      const ann = await join(room);
      const path = `/checklists/${await make(ann, 'Witness')}`;
      await injects(async (text) => {
        const made = wants(await ann.me.post('/checklists', { title: text, items: [text] }), 201);
        safe(made.at('items.0.text') === text, `${text} was changed`);
        return made;
      });
      await injects((text) => ann.me.get(`/checklists/${encodeURIComponent(text)}`));
      await injects((text) =>
        ann.me.put(`${path}/items/${encodeURIComponent(text)}`, { done: true }),
      );
      await injects((text) => room.api.post('/login', { email: text, password: text }));
      safe(wants(await ann.me.get(path), 200).at('title') === 'Witness', 'it was changed');
    },
    'positions at the edge': async (room) => {
      const ann = await join(room);
      const path = `/checklists/${await make(ann)}`;
      for (const position of [
        '-1',
        '2147483648',
        '99999999999999999999',
        '1.5',
        '__proto__',
        'length',
      ])
        denied(await ann.me.put(`${path}/items/${position}`, { done: true }));
    },
    'of many with one address one wins': async ({ api, unique }) => {
      const email = `${unique('race')}@example.com`;
      await oneWins(5, () => api.post('/register', { email, password: PASSWORD }));
    },
    'broken, deep and huge bodies': async (room) =>
      bodiesAreBounded((await join(room)).me, '/checklists'),
    'last: a wrong password and an unknown address look alike': async (room) => {
      const { email } = await join(room);
      const login = (who: string) =>
        room.api.post('/login', { email: who, password: 'wrong wrong' });
      answersAlike(await login(email), await login(`${room.unique('no')}@example.com`));
    },
    'last: guessing is stopped': async (room) => {
      const { email } = await join(room);
      await guessingIsStopped((password) => room.api.post('/login', { email, password }));
    },
  },
  undetermined: {},
};
