import { atOnce, bodiesAreBounded, injects, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const LINE = { description: 'Work', quantity: 1, unitPrice: 1000, taxPercent: 0 };

function keyed({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('key');
  must(value !== null, 'the app can be told its key');
  return api.with({ 'api-key': value ?? '' });
}

const draft = (as: Client, name: string, lines: readonly object[] = [LINE], more: object = {}) =>
  as.post('/invoices', { customer: { name }, lines, ...more });
const drafted = async (
  as: Client,
  name: string,
  lines: readonly object[] = [LINE],
  more: object = {},
) => wants(await draft(as, name, lines, more), 201).id('id');
const issue = (as: Client, id: string) => as.post(`/invoices/${id}/issue`);
async function issued(
  as: Client,
  name: string,
  lines: readonly object[] = [LINE],
  more: object = {},
) {
  const id = await drafted(as, name, lines, more);
  wants(await issue(as, id), 200);
  return id;
}
const pay = (as: Client, id: string, amount: unknown) =>
  as.post(`/invoices/${id}/payments`, { amount });
const read = async (as: Client, id: string) => wants(await as.get(`/invoices/${id}`), 200);
const sums = (reply: Reply) => ['net', 'tax', 'gross', 'paid', 'due'].map((name) => reply.at(name));

async function revenueOf(as: Client, currency: string): Promise<readonly number[]> {
  const all = wants(await as.get('/revenue'), 200).list();
  const found = all.find((one) => one.currency === currency) ?? {};
  return ['invoices', 'net', 'tax', 'gross', 'due'].map((name) => Number(found[name] ?? 0));
}

export const exam: Exam = {
  functional: {
    'a draft may be empty and has no number': async (room) => {
      const [as, name] = [keyed(room), room.unique('Customer')];
      const made = wants(await as.post('/invoices', { customer: { name } }), 201);
      for (const invoice of [made, await read(as, made.id('id'))]) {
        const heads = ['status', 'number', 'customer.name', 'currency', 'lines'];
        equal(
          heads.map((path) => invoice.at(path)),
          ['draft', null, name, 'EUR', []],
          'invoice',
        );
        equal(sums(invoice), [0, 0, 0, 0, 0], 'sums');
      }
    },
    'adds up lines and taxes': async (room) => {
      const as = keyed(room);
      const lines = [
        { description: 'Bread', quantity: 3, unitPrice: 250, taxPercent: 7 },
        { description: 'Half a cent', quantity: 1, unitPrice: 50, taxPercent: 19 },
        { description: 'A gift', quantity: 2, unitPrice: 0, taxPercent: 19 },
      ];
      const invoice = wants(await draft(as, room.unique('C'), lines), 201);
      equal(
        invoice.list('lines').map(({ description, net, tax }) => [description, net, tax]),
        [
          ['Bread', 750, 53],
          ['Half a cent', 50, 10],
          ['A gift', 0, 0],
        ],
        'lines',
      );
      equal(sums(invoice), [800, 63, 863, 0, 863], 'sums');
    },
    'adds and removes lines of a draft': async (room) => {
      const as = keyed(room);
      const id = await drafted(as, room.unique('C'));
      const more = { description: 'More', quantity: 2, unitPrice: 500, taxPercent: 19 };
      const line = wants(await as.post(`/invoices/${id}/lines`, more), 201);
      equal([line.at('net'), line.at('tax')], [1000, 190], 'line');
      equal(sums(await read(as, id)), [2000, 190, 2190, 0, 2190], 'sums');
      const [first] = (await read(as, id)).list('lines');
      wants(await as.delete(`/invoices/${id}/lines/${first?.id}`), 204);
      wants(await as.delete(`/invoices/${id}/lines/${first?.id}`), 404);
      equal(
        (await read(as, id)).list('lines').map(({ description }) => description),
        ['More'],
        'lines',
      );
      const other = await drafted(as, room.unique('C'));
      wants(await as.delete(`/invoices/${other}/lines/${line.id('id')}`), 404);
    },
    'numbers follow each other as invoices are issued': async (room) => {
      const as = keyed(room);
      const [a, b] = [await drafted(as, room.unique('C')), await drafted(as, room.unique('C'))];
      const second = wants(await issue(as, b), 200);
      const third = wants(await issue(as, a), 200);
      equal(second.at('status'), 'issued', 'status');
      equal(Number(third.at('number')) - Number(second.at('number')), 1, 'step');
      equal((await read(as, a)).at('number'), third.at('number'), 'number');
    },
    'issues drafts with lines, and once': async (room) => {
      const as = keyed(room);
      wants(await issue(as, await drafted(as, room.unique('C'), [])), 409);
      const id = await issued(as, room.unique('C'));
      const { number } = (await read(as, id)).json as { number: number };
      wants(await issue(as, id), 409);
      equal((await read(as, id)).at('number'), number, 'number');
      wants(await issue(as, room.unique('none')), 404);
    },
    'an issued invoice does not change': async (room) => {
      const as = keyed(room);
      const id = await issued(as, room.unique('C'));
      const [line] = (await read(as, id)).list('lines');
      wants(await as.post(`/invoices/${id}/lines`, LINE), 409);
      wants(await as.delete(`/invoices/${id}/lines/${line?.id}`), 409);
      wants(await as.delete(`/invoices/${id}`), 409);
      equal(sums(await read(as, id)), [1000, 0, 1000, 0, 1000], 'sums');
    },
    'is paid in parts': async (room) => {
      const as = keyed(room);
      const id = await issued(as, room.unique('C'));
      const part = wants(await pay(as, id, 400), 201);
      equal([part.at('status'), ...sums(part)], ['issued', 1000, 0, 1000, 400, 600], 'with a part');
      wants(await pay(as, id, 601), 409);
      const whole = wants(await pay(as, id, 600), 201);
      equal([whole.at('status'), ...sums(whole)], ['paid', 1000, 0, 1000, 1000, 0], 'with all');
      wants(await pay(as, id, 1), 409);
      wants(await pay(as, await drafted(as, room.unique('C')), 1), 409);
    },
    'deletes drafts': async (room) => {
      const as = keyed(room);
      const id = await drafted(as, room.unique('C'));
      wants(await as.delete(`/invoices/${id}`), 204);
      wants(await as.get(`/invoices/${id}`), 404);
      wants(await as.delete(`/invoices/${id}`), 404);
    },
    'lists invoices page by page, and how many there are': async (room) => {
      const [as, name] = [keyed(room), room.unique('Customer')];
      const small = [{ ...LINE, unitPrice: 10 }];
      const ids = [
        await drafted(as, name),
        await issued(as, name),
        await issued(as, name, small),
        await drafted(as, name, small),
      ];
      wants(await pay(as, ids[2] ?? '', 10), 201);
      const list = async (query: Record<string, string | number | readonly string[]>) => {
        const reply = wants(
          await as.get('/invoices', { query: { customerName: name, ...query } }),
          200,
        );
        const places = reply.list().map(({ id }) => ids.indexOf(String(id)));
        return [Number(reply.headers.get('x-total-count')), ...places];
      };
      equal(await list({}), [4, 0, 1, 2, 3], 'all');
      equal(await list({ pageSize: 3, page: 2 }), [4, 3], 'the second page');
      equal(await list({ status: 'issued' }), [1, 1], 'issued');
      equal(await list({ status: ['paid', 'draft'] }), [3, 0, 2, 3], 'paid and drafts');
      equal(await list({ minGross: 11 }), [2, 0, 1], 'large');
      equal(await list({ customerName: name.slice(0, -1) }), [0], 'by a part of the name');
      wants(await as.get('/invoices', { query: { status: 'lost' } }), 400);
      wants(await as.get('/invoices', { query: { page: 0 } }), 400);
    },
    'sums up what was issued, by currency': async (room) => {
      const [as, currency] = [keyed(room), 'CHF'];
      const before = await revenueOf(as, currency);
      const taxed = [{ ...LINE, taxPercent: 7 }];
      await drafted(as, room.unique('C'), taxed, { currency });
      await issued(as, room.unique('C'), taxed, { currency });
      await issued(as, room.unique('C'), taxed, { currency: 'USD' });
      const paid = await issued(as, room.unique('C'), [{ ...LINE, unitPrice: 200 }], { currency });
      wants(await pay(as, paid, 150), 201);
      const more = (await revenueOf(as, currency)).map((sum, at) => sum - (before[at] ?? 0));
      equal(more, [2, 1200, 70, 1270, 1120], 'sums');
      const currencies = wants(await as.get('/revenue'), 200)
        .list()
        .map((one) => one.currency);
      equal(currencies, currencies.toSorted(), 'currencies');
      equal(currencies.includes('CHF') && currencies.includes('USD'), true, 'CHF and USD');
    },
    'refuses what is not valid': async (room) => {
      const [as, name] = [keyed(room), room.unique('C')];
      for (const wrong of [
        { quantity: 0 },
        { unitPrice: -1 },
        { taxPercent: 8 },
        { quantity: 1.5 },
        { description: '' },
      ])
        must(
          typeof wants(await draft(as, name, [{ ...LINE, ...wrong }]), 400).at('message') ===
            'string',
          'it says why',
        );
      wants(await as.post('/invoices', { customer: { name: '' } }), 400);
      wants(await as.post('/invoices', { customer: { name }, currency: 'GBP' }), 400);
      wants(await as.post('/invoices', { customer: { name }, status: 'paid' }), 400);
      const id = await issued(as, name);
      for (const amount of [0, -5, '10', 1.5]) wants(await pay(as, id, amount), 400);
      wants(await room.api.get(`/invoices/${id}`), 401);
    },
  },
  exploits: {
    'nothing goes without the key': async (room) => {
      const as = keyed(room);
      const id = await drafted(as, room.unique('C'));
      const key = room.key('key') ?? '';
      for (const value of [null, '', 'null', '*', key.slice(0, -1), `${key}0`, "' OR '1'='1"]) {
        const guess = value === null ? room.api : room.api.with({ 'api-key': value });
        denied(await guess.get('/invoices'), 401);
        denied(await draft(guess, 'x'), 401);
        denied(await issue(guess, id), 401);
        denied(await guess.delete(`/invoices/${id}`), 401);
        denied(await guess.get('/revenue'), 401);
      }
      safe((await read(as, id)).at('status') === 'draft', 'it was issued');
    },
    'no number is given twice or left out': async (room) => {
      const as = keyed(room);
      const ids: string[] = [];
      for (let turn = 0; turn < 8; turn += 1) ids.push(await drafted(as, room.unique('C')));
      const replies = await atOnce(8, (turn) => issue(as, ids[turn] ?? ''));
      must(
        replies.every(({ status }) => status === 200),
        `all were issued: ${replies.map(({ status }) => status)}`,
      );
      const numbers = replies.map((reply) => Number(reply.at('number'))).toSorted((a, b) => a - b);
      const [first = 0] = numbers;
      safe(
        numbers.every((number, at) => number === first + at),
        `numbers ${numbers}`,
      );
    },
    'one invoice issued at many times has one number': async (room) => {
      const as = keyed(room);
      const id = await drafted(as, room.unique('C'));
      const replies = await atOnce(6, () => issue(as, id));
      const won = replies.filter(({ status }) => status === 200);
      must(won.length > 0, `it was issued: ${replies[0]?.status}`);
      const next = wants(await issue(as, await drafted(as, room.unique('C'))), 200).at('number');
      const number = (await read(as, id)).at('number');
      safe(won.length === 1 && Number(next) === Number(number) + 1, 'numbers were lost');
    },
    'nothing is paid twice': async (room) => {
      const as = keyed(room);
      const id = await issued(as, room.unique('C'));
      const replies = await atOnce(8, () => pay(as, id, 600));
      must(
        replies.some(({ status }) => status === 201),
        `one was taken: ${replies[0]?.status}`,
      );
      const invoice = await read(as, id);
      safe(invoice.at('paid') === 600 && invoice.at('due') === 400, `paid ${invoice.at('paid')}`);
    },
    'sums and states cannot be chosen': async (room) => {
      const as = keyed(room);
      const chosen = { net: 1, tax: 1, id: 'mine' };
      const made = await draft(as, room.unique('C'), [{ ...LINE, ...chosen }]);
      if (made.status === 201) {
        for (const [name, value] of Object.entries(chosen)) unmoved(made, `lines.0.${name}`, value);
        safe(made.at('net') === 1000, 'the sum was chosen');
      } else denied(made, 400);
      for (const more of [{ status: 'paid' }, { number: 1 }, { paid: 1000 }, { gross: 1 }])
        denied(await draft(as, room.unique('C'), [LINE], more), 400);
      const id = await issued(as, room.unique('C'));
      await as.post(`/invoices/${id}/payments`, { amount: 1, paid: 1000, status: 'paid', due: 0 });
      const invoice = await read(as, id);
      safe(invoice.at('status') === 'issued' && Number(invoice.at('paid')) <= 1, 'it is paid');
    },
    'amounts do not overflow': async (room) => {
      const as = keyed(room);
      const most = { description: 'Much', quantity: 10_000, unitPrice: 1_000_000, taxPercent: 19 };
      const reply = await draft(as, room.unique('C'), Array(50).fill(most));
      if (reply.status === 201) safe(reply.at('gross') === 595_000_000_000, `${reply.at('gross')}`);
      else denied(reply);
      const id = await issued(as, room.unique('C'));
      for (const amount of [2 ** 31, 2 ** 53, 2 ** 63, 1e300]) denied(await pay(as, id, amount));
      safe((await read(as, id)).at('paid') === 0, 'it was paid');
    },
    'SQL stays text': async (room) => {
      const [as, name] = [keyed(room), room.unique('Witness')];
      const id = await drafted(as, name);
      await injects(async (text) => {
        const reply = await draft(as, text, [{ ...LINE, description: text }]);
        if (reply.status === 201) safe(reply.at('customer.name') === text, `${text} was changed`);
        return reply;
      });
      await injects((customerName) => as.get('/invoices', { query: { customerName } }));
      await injects((status) => as.get('/invoices', { query: { status } }));
      await injects((minGross) => as.get('/invoices', { query: { minGross } }));
      await injects((text) => as.delete(`/invoices/${encodeURIComponent(text)}`));
      await injects((text) => as.delete(`/invoices/${id}/lines/${encodeURIComponent(text)}`));
      safe((await read(as, id)).list('lines').length === 1, 'the witness was changed');
    },
    'broken, deep and huge bodies': (room) => bodiesAreBounded(keyed(room), '/invoices'),
  },
  undetermined: {},
};
