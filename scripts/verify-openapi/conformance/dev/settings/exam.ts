import {
  answersAlike,
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import type { Reply } from '../../examiner/reply.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'set it and 4get';
const DEFAULTS = { language: 'en', dark_mode: false, items_per_page: 25 };
type User = { readonly name: string; readonly page: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<User> {
  const [name, page] = [unique('user'), api.browser()];
  wants(await page.post('/signup', { name, password: PASSWORD }), 201);
  return { name, page };
}

async function signIn(api: Client, name: string, password = PASSWORD): Promise<Client> {
  const page = api.browser();
  wants(await page.post('/login', { name, password }), 204);
  return page;
}

const cookieOf = (reply: Reply) =>
  reply.headers.getSetCookie().find((cookie) => cookie.startsWith('sid=')) ?? '';

export const exam: Exam = {
  functional: {
    'signing up signs in': async (room) => {
      const { page } = await join(room);
      must(page.cookies.has('sid'), 'there is a cookie sid');
      const settings = wants(await page.get('/settings'), 200);
      for (const [name, value] of Object.entries(DEFAULTS)) equal(settings.at(name), value, name);
    },
    'signs in with the cookie, and out': async (room) => {
      const { name } = await join(room);
      const page = await signIn(room.api, name);
      wants(await page.get('/settings'), 200);
      const stolen = { cookie: `sid=${page.cookies.get('sid')}` };
      wants(await page.post('/logout'), 204);
      wants(await room.api.with(stolen).get('/settings'), 401);
    },
    'keeps settings, each user’s own': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const mine = {
        language: 'de',
        dark_mode: true,
        items_per_page: 50,
        home_page: 'https://example.org/',
        shortcuts: { save: 'ctrl+s' },
      };
      wants(await ann.page.put('/settings', mine), 200);
      equal(wants(await ann.page.get('/settings'), 200).json, mine, 'settings');
      equal(wants(await bob.page.get('/settings'), 200).at('language'), 'en', 'of the other');
    },
    'what a put leaves out has its default again': async (room) => {
      const { page } = await join(room);
      await page.put('/settings', { language: 'fr', items_per_page: 10 });
      wants(await page.put('/settings', { dark_mode: true }), 200);
      const settings = wants(await page.get('/settings'), 200);
      equal(
        ['language', 'items_per_page', 'dark_mode'].map((name) => settings.at(name)),
        ['en', 25, true],
        'settings',
      );
    },
    'changes the password and ends the other sessions': async (room) => {
      const { name, page } = await join(room);
      const other = await signIn(room.api, name);
      wants(await page.put('/password', { current: 'wrong wrong', next: 'another one 5' }), 403);
      wants(await page.put('/password', { current: PASSWORD, next: 'another one 5' }), 204);
      wants(await other.get('/settings'), 401);
      wants(await page.get('/settings'), 200);
      wants(await room.api.browser().post('/login', { name, password: PASSWORD }), 401);
      await signIn(room.api, name, 'another one 5');
    },
    'exports what is stored': async (room) => {
      const { name, page } = await join(room);
      await page.put('/settings', { language: 'de' });
      const all = wants(await page.get('/export'), 200);
      equal([all.at('name'), all.at('settings.language')], [name, 'de'], 'export');
    },
    'deletes the account': async (room) => {
      const { name, page } = await join(room);
      wants(await page.delete('/'), 204);
      wants(await page.get('/settings'), 401);
      wants(await room.api.browser().post('/login', { name, password: PASSWORD }), 401);
      wants(await room.api.browser().post('/signup', { name, password: PASSWORD }), 201);
    },
    'refuses what is not acceptable': async (room) => {
      const { name, page } = await join(room);
      wants(await room.api.post('/signup', { name, password: PASSWORD }), 409);
      wants(await room.api.post('/signup', { name: 'ab', password: PASSWORD }), 400);
      wants(await room.api.post('/signup', { name: room.unique('u'), password: 'short' }), 400);
      for (const bad of [
        { language: 'xx' },
        { items_per_page: 4 },
        { dark_mode: 1 },
        { unknown: true },
        { home_page: 'not a url' },
        { shortcuts: { a: 1 } },
      ])
        wants(await page.put('/settings', bad), 400);
    },
    'asks to be signed in': async ({ api }) => {
      for (const path of ['/settings', '/export']) wants(await api.get(path), 401);
      wants(await api.put('/settings', {}), 401);
      wants(await api.delete('/'), 401);
      wants(await api.post('/logout'), 401);
    },
  },
  exploits: {
    'the cookie is kept from scripts and other sites': async (room) => {
      const reply = await room.api
        .browser()
        .post('/signup', { name: room.unique('user'), password: PASSWORD });
      const cookie = cookieOf(wants(reply, 201));
      safe(/httponly/i.test(cookie), `no HttpOnly: ${cookie.replace(/=[^;]*/, '=')}`);
      safe(/samesite=(lax|strict)/i.test(cookie), 'no SameSite');
    },
    'another site cannot change anything': async (room) => {
      const { page } = await join(room);
      const cookie = `sid=${page.cookies.get('sid')}`;
      for (const headers of [
        { origin: 'https://evil.test' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ])
        denied(await room.api.with({ ...headers, cookie }).put('/settings', { language: 'fr' }));
      const form = {
        text: '{"language":"fr"}',
        headers: { cookie, origin: 'https://evil.test', 'content-type': 'text/plain' },
      };
      denied(await room.api.put('/settings', undefined, form));
      safe(wants(await page.get('/settings'), 200).at('language') === 'en', 'it was changed');
    },
    'a session of one’s own choice is not taken over': async (room) => {
      const { name } = await join(room);
      const fixed = 'chosen-by-the-attacker-000000000000000000000';
      await room.api.with({ cookie: `sid=${fixed}` }).post('/login', { name, password: PASSWORD });
      denied(await room.api.with({ cookie: `sid=${fixed}` }).get('/settings'), 401);
    },
    'forged cookies open nothing': async (room) => {
      const { page } = await join(room);
      const sid = page.cookies.get('sid') ?? '';
      for (const value of [
        '',
        '1',
        'null',
        'admin',
        sid.slice(0, -1),
        `${sid}x`,
        "' OR '1'='1",
        '%00',
        'x'.repeat(9000),
      ]) {
        const reply = await room.api.with({ cookie: `sid=${value}` }).get('/settings');
        safe([401, 431, 400].includes(reply.status), `${value.slice(0, 20)} got ${reply.status}`);
      }
    },
    'passwords and sessions are not kept in clear': async ({ api, unique, filesWith }) => {
      const [name, password, page] = [unique('user'), unique('clearPassword'), api.browser()];
      keepsSecret(wants(await page.post('/signup', { name, password }), 201), password);
      const all = wants(await page.get('/export'), 200);
      safe(!/password|hash|scrypt|\$2/i.test(all.text), 'the export tells of the password');
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
      safe(
        (await filesWith(page.cookies.get('sid') ?? '?')).length === 0,
        'the session lies in the data folder',
      );
    },
    'one cannot become somebody else by what is sent': async (room) => {
      const [ann, bob] = [await join(room), await join(room)];
      const reply = await ann.page.put('/settings', { language: 'fr', name: bob.name, userId: 1 });
      safe(reply.status === 400, `unknown members got ${reply.status}`);
      safe(
        wants(await bob.page.get('/settings'), 200).at('language') === 'en',
        'the other was changed',
      );
    },
    'names of shortcuts change nothing of the server': async (room) => {
      const { page } = await join(room);
      const text = '{"shortcuts":{"__proto__":"x","constructor":"y","toString":"z"}}';
      const headers = { 'content-type': 'application/json' };
      safe(
        (await page.put('/settings', undefined, { text, headers })).status < 500,
        'it fell over',
      );
      const { page: other } = await join(room);
      safe(!wants(await other.get('/settings'), 200).text.includes('"z"'), 'it shows elsewhere');
    },
    'addresses that run are not addresses': async (room) => {
      const { page } = await join(room);
      const reply = await page.put('/settings', { home_page: 'x" onload="alert(1)' });
      denied(reply);
    },
    'SQL in every text stays text': async (room) => {
      const { page } = await join(room);
      await injects((text) => room.api.post('/login', { name: text, password: text }));
      await injects((text) => page.put('/settings', { shortcuts: { a: text.slice(0, 20) } }));
      await injects((text) => page.put('/settings', { language: text }));
      await injects((text) => page.put('/password', { current: text, next: 'long enough 9' }));
      wants(await page.get('/settings'), 200);
    },
    'of many with one name one wins': async ({ api, unique }) => {
      const name = unique('race');
      await oneWins(5, () => api.browser().post('/signup', { name, password: PASSWORD }));
    },
    'broken, deep and huge bodies': async (room) => bodiesAreBounded(room.api, '/signup'),
    'last: a wrong password and an unknown name look alike': async (room) => {
      const { name } = await join(room);
      const login = (who: string) =>
        room.api.browser().post('/login', { name: who, password: 'wrong wrong' });
      answersAlike(await login(name), await login(room.unique('no')));
    },
    'last: guessing is stopped, at the sign-in and at the change of the password': async (room) => {
      const { name, page } = await join(room);
      await guessingIsStopped((current) =>
        page.put('/password', { current, next: 'long enough 9' }),
      );
      await guessingIsStopped((password) => room.api.browser().post('/login', { name, password }));
    },
  },
  undetermined: {},
};
