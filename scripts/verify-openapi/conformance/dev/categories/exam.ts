import { atOnce, bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants, wantsRefusal } from '../../examiner/verdicts.ts';

type Tree = { readonly id: number; readonly name: string; readonly children: readonly Tree[] };

async function create(api: Client, name: string, parentId?: number | null): Promise<number> {
  const body = { name, ...(parentId === undefined ? {} : { parentId }) };
  return Number(wants(await api.post('/categories', body), 201).id('id'));
}

const treeOf = async (api: Client, id: number) =>
  wants(await api.get(`/categories/${id}`), 200).json as Tree;

export const exam: Exam = {
  functional: {
    'creates roots and children': async ({ api, unique }) => {
      const root = wants(await api.post('/categories', { name: unique('Root') }), 201);
      equal(root.at('parentId'), null, 'parent of a root');
      const id = Number(root.id('id'));
      const child = wants(await api.post('/categories', { name: 'Child', parentId: id }), 201);
      equal(child.at('parentId'), id, 'parent of the child');
    },
    'shows a category with all that is below it': async ({ api, unique }) => {
      const root = await create(api, unique('Deep'));
      let parent = root;
      for (let level = 1; level <= 12; level += 1) parent = await create(api, `L${level}`, parent);
      let tree = await treeOf(api, root);
      for (let level = 1; level <= 12; level += 1) {
        const [child] = tree.children;
        must(child !== undefined, `there is a level ${level}`);
        if (child) tree = child;
        equal(tree.name, `L${level}`, 'name');
      }
      equal([tree.id, tree.children], [parent, []], 'the leaf');
    },
    'shows the whole forest as a bare array, by name': async ({ api, unique }) => {
      const root = await create(api, unique('Forest'));
      for (const name of ['b', 'c', 'a']) await create(api, name, root);
      const forest = wants(await api.get('/categories'), 200).json as Tree[];
      const shown = forest.find(({ id }) => id === root);
      equal(
        shown?.children.map(({ name }) => name),
        ['a', 'b', 'c'],
        'children',
      );
    },
    'renames and moves': async ({ api, unique }) => {
      const [from, to] = [await create(api, unique('From')), await create(api, unique('To'))];
      const id = await create(api, 'Old', from);
      const moved = wants(await api.put(`/categories/${id}`, { name: 'New', parentId: to }), 200);
      equal([moved.at('name'), moved.at('parentId')], ['New', to], 'moved');
      equal((await treeOf(api, from)).children, [], 'left');
      equal(
        (await treeOf(api, to)).children.map((one) => one.id),
        [id],
        'arrived',
      );
    },
    'does not move a category below itself or its descendants': async ({ api, unique }) => {
      const name = unique('Self');
      const root = await create(api, name);
      const leaf = await create(api, 'leaf', await create(api, 'mid', root));
      wants(await api.put(`/categories/${root}`, { name, parentId: leaf }), 409);
      wants(await api.put(`/categories/${root}`, { name, parentId: root }), 409);
    },
    'deletes leaves and keeps parents': async ({ api, unique }) => {
      const root = await create(api, unique('Parent'));
      const leaf = await create(api, 'leaf', root);
      wants(await api.delete(`/categories/${root}`), 409);
      wants(await api.delete(`/categories/${leaf}`), 204);
      wants(await api.delete(`/categories/${root}`), 204);
      wants(await api.get(`/categories/${root}`), 404);
    },
    'a name is unique among the children of one parent': async ({ api, unique }) => {
      const [a, b] = [await create(api, unique('A')), await create(api, unique('B'))];
      await create(api, 'same', a);
      wants(await api.post('/categories', { name: 'same', parentId: a }), 409);
      await create(api, 'same', b);
      const name = unique('RootName');
      await create(api, name);
      wants(await api.post('/categories', { name }), 409);
    },
    'creates many at once, in order, all or none': async ({ api, unique }) => {
      const names = [unique('z'), unique('y'), unique('x')];
      const made = wants(
        await api.post(
          '/categories/bulk',
          names.map((name) => ({ name })),
        ),
        201,
      );
      equal(
        made.list().map(({ name }) => name),
        names,
        'names',
      );
      const fresh = unique('fresh');
      wants(await api.post('/categories/bulk', [{ name: fresh }, { name: names[0] }]), 409);
      wants(await api.post('/categories/bulk', [{ name: fresh }, { name: '' }]), 400);
      await create(api, fresh);
    },
    'refuses bad input': async ({ api, unique }) => {
      wants(await api.post('/categories', {}), 400);
      wants(await api.post('/categories', { name: unique('x'), extra: 1 }), 400);
      wants(await api.post('/categories', { name: unique('x'), parentId: 'one' }), 400);
      wantsRefusal(await api.post('/categories', { name: unique('x'), parentId: 987_654 }));
      wants(await api.post('/categories/bulk', []), 400);
      wants(await api.post('/categories/bulk', { name: 'x' }), 400);
      const reply = wants(await api.get('/categories/987654'), 404);
      equal(typeof reply.at('error.code'), 'string', 'type of error.code');
    },
  },
  exploits: {
    'two moves at once make no circle': async ({ api, unique }) => {
      const [names, root] = [[unique('P'), unique('Q')], await create(api, unique('R'))];
      for (let round = 0; round < 4; round += 1) {
        const [p, q] = [
          await create(api, `${names[0]}${round}`, root),
          await create(api, `${names[1]}${round}`, root),
        ];
        await atOnce(2, (turn) =>
          turn === 0
            ? api.put(`/categories/${p}`, { name: `${names[0]}${round}`, parentId: q })
            : api.put(`/categories/${q}`, { name: `${names[1]}${round}`, parentId: p }),
        );
        const inside = JSON.stringify(await treeOf(api, root));
        safe(
          inside.includes(`"id":${p},`) && inside.includes(`"id":${q},`),
          'both left the tree: a circle',
        );
      }
    },
    'a child created while its parent is deleted is no orphan': async ({ api, unique }) => {
      for (let round = 0; round < 4; round += 1) {
        const parent = await create(api, unique('Parent'));
        const [made, gone] = await atOnce(2, (turn) =>
          turn === 0
            ? api.post('/categories', { name: 'c', parentId: parent })
            : api.delete(`/categories/${parent}`),
        );
        safe(
          !(made?.status === 201 && gone?.status === 204),
          'the parent is gone, the child is not',
        );
      }
    },
    'of many with one name one wins': async ({ api, unique }) => {
      const name = unique('Race');
      const replies = await atOnce(8, () => api.post('/categories', { name }));
      safe(replies.filter(({ status }) => status === 201).length === 1, 'not exactly one');
    },
    'a very deep tree can be shown': async ({ api, unique }) => {
      const root = await create(api, unique('Abyss'));
      let parent = root;
      for (let level = 0; level < 300; level += 1) {
        const reply = await api.post('/categories', { name: 'd', parentId: parent });
        if (reply.status >= 400) break;
        parent = Number(wants(reply, 201).id('id'));
      }
      safe((await api.get(`/categories/${root}`)).status === 200, 'it cannot be shown');
      safe((await api.get('/categories')).status === 200, 'nor can the forest');
    },
    'SQL in names stays text': async ({ api, unique }) => {
      const root = await create(api, unique('Sql'));
      await injects(async (name) => {
        const made = wants(await api.post('/categories', { name, parentId: root }), 201);
        safe(made.at('name') === name, `${name} was changed`);
        return made;
      });
      await injects((text) => api.get(`/categories/${encodeURIComponent(text)}`));
      safe((await treeOf(api, root)).children.length > 5, 'categories are gone');
    },
    'ids outside of integers do no harm': async ({ api, unique }) => {
      for (const parentId of [2_147_483_648, 1e20, -1, 0, 1.5])
        denied(await api.post('/categories', { name: unique('n'), parentId }));
      for (const id of ['2147483648', '99999999999999999999', '-1', '0', '1e3'])
        denied(await api.get(`/categories/${id}`));
    },
    'an id cannot be chosen': async ({ api, unique }) => {
      denied(await api.post('/categories', { name: unique('n'), id: 1 }), 400);
    },
    'broken, deep and huge bodies': async ({ api }) => {
      await bodiesAreBounded(api, '/categories');
      await bodiesAreBounded(api, '/categories/bulk');
    },
  },
  undetermined: {},
};
