import {
  atOnce,
  bodiesAreBounded,
  CLIMBS,
  injects,
  leaksNothing,
  pageIsInert,
  SCRIPTS,
  unmoved,
} from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const upload = async (api: Client, title: string, more: object = {}) =>
  wants(
    await api.post('/recipes/upload', {
      title,
      ingredients: ['salt', 'water'],
      instructions: 'Boil.',
      ...more,
    }),
    201,
  ).id('id');

const rate = (api: Client, id: string, rating: unknown) =>
  api.post(`/recipes/${id}/ratings`, { rating });

export const exam: Exam = {
  functional: {
    'keeps a recipe with its list of ingredients': async ({ api, unique }) => {
      const title = unique('Soup');
      const recipe = wants(await api.get(`/recipes/${await upload(api, title)}`), 200);
      equal(
        [recipe.at('title'), recipe.at('ingredients'), recipe.at('instructions')],
        [title, ['salt', 'water'], 'Boil.'],
        'recipe',
      );
      equal(
        [recipe.at('comments'), recipe.at('avgRating')],
        [[], null],
        'before anybody said anything',
      );
    },
    'adds comments': async ({ api, unique }) => {
      const id = await upload(api, unique('Soup'));
      wants(await api.post(`/recipes/${id}/comments`, { comment: 'Tasty' }), 201);
      wants(await api.post(`/recipes/${id}/comments`, { comment: 'Salty' }), 201);
      const comments = wants(await api.get(`/recipes/${id}`), 200)
        .list('comments')
        .map(({ comment }) => comment);
      equal(comments.toSorted(), ['Salty', 'Tasty'], 'comments');
    },
    'averages ratings': async ({ api, unique }) => {
      const id = await upload(api, unique('Soup'));
      for (const rating of [5, 4, 4]) wants(await rate(api, id, rating), 201);
      const average = Number(wants(await api.get(`/recipes/${id}`), 200).at('avgRating'));
      must(Math.abs(average - 13 / 3) < 0.01, `the average is ${average}`);
    },
    'shows a recipe as a page': async ({ api, unique }) => {
      const title = unique('Stew');
      const id = await upload(api, title);
      await api.post(`/recipes/${id}/comments`, { comment: 'Wonderful smell' });
      const page = wants(await api.get(`/recipes/${id}/page`), 200);
      must(/^text\/html/.test(page.headers.get('content-type') ?? ''), 'it is HTML');
      for (const text of [title, 'salt', 'water', 'Boil.', 'Wonderful smell'])
        must(page.text.includes(text), `the page has ${text}`);
    },
    'the overview has new recipes, with links': async ({ api, unique }) => {
      const title = unique('Fresh');
      const id = await upload(api, title);
      const page = wants(await api.get('/recipes'), 200);
      must(/^text\/html/.test(page.headers.get('content-type') ?? ''), 'it is HTML');
      must(page.text.includes(title), 'the title');
      must(page.text.includes(`/recipes/${id}/page`), 'the link');
    },
    'the overview keeps the best rated, however old': async ({ api, unique }) => {
      const title = unique('Best');
      const id = await upload(api, title);
      for (let turn = 0; turn < 3; turn += 1) await rate(api, id, 5);
      for (let turn = 0; turn < 11; turn += 1) await upload(api, unique('Newer'));
      must(wants(await api.get('/recipes'), 200).text.includes(title), 'it is still there');
    },
    'refuses bad input with 400 and unknown recipes with 404': async ({ api, unique }) => {
      const id = await upload(api, unique('Soup'));
      wants(await api.post('/recipes/upload', { title: 'x' }), 400);
      wants(
        await api.post('/recipes/upload', { title: 'x', ingredients: [], instructions: 'y' }),
        400,
      );
      wants(
        await api.post('/recipes/upload', { title: 'x', ingredients: 'salt', instructions: 'y' }),
        400,
      );
      wants(await api.post(`/recipes/${id}/comments`, { comment: '' }), 400);
      for (const rating of [0, 6, 2.5, '5', null]) wants(await rate(api, id, rating), 400);
      wants(await api.get('/recipes/nowhere'), 404);
      wants(await api.get('/recipes/nowhere/page'), 404);
      wants(await api.post('/recipes/nowhere/comments', { comment: 'x' }), 404);
      wants(await rate(api, 'nowhere', 5), 404);
    },
    'keeps recipes over a restart': async ({ api, unique, restart }) => {
      const id = await upload(api, unique('Stays'));
      await rate(api, id, 4);
      await restart();
      equal(wants(await api.get(`/recipes/${id}`), 200).at('avgRating'), 4, 'avgRating');
    },
  },
  exploits: {
    'stored script does not run': async ({ api, unique }) => {
      const id = await upload(api, `${unique('X')}${SCRIPTS[0]}`, {
        ingredients: SCRIPTS,
        instructions: SCRIPTS.join(' '),
      });
      for (const comment of SCRIPTS)
        wants(await api.post(`/recipes/${id}/comments`, { comment }), 201);
      pageIsInert(wants(await api.get(`/recipes/${id}/page`), 200));
      pageIsInert(wants(await api.get('/recipes'), 200));
    },
    'addresses in text do not become links that run': async ({ api, unique }) => {
      const id = await upload(api, unique('L'), {
        instructions: 'javascript:alert(1) <a href="javascript:alert(1)">x</a>',
      });
      const { text } = await api.get(`/recipes/${id}/page`);
      safe(!/<[^>]*\bhref\s*=\s*["']?\s*javascript:/i.test(text), 'a link that runs');
    },
    'pages tell the browser to trust nothing else': async ({ api }) => {
      const { headers } = wants(await api.get('/recipes'), 200);
      safe(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      safe(policy !== '' && !/script-src[^;]*unsafe-inline/.test(policy), `policy: ${policy}`);
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const witness = await upload(api, unique('Witness'));
      await injects(async (text) => {
        const id = await upload(api, text, { ingredients: [text], instructions: text });
        const recipe = wants(await api.get(`/recipes/${id}`), 200);
        safe(
          recipe.at('ingredients.0') === text && recipe.at('title') === text,
          `${text} was changed`,
        );
        return recipe;
      });
      await injects((text) => api.get(`/recipes/${encodeURIComponent(text)}`));
      await injects((text) => api.get(`/recipes/${encodeURIComponent(text)}/page`));
      await injects((text) => rate(api, encodeURIComponent(text), 1));
      equal(wants(await api.get(`/recipes/${witness}`), 200).at('avgRating'), null, 'avgRating');
    },
    'ids lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS) {
        const reply = await api.raw('GET', `${api.base}/recipes/${climb}/page`);
        safe(reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
      }
    },
    'id and rating cannot be chosen': async ({ api, unique }) => {
      const sent = {
        title: unique('M'),
        ingredients: ['x'],
        instructions: 'y',
        id: 'mine',
        avgRating: 5,
        comments: [{ comment: 'fake' }],
      };
      const reply = await api.post('/recipes/upload', sent);
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'id', 'mine');
      unmoved(reply, 'avgRating', 5);
      safe(reply.list('comments').length === 0, 'comments were made up');
    },
    'no rating is lost when many rate at once': async ({ api, unique }) => {
      const id = await upload(api, unique('Race'));
      const replies = await atOnce(20, (turn) => rate(api, id, turn % 2 === 0 ? 1 : 5));
      must(
        replies.every(({ status }) => status === 201),
        'all are taken',
      );
      safe(
        wants(await api.get(`/recipes/${id}`), 200).at('avgRating') === 3,
        'the average is wrong',
      );
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/recipes/upload'),
  },
  undetermined: {},
};
