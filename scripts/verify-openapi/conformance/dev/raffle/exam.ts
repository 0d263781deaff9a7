import {
  atOnce,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function raffle({ api }: Room, more: object = {}) {
  const sent = { title: 'Summer', prize: 'A bicycle', ...more };
  const made = wants(await api.post('/raffles', sent), 201);
  return { path: `/raffles/${made.id('id')}`, key: made.id('adminKey') };
}
const enter = ({ api }: Room, path: string, name: string, email: string) =>
  api.post(`${path}/entries`, { name, email });
const draw = ({ api }: Room, path: string, key?: string) =>
  api.post(`${path}/draw`, undefined, key === undefined ? {} : { headers: { 'x-admin-key': key } });

export const exam: Exam = {
  functional: {
    'starts a raffle': async (room) => {
      const { path } = await raffle(room);
      const state = wants(await room.api.get(path), 200);
      equal(
        ['title', 'prize', 'entries', 'drawn'].map((name) => state.at(name)),
        ['Summer', 'A bicycle', 0, false],
        'raffle',
      );
      equal(state.at('winner') ?? null, null, 'winner');
    },
    'counts who enters': async (room) => {
      const { path } = await raffle(room);
      for (const name of ['ann', 'bob'])
        wants(await enter(room, path, name, `${name}@example.org`), 201).id('entryId');
      equal(wants(await room.api.get(path), 200).at('entries'), 2, 'entries');
    },
    'everybody enters once': async (room) => {
      const [one, other] = [await raffle(room), await raffle(room)];
      wants(await enter(room, one.path, 'Ann', 'ann@example.org'), 201);
      wants(await enter(room, one.path, 'Annie', 'ann@example.org'), 409);
      wants(await enter(room, one.path, 'Annie', 'ANN@Example.org'), 409);
      wants(await enter(room, other.path, 'Ann', 'ann@example.org'), 201);
    },
    'a full raffle takes nobody': async (room) => {
      const { path } = await raffle(room, { maxEntries: 2 });
      wants(await enter(room, path, 'a', 'a@example.org'), 201);
      wants(await enter(room, path, 'b', 'b@example.org'), 201);
      wants(await enter(room, path, 'c', 'c@example.org'), 409);
      equal(wants(await room.api.get(path), 200).at('entries'), 2, 'entries');
    },
    'draws one of them': async (room) => {
      const { path, key } = await raffle(room);
      for (const name of ['ann', 'bob', 'cid'])
        wants(await enter(room, path, name, `${name}@example.org`), 201);
      const winner = wants(await draw(room, path, key), 200).id('winner');
      must(['ann', 'bob', 'cid'].includes(winner), `the winner is ${winner}`);
      const state = wants(await room.api.get(path), 200);
      equal([state.at('drawn'), state.at('winner')], [true, winner], 'raffle');
    },
    'is drawn once, and not without entries': async (room) => {
      const { path, key } = await raffle(room);
      wants(await draw(room, path, key), 409);
      wants(await enter(room, path, 'ann', 'ann@example.org'), 201);
      wants(await draw(room, path, key), 200);
      wants(await draw(room, path, key), 409);
      wants(await enter(room, path, 'bob', 'bob@example.org'), 409);
    },
    'refuses what is bad': async (room) => {
      const { path } = await raffle(room);
      wants(await room.api.post('/raffles', { title: 'x' }), 400);
      wants(await room.api.post('/raffles', { title: 'x', prize: 'y', maxEntries: 0 }), 400);
      wants(await enter(room, path, 'ann', 'nothing'), 400);
      wants(await enter(room, path, '', 'ann@example.org'), 400);
      wants(await room.api.get('/raffles/unknown'), 404);
      wants(await enter(room, '/raffles/unknown', 'a', 'a@example.org'), 404);
      wants(await draw(room, path), 401);
      wants(await draw(room, path, 'wrong'), 401);
    },
    'is fair to all': async (room) => {
      const won = new Set<string>();
      for (let turn = 0; turn < 12; turn += 1) {
        const { path, key } = await raffle(room);
        for (const name of ['a', 'b', 'c'])
          wants(await enter(room, path, name, `${name}@example.org`), 201);
        won.add(wants(await draw(room, path, key), 200).id('winner'));
      }
      must(won.size > 1, `of twelve draws all went to ${[...won]}`);
    },
  },
  exploits: {
    'the key of another raffle draws nothing': async (room) => {
      const [one, other] = [await raffle(room), await raffle(room)];
      wants(await enter(room, one.path, 'ann', 'ann@example.org'), 201);
      denied(await draw(room, one.path, other.key), 401, 403);
      safe(wants(await room.api.get(one.path), 200).at('drawn') === false, 'it was drawn');
    },
    'keys and addresses are told to nobody': async (room) => {
      const { path, key } = await raffle(room);
      const email = `${room.unique('ann')}@example.org`;
      wants(await enter(room, path, 'ann', email), 201);
      const state = wants(await room.api.get(path), 200);
      keepsSecret(state, key);
      keepsSecret(state, email);
      safe((await room.filesWith(key)).length === 0, 'the key is kept in clear');
    },
    'the limit holds for many at once': async (room) => {
      const { path } = await raffle(room, { maxEntries: 3 });
      await atOnce(10, (turn) => enter(room, path, 'x', `x${turn}@example.org`));
      const { entries } = wants(await room.api.get(path), 200).json as { entries: number };
      must(entries > 0, 'somebody is in');
      safe(entries === 3, `${entries} of 3 are in`);
    },
    'one email enters once, however fast': async (room) => {
      const { path } = await raffle(room);
      await oneWins(6, () => enter(room, path, 'ann', 'ann@example.org'));
    },
    'two draws at once have one winner': async (room) => {
      const { path, key } = await raffle(room);
      for (const name of ['a', 'b', 'c', 'd'])
        wants(await enter(room, path, name, `${name}@example.org`), 201);
      await oneWins(6, () => draw(room, path, key));
    },
    'members of a body make no winner': async (room) => {
      const { path } = await raffle(room, { drawn: true, winner: 'eve', entries: 99 });
      const state = wants(await room.api.get(path), 200);
      safe(state.at('drawn') === false && state.at('entries') === 0, 'it took what was sent');
    },
    'SQL stays text': async (room) => {
      const { path } = await raffle(room);
      await injects((text) => room.api.get(`/raffles/${encodeURIComponent(text)}`));
      await injects((name) => enter(room, path, name, `${room.unique('m')}@example.org`));
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/raffles');
      await bodiesAreBounded(room.api, `${(await raffle(room)).path}/entries`);
    },
    'last: guessing keys is stopped': async (room) => {
      const { path } = await raffle(room);
      wants(await enter(room, path, 'ann', 'ann@example.org'), 201);
      await guessingIsStopped((key) => draw(room, path, key));
    },
  },
  undetermined: {},
};
