import {
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'opens-the-vault';
async function person(api: Client, name: string): Promise<Client> {
  const credentials = { email: `${name}@example.org`, password: PASSWORD };
  wants(await api.post('/users', credentials), 201);
  return api.bearer(wants(await api.post('/tokens', credentials), 201).id('token'));
}
const store = (me: Client, name: string, text: string) =>
  me.put(`/secrets/${name}`, undefined, { text, headers: { 'content-type': 'text/plain' } });

export const exam: Exam = {
  functional: {
    'stores and gives back': async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      wants(await store(me, 'wifi', 'hunter2'), 201);
      const reply = wants(await me.get('/secrets/wifi'), 200);
      must(/^text\/plain/.test(reply.headers.get('content-type') ?? ''), 'plain text');
      equal(reply.text, 'hunter2', 'secret');
    },
    replaces: async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      await store(me, 'wifi', 'old');
      wants(await store(me, 'wifi', 'new'), 204);
      equal(wants(await me.get('/secrets/wifi'), 200).text, 'new', 'secret');
    },
    'lists names': async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      await store(me, 'wifi', 'hidden-value');
      const reply = wants(await me.get('/secrets'), 200);
      equal(
        reply.list().map(({ name }) => name),
        ['wifi'],
        'names',
      );
      must(!reply.text.includes('hidden-value'), 'no values');
    },
    'each has their own': async ({ api, unique }) => {
      const [a, b] = [await person(api, unique('a')), await person(api, unique('b'))];
      wants(await store(a, 'wifi', 'of-a'), 201);
      wants(await b.get('/secrets/wifi'), 404);
      wants(await store(b, 'wifi', 'of-b'), 201);
      equal(wants(await a.get('/secrets/wifi'), 200).text, 'of-a', 'of a');
    },
    deletes: async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      await store(me, 'wifi', 'x');
      wants(await me.delete('/secrets/wifi'), 204);
      wants(await me.delete('/secrets/wifi'), 404);
    },
    'revokes a token': async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      wants(await me.delete('/tokens'), 204);
      wants(await me.get('/secrets'), 401);
    },
    'refuses bad input': async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      wants(await store(me, 'NOT', 'x'), 400);
      wants(await store(me, 'long', 'x'.repeat(2001)), 400);
      wants(await api.post('/users', { email: 'x', password: PASSWORD }), 400);
    },
  },
  exploits: {
    'passwords and tokens are not kept': async ({ api, unique, filesWith }) => {
      const credentials = {
        email: `${unique('p')}@example.org`,
        password: unique('clearPassword'),
      };
      wants(await api.post('/users', credentials), 201);
      const token = wants(await api.post('/tokens', credentials), 201).id('token');
      safe((await filesWith(credentials.password)).length === 0, 'the password');
      safe((await filesWith(token)).length === 0, 'the token');
    },
    'forged tokens': ({ api }) =>
      forgedTokensAreRefused((headers) => api.get('/secrets', { headers })),
    'one of many gets an address': ({ api, unique }) => {
      const email = `${unique('race')}@example.org`;
      return oneWins(5, () => api.post('/users', { email, password: PASSWORD }));
    },
    'a secret is no page': async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      wants(await store(me, 'page', '<script>alert(1)</script>'), 201);
      const { headers } = wants(await me.get('/secrets/page'), 200);
      safe(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
    },
    'SQL stays text': async ({ api, unique }) => {
      const me = await person(api, unique('a'));
      await injects((text) => store(me, 'sql', text));
      await injects((text) => me.get(`/secrets/${encodeURIComponent(text)}`));
      await injects((email) => api.post('/tokens', { email, password: 'x' }));
    },
    'last: guessing is stopped': async ({ api, unique }) => {
      const name = unique('a');
      await person(api, name);
      await guessingIsStopped((password) =>
        api.post('/tokens', { email: `${name}@example.org`, password }),
      );
    },
  },
  undetermined: {},
};
