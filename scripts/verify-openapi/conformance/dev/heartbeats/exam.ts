import { atOnce, bodiesAreBounded, injects, keepsSecret } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const TOKEN = 'token-of-mine-1';
const beat = (api: Client, serviceId: string, token = TOKEN) =>
  api.post('/heartbeat', { serviceId, token });

export const exam: Exam = {
  functional: {
    'a service that has just sent one is up': async ({ api, unique }) => {
      const id = unique('svc');
      wants(await beat(api, id), 200);
      const status = wants(await api.get(`/status/${id}`), 200);
      equal(status.at('status'), 'up', 'status');
      const age = Date.now() - Date.parse(String(status.at('lastHeartbeat')));
      must(Math.abs(age) < 60_000, `the last heartbeat is ${age} ms old`);
    },
    'does not know a service that never sent one': async ({ api, unique }) => {
      wants(await api.get(`/status/${unique('svc')}`), 404);
    },
    'later heartbeats need the token of the first': async ({ api, unique }) => {
      const id = unique('svc');
      wants(await beat(api, id), 200);
      wants(await beat(api, id, 'another-token'), 403);
      wants(await beat(api, id), 200);
    },
    'each service has a token of its own': async ({ api, unique }) => {
      wants(await beat(api, unique('a'), 'token-number-one'), 200);
      wants(await beat(api, unique('b'), 'token-number-two'), 200);
    },
    'refuses bad input': async ({ api, unique }) => {
      wants(await api.post('/heartbeat', { serviceId: unique('svc') }), 400);
      wants(await beat(api, unique('svc'), 'short'), 400);
      wants(await beat(api, '', TOKEN), 400);
    },
  },
  exploits: {
    'the token shows nowhere and is not kept in clear': async ({ api, unique, filesWith }) => {
      const [id, token] = [unique('svc'), unique('clearToken')];
      keepsSecret(wants(await beat(api, id, token), 200), token);
      keepsSecret(wants(await api.get(`/status/${id}`), 200), token);
      safe((await filesWith(token)).length === 0, 'the token lies in the data folder');
    },
    'a wrong token changes nothing': async ({ api, unique }) => {
      const id = unique('svc');
      wants(await beat(api, id), 200);
      const before = wants(await api.get(`/status/${id}`), 200).at('lastHeartbeat');
      for (const token of [`${TOKEN}x`, TOKEN.slice(0, -1), TOKEN.toUpperCase(), "' OR '1'='1"])
        denied(await beat(api, id, token), 403, 400);
      safe(wants(await api.get(`/status/${id}`), 200).at('lastHeartbeat') === before, 'it counted');
    },
    'of many who begin at once one sets the token': async ({ api, unique }) => {
      const id = unique('race');
      const replies = await atOnce(6, (turn) => beat(api, id, `token-number-${turn}`));
      must(
        replies.some(({ status }) => status === 200),
        'one did',
      );
      safe(replies.filter(({ status }) => status === 200).length === 1, 'more than one did');
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const id = unique('witness');
      wants(await beat(api, id), 200);
      await injects((text) => beat(api, text, `${text}________`));
      await injects((text) => api.get(`/status/${encodeURIComponent(text)}`));
      wants(await beat(api, id), 200);
    },
    'time and count cannot be chosen': async ({ api, unique }) => {
      const id = unique('svc');
      await api.post('/heartbeat', {
        serviceId: id,
        token: TOKEN,
        lastHeartbeat: '2001-01-01T00:00:00Z',
        status: 'down',
      });
      wants(await beat(api, id), 200);
      safe(
        !String(wants(await api.get(`/status/${id}`), 200).at('lastHeartbeat')).startsWith('2001'),
        'it was',
      );
    },
    'broken, deep and huge bodies': ({ api }) => bodiesAreBounded(api, '/heartbeat'),
  },
  undetermined: {},
};
