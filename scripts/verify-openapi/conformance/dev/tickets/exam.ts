import { atOnce, CLIMBS, injects, leaksNothing } from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants, wantsRefusal } from '../../examiner/verdicts.ts';

async function open(room: Room): Promise<string> {
  const path = `/queues/${room.unique('q').toLowerCase()}`;
  wants(await room.api.put(path), 201);
  return path;
}
const state = async ({ api }: Room, path: string) => wants(await api.get(path), 200).json;
const take = async ({ api }: Room, path: string) =>
  Number(wants(await api.post(`${path}/take`), 200).text);
const next = async ({ api }: Room, path: string) =>
  Number(wants(await api.post(`${path}/next`), 200).text);

export const exam: Exam = {
  functional: {
    'opens a queue once': async (room) => {
      const path = await open(room);
      wants(await room.api.put(path), 204);
      equal(await state(room, path), { current: 0, waiting: 0 }, 'state');
    },
    'draws numbers from one on': async (room) => {
      const path = await open(room);
      equal(
        [await take(room, path), await take(room, path), await take(room, path)],
        [1, 2, 3],
        'numbers',
      );
      equal(await state(room, path), { current: 0, waiting: 3 }, 'state');
    },
    'calls them in order': async (room) => {
      const path = await open(room);
      for (let turn = 0; turn < 2; turn += 1) await take(room, path);
      equal(await next(room, path), 1, 'called');
      equal(await state(room, path), { current: 1, waiting: 1 }, 'state');
      equal(await next(room, path), 2, 'called');
      wants(await room.api.post(`${path}/next`), 204);
      equal(await state(room, path), { current: 2, waiting: 0 }, 'state');
      equal(await take(room, path), 3, 'drawn');
      equal(await next(room, path), 3, 'called');
    },
    'opening again changes nothing': async (room) => {
      const path = await open(room);
      await take(room, path);
      wants(await room.api.put(path), 204);
      equal(await state(room, path), { current: 0, waiting: 1 }, 'state');
    },
    'queues know nothing of each other': async (room) => {
      const [one, other] = [await open(room), await open(room)];
      equal([await take(room, one), await take(room, other)], [1, 1], 'numbers');
    },
    'knows no other queue': async ({ api, unique }) => {
      const path = `/queues/${unique('none').toLowerCase()}`;
      wants(await api.get(path), 404);
      wants(await api.post(`${path}/take`), 404);
      wants(await api.post(`${path}/next`), 404);
      wantsRefusal(await api.put('/queues/UPPER'));
    },
    'keeps the numbers over a restart': async (room) => {
      const path = await open(room);
      await take(room, path);
      await room.restart();
      equal(await take(room, path), 2, 'number');
    },
  },
  exploits: {
    'a number is drawn once, and no number is left out': async (room) => {
      const path = await open(room);
      const replies = await atOnce(12, () => room.api.post(`${path}/take`));
      const numbers = replies
        .map((reply) => Number(wants(reply, 200).text))
        .toSorted((a, b) => a - b);
      safe(
        numbers.every((number, at) => number === at + 1),
        `${numbers}`,
      );
    },
    'a number is called once': async (room) => {
      const path = await open(room);
      for (let turn = 0; turn < 4; turn += 1) await take(room, path);
      const replies = await atOnce(8, () => room.api.post(`${path}/next`));
      const called = replies.filter(({ status }) => status === 200).map(({ text }) => text);
      must(called.length > 0, `nobody was called: ${replies[0]?.status}`);
      safe(called.length === 4 && new Set(called).size === 4, `${called}`);
    },
    'names stay names': async (room) => {
      await injects((text) => room.api.get(`/queues/${encodeURIComponent(text)}`));
      await injects((text) => room.api.post(`/queues/${encodeURIComponent(text)}/take`));
      for (const climb of CLIMBS) {
        const reply = await room.api.raw('GET', `/queues/${climb}`);
        safe(!/root:/.test(reply.text), `${climb} was served`);
        leaksNothing(denied(reply));
      }
    },
    'bodies that nobody asked for change nothing': async (room) => {
      const path = await open(room);
      await room.api.put(path, { current: 90, waiting: 90 });
      await room.api.post(`${path}/take`, { number: 50 });
      const now = (await state(room, path)) as { current: number; waiting: number };
      safe(now.current === 0 && now.waiting <= 1, JSON.stringify(now));
    },
  },
  undetermined: {},
};
