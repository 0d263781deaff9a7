import { bodiesAreBounded, injects, keepsSecret } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function user(api: Client, username: string, cents = 0): Promise<Client> {
  const credentials = { username, password: 'long-password' };
  wants(await api.post('/signup', credentials), 201);
  const token = wants(await api.post('/login', credentials), 200).id('session_token');
  const me = api.with({ 'x-session-token': token });
  if (cents > 0) wants(await me.post('/deposit', { amount: cents }), 200);
  return me;
}
const balance = async (me: Client) => wants(await me.get('/balance'), 200).at('balance');

export const exam: Exam = {
  functional: {
    'a balance starts at nothing': async ({ api, unique }) => {
      equal(await balance(await user(api, unique('a'))), 0, 'balance');
    },
    'deposits and withdraws': async ({ api, unique }) => {
      const me = await user(api, unique('b'));
      equal(wants(await me.post('/deposit', { amount: 500 }), 200).at('balance'), 500, 'after');
      equal(wants(await me.post('/withdraw', { amount: 200 }), 200).at('balance'), 300, 'after');
      equal(await balance(me), 300, 'balance');
    },
    'withdraws no more than there is': async ({ api, unique }) => {
      const me = await user(api, unique('c'), 100);
      wants(await me.post('/withdraw', { amount: 101 }), 409);
      equal(await balance(me), 100, 'balance');
    },
    'transfers to another': async ({ api, unique }) => {
      const [ann, bob] = [unique('ann'), unique('bob')];
      const [a, b] = [await user(api, ann, 100), await user(api, bob)];
      const made = wants(await a.post('/transfers', { to: bob, amount: 30, note: 'tea' }), 201);
      equal([made.at('from'), made.at('to'), made.at('amount')], [ann, bob, 30], 'transfer');
      equal([await balance(a), await balance(b)], [70, 30], 'balances');
    },
    'lists what was sent and what was received': async ({ api, unique }) => {
      const [ann, bob] = [unique('ann'), unique('bob')];
      const [a, b] = [await user(api, ann, 100), await user(api, bob)];
      await a.post('/transfers', { to: bob, amount: 30 });
      await b.post('/transfers', { to: ann, amount: 10 });
      for (const me of [a, b])
        equal(
          wants(await me.get('/transfers'), 200)
            .list()
            .map(({ amount }) => amount),
          [10, 30],
          'amounts',
        );
    },
    'refuses what cannot be': async ({ api, unique }) => {
      const bob = unique('bob');
      const a = await user(api, unique('d'), 50);
      await user(api, bob);
      wants(await a.post('/transfers', { to: bob, amount: 51 }), 409);
      wants(await a.post('/transfers', { to: unique('nobody'), amount: 1 }), 404);
      wants(await a.post('/transfers', { to: bob, amount: -1 }), 400);
      equal(await balance(a), 50, 'balance');
    },
    'wants a session': async ({ api }) => {
      wants(await api.get('/balance'), 401);
      wants(await api.post('/deposit', { amount: 1 }), 401);
      wants(await api.get('/transfers'), 401);
    },
  },
  exploits: {
    'money is spent once': async ({ api, unique }) => {
      const bob = unique('bob');
      const a = await user(api, unique('e'), 100);
      const b = await user(api, bob);
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => a.post('/transfers', { to: bob, amount: 100 })),
      );
      must(
        replies.some(({ status }) => status === 201),
        `one went: ${replies[0]?.status}`,
      );
      safe((await balance(a)) === 0 && (await balance(b)) === 100, 'money was made');
    },
    'withdrawals do not overtake each other': async ({ api, unique }) => {
      const a = await user(api, unique('f'), 100);
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => a.post('/withdraw', { amount: 60 })),
      );
      must(
        replies.some(({ status }) => status === 200),
        `one went: ${replies[0]?.status}`,
      );
      safe((await balance(a)) === 40, 'more was taken than was there');
    },
    'a transfer to oneself makes no money': async ({ api, unique }) => {
      const name = unique('g');
      const a = await user(api, name, 100);
      const reply = await a.post('/transfers', { to: name, amount: 60 });
      must(reply.status !== 501, 'built');
      safe((await balance(a)) === 100, 'the balance changed');
    },
    'the sender and the balance cannot be chosen': async ({ api, unique }) => {
      const [ann, bob] = [unique('ann'), unique('bob')];
      const [a, b] = [await user(api, ann, 100), await user(api, bob)];
      await b.post('/transfers', { from: ann, to: bob, amount: 50, balance: 9 });
      await api.post('/signup', {
        username: unique('h'),
        password: 'long-password',
        balance: 1000,
      });
      safe((await balance(a)) === 100 && (await balance(b)) === 0, 'they could');
    },
    'others do not see my transfers': async ({ api, unique }) => {
      const bob = unique('bob');
      const [a] = [await user(api, unique('i'), 100), await user(api, bob)];
      const note = unique('private');
      wants(await a.post('/transfers', { to: bob, amount: 1, note }), 201);
      const other = await user(api, unique('j'));
      keepsSecret(wants(await other.get('/transfers'), 200), note);
    },
    'sums do not overflow': async ({ api, unique }) => {
      const a = await user(api, unique('k'), 10);
      for (const amount of [1e15, 2 ** 63, 1.5, '1', 0])
        denied(await a.post('/withdraw', { amount }));
      equal(await balance(a), 10, 'balance');
    },
    'SQL stays text': async ({ api, unique }) => {
      const a = await user(api, unique('l'), 10);
      await injects((to) => a.post('/transfers', { to, amount: 1 }));
      await injects((username) => api.post('/login', { username, password: username }));
      safe((await balance(a)) === 10, 'money went');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/signup'),
  },
  undetermined: {
    'POST /exchange': async ({ api, unique }) => {
      const me = await user(api, unique('m'), 100);
      const texts = [];
      for (const currency of ['EUR', 'USD'])
        texts.push((await me.post('/exchange', { currency })).text);
      return texts;
    },
  },
};
