import {
  bodiesAreBounded,
  forgedTokensAreRefused,
  injects,
  keepsSecret,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

async function person(api: Client, username: string, password = 'secret-word'): Promise<Client> {
  wants(await api.post('/register', { username, password }), 200);
  return api.bearer(wants(await api.post('/login', { username, password }), 200).id('token'));
}

export const exam: Exam = {
  functional: {
    'has a profile from the start': async ({ api, unique }) => {
      const name = unique('ann');
      const mine = wants(await (await person(api, name)).get('/profile'), 200);
      equal([mine.at('username'), mine.at('visibility')], [name, 'public'], 'profile');
    },
    'updates it': async ({ api, unique }) => {
      const name = unique('ann');
      const me = await person(api, name);
      wants(await me.put('/profile', { displayName: 'Ann', city: 'Linz' }), 200);
      const shown = wants(await api.get(`/profiles/${name}`), 200);
      equal([shown.at('displayName'), shown.at('city')], ['Ann', 'Linz'], 'profile');
    },
    'hides what is private': async ({ api, unique }) => {
      const name = unique('ann');
      const me = await person(api, name);
      wants(await me.put('/profile', { visibility: 'private', city: name }), 200);
      wants(await api.get(`/profiles/${name}`), 404);
      wants(await (await person(api, unique('bob'))).get(`/profiles/${name}`), 404);
      equal(wants(await me.get(`/profiles/${name}`), 200).at('username'), name, 'its owner');
      equal(
        wants(await api.get('/profiles', { query: { city: name } }), 200).at('total'),
        0,
        'not found',
      );
    },
    searches: async ({ api, unique }) => {
      const [city, name] = [unique('City'), unique('ann')];
      const me = await person(api, name);
      await me.put('/profile', { displayName: `The ${name} one`, city });
      for (const query of [{ city }, { search: name }] as Record<string, string>[]) {
        const found = wants(await api.get('/profiles', { query }), 200);
        equal([found.at('total'), found.at('profiles.0.username')], [1, name], 'found');
      }
      equal(
        wants(await api.get('/profiles', { query: { city: unique('No') } }), 200).at('total'),
        0,
        'none',
      );
    },
    'wants a token': async ({ api }) => {
      wants(await api.get('/profile'), 401);
      wants(await api.put('/profile', { bio: 'x' }), 401);
    },
    'refuses bad input': async ({ api, unique }) => {
      const name = unique('ann');
      const me = await person(api, name);
      wants(await me.put('/profile', { visibility: 'secret' }), 400);
      wants(await api.post('/register', { username: name, password: 'secret-word' }), 400);
      wants(await api.post('/login', { username: name, password: 'wrong' }), 401);
    },
  },
  exploits: {
    'a private profile shows nowhere': async ({ api, unique }) => {
      const name = unique('ann');
      const me = await person(api, name);
      const bio = unique('privately');
      wants(await me.put('/profile', { visibility: 'private', bio, displayName: name }), 200);
      for (const path of ['/profiles', `/profiles/${name}`, `/profiles?search=${name}`])
        keepsSecret(await api.get(path), bio);
    },
    'name and password cannot be changed here': async ({ api, unique }) => {
      const [name, victim] = [unique('ann'), unique('victim')];
      const me = await person(api, name);
      await person(api, victim);
      await me.put('/profile', {
        username: victim,
        password: 'other-word',
        bio: 'taken over',
        id: 1,
      });
      equal(wants(await me.get('/profile'), 200).at('username'), name, 'name');
      safe(
        wants(await api.get(`/profiles/${victim}`), 200).at('bio') !== 'taken over',
        'another profile was changed',
      );
      wants(await api.post('/login', { username: name, password: 'secret-word' }), 200);
    },
    'passwords are not kept': async ({ api, unique, filesWith }) => {
      const password = unique('clearPassword');
      const me = await person(api, unique('ann'), password);
      keepsSecret(wants(await me.get('/profile'), 200), password);
      safe((await filesWith(password)).length === 0, 'in clear');
    },
    'forged tokens': ({ api }) =>
      forgedTokensAreRefused((headers) => api.get('/profile', { headers })),
    'SQL stays text': async ({ api, unique }) => {
      const me = await person(api, unique('ann'));
      await injects((bio) => me.put('/profile', { bio }));
      await injects((search) => api.get('/profiles', { query: { search } }));
      await injects((text) => api.get(`/profiles/${encodeURIComponent(text)}`));
      must(
        wants(await api.get('/profiles', { query: { city: "' OR '1'='1" } }), 200).at('total') ===
          0,
        'nothing is found',
      );
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/register'),
  },
  undetermined: {},
};
