import { injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, safe, wants } from '../../examiner/verdicts.ts';

const password = 'correct horse';

async function join({ api, unique }: Pick<Room, 'api' | 'unique'>) {
  const email = `${unique('user')}@example.org`;
  const me = api.browser();
  wants(await me.post('/auth/signup', { email, password }), 201);
  return { email, me };
}

const addList = async (me: Client, name: string) =>
  wants(await me.post('/lists', { name }), 201).id('id');
const addItem = async (me: Client, list: string, text: string, due: string | null = null) =>
  wants(await me.post(`/lists/${list}/items`, { text, due }), 201).id('id');

export const exam: Exam = {
  functional: {
    'signs up, out and in again by cookie': async (room) => {
      const { email, me } = await join(room);
      equal(wants(await me.get('/me'), 200).at('email'), email, 'email');
      wants(await me.post('/auth/signout'), 204);
      wants(await me.get('/me'), 401);
      wants(await me.post('/auth/signin', { email, password: 'wrong horse' }), 401);
      wants(await me.post('/auth/signin', { email, password }), 200);
      wants(await me.get('/me'), 200);
      wants(await room.api.post('/auth/signup', { email, password }), 409);
      wants(await room.api.post('/auth/signup', { email: 'nothing', password }), 422);
    },
    'keeps lists, in alphabetical order, once per name and person': async (room) => {
      const { me } = await join(room);
      const other = (await join(room)).me;
      for (const name of ['Work', 'Home', 'Shopping']) await addList(me, name);
      wants(await me.post('/lists', { name: 'Home' }), 409);
      await addList(other, 'Home');
      const names = wants(await me.get('/lists'), 200)
        .list('lists')
        .map(({ name }) => name);
      equal(names, ['Home', 'Shopping', 'Work'], 'names');
    },
    'renames lists and refuses a name that one has': async (room) => {
      const { me } = await join(room);
      const [work] = [await addList(me, 'Work'), await addList(me, 'Home')];
      equal(
        wants(await me.patch(`/lists/${work}`, { name: 'Job' }), 200).at('name'),
        'Job',
        'name',
      );
      wants(await me.patch(`/lists/${work}`, { name: 'Home' }), 409);
      wants(await me.patch(`/lists/${work}`, { name: '' }), 422);
    },
    'counts what is open': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      equal(wants(await me.get(`/lists/${list}`), 200).at('open'), 0, 'open');
      const first = await addItem(me, list, 'one');
      await addItem(me, list, 'two');
      wants(await me.patch(`/lists/${list}/items/${first}`, { done: true }), 200);
      equal(wants(await me.get(`/lists/${list}`), 200).at('open'), 1, 'open');
    },
    'shows a list with its items': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      await addItem(me, list, 'one', '2031-05-01');
      const shown = wants(await me.get(`/lists/${list}`), 200).list('items');
      equal(
        shown.map(({ text, due, done }) => [text, due, done]),
        [['one', '2031-05-01', false]],
        'items',
      );
    },
    'changes and deletes items': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      const item = await addItem(me, list, 'one', '2031-05-01');
      const path = `/lists/${list}/items/${item}`;
      const changed = wants(await me.patch(path, { due: null, text: 'uno' }), 200);
      equal([changed.at('due'), changed.at('text')], [null, 'uno'], 'changed');
      wants(await me.patch(path, {}), 422);
      wants(await me.patch(path, { bogus: 1 }), 422);
      wants(await me.delete(path), 204);
      wants(await me.delete(path), 404);
    },
    'filters items': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      const first = await addItem(me, list, 'one', '2031-05-01');
      await addItem(me, list, 'two', '2031-06-01');
      wants(await me.patch(`/lists/${list}/items/${first}`, { done: true }), 200);
      const texts = async (query: Record<string, string>) =>
        wants(await me.get(`/lists/${list}/items`, { query }), 200)
          .list()
          .map(({ text }) => text);
      equal(await texts({ done: 'true' }), ['one'], 'done');
      equal(await texts({ done: 'false' }), ['two'], 'open');
      equal(await texts({ due_before: '2031-05-15' }), ['one'], 'due');
    },
    'clears what is done': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      for (const text of ['a', 'b']) {
        const id = await addItem(me, list, text);
        wants(await me.patch(`/lists/${list}/items/${id}`, { done: true }), 200);
      }
      await addItem(me, list, 'c');
      equal(wants(await me.post(`/lists/${list}/clear-done`), 200).at('deleted'), 2, 'deleted');
      equal(wants(await me.get(`/lists/${list}/items`), 200).list().length, 1, 'left');
    },
    'deletes a list with what is on it': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      await addItem(me, list, 'one');
      wants(await me.delete(`/lists/${list}`), 204);
      wants(await me.get(`/lists/${list}`), 404);
      wants(await me.get(`/lists/${list}/items`), 404);
    },
  },
  exploits: {
    'lists of others are not there': async (room) => {
      const [ann, eve] = [(await join(room)).me, (await join(room)).me];
      const list = await addList(ann, 'Secret');
      const item = await addItem(ann, list, 'one');
      denied(await eve.get(`/lists/${list}`), 404);
      denied(await eve.get(`/lists/${list}/items`), 404);
      denied(await eve.post(`/lists/${list}/items`, { text: 'x' }), 404);
      denied(await eve.patch(`/lists/${list}/items/${item}`, { text: 'x' }), 404);
      denied(await eve.delete(`/lists/${list}`), 404);
      const own = await addList(eve, 'Mine');
      denied(await eve.patch(`/lists/${own}/items/${item}`, { text: 'x' }), 404);
      equal(wants(await eve.get('/lists'), 200).list('lists').length, 1, 'lists');
      wants(await ann.get(`/lists/${list}`), 200);
    },
    'SQL in every text stays text': async (room) => {
      const { me } = await join(room);
      const list = await addList(me, 'Work');
      await injects(async (text) => {
        const made = wants(await me.post(`/lists/${list}/items`, { text }), 201);
        safe(made.at('text') === text, `${text} was changed`);
        return made;
      });
    },
  },
  undetermined: {},
};
