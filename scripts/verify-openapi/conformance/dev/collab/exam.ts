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

const password = 'write-together-1';
type Writer = { readonly name: string; readonly token: string; readonly as: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<Writer> {
  const username = unique('writer');
  wants(await api.post('/users/register', { username, password }), 201);
  const login = wants(await api.post('/users/login', { username, password }), 200);
  const token = login.id('accessToken');
  return { name: username, token, as: api.bearer(token) };
}

const create = async ({ as }: Writer, title = 'Plan', body = 'First words') =>
  wants(await as.post('/documents', { title, body }), 201).id('id');
const share = async (owner: Writer, id: string, guest: Writer, role: string) =>
  wants(await owner.as.put(`/documents/${id}/members/${guest.name}`, { role }), 204);
const write = (who: Writer, id: string, baseVersion: number, body = 'More words') =>
  who.as.put(`/documents/${id}`, { title: 'Plan', body, baseVersion });
const read = async (who: Writer, id: string) => wants(await who.as.get(`/documents/${id}`), 200);

export const exam: Exam = {
  functional: {
    'a new document is version 1 and belongs to who made it': async (room) => {
      const ann = await join(room);
      const made = wants(await ann.as.post('/documents', { title: 'Plan', body: '' }), 201);
      const names = ['title', 'body', 'owner', 'role', 'version', 'updatedBy'];
      const wanted = ['Plan', '', ann.name, 'owner', 1, ann.name];
      for (const document of [made, await read(ann, made.id('id'))])
        equal(
          names.map((name) => document.at(name)),
          wanted,
          'document',
        );
    },
    'does not exist for who has no role': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const id = await create(ann);
      wants(await eve.as.get(`/documents/${id}`), 404);
      wants(await write(eve, id, 1), 404);
      wants(await eve.as.put(`/documents/${id}/members/${eve.name}`, { role: 'editor' }), 404);
      wants(await eve.as.delete(`/documents/${id}/members/${ann.name}`), 404);
      wants(await ann.as.get('/documents/00000000-0000-4000-8000-000000000000'), 404);
    },
    'an editor reads and writes and does not share': async (room) => {
      const [ann, bob, cid] = [await join(room), await join(room), await join(room)];
      const id = await create(ann);
      await share(ann, id, bob, 'editor');
      const seen = await read(bob, id);
      equal([seen.at('role'), seen.at('owner')], ['editor', ann.name], 'as an editor');
      const written = wants(await write(bob, id, 1), 200);
      const kept = ['body', 'version', 'updatedBy'].map((name) => written.at(name));
      equal(kept, ['More words', 2, bob.name], 'written');
      equal((await read(ann, id)).at('body'), 'More words', 'as the owner sees it');
      wants(await bob.as.put(`/documents/${id}/members/${cid.name}`, { role: 'viewer' }), 403);
    },
    'a viewer only reads': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await create(ann);
      await share(ann, id, bob, 'viewer');
      equal((await read(bob, id)).at('role'), 'viewer', 'role');
      wants(await write(bob, id, 1), 403);
      wants(await bob.as.put(`/documents/${id}/members/${bob.name}`, { role: 'editor' }), 403);
      equal((await read(ann, id)).at('version'), 1, 'version');
    },
    'a role can be changed and taken away': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await create(ann);
      await share(ann, id, bob, 'viewer');
      await share(ann, id, bob, 'editor');
      wants(await write(bob, id, 1), 200);
      wants(await ann.as.delete(`/documents/${id}/members/${bob.name}`), 204);
      wants(await bob.as.get(`/documents/${id}`), 404);
      wants(await ann.as.delete(`/documents/${id}/members/${bob.name}`), 404);
    },
    'guests leave by themselves, and send nobody else away': async (room) => {
      const [ann, bob, cid] = [await join(room), await join(room), await join(room)];
      const id = await create(ann);
      await share(ann, id, bob, 'editor');
      await share(ann, id, cid, 'viewer');
      wants(await bob.as.delete(`/documents/${id}/members/${cid.name}`), 403);
      wants(await bob.as.delete(`/documents/${id}/members/${bob.name}`), 204);
      wants(await bob.as.get(`/documents/${id}`), 404);
      await read(cid, id);
    },
    'the owner stays the owner': async (room) => {
      const ann = await join(room);
      const id = await create(ann);
      wants(await ann.as.put(`/documents/${id}/members/${ann.name}`, { role: 'viewer' }), 409);
      wants(await ann.as.delete(`/documents/${id}/members/${ann.name}`), 409);
      equal((await read(ann, id)).at('role'), 'owner', 'role');
    },
    'does not write over what somebody else has written': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await create(ann);
      await share(ann, id, bob, 'editor');
      wants(await write(ann, id, 1, 'by Ann'), 200);
      wants(await write(bob, id, 1, 'by Bob'), 409);
      const now = await read(bob, id);
      equal([now.at('body'), now.at('version')], ['by Ann', 2], 'document');
      wants(await write(bob, id, 2, 'by Bob'), 200);
    },
    'lists by title what the caller has a role in': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      await create(bob, 'C mine');
      const shared = await create(ann, 'A shared');
      await create(ann, 'B not shared');
      await share(ann, shared, bob, 'viewer');
      const titles = async (query: Record<string, string>) =>
        wants(await bob.as.get('/documents', { query }), 200)
          .list()
          .map(({ title, role }) => [title, role]);
      const all = [
        ['A shared', 'viewer'],
        ['C mine', 'owner'],
      ];
      equal(await titles({}), all, 'all');
      equal(await titles({ role: 'viewer' }), all.slice(0, 1), 'viewed');
      equal(await titles({ role: 'editor' }), [], 'edited');
    },
    'refuses bad input, strangers and names in use': async (room) => {
      const { api } = room;
      const ann = await join(room);
      const id = await create(ann);
      wants(await api.post('/users/register', { username: ann.name, password }), 409);
      wants(await api.post('/users/register', { username: 'a b', password }), 400);
      wants(await api.post('/users/register', { username: room.unique('w'), password: 'x' }), 400);
      wants(await api.post('/users/login', { username: ann.name, password: 'not-the-one' }), 401);
      wants(await ann.as.post('/documents', { title: '', body: 'x' }), 400);
      wants(await ann.as.put(`/documents/${id}`, { title: 'x', body: 'no version' }), 400);
      const bob = await join(room);
      wants(await ann.as.put(`/documents/${id}/members/${bob.name}`, { role: 'owner' }), 400);
      const nobody = room.unique('nobody');
      wants(await ann.as.put(`/documents/${id}/members/${nobody}`, { role: 'viewer' }), 404);
      wants(await api.get('/documents'), 401);
    },
  },
  exploits: {
    'tokens that nobody gave out open nothing': async (room) => {
      const ann = await join(room);
      const id = await create(ann);
      await forgedTokensAreRefused(
        (headers) => room.api.get(`/documents/${id}`, { headers }),
        ann.token,
      );
    },
    'owner, role and version cannot be chosen': async (room) => {
      const [ann, eve] = [await join(room), await join(room)];
      const sent = { title: 'x', body: 'y', owner: ann.name, role: 'viewer', version: 99 };
      const made = await eve.as.post('/documents', { ...sent, members: { [ann.name]: 'owner' } });
      if (made.status === 201) {
        const document = await eve.as.get(`/documents/${made.id('id')}`);
        const kept = ['owner', 'role', 'version'].map((name) => document.at(name));
        safe(kept.join() === [eve.name, 'owner', 1].join(), `it took ${kept}`);
        safe((await ann.as.get(`/documents/${made.id('id')}`)).status === 404, 'it was shared');
      } else denied(made);
      const id = await create(ann);
      await share(ann, id, eve, 'editor');
      await eve.as.put(`/documents/${id}`, { ...sent, owner: eve.name, baseVersion: 1 });
      const left = await ann.as.get(`/documents/${id}`);
      safe(left.at('owner') === ann.name, 'an editor took the document');
    },
    'whose role was taken away writes no more': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const id = await create(ann);
      await share(ann, id, bob, 'editor');
      wants(await ann.as.delete(`/documents/${id}/members/${bob.name}`), 204);
      denied(await write(bob, id, 1, 'intruder'), 404);
      denied(await bob.as.get(`/documents/${id}`), 404);
      keepsSecret(wants(await bob.as.get('/documents'), 200), id);
      safe((await read(ann, id)).at('body') === 'First words', 'it was written');
    },
    'of many who write on one version one does': async (room) => {
      const ann = await join(room);
      const id = await create(ann);
      await oneWins(8, (turn) => write(ann, id, 1, `turn ${turn}`));
      safe((await read(ann, id)).at('version') === 2, 'versions were skipped');
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [username, clear] = [unique('w'), unique('clearPassword')];
      keepsSecret(
        wants(await api.post('/users/register', { username, password: clear }), 201),
        clear,
      );
      keepsSecret(wants(await api.post('/users/login', { username, password: clear }), 200), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'who has an account does not show at the door': async (room) => {
      const { name } = await join(room);
      const login = (username: string) =>
        room.api.post('/users/login', { username, password: 'not-the-password' });
      answersAlike(await login(name), await login(room.unique('nobody')));
    },
    'SQL in every text stays text': async (room) => {
      const ann = await join(room);
      const witness = await create(ann, 'Witness');
      await injects(async (text) => {
        const reply = await ann.as.post('/documents', { title: text, body: text });
        if (reply.status === 201) safe(reply.at('title') === text, `${text} was changed`);
        return reply;
      });
      await injects((text) => ann.as.get(`/documents/${encodeURIComponent(text)}`));
      await injects((role) => ann.as.get('/documents', { query: { role } }));
      await injects((text) =>
        ann.as.put(`/documents/${witness}/members/${encodeURIComponent(text)}`, { role: 'viewer' }),
      );
      await read(ann, witness);
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/users/login');
      await bodiesAreBounded((await join(room)).as, '/documents');
    },
    'one name is given once': async ({ api, unique }) => {
      const username = unique('race');
      const replies = await atOnce(6, () => api.post('/users/register', { username, password }));
      must(
        replies.some(({ status }) => status === 201),
        'somebody has it',
      );
      safe(replies.filter(({ status }) => status === 201).length === 1, 'many have it');
    },
    'last: guessing is stopped': async (room) => {
      const { name } = await join(room);
      await guessingIsStopped((guess) =>
        room.api.post('/users/login', { username: name, password: guess }),
      );
    },
  },
  undetermined: {},
};
