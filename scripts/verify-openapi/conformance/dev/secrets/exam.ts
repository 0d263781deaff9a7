import {
  bodiesAreBounded,
  guessingIsStopped,
  injects,
  keepsSecret,
  oneWins,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const password = 'open sesame 1';
type User = { readonly username: string; readonly page: Client };

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>): Promise<User> {
  const [username, page] = [unique('ali'), api.browser()];
  wants(await page.post('/signup', { username, password }), 201);
  wants(await page.post('/login', { username, password }), 200);
  must(page.cookies.has('AUTH_SESSION'), 'there is a cookie AUTH_SESSION');
  return { username, page };
}

export const exam: Exam = {
  functional: {
    'keeps one secret per user': async (room) => {
      const [ali, eve] = [await join(room), await join(room)];
      wants(await ali.page.get('/secret'), 404);
      wants(await ali.page.put('/secret', { secret: 'gold' }), 204);
      equal(wants(await ali.page.get('/secret'), 200).json, { secret: 'gold' }, 'secret');
      wants(await eve.page.get('/secret'), 404);
      wants(await ali.page.put('/secret', { secret: 'silver' }), 204);
      equal(wants(await ali.page.get('/secret'), 200).at('secret'), 'silver', 'secret');
    },
    'forgets it': async (room) => {
      const { page } = await join(room);
      wants(await page.put('/secret', { secret: 'gold' }), 204);
      wants(await page.delete('/secret'), 204);
      wants(await page.get('/secret'), 404);
    },
    'refuses what is not acceptable': async (room) => {
      const { username, page } = await join(room);
      wants(await room.api.post('/signup', { username, password }), 409);
      wants(await room.api.post('/login', { username, password: 'x' }), 401);
      wants(await room.api.post('/signup', { username: '', password }), 400);
      wants(await page.put('/secret', {}), 400);
      wants(await page.put('/secret', { secret: 'x'.repeat(4097) }), 400);
      wants(await room.api.get('/secret'), 401);
      wants(await room.api.put('/secret', { secret: 'x' }), 401);
    },
    'keeps it over a restart': async (room) => {
      const { username, page } = await join(room);
      wants(await page.put('/secret', { secret: 'gold' }), 204);
      await room.restart();
      const again = room.api.browser();
      wants(await again.post('/login', { username, password }), 200);
      equal(wants(await again.get('/secret'), 200).at('secret'), 'gold', 'secret');
    },
  },
  exploits: {
    'the cookie is kept from scripts and other sites': async (room) => {
      const { username } = await join(room);
      const reply = wants(await room.api.browser().post('/login', { username, password }), 200);
      const cookie =
        reply.headers.getSetCookie().find((one) => one.startsWith('AUTH_SESSION=')) ?? '';
      safe(
        /httponly/i.test(cookie) && /samesite=(lax|strict)/i.test(cookie),
        cookie.replace(/=[^;]*/, '='),
      );
      safe(cookie.length > 30, 'the session is short');
    },
    'another site cannot replace the secret': async (room) => {
      const { page } = await join(room);
      const cookie = `AUTH_SESSION=${page.cookies.get('AUTH_SESSION')}`;
      wants(await page.put('/secret', { secret: 'gold' }), 204);
      denied(
        await room.api
          .with({ cookie, origin: 'https://evil.test' })
          .put('/secret', { secret: 'lead' }),
      );
      safe(wants(await page.get('/secret'), 200).at('secret') === 'gold', 'it was replaced');
    },
    'forged cookies open nothing': async (room) => {
      const { username, page } = await join(room);
      wants(await page.put('/secret', { secret: 'gold' }), 204);
      const sid = page.cookies.get('AUTH_SESSION') ?? '';
      const user = Buffer.from(username).toString('base64');
      for (const value of ['', '1', username, user, sid.slice(1), `${sid}x`, "' OR '1'='1"]) {
        const reply = await room.api.with({ cookie: `AUTH_SESSION=${value}` }).get('/secret');
        denied(reply, 401, 400);
      }
    },
    'members of the body make nobody else': async (room) => {
      const [ali, eve] = [await join(room), await join(room)];
      await eve.page.put('/secret', {
        secret: 'lead',
        username: ali.username,
        userId: 1,
        owner: 1,
      });
      denied(await ali.page.get('/secret'), 404);
    },
    'passwords are neither shown nor kept in clear': async ({ api, unique, filesWith }) => {
      const [username, clear] = [unique('ali'), unique('clearPassword')];
      keepsSecret(wants(await api.post('/signup', { username, password: clear }), 201), clear);
      safe((await filesWith(clear)).length === 0, 'the password lies in the data folder');
    },
    'SQL in every text stays text': async (room) => {
      const { page } = await join(room);
      await injects(async (secret) => {
        wants(await page.put('/secret', { secret }), 204);
        const kept = wants(await page.get('/secret'), 200);
        safe(kept.at('secret') === secret, `${secret} was changed`);
        return kept;
      });
      await injects((text) =>
        room.api.browser().post('/login', { username: text, password: text }),
      );
      await injects((text) =>
        room.api.post('/signup', { username: room.unique('x') + text, password: text }),
      );
    },
    'of many with one name one wins': async ({ api, unique }) => {
      const username = unique('race');
      await oneWins(5, () => api.browser().post('/signup', { username, password }));
    },
    'two secrets at once are one secret': async (room) => {
      const { page } = await join(room);
      await Promise.all([1, 2, 3, 4].map((n) => page.put('/secret', { secret: `s${n}` })));
      safe(
        /^s[1-4]$/.test(String(wants(await page.get('/secret'), 200).at('secret'))),
        'it is neither',
      );
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/signup');
      await bodiesAreBounded((await join(room)).page, '/secret', 'PUT');
    },
    'last: guessing is stopped': async (room) => {
      const { username } = await join(room);
      await guessingIsStopped((guess) =>
        room.api.browser().post('/login', { username, password: guess }),
      );
    },
  },
  undetermined: {},
};
