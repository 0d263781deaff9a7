import {
  answersAlike,
  bodiesAreBounded,
  forgedTokensAreRefused,
  guessingIsStopped,
  injects,
  keepsSecret,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const login = (api: Client, username: string, password: string) =>
  api.get('/user/login', { query: { username, password } });

async function addUser(api: Client, username: string, password: string) {
  const body = { username, password, firstName: 'Jo', email: `${username}@example.com` };
  return wants(await api.post('/user', body), 200, 201);
}

export const exam: Exam = {
  functional: {
    'places an order and finds it by its id': async ({ api }) => {
      const order = { petId: 198772, quantity: 7, status: 'placed', complete: true };
      const placed = wants(await api.post('/store/order', order), 200);
      const found = wants(await api.get(`/store/order/${placed.id('id')}`), 200);
      for (const [name, value] of Object.entries(order)) equal(found.at(name), value, name);
    },
    'keeps the moment of shipping': async ({ api }) => {
      const shipDate = '2031-05-06T07:08:09Z';
      const placed = wants(await api.post('/store/order', { petId: 1, shipDate }), 200);
      equal(Date.parse(String(placed.at('shipDate'))), Date.parse(shipDate), 'shipDate');
    },
    'deletes an order': async ({ api }) => {
      const id = wants(await api.post('/store/order', { petId: 5 }), 200).id('id');
      wants(await api.delete(`/store/order/${id}`), 200);
      wants(await api.get(`/store/order/${id}`), 404);
      wants(await api.delete(`/store/order/${id}`), 404);
    },
    'refuses a status that is not listed, and an id that is no number': async ({ api }) => {
      wants(await api.post('/store/order', { status: 'lost' }), 400, 422);
      wants(await api.get('/store/order/abc'), 400);
      wants(await api.get('/pet/findByStatus', { query: { status: 'lost' } }), 400);
    },
    'finds no pets in an empty shop': async ({ api }) => {
      wants(await api.get('/pet/findByStatus', { query: { status: 'sold' } }), 200).list();
      wants(await api.get('/pet/findByStatus'), 200).list();
    },
    'creates a user, who is found by name': async ({ api, unique }) => {
      const name = unique('user');
      await addUser(api, name, 'correct-horse-1');
      equal(wants(await api.get(`/user/${name}`), 200).at('username'), name, 'username');
      wants(await api.get(`/user/${unique('nobody')}`), 404);
    },
    'logs in with the right password and only with it': async ({ api, unique }) => {
      const name = unique('user');
      await addUser(api, name, 'correct-horse-2');
      const token = wants(await login(api, name, 'correct-horse-2'), 200);
      must(typeof token.json === 'string' && token.json.length > 0, 'a string came back');
      wants(await login(api, name, 'wrong'), 400);
    },
    'the key opens what it is asked for': async ({ api, key }) => {
      const value = key('api_key');
      must(value !== null, 'the app can be told its key');
      const keyed = api.with({ api_key: value ?? '' });
      wants(await keyed.get('/pet/987654'), 404);
      // Of what the quantities are, a reader has to guess.
      wants(await keyed.get('/store/inventory'), 200, 501);
    },
    'asks for credentials where the document does': async ({ api }) => {
      // Who gives out the tokens of petstore_auth, no one says.
      wants(await api.post('/pet', { name: 'Rex', photoUrls: [] }), 401, 403, 501);
      wants(await api.get('/pet/1'), 401, 403);
      wants(await api.get('/store/inventory'), 401, 403);
    },
  },
  exploits: {
    'made-up tokens open nothing': async ({ api }) => {
      await forgedTokensAreRefused((headers) => api.get('/pet/1', { headers }));
      for (const value of ['', 'special-key', 'api_key', 'null', "' OR '1'='1"])
        denied(await api.get('/store/inventory', { headers: { api_key: value } }), 401, 403);
    },
    'a password is never shown, whatever the schema says': async ({ api, unique }) => {
      const name = unique('user');
      keepsSecret(await addUser(api, name, 'Tr0ub4dor-and-3'), 'Tr0ub4dor-and-3');
      keepsSecret(wants(await api.get(`/user/${name}`), 200), 'Tr0ub4dor-and-3');
    },
    'a password is not kept in clear': async ({ api, unique, filesWith }) => {
      const password = unique('clearPassword');
      await addUser(api, unique('user'), password);
      safe((await filesWith(password)).length === 0, 'the password lies in the data folder');
    },
    'a stranger deletes nobody': async ({ api, unique }) => {
      const name = unique('user');
      await addUser(api, name, 'correct-horse-3');
      const gone = await api.delete(`/user/${name}`);
      safe([401, 403, 501].includes(gone.status), `a stranger's delete got ${gone.status}`);
      wants(await api.get(`/user/${name}`), 200);
    },
    'SQL in names stays text': async ({ api }) => {
      await injects((text) => api.get(`/user/${encodeURIComponent(text)}`));
      await injects((text) => login(api, text, text));
      denied(await login(api, "' OR '1'='1", "' OR '1'='1"));
    },
    'an account cannot be taken over by creating it again': async ({ api, unique }) => {
      const name = unique('user');
      await addUser(api, name, 'correct-horse-4');
      await api.post('/user', { username: name, password: 'stolen-horse-4' });
      safe((await login(api, name, 'stolen-horse-4')).status !== 200, 'the account was taken over');
    },
    'numbers outside their range do no harm': async ({ api }) => {
      for (const quantity of [2_147_483_648, -2_147_483_649, 1.5, 1e300])
        safe((await api.post('/store/order', { quantity })).status >= 400, `quantity ${quantity}`);
      safe((await api.get('/store/order/99999999999999999999')).status < 500, 'a huge id');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/store/order'),
    'last: a wrong password and an unknown name look alike': async ({ api, unique }) => {
      const name = unique('user');
      await addUser(api, name, 'correct-horse-5');
      answersAlike(await login(api, name, 'wrong'), await login(api, unique('nobody'), 'wrong'));
    },
    'last: guessing is stopped': async ({ api, unique }) => {
      const name = unique('user');
      await addUser(api, name, 'correct-horse-6');
      await guessingIsStopped((password) => login(api, name, password));
    },
  },
  undetermined: {},
};
