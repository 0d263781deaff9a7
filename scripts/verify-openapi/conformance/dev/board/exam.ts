import {
  answersAlike,
  bodiesAreBounded,
  injects,
  pageIsInert,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, must, safe, wants } from '../../examiner/verdicts.ts';

const PASSWORD = 'says-nothing-1';
async function member(api: Client, name: string): Promise<Client> {
  wants(await api.post('/signup', { name, password: PASSWORD }), 201);
  const browser = api.browser();
  wants(await browser.post('/signin', { name, password: PASSWORD }), 200);
  return browser;
}
const write = async (me: Client, title: string, content = 'text') =>
  wants(await me.post('/posts', { title, content }), 201).id('post_id');

export const exam: Exam = {
  functional: {
    'a post is a page': async ({ api, unique }) => {
      const name = unique('ann');
      const title = unique('Title');
      const id = await write(await member(api, name), title, 'Of cabbages and kings');
      const page = wants(await api.get(`/posts/${id}`), 200);
      for (const text of [name, title, 'Of cabbages and kings'])
        must(page.text.includes(text), `it has ${text}`);
    },
    'the list leads to it': async ({ api, unique }) => {
      const title = unique('Listed');
      const id = await write(await member(api, unique('ann')), title);
      const page = wants(await api.get('/posts'), 200);
      must(page.text.includes(title), 'its title');
      must(new RegExp(`href="[^"]*${id}"`).test(page.text), 'a link to it');
    },
    'the newest comes first': async ({ api, unique }) => {
      const me = await member(api, unique('ann'));
      const [a, b] = [unique('Older'), unique('Newer')];
      await write(me, a);
      await write(me, b);
      const { text } = wants(await api.get('/posts'), 200);
      must(text.indexOf(b) !== -1 && text.indexOf(b) < text.indexOf(a), 'order');
    },
    'comments stand below the post': async ({ api, unique }) => {
      const [ann, bob] = [unique('ann'), unique('bob')];
      const id = await write(await member(api, ann), 'Title');
      const other = await member(api, bob);
      wants(await other.post(`/posts/${id}/comments`, { content: 'So it is' }), 201);
      const { text } = wants(await api.get(`/posts/${id}`), 200);
      must(text.includes('So it is') && text.includes(bob), 'comment and author');
      wants(await other.post('/posts/nope/comments', { content: 'x' }), 404);
      wants(await api.post(`/posts/${id}/comments`, { content: 'x' }), 401);
    },
    'deletes own posts only': async ({ api, unique }) => {
      const [me, other] = [await member(api, unique('a')), await member(api, unique('b'))];
      const id = await write(me, 'Mine');
      wants(await other.delete(`/posts/${id}`), 403);
      wants(await me.delete(`/posts/${id}`), 204);
      wants(await api.get(`/posts/${id}`), 404);
    },
    'signs in and out': async ({ api, unique }) => {
      const name = unique('sam');
      const me = await member(api, name);
      wants(await api.post('/signin', { name, password: 'wrong-password' }), 401);
      wants(await api.post('/signup', { name, password: PASSWORD }), 409);
      const kept = [...me.cookies].map((pair) => pair.join('=')).join('; ');
      wants(await me.post('/signout'), 204);
      wants(
        await api.post(
          '/posts',
          { title: 'x', content: 'x' },
          { headers: { cookie: kept, origin: api.origin } },
        ),
        401,
      );
    },
    'refuses bad input': async ({ api, unique }) => {
      const me = await member(api, unique('a'));
      wants(await me.post('/posts', { title: '' }), 400);
      wants(await api.post('/signup', { name: 'with space', password: PASSWORD }), 400);
    },
  },
  exploits: {
    'script in posts and comments does not run': async ({ api, unique }) => {
      const me = await member(api, unique('a'));
      const id = await write(me, SCRIPTS[0] ?? '', SCRIPTS.join('\n'));
      await me.post(`/posts/${id}/comments`, { content: SCRIPTS.join(' ') });
      pageIsInert(wants(await api.get(`/posts/${id}`), 200));
      pageIsInert(wants(await api.get('/posts'), 200));
    },
    'passwords are not kept': async ({ api, unique, filesWith }) => {
      const password = unique('clearPassword');
      wants(await api.post('/signup', { name: unique('p'), password }), 201);
      safe((await filesWith(password)).length === 0, 'in clear');
    },
    'who has an account does not show': async ({ api, unique }) => {
      const name = unique('a');
      await member(api, name);
      answersAlike(
        await api.post('/signin', { name, password: 'wrong-password' }),
        await api.post('/signin', { name: unique('no'), password: 'wrong-password' }),
      );
    },
    'the author cannot be chosen': async ({ api, unique }) => {
      const [victim, name] = [unique('victim'), unique('a')];
      const me = await member(api, name);
      const made = await me.post('/posts', {
        title: 'x',
        content: 'y',
        author: victim,
        author_id: 1,
        owner: victim,
      });
      if (made.status === 201)
        safe(!(await api.get(`/posts/${made.id('post_id')}`)).text.includes(victim), 'it can');
      await write(me, 'works');
    },
    'made up cookies open nothing': async ({ api }) => {
      for (const cookie of ['session=admin', 'session=1', "session=' OR '1'='1", 'session='])
        denied(
          await api.post(
            '/posts',
            { title: 'x', content: 'x' },
            { headers: { cookie, origin: api.origin } },
          ),
          401,
        );
    },
    'SQL stays text': async ({ api, unique }) => {
      const me = await member(api, unique('a'));
      await injects((text) => me.post('/posts', { title: text, content: text }));
      await injects((text) => api.get(`/posts/${encodeURIComponent(text)}`));
      await injects((name) => api.post('/signin', { name, password: name }));
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/signup'),
  },
  undetermined: {
    'POST /moderate': async ({ api }) => [
      (await api.post('/moderate', { text: 'nice' })).text,
      (await api.post('/moderate', { text: 'nasty' })).text,
    ],
  },
};
