import { atOnce, bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants, wantsRefusal } from '../../examiner/verdicts.ts';

let next = 100;
async function addPet(api: Client, name: string, tag?: string): Promise<number> {
  next += 1;
  wants(await api.post('/pets', { id: next, name, ...(tag ? { tag } : {}) }), 201);
  return next;
}

export const exam: Exam = {
  functional: {
    'keeps a pet under the id it came with': async ({ api }) => {
      const id = await addPet(api, 'Rex', 'dog');
      const shown = wants(await api.get(`/pets/${id}`), 200);
      equal(shown.json, { id, name: 'Rex', tag: 'dog' }, 'the pet');
    },
    'lists pets as a bare array': async ({ api }) => {
      const id = await addPet(api, 'Tom');
      const pets = wants(await api.get('/pets', { query: { limit: 100 } }), 200).list();
      must(
        pets.some((pet) => pet.id === id && !('tag' in pet && pet.tag !== null)),
        'Tom is listed',
      );
    },
    'returns no more than limit, and says where the next ones are': async ({ api }) => {
      for (const name of ['A', 'B', 'C']) await addPet(api, name);
      const page = wants(await api.get('/pets', { query: { limit: 2 } }), 200);
      equal(page.list().length, 2, 'pets on the page');
      must((page.headers.get('x-next') ?? '') !== '', 'x-next is set while there is more');
    },
    'the link to the next page leads to other pets': async ({ api }) => {
      for (const name of ['A', 'B', 'C']) await addPet(api, name);
      const page = wants(await api.get('/pets', { query: { limit: 1 } }), 200);
      const link = new URL(page.headers.get('x-next') ?? '', `${api.origin}${api.base}/pets`);
      const path = link.pathname.slice(api.base.length) + link.search;
      const following = wants(await api.get(path), 200).list();
      must(following.length > 0 && following[0]?.id !== page.list()[0]?.id, 'other pets');
    },
    'refuses a limit above 100 and one that is no number': async ({ api }) => {
      wantsRefusal(await api.get('/pets', { query: { limit: 101 } }));
      wantsRefusal(await api.get('/pets', { query: { limit: 'many' } }));
    },
    'tells of an unknown pet with code and message': async ({ api }) => {
      const reply = wantsRefusal(await api.get('/pets/987654321'));
      equal(typeof reply.at('code'), 'number', 'type of code');
      equal(typeof reply.at('message'), 'string', 'type of message');
    },
    'refuses pets without a name, and of wrong types': async ({ api }) => {
      wantsRefusal(await api.post('/pets', { id: 1 }));
      wantsRefusal(await api.post('/pets', { id: 'one', name: 'Rex' }));
      wantsRefusal(await api.post('/pets', { id: 2, name: 7 }));
      wantsRefusal(await api.post('/pets'));
    },
    'keeps pets over a restart': async ({ api, restart }) => {
      const id = await addPet(api, 'Methuselah');
      await restart();
      equal(wants(await api.get(`/pets/${id}`), 200).at('name'), 'Methuselah', 'name');
    },
  },
  exploits: {
    'SQL in names and ids stays text': async ({ api }) => {
      await injects(async (name) => {
        const id = await addPet(api, name);
        const shown = wants(await api.get(`/pets/${id}`), 200);
        safe(shown.at('name') === name, `${name} became ${String(shown.at('name'))}`);
        return shown;
      });
      await injects((text) => api.get(`/pets/${encodeURIComponent(text)}`));
      const pets = wants(await api.get('/pets', { query: { limit: 100 } }), 200);
      safe(pets.list().length > 0, 'the pets are gone');
    },
    'a second pet of the same id does not replace the first': async ({ api }) => {
      const id = await addPet(api, 'First');
      await api.post('/pets', { id, name: 'Second' });
      safe((await api.get(`/pets/${id}`)).at('name') === 'First', 'the first pet was overwritten');
    },
    'of many with one id one is kept': async ({ api }) => {
      next += 1;
      const id = next;
      const replies = await atOnce(8, (turn) => api.post('/pets', { id, name: `P${turn}` }));
      must(
        replies.some(({ status }) => status === 201),
        'one is kept',
      );
      safe(replies.filter(({ status }) => status === 201).length === 1, 'several were kept');
    },
    'numbers outside int64 do no harm': async ({ api }) => {
      for (const text of ['9223372036854775808', '-1e400', '1.5', '99999999999999999999999'])
        safe((await api.get(`/pets/${text}`)).status < 500, text);
      const headers = { 'content-type': 'application/json' };
      const text = '{"id": 9223372036854775808, "name": "x"}';
      wantsRefusal(await api.post('/pets', undefined, { text, headers }));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/pets'),
  },
  undetermined: {},
};
