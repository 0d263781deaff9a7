import { bodiesAreBounded, injects } from '../../examiner/attacks.ts';
import type { Exam } from '../../examiner/exam.ts';
import { equal, must, safe, wants } from '../../examiner/verdicts.ts';

export const exam: Exam = {
  functional: {
    'saves pairs and lists them': async ({ api }) => {
      const saved = wants(await api.post('/favourites', { from: 'EUR', to: 'JPY' }), 201);
      equal([saved.at('from'), saved.at('to')], ['EUR', 'JPY'], 'pair');
      const listed = wants(await api.get('/favourites'), 200).list();
      must(
        listed.some(({ id, to }) => id === saved.at('id') && to === 'JPY'),
        'it is listed',
      );
    },
    'refuses what is no pair with 400': async ({ api }) => {
      wants(await api.post('/favourites', { from: 'EUR' }), 400);
      wants(await api.post('/favourites', { from: 'eur', to: 'JPY' }), 400);
    },
    'refuses bad parameters with 400, before anything else': async ({ api }) => {
      wants(await api.get('/convert', { query: { from: 'EUR', to: 'USD' } }), 400);
      wants(await api.get('/convert', { query: { from: 'EUR', to: 'USD', amount: -1 } }), 400);
      wants(await api.get('/convert', { query: { from: 'euro', to: 'USD', amount: 1 } }), 400);
    },
  },
  exploits: {
    'SQL in every text does no harm': async ({ api }) => {
      await api.post('/favourites', { from: 'EUR', to: 'USD' });
      await injects(async (text) => {
        const reply = await api.post('/favourites', { from: text, to: text });
        safe(reply.status === 400, `${text} was taken for a currency`);
        return reply;
      });
      safe(wants(await api.get('/favourites'), 200).list().length > 0, 'pairs are gone');
    },
    'an id cannot be chosen': async ({ api }) => {
      const reply = await api.post('/favourites', { id: 424_242, from: 'EUR', to: 'USD' });
      safe(reply.status >= 400 || reply.at('id') !== 424_242, 'it was');
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/favourites'),
  },
  undetermined: {
    'GET /convert': async ({ api }) => {
      const answers: string[] = [];
      for (const [from, to, amount] of [
        ['EUR', 'USD', 1],
        ['EUR', 'JPY', 1],
        ['EUR', 'JPY', 250],
      ] as const)
        answers.push((await api.get('/convert', { query: { from, to, amount } })).text);
      return answers;
    },
    'GET /rates/{currency}': async ({ api }) => [
      (await api.get('/rates/EUR')).text,
      (await api.get('/rates/USD')).text,
    ],
    'POST /translate': async ({ api }) => {
      const answers: string[] = [];
      for (const text of ['Guten Tag', 'Bonjour']) {
        const headers = { 'content-type': 'text/plain' };
        answers.push((await api.post('/translate', undefined, { text, headers })).text);
      }
      return answers;
    },
  },
};
