import { atOnce, bodiesAreBounded, injects, keepsSecret, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

type Started = { readonly id: string; readonly admin: string };

async function start({ api, unique }: Room, goal = 3, title = unique('Petition')) {
  const made = wants(await api.post('/petitions', { title, text: 'We want it.', goal }), 201);
  return { id: made.id('id'), admin: made.id('admin_token') } satisfies Started;
}

const sign = (api: Client, id: string, name: string, email: string, more: object = {}) =>
  api.post(`/petitions/${id}/signatures`, { name, email, ...more });
async function signed(api: Client, id: string, name: string, more: object = {}): Promise<string> {
  const reply = await sign(api, id, name, `${name}@example.org`, more);
  return wants(reply, 202).id('confirmation_token');
}
const confirm = (api: Client, token: string) => api.put(`/confirmations/${token}`);
async function confirmed(api: Client, id: string, name: string, more: object = {}) {
  const token = await signed(api, id, name, more);
  wants(await confirm(api, token), 200);
  return token;
}
const close = (api: Client, id: string, token: string) =>
  api.post(`/petitions/${id}/close`, undefined, { headers: { 'x-admin-token': token } });
const petition = async (api: Client, id: string) => wants(await api.get(`/petitions/${id}`), 200);
const count = async (api: Client, id: string) => (await petition(api, id)).at('signature_count');
const signatures = async (api: Client, id: string, query: Record<string, number> = {}) =>
  wants(await api.get(`/petitions/${id}/signatures`, { query }), 200).list();

export const exam: Exam = {
  functional: {
    'a petition begins open and without signatures': async (room) => {
      const title = room.unique('More trees ');
      const { id } = await start(room, 2, title);
      const shown = await petition(room.api, id);
      equal(
        ['title', 'text', 'goal', 'signature_count', 'goal_reached', 'state'].map((name) =>
          shown.at(name),
        ),
        [title, 'We want it.', 2, 0, false, 'open'],
        'petition',
      );
      equal(shown.at('admin_token'), undefined, 'admin_token');
      wants(await room.api.get(`/petitions/${room.unique('none')}`), 404);
    },
    'a signature counts when it is confirmed': async (room) => {
      const { id } = await start(room);
      const token = await signed(room.api, id, room.unique('ann'));
      equal(await count(room.api, id), 0, 'before');
      equal(await signatures(room.api, id), [], 'signatures');
      const answer = wants(await confirm(room.api, token), 200);
      equal([answer.at('id'), answer.at('signature_count')], [id, 1], 'answer');
      equal(await count(room.api, id), 1, 'after');
    },
    'confirming again changes nothing': async (room) => {
      const { id } = await start(room);
      const token = await confirmed(room.api, id, room.unique('ann'));
      equal(wants(await confirm(room.api, token), 200).at('signature_count'), 1, 'count');
      wants(await confirm(room.api, room.unique('nobody')), 404);
    },
    'an address signs a petition once': async (room) => {
      const [{ id }, other, name] = [await start(room), await start(room), room.unique('ann')];
      await confirmed(room.api, id, name);
      wants(await sign(room.api, id, 'Another', `${name}@example.org`), 409);
      wants(await sign(room.api, id, 'Another', `${name.toUpperCase()}@EXAMPLE.org`), 409);
      await confirmed(room.api, other.id, name);
    },
    'only the latest token of an address works': async (room) => {
      const [{ id }, name] = [await start(room), room.unique('ann')];
      const [first, second] = [
        await signed(room.api, id, name),
        await signed(room.api, id, name, { anonymous: true }),
      ];
      wants(await confirm(room.api, first), 404);
      wants(await confirm(room.api, second), 200);
      equal(await count(room.api, id), 1, 'count');
    },
    'a signature can be withdrawn': async (room) => {
      const [{ id }, name] = [await start(room), room.unique('ann')];
      const token = await confirmed(room.api, id, name);
      wants(await room.api.delete(`/confirmations/${token}`), 204);
      equal(await count(room.api, id), 0, 'count');
      wants(await confirm(room.api, token), 404);
      wants(await room.api.delete(`/confirmations/${token}`), 404);
      await confirmed(room.api, id, name);
      equal(await count(room.api, id), 1, 'count');
    },
    'the goal is reached': async (room) => {
      const { id } = await start(room, 2);
      await confirmed(room.api, id, room.unique('a'));
      equal((await petition(room.api, id)).at('goal_reached'), false, 'with one');
      await confirmed(room.api, id, room.unique('b'));
      equal((await petition(room.api, id)).at('goal_reached'), true, 'with two');
    },
    'the admin closes it for good': async (room) => {
      const { id, admin } = await start(room);
      const late = await signed(room.api, id, room.unique('late'));
      await confirmed(room.api, id, room.unique('early'));
      wants(await close(room.api, id, 'not-the-token'), 403);
      wants(await close(room.api, id, admin), 204);
      wants(await close(room.api, id, admin), 204);
      wants(await sign(room.api, id, 'x', `${room.unique('x')}@example.org`), 409);
      wants(await confirm(room.api, late), 410);
      const shown = await petition(room.api, id);
      equal([shown.at('state'), shown.at('signature_count')], ['closed', 1], 'petition');
      wants(await close(room.api, room.unique('none'), admin), 404);
    },
    'lists signatures, the one confirmed last first': async (room) => {
      const { id } = await start(room);
      const names = [room.unique('a'), room.unique('b'), room.unique('c')];
      const tokens: string[] = [];
      for (const [turn, name] of names.entries())
        tokens.push(await signed(room.api, id, name, { anonymous: turn === 1 }));
      for (const token of tokens.toReversed()) wants(await confirm(room.api, token), 200);
      const seen = async (query: Record<string, number>) =>
        (await signatures(room.api, id, query)).map(({ name }) => name);
      equal(await seen({}), [names[0], null, names[2]], 'names');
      equal(await seen({ limit: 1, offset: 2 }), [names[2]], 'a part');
      wants(await room.api.get(`/petitions/${id}/signatures`, { query: { limit: 101 } }), 400);
    },
    'finds petitions, the most signed first': async (room) => {
      const word = room.unique('Find');
      const ids: string[] = [];
      for (const title of [`${word} one`, `${word} two`, `x ${word.toUpperCase()} three`])
        ids.push((await start(room, 5, title)).id);
      const closed = await start(room, 5, `${word} closed`);
      wants(await close(room.api, closed.id, closed.admin), 204);
      await confirmed(room.api, ids[1] ?? '', room.unique('a'));
      await confirmed(room.api, ids[1] ?? '', room.unique('b'));
      await confirmed(room.api, ids[2] ?? '', room.unique('c'));
      const find = async (query: Record<string, string>) =>
        wants(await room.api.get('/petitions', { query }), 200)
          .list()
          .map(({ id }) => id);
      equal(
        await find({ q: word.toLowerCase(), state: 'open' }),
        ids.slice(1).concat(ids[0] ?? ''),
        'open',
      );
      equal(await find({ q: word, state: 'closed' }), [closed.id], 'closed');
      equal(await find({ q: `${word}%` }), [], 'with a sign that stands for itself');
      wants(await room.api.get('/petitions', { query: { state: 'lost' } }), 400);
    },
    'refuses what is not valid': async (room) => {
      const { api } = room;
      const fine = { title: 'A good title', text: 'x', goal: 1 };
      for (const wrong of [{ title: 'abcd' }, { text: '' }, { goal: 0 }, { goal: '3' }]) {
        const reply = wants(await api.post('/petitions', { ...fine, ...wrong }), 400);
        must(typeof reply.at('detail') === 'string', 'it says why');
      }
      const { id } = await start(room);
      wants(await sign(api, id, 'Ann', 'no address'), 400);
      wants(await sign(api, id, '', 'ann@example.org'), 400);
      wants(await sign(api, room.unique('none'), 'Ann', 'ann@example.org'), 404);
    },
  },
  exploits: {
    'addresses and tokens show nowhere': async (room) => {
      const [{ id, admin }, name] = [await start(room), room.unique('private')];
      const token = await confirmed(room.api, id, name, { anonymous: true });
      for (const path of [`/petitions/${id}`, `/petitions/${id}/signatures`, '/petitions']) {
        const reply = wants(await room.api.get(path), 200);
        for (const secret of [`${name}@example.org`, name, token, admin])
          keepsSecret(reply, secret);
      }
    },
    'tokens are long and follow no order': async (room) => {
      const started = [await start(room), await start(room), await start(room)];
      const tokens: string[] = started.map(({ admin }) => admin);
      for (const { id } of started) tokens.push(await signed(room.api, id, room.unique('t')));
      safe(new Set(tokens).size === tokens.length, 'they repeat');
      for (const token of tokens) safe(token.length >= 16 && !/^\d+$/.test(token), token);
      const begins = new Set(tokens.map((token) => token.slice(0, 12)));
      safe(begins.size === tokens.length, 'they begin alike');
    },
    'only the own admin token closes': async (room) => {
      const [one, other] = [await start(room), await start(room)];
      const signature = await confirmed(room.api, one.id, room.unique('a'));
      for (const token of [
        other.admin,
        signature,
        one.id,
        one.admin.slice(0, -1),
        `${one.admin}x`,
        'null',
        "' OR '1'='1",
      ])
        denied(await close(room.api, one.id, token), 403, 400);
      denied(await room.api.post(`/petitions/${one.id}/close`));
      safe((await petition(room.api, one.id)).at('state') === 'open', 'it is closed');
      wants(await close(room.api, one.id, one.admin), 204);
    },
    'no token confirms or withdraws what it is not for': async (room) => {
      const { id, admin } = await start(room);
      const token = await signed(room.api, id, room.unique('a'));
      for (const guess of [admin, id, '1', 'null', '%25', '*', token.slice(0, -1), `${token}0`]) {
        denied(await confirm(room.api, guess), 404, 400);
        denied(await room.api.delete(`/confirmations/${guess}`), 404, 400);
      }
      safe((await count(room.api, id)) === 0, 'it was confirmed');
      wants(await confirm(room.api, token), 200);
    },
    'one confirmation at many times counts once': async (room) => {
      const { id } = await start(room);
      const token = await signed(room.api, id, room.unique('a'));
      const replies = await atOnce(8, () => confirm(room.api, token));
      must(
        replies.some(({ status }) => status === 200),
        'it was confirmed',
      );
      safe((await count(room.api, id)) === 1, `it counts ${await count(room.api, id)} times`);
    },
    'an address that signs many times at once counts once': async (room) => {
      const [{ id }, name] = [await start(room), room.unique('a')];
      const replies = await atOnce(6, () => sign(room.api, id, name, `${name}@example.org`));
      const tokens = replies.filter(({ status }) => status === 202);
      must(tokens.length > 0, 'it could sign');
      for (const reply of tokens) await confirm(room.api, reply.id('confirmation_token'));
      safe((await count(room.api, id)) === 1, `it counts ${await count(room.api, id)} times`);
    },
    'counts, state and tokens cannot be chosen': async (room) => {
      const sent = {
        signature_count: 99,
        goal_reached: true,
        state: 'closed',
        admin_token: 'mine',
      };
      const body = { title: room.unique('Title'), text: 'x', goal: 1, id: 'mine', ...sent };
      const made = await room.api.post('/petitions', body);
      if (made.status >= 400) return void denied(made);
      for (const [name, value] of Object.entries({ ...sent, id: 'mine' }))
        unmoved(made, name, value);
      const id = made.id('id');
      const email = `${room.unique('a')}@example.org`;
      const more = {
        confirmed: true,
        confirmed_at: '2001-01-01T00:00:00Z',
        confirmation_token: 'x',
      };
      const signature = await sign(room.api, id, 'A', email, more);
      if (signature.status === 202) unmoved(signature, 'confirmation_token', 'x');
      safe((await count(room.api, id)) === 0, 'a signature confirmed itself');
    },
    'SQL stays text': async (room) => {
      const { id } = await start(room);
      await confirmed(room.api, id, room.unique('witness'));
      await injects((text) => room.api.post('/petitions', { title: `${text}____`, text, goal: 1 }));
      await injects((name) => sign(room.api, id, name, `${room.unique('s')}@example.org`));
      await injects((text) => sign(room.api, id, 'x', `${text}@example.org`));
      await injects((q) => room.api.get('/petitions', { query: { q } }));
      await injects((text) => confirm(room.api, encodeURIComponent(text)));
      await injects((text) => room.api.delete(`/confirmations/${encodeURIComponent(text)}`));
      safe((await count(room.api, id)) === 1, 'the witness is gone');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/petitions'),
  },
  undetermined: {},
};
