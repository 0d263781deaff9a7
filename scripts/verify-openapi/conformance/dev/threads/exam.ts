import { bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const say = (api: Client, page: string, text: string, parentId?: string) =>
  api.post(`/pages/${page}/comments`, {
    author: 'Ann',
    text,
    ...(parentId !== undefined && { parentId }),
  });
const tree = async (api: Client, page: string) =>
  wants(await api.get(`/pages/${page}/comments`), 200);

export const exam: Exam = {
  functional: {
    'a new comment has no votes and no replies': async ({ api, unique }) => {
      const made = wants(await say(api, unique('p'), 'Hello'), 201);
      equal([made.at('text'), made.at('votes'), made.at('replies')], ['Hello', 0, []], 'comment');
    },
    'shows a tree': async ({ api, unique }) => {
      const page = unique('p');
      const one = wants(await say(api, page, 'one'), 201).id('id');
      const two = wants(await say(api, page, 'two', one), 201).id('id');
      wants(await say(api, page, 'three', two), 201);
      wants(await say(api, page, 'four'), 201);
      const all = await tree(api, page);
      equal(
        all.list().map(({ text }) => text),
        ['one', 'four'],
        'roots',
      );
      equal(
        [all.at('0.replies.0.text'), all.at('0.replies.0.replies.0.text')],
        ['two', 'three'],
        'replies',
      );
    },
    'pages are apart': async ({ api, unique }) => {
      const page = unique('p');
      await say(api, page, 'x');
      equal((await tree(api, unique('q'))).list(), [], 'none');
    },
    'votes up and down': async ({ api, unique }) => {
      const id = wants(await say(api, unique('p'), 'x'), 201).id('id');
      equal(wants(await api.post(`/comments/${id}/upvote`), 200).at('votes'), 1, 'up');
      equal(wants(await api.post(`/comments/${id}/upvote`), 200).at('votes'), 2, 'up');
      equal(wants(await api.post(`/comments/${id}/downvote`), 200).at('votes'), 1, 'down');
      equal(wants(await api.get(`/comments/${id}`), 200).at('votes'), 1, 'kept');
    },
    counts: async ({ api, unique }) => {
      const page = unique('p');
      const one = wants(await say(api, page, 'one'), 201).id('id');
      await say(api, page, 'two', one);
      equal(wants(await api.get(`/pages/${page}/comments/count`), 200).json, 2, 'count');
    },
    'refuses bad input': async ({ api, unique }) => {
      const page = unique('p');
      wants(await say(api, page, ''), 422);
      wants(await say(api, page, 'x', 'nope'), 404);
      wants(await api.post(`/pages/${page}/comments`, { author: 'a', text: 'x', votes: 5 }), 422);
      wants(await api.get('/comments/nope'), 404);
      wants(await api.post('/comments/nope/upvote'), 404);
    },
  },
  exploits: {
    'votes cannot be chosen': async ({ api, unique }) => {
      denied(
        await api.post(`/pages/${unique('p')}/comments`, { author: 'a', text: 'x', votes: 99 }),
        422,
        400,
      );
      equal(wants(await say(api, unique('p'), 'x'), 201).at('votes'), 0, 'votes');
    },
    'no vote is lost': async ({ api, unique }) => {
      const id = wants(await say(api, unique('p'), 'x'), 201).id('id');
      await Promise.all(Array.from({ length: 10 }, () => api.post(`/comments/${id}/upvote`)));
      safe(wants(await api.get(`/comments/${id}`), 200).at('votes') === 10, 'some were');
    },
    'a deep tree does no harm': async ({ api, unique }) => {
      const page = unique('deep');
      let parent: string | undefined;
      for (let depth = 0; depth < 120; depth += 1) {
        const made = await say(api, page, `level ${depth}`, parent);
        if (made.status !== 201) break;
        parent = made.id('id');
      }
      must(parent !== undefined, 'comments are made');
      const reply = await api.get(`/pages/${page}/comments`);
      must(reply.status !== 501, 'built');
      safe(reply.status === 200, `it answers ${reply.status}`);
    },
    'an answer stays on its page': async ({ api, unique }) => {
      const [page, other] = [unique('p'), unique('q')];
      const id = wants(await say(api, page, 'x'), 201).id('id');
      denied(await say(api, other, 'y', id), 404, 422, 400);
      equal((await tree(api, page)).at('0.replies'), [], 'no reply');
    },
    'SQL stays text': async ({ api, unique }) => {
      const page = unique('p');
      await injects((text) => say(api, page, text));
      await injects((text) => say(api, page, 'x', text));
      await injects((text) => api.get(`/pages/${encodeURIComponent(text)}/comments`));
      await injects((text) => api.get(`/comments/${encodeURIComponent(text)}`));
    },
    'broken, deep and huge bodies': ({ api, unique }) =>
      bodiesAreBounded(api, `/pages/${unique('p')}/comments`),
  },
  undetermined: {},
};
