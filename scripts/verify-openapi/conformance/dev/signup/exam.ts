import {
  answersAlike,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'correct-horse-battery';
const body = (username: string, more = {}) => ({
  ...{ email: `${username}@example.org`, firstName: 'Ann', lastName: 'Lee' },
  ...{ username, password: PASSWORD, ...more },
});
const create = (api: Client, username: string, more = {}) =>
  api.post('/create-user', body(username, more));
const signIn = async (api: Client, username: string) =>
  api.bearer(
    wants(await api.post('/authenticate', { username, password: PASSWORD }), 200).id('accessToken'),
  );

export const exam: Exam = {
  functional: {
    'creates a user': async ({ api, unique }) => {
      const name = unique('ann');
      const made = wants(await create(api, name), 201);
      equal([made.at('user.username'), made.at('user.firstName')], [name, 'Ann'], 'user');
    },
    'suggests names that are free': async ({ api, unique }) => {
      const name = unique('bob');
      wants(await create(api, name), 201);
      const taken = wants(await create(api, name, { email: 'else@example.org' }), 409);
      const suggestions = taken.list('suggestions') as unknown as string[];
      must(suggestions.length > 0 && !suggestions.includes(name), 'others are suggested');
      wants(await create(api, suggestions[0] ?? '', { email: `${unique('q')}@example.org` }), 201);
    },
    'signs in and says who': async ({ api, unique }) => {
      const name = unique('cat');
      await create(api, name);
      const me = wants(await (await signIn(api, name)).get('/me'), 200);
      equal([me.at('username'), me.at('lastName')], [name, 'Lee'], 'me');
    },
    'refuses a wrong password': async ({ api, unique }) => {
      const name = unique('dan');
      await create(api, name);
      wants(await api.post('/authenticate', { username: name, password: 'wrong-password' }), 401);
      wants(await api.get('/me'), 401);
    },
    'deletes an account': async ({ api, unique }) => {
      const name = unique('eve');
      await create(api, name);
      const me = await signIn(api, name);
      wants(await me.delete('/me'), 204);
      wants(await me.get('/me'), 401);
      wants(await api.post('/authenticate', { username: name, password: PASSWORD }), 401);
    },
    'says whether a name is available': async ({ api, unique }) => {
      const name = unique('fay');
      equal(wants(await api.get(`/users/${name}/available`), 200).at('available'), true, 'before');
      await create(api, name);
      equal(wants(await api.get(`/users/${name}/available`), 200).at('available'), false, 'after');
    },
    'refuses bad input': async ({ api, unique }) => {
      wants(await create(api, 'No Spaces'), 400);
      wants(await create(api, unique('x'), { password: 'short' }), 400);
      wants(await create(api, unique('x'), { email: 'none' }), 400);
    },
  },
  exploits: {
    'passwords are shown nowhere and not kept': async ({ api, unique, filesWith }) => {
      const [name, password] = [unique('gus'), unique('clearPassword')];
      keepsSecret(wants(await create(api, name, { password }), 201), password);
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
    },
    'one of many gets a name': ({ api, unique }) => {
      const name = unique('race');
      return oneWins(6, (turn) => create(api, name, { email: `r${turn}${name}@example.org` }));
    },
    'an unknown user and a wrong password look alike': async ({ api, unique }) => {
      const name = unique('hal');
      await create(api, name);
      answersAlike(
        await api.post('/authenticate', { username: name, password: 'wrong-password' }),
        await api.post('/authenticate', { username: unique('no'), password: 'wrong-password' }),
      );
    },
    'forged tokens': ({ api }) => forgedTokensAreRefused((headers) => api.get('/me', { headers })),
    'SQL stays text': async ({ api }) => {
      await injects((text) => api.post('/authenticate', { username: text, password: text }));
      await injects((text) => api.get(`/users/${encodeURIComponent(text)}/available`));
      denied(
        await api.post('/authenticate', { username: "' OR '1'='1", password: "' OR '1'='1" }),
        401,
        400,
      );
    },
    'members that nobody asked for': async ({ api, unique }) => {
      const name = unique('ivy');
      const made = await create(api, name, { role: 'admin', isAdmin: true, id: 1 });
      must(made.status !== 501, 'built');
      safe(!/admin/.test(made.status < 300 ? made.text : ''), 'admin shows');
    },
    'last: guessing is stopped': async ({ api, unique }) => {
      const name = unique('jon');
      await create(api, name);
      await guessingIsStopped((password) =>
        api.post('/authenticate', { username: name, password }),
      );
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/create-user'),
  },
  undetermined: {},
};
