import { atOnce, bodiesAreBounded, injects, oneWins, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const options = ['red', 'blue'];
const ask = async (api: Client, question = 'Which colour?') =>
  wants(await api.post('/', { question, options }), 201).id('id');
const vote = (api: Client, id: string, voter: string, option = 'red') =>
  api.post(`/${id}/votes`, { voter, option });
const votesOf = async (api: Client, id: string) =>
  wants(await api.get(`/${id}`), 200).at('total_votes');

export const exam: Exam = {
  functional: {
    'asks, open and without votes': async ({ api }) => {
      const made = wants(await api.post('/', { question: 'Which colour?', options }), 201);
      const poll = wants(await api.get(`/${made.id('id')}`), 200);
      const kept = ['question', 'options', 'open', 'total_votes'].map((name) => poll.at(name));
      equal(kept, ['Which colour?', options, true, 0], 'poll');
    },
    'counts votes, one per voter': async ({ api, unique }) => {
      const id = await ask(api);
      const [ann, bob] = [unique('ann'), unique('bob')];
      wants(await vote(api, id, ann), 201);
      wants(await vote(api, id, bob, 'blue'), 201);
      wants(await vote(api, id, ann, 'blue'), 409);
      equal(await votesOf(api, id), 2, 'votes');
    },
    'a voter may vote in every poll': async ({ api, unique }) => {
      const voter = unique('ann');
      for (const id of [await ask(api), await ask(api)]) wants(await vote(api, id, voter), 201);
    },
    'takes only options of the poll': async ({ api, unique }) => {
      const id = await ask(api);
      wants(await vote(api, id, unique('ann'), 'green'), 400);
      equal(await votesOf(api, id), 0, 'votes');
    },
    'a closed poll takes no votes and is not listed': async ({ api, unique }) => {
      const id = await ask(api);
      const listed = async () =>
        wants(await api.get('/'), 200)
          .list()
          .map((poll) => String(poll.id));
      must((await listed()).includes(id), 'it is listed');
      equal(wants(await api.post(`/${id}/close`), 200).at('open'), false, 'open');
      wants(await vote(api, id, unique('ann')), 409);
      must(!(await listed()).includes(id), 'it is not listed any more');
    },
    'lists the newest first': async ({ api }) => {
      const ids = [await ask(api), await ask(api)];
      const listed = wants(await api.get('/'), 200)
        .list()
        .map((poll) => String(poll.id));
      equal(listed.slice(0, 2), ids.toReversed(), 'ids');
    },
    'refuses bad input and unknown polls': async ({ api, unique }) => {
      wants(await api.post('/', { question: 'Which?', options: ['one'] }), 400);
      wants(await api.post('/', { question: 'Which?', options: ['a', 'a'] }), 400);
      wants(await api.post('/', { question: 'Hm', options }), 400);
      wants(await api.get('/987654'), 404);
      wants(await vote(api, '987654', unique('ann')), 404);
      wants(await api.post('/987654/close'), 404);
    },
  },
  exploits: {
    'a voter who votes at once votes once': async ({ api, unique }) => {
      const [id, voter] = [await ask(api), unique('ann')];
      await oneWins(8, () => vote(api, id, voter));
      equal(await votesOf(api, id), 1, 'votes');
    },
    'votes at once are all counted': async ({ api, unique }) => {
      const id = await ask(api);
      const replies = await atOnce(20, () => vote(api, id, unique('v')));
      must(
        replies.every(({ status }) => status === 201),
        'all are taken',
      );
      safe((await votesOf(api, id)) === 20, 'miscounted');
    },
    'count, state and id cannot be chosen': async ({ api }) => {
      const sent = {
        question: 'Which colour?',
        options,
        total_votes: 99,
        open: false,
        id: 424_242,
      };
      const reply = await api.post('/', sent);
      if (reply.status >= 400) return void denied(reply);
      for (const name of ['total_votes', 'id'] as const) unmoved(reply, name, sent[name]);
    },
    'SQL in every text stays text': async ({ api }) => {
      const id = await ask(api);
      await injects(async (text) => {
        const reply = wants(
          await api.post('/', { question: `Is it ${text}`, options: [text, 'no'] }),
          201,
        );
        safe(reply.at('options.0') === text, `${text} was changed`);
        return reply;
      });
      await injects((text) => vote(api, id, text, text));
      await injects((text) => api.get(`/${encodeURIComponent(text)}`));
      equal(await votesOf(api, id), 0, 'votes');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/'),
  },
  undetermined: {},
};
