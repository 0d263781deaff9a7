import { atOnce, bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

let cards = 10_000_000 + (Date.now() % 80_000_000);
const shop = ({ api, key }: Room) => api.with({ 'x-shop-key': key('shopKey') ?? '' });

async function member(room: Room): Promise<string> {
  cards += 1;
  const made = await shop(room).post('/members', { cardNumber: String(cards), name: 'Ann' });
  return `/members/${wants(made, 201).id('cardNumber')}`;
}
const book = (room: Room, path: string, points: number, reference = room.unique('r')) =>
  shop(room).post(`${path}/entries`, { points, reference });
const balance = async (room: Room, path: string) =>
  wants(await shop(room).get(path), 200).at('balance');

export const exam: Exam = {
  functional: {
    'registers a member': async (room) => {
      const path = await member(room);
      const cardNumber = path.slice(-8);
      equal(
        wants(await shop(room).get(path), 200).json,
        { cardNumber, name: 'Ann', balance: 0 },
        'member',
      );
      wants(await shop(room).post('/members', { cardNumber, name: 'Bob' }), 409);
    },
    'earns and spends': async (room) => {
      const path = await member(room);
      const earned = wants(await book(room, path, 50, 'R1'), 201);
      equal(
        ['points', 'reference', 'balanceAfter'].map((at) => earned.at(at)),
        [50, 'R1', 50],
        'entry',
      );
      equal(wants(await book(room, path, -20), 201).at('balanceAfter'), 30, 'balanceAfter');
      equal(await balance(room, path), 30, 'balance');
    },
    'spends no more than there is': async (room) => {
      const path = await member(room);
      wants(await book(room, path, -1), 422);
      wants(await book(room, path, 10), 201);
      wants(await book(room, path, -11), 422);
      equal(await balance(room, path), 10, 'balance');
      wants(await book(room, path, -10), 201);
      equal(await balance(room, path), 0, 'balance');
    },
    'books a reference once': async (room) => {
      const [path, other] = [await member(room), await member(room)];
      const first = wants(await book(room, path, 5, 'R7'), 201);
      const again = wants(await book(room, path, 5, 'R7'), 200);
      equal(again.at('id'), first.at('id'), 'id');
      equal(await balance(room, path), 5, 'balance');
      wants(await book(room, other, 5, 'R7'), 201);
    },
    'lists entries, newest first, in pages': async (room) => {
      const path = await member(room);
      for (const points of [1, 2, 3]) wants(await book(room, path, points), 201);
      const list = async (query: Record<string, number>) =>
        wants(await shop(room).get(`${path}/entries`, { query }), 200);
      const all = await list({});
      equal(
        [
          all.at('page'),
          all.at('pageSize'),
          all.at('total'),
          all.list('entries').map(({ points }) => points),
        ],
        [1, 10, 3, [3, 2, 1]],
        'entries',
      );
      const second = await list({ page: 2, pageSize: 2 });
      equal(
        second.list('entries').map(({ points }) => points),
        [1],
        'second page',
      );
      wants(await shop(room).get(`${path}/entries`, { query: { pageSize: 51 } }), 400);
    },
    'refuses what is bad': async (room) => {
      const path = await member(room);
      wants(await book(room, path, 0), 400);
      wants(await book(room, path, 1, ''), 400);
      wants(await shop(room).post('/members', { cardNumber: '12', name: 'x' }), 400);
      wants(await book(room, '/members/00000000', 1), 404);
      wants(await shop(room).get('/members/00000000'), 404);
      wants(await shop(room).get('/members/00000000/entries'), 404);
    },
    'wants the key of the shop': async (room) => {
      const path = await member(room);
      wants(await room.api.get(path), 401);
      wants(await room.api.post(`${path}/entries`, { points: 1, reference: 'x' }), 401);
    },
  },
  exploits: {
    'points are spent once': async (room) => {
      const path = await member(room);
      wants(await book(room, path, 10), 201);
      const replies = await atOnce(8, () => book(room, path, -10));
      const won = replies.filter(({ status }) => status === 201).length;
      must(won > 0, `nobody: ${replies[0]?.status}`);
      safe(won === 1 && (await balance(room, path)) === 0, `${won} times`);
    },
    'a reference is booked once, however fast': async (room) => {
      const path = await member(room);
      const replies = await atOnce(6, () => book(room, path, 7, 'R1'));
      must(
        replies.some(({ status }) => status < 300),
        `nobody: ${replies[0]?.status}`,
      );
      safe((await balance(room, path)) === 7, 'it was booked twice');
    },
    'nobody chooses a balance': async (room) => {
      cards += 1;
      const made = await shop(room).post('/members', {
        cardNumber: String(cards),
        name: 'Eve',
        balance: 999,
      });
      if (made.status === 400) return;
      safe(wants(made, 201).at('balance') === 0, 'it took the balance');
    },
    'wrong keys open nothing': async (room) => {
      const path = await member(room);
      for (const key of ['', 'x', "' OR '1'='1", 'null'])
        denied(await room.api.with({ 'x-shop-key': key }).get(path), 401, 403);
    },
    'SQL stays text': async (room) => {
      const path = await member(room);
      await injects((reference) => book(room, path, 1, reference));
      await injects((text) => shop(room).get(`/members/${encodeURIComponent(text)}`));
    },
    'huge amounts are no way around': async (room) => {
      const path = await member(room);
      for (const points of [1e15, -1e15, 0.5, Number.MAX_SAFE_INTEGER])
        denied(await book(room, path, points), 400, 422);
      safe((await balance(room, path)) === 0, 'the balance moved');
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(shop(room), '/members');
    },
  },
  undetermined: {},
};
