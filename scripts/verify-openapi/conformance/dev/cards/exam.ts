import { bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

function trusted({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('secret');
  must(value !== null, 'the app can be told the secret');
  return api.with({ 'x-secret': value ?? '' });
}

let count = Date.now() % 100_000;
const nextCard = () => String(4_000_000_000_000_000 + ++count);
const nextPhone = () => `+49${String(100_000_000 + ++count)}`;

const associate = async (client: Client, credit_card: string, phone: string) =>
  wants(await client.post('/associate_card', { credit_card, phone }), 201);

async function read(client: Client, path: string, query: Record<string, string | string[]>) {
  const { json } = wants(await client.get(path, { query }), 200);
  return (Array.isArray(json) ? json : []).map(String).toSorted();
}

export const exam: Exam = {
  functional: {
    'tells the phones of a card': async (room) => {
      const client = trusted(room);
      const [card, a, b] = [nextCard(), nextPhone(), nextPhone()];
      await associate(client, card, a);
      await associate(client, card, b);
      equal(await read(client, '/phones', { card }), [a, b], 'phones');
      wants(await client.get('/phones', { query: { card: nextCard() } }), 404);
    },
    'the same pair twice is one': async (room) => {
      const client = trusted(room);
      const [card, phone] = [nextCard(), nextPhone()];
      for (const _ of [1, 2]) await associate(client, card, phone);
      equal(await read(client, '/phones', { card }), [phone], 'phones');
    },
    'tells the cards that all phones share': async (room) => {
      const client = trusted(room);
      const [x, y, a, b] = [nextCard(), nextCard(), nextPhone(), nextPhone()];
      for (const [card, phone] of [
        [x, a],
        [x, b],
        [y, a],
      ] as const)
        await associate(client, card, phone);
      equal(await read(client, '/cards', { phone: [a] }), [x, y], 'of one phone');
      equal(await read(client, '/cards', { phone: [a, b] }), [x], 'of two phones');
      equal(await read(client, '/cards', { phone: [nextPhone()] }), [], 'of an unknown phone');
    },
    'refuses what is not valid, and without the secret': async (room) => {
      const client = trusted(room);
      wants(await client.post('/associate_card', { credit_card: '12', phone: nextPhone() }), 400);
      wants(await client.post('/associate_card', { credit_card: nextCard() }), 400);
      wants(
        await room.api.post('/associate_card', { credit_card: nextCard(), phone: nextPhone() }),
        401,
      );
      wants(await room.api.get('/phones', { query: { card: nextCard() } }), 401);
      wants(await room.api.get('/cards', { query: { phone: nextPhone() } }), 401);
    },
  },
  exploits: {
    'wrong secrets open nothing': async (room) => {
      const value = room.key('secret') ?? '';
      for (const secret of ['', 'secret', 'null', value.slice(1), `${value}x`, "' OR '1'='1"]) {
        const headers = { 'x-secret': secret };
        denied(await room.api.get('/cards', { headers, query: { phone: '+49' } }), 401);
      }
    },
    'SQL in every text stays text': async (room) => {
      const client = trusted(room);
      const [card, phone] = [nextCard(), nextPhone()];
      await associate(client, card, phone);
      await injects((text) => client.get('/phones', { query: { card: text } }));
      await injects((text) => client.post('/associate_card', { credit_card: text, phone: text }));
      await injects(async (text) => {
        const reply = await client.get('/cards', { query: { phone: text } });
        if (reply.status === 200) safe(reply.text === '[]', `${text} finds cards`);
        return reply;
      });
      equal(await read(client, '/phones', { card }), [phone], 'phones');
    },
    'the same pair at once is one': async (room) => {
      const client = trusted(room);
      const [card, phone] = [nextCard(), nextPhone()];
      await Promise.all(Array.from({ length: 8 }, () => associate(client, card, phone)));
      safe((await read(client, '/phones', { card })).length === 1, 'it is there more than once');
    },
    'broken, deep and huge bodies': async (room) =>
      bodiesAreBounded(trusted(room), '/associate_card'),
  },
  undetermined: {},
};
