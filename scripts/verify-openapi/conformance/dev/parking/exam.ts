import { bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

let zones = Date.now() % 1_000_000;
const town = ({ api, key }: Room) => api.with({ 'x-town-hall-key': key('townHall') ?? '' });
const warden = ({ api, key }: Room) => api.with({ 'x-warden-key': key('warden') ?? '' });

async function zone(room: Room, more: object = {}): Promise<string> {
  zones += 1;
  const sent = { code: `Z${zones}`, name: 'Old town', hourlyCents: 200, maxMinutes: 120, ...more };
  return wants(await town(room).post('/zones', sent), 201).id('code');
}
const buy = ({ api }: Room, plate: string, code: string, minutes: number, more: object = {}) =>
  api.post('/tickets', { plate, zone: code, minutes, ...more });
const plateOf = (room: Room) => room.unique('P').toUpperCase().slice(-10);
const check = (room: Room, plate: string, code: string) =>
  warden(room).get(`/plates/${plate}`, { query: { zone: code } });

export const exam: Exam = {
  functional: {
    'adds zones and lists them by code': async (room) => {
      const [one, other] = [await zone(room), await zone(room)];
      const codes = wants(await room.api.get('/zones'), 200)
        .list()
        .map(({ code }) => String(code));
      must(codes.includes(one) && codes.includes(other), 'both are there');
      equal(codes, codes.toSorted(), 'order');
      wants(
        await town(room).post('/zones', { code: one, name: 'x', hourlyCents: 1, maxMinutes: 1 }),
        409,
      );
    },
    'only the town hall adds zones': async (room) => {
      const sent = { code: 'Z1', name: 'x', hourlyCents: 1, maxMinutes: 1 };
      wants(await room.api.post('/zones', sent), 401);
      wants(await room.api.with({ 'x-town-hall-key': 'wrong' }).post('/zones', sent), 401);
      wants(await town(room).post('/zones', { ...sent, code: 'zone' }), 422);
    },
    'sells a ticket': async (room) => {
      const [code, plate] = [await zone(room), plateOf(room)];
      const before = Date.now();
      const made = wants(await buy(room, plate, code, 45), 201);
      equal(
        ['plate', 'zone', 'minutes', 'priceCents'].map((name) => made.at(name)),
        [plate, code, 45, 150],
        'ticket',
      );
      const [from, to] = [made.id('boughtAt'), made.id('validUntil')].map(Date.parse);
      equal((to ?? 0) - (from ?? 0), 45 * 60_000, 'length');
      must(Math.abs((from ?? 0) - before) < 10_000, 'it begins now');
    },
    'a started cent is a cent': async (room) => {
      const code = await zone(room, { hourlyCents: 100 });
      equal(wants(await buy(room, 'AB-1', code, 20), 201).at('priceCents'), 34, 'price');
      equal(wants(await buy(room, 'AB-1', code, 60), 201).at('priceCents'), 100, 'price');
      const free = await zone(room, { hourlyCents: 0 });
      equal(wants(await buy(room, 'AB-1', free, 20), 201).at('priceCents'), 0, 'price');
    },
    'nobody parks longer than the zone allows': async (room) => {
      const code = await zone(room, { maxMinutes: 30 });
      wants(await buy(room, 'AB-1', code, 30), 201);
      wants(await buy(room, 'AB-1', code, 31), 422);
    },
    'refuses what is bad': async (room) => {
      const code = await zone(room);
      wants(await buy(room, 'ab 1', code, 30), 422);
      wants(await buy(room, 'AB-1', code, 0), 422);
      wants(await buy(room, 'AB-1', 'X99999999', 30), 404);
    },
    'prints a receipt': async (room) => {
      const code = await zone(room);
      const id = wants(await buy(room, 'AB-1', code, 45), 201).id('id');
      const receipt = wants(await room.api.get(`/tickets/${id}/receipt`), 200);
      must(/^text\/plain/.test(receipt.headers.get('content-type') ?? ''), 'it is plain text');
      equal(receipt.text.trim(), `AB-1 ${code} 150`, 'receipt');
      wants(await room.api.get(`/tickets/${crypto.randomUUID()}/receipt`), 404);
    },
    'wardens see who has paid': async (room) => {
      const [code, other, plate] = [await zone(room), await zone(room), plateOf(room)];
      const none = wants(await check(room, plate, code), 200);
      equal([none.at('paid'), none.at('until') ?? null], [false, null], 'nothing paid');
      wants(await buy(room, plate, code, 10), 201);
      const until = wants(await buy(room, plate, code, 60), 201).at('validUntil');
      const paid = wants(await check(room, plate, code), 200);
      equal([paid.at('paid'), paid.at('until')], [true, until], 'paid');
      equal(wants(await check(room, plate, other), 200).at('paid'), false, 'elsewhere');
    },
    'only wardens see it': async (room) => {
      wants(await room.api.get('/plates/AB-1', { query: { zone: 'A1' } }), 401);
    },
  },
  exploits: {
    'nobody sets the price': async (room) => {
      const code = await zone(room);
      const made = await buy(room, 'AB-1', code, 60, {
        priceCents: 0,
        validUntil: '2099-01-01T00:00:00Z',
      });
      if (made.status === 422 || made.status === 400) return;
      wants(made, 201);
      safe(made.at('priceCents') === 200, 'the driver set the price');
      safe(!made.id('validUntil').startsWith('2099'), 'the driver set the end');
    },
    'the keys are not mixed up': async (room) => {
      const code = await zone(room);
      wants(await check(room, 'AB-1', code), 200);
      const asWarden = room.api.with({ 'x-warden-key': room.key('warden') ?? '' });
      denied(
        await asWarden.post('/zones', { code: 'Y1', name: 'x', hourlyCents: 1, maxMinutes: 1 }),
        401,
        403,
      );
      const asTown = room.api.with({ 'x-town-hall-key': room.key('townHall') ?? '' });
      denied(await asTown.get('/plates/AB-1', { query: { zone: code } }), 401, 403);
    },
    'a receipt is no page': async (room) => {
      const code = await zone(room);
      const id = wants(await buy(room, 'AB-1', code, 5), 201).id('id');
      const receipt = wants(await room.api.get(`/tickets/${id}/receipt`), 200);
      safe(receipt.headers.get('x-content-type-options') === 'nosniff', 'browsers may sniff');
    },
    'SQL stays text': async (room) => {
      const code = await zone(room);
      await injects((text) => check(room, encodeURIComponent(text), code));
      await injects((text) => check(room, 'AB-1', text));
      await injects((text) => buy(room, 'AB-1', text, 10));
      await injects((name) =>
        town(room).post('/zones', { code: `Z${++zones}`, name, hourlyCents: 1, maxMinutes: 1 }),
      );
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/tickets');
    },
  },
  undetermined: {},
};
