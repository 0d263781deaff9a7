import { atOnce, bodiesAreBounded, injects, oneWins, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

function keyed({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('ApiKey');
  must(value !== null, 'the app can be told its key');
  return api.with({ 'x-api-key': value ?? '' });
}

const url = 'https://service.example.com/health';
const watch = async (client: Client, name: string) =>
  wants(await client.post('/monitors', { name, url }), 201).id('id');
const beat = async (client: Client, id: string, up: boolean, more: object = {}) =>
  wants(await client.post(`/monitors/${id}/heartbeats`, { up, ...more }), 204);
const statusOf = async (client: Client, id: string) =>
  wants(await client.get(`/monitors/${id}`), 200).at('status');

export const exam: Exam = {
  functional: {
    'is there without a key': async ({ api }) => {
      equal(wants(await api.get('/health'), 200).json, { status: 'ok' }, 'health');
    },
    'asks for the key everywhere else': async ({ api }) => {
      wants(await api.get('/monitors'), 401);
      wants(await api.post('/monitors', { name: 'x', url }), 401);
      wants(await api.get('/monitors', { headers: { 'x-api-key': 'wrong' } }), 401);
    },
    'creates monitors, of unknown status at first': async (room) => {
      const client = keyed(room);
      const name = room.unique('Mon');
      const monitor = wants(await client.get(`/monitors/${await watch(client, name)}`), 200);
      const kept = ['name', 'url', 'intervalSeconds', 'status'].map((field) => monitor.at(field));
      equal(kept, [name, url, 60, 'unknown'], 'monitor');
    },
    'the latest heartbeat decides': async (room) => {
      const client = keyed(room);
      const id = await watch(client, room.unique('Mon'));
      await beat(client, id, true);
      equal(await statusOf(client, id), 'up', 'after up');
      await beat(client, id, false);
      equal(await statusOf(client, id), 'down', 'after down');
    },
    'lists heartbeats, the latest first': async (room) => {
      const client = keyed(room);
      const id = await watch(client, room.unique('Mon'));
      for (const latencyMs of [10, 20, 30])
        await beat(client, id, true, { latencyMs, note: `n${latencyMs}` });
      const list = wants(
        await client.get(`/monitors/${id}/heartbeats`, { query: { limit: 2 } }),
        200,
      ).list();
      equal(
        list.map(({ latencyMs, note }) => [latencyMs, note]),
        [
          [30, 'n30'],
          [20, 'n20'],
        ],
        'heartbeats',
      );
    },
    'works out the uptime': async (room) => {
      const client = keyed(room);
      const id = await watch(client, room.unique('Mon'));
      equal(
        wants(await client.get(`/monitors/${id}/uptime`), 200).json,
        { uptime: null, heartbeats: 0 },
        'before',
      );
      for (const up of [true, true, true, false]) await beat(client, id, up);
      equal(
        wants(await client.get(`/monitors/${id}/uptime`), 200).json,
        { uptime: 0.75, heartbeats: 4 },
        'after',
      );
    },
    'lists monitors by name': async (room) => {
      const client = keyed(room);
      const names = [room.unique('B'), room.unique('A')];
      for (const name of names) await watch(client, name);
      const listed = wants(await client.get('/monitors'), 200)
        .list()
        .map(({ name }) => String(name));
      must(listed.indexOf(names[1] ?? '') < listed.indexOf(names[0] ?? ''), 'A stands before B');
    },
    'changes and deletes': async (room) => {
      const client = keyed(room);
      const id = await watch(client, room.unique('Mon'));
      await beat(client, id, true);
      const name = room.unique('New');
      const changed = wants(
        await client.put(`/monitors/${id}`, { name, url, intervalSeconds: 30 }),
        200,
      );
      equal(
        [changed.at('name'), changed.at('intervalSeconds'), changed.at('status')],
        [name, 30, 'up'],
        'changed',
      );
      wants(await client.delete(`/monitors/${id}`), 204);
      for (const path of ['', '/heartbeats', '/uptime'])
        wants(await client.get(`/monitors/${id}${path}`), 404);
    },
    'refuses what is not valid': async (room) => {
      const client = keyed(room);
      const name = room.unique('Mon');
      await watch(client, name);
      wants(await client.post('/monitors', { name, url }), 409);
      for (const bad of [{ url: 'not a url' }, { intervalSeconds: 9 }, { name: '' }])
        wants(await client.post('/monitors', { name: room.unique('M'), url, ...bad }), 400);
      const id = await watch(client, room.unique('Mon'));
      wants(await client.post(`/monitors/${id}/heartbeats`, { up: 'yes' }), 400);
      wants(await client.post(`/monitors/${id}/heartbeats`, { up: true, latencyMs: -1 }), 400);
      wants(
        await client.post('/monitors/00000000-0000-4000-8000-000000000000/heartbeats', {
          up: true,
        }),
        404,
      );
    },
  },
  exploits: {
    'no call without the key': async (room) => {
      const id = await watch(keyed(room), room.unique('Mon'));
      const paths = [
        ['GET', ''],
        ['PUT', ''],
        ['DELETE', ''],
        ['POST', '/heartbeats'],
        ['GET', '/heartbeats'],
        ['POST', '/check'],
        ['GET', '/uptime'],
      ] as const;
      for (const value of [
        undefined,
        '',
        'null',
        'admin',
        "' OR '1'='1",
        `${room.key('ApiKey')}x`,
        room.key('ApiKey')?.slice(1) ?? '',
      ])
        for (const [method, path] of paths) {
          const headers: Record<string, string> = value === undefined ? {} : { 'x-api-key': value };
          safe(
            (await room.api.send(method, `/monitors/${id}${path}`, { headers })).status === 401,
            `${method} ${path} with ${value}`,
          );
        }
    },
    'the server calls no inner address': async (room) => {
      const client = keyed(room);
      for (const inner of [
        `${room.api.origin}/`,
        'http://169.254.169.254/latest/meta-data/',
        'file:///etc/passwd',
        'http://[::1]:1/',
        'javascript:alert(1)',
      ]) {
        const made = await client.post('/monitors', { name: room.unique('ssrf'), url: inner });
        if (made.status >= 400) continue;
        const reply = await client.post(`/monitors/${made.id('id')}/check`);
        safe(!reply.text.includes('root:x:'), 'a file was read');
        safe(
          reply.status === 501 || reply.status >= 400 || reply.at('up') === false,
          `${inner} was called`,
        );
      }
    },
    'status and id cannot be chosen': async (room) => {
      const client = keyed(room);
      const id = '11111111-1111-4111-8111-111111111111';
      const reply = await client.post('/monitors', {
        name: room.unique('M'),
        url,
        id,
        status: 'up',
      });
      if (reply.status >= 400) return void denied(reply);
      unmoved(reply, 'id', id);
      unmoved(reply, 'status', 'up');
    },
    'SQL in every text stays text': async (room) => {
      const client = keyed(room);
      const witness = await watch(client, room.unique('Witness'));
      await injects(async (name) => {
        const reply = await client.post('/monitors', { name, url });
        if (reply.status === 201) safe(reply.at('name') === name, `${name} was changed`);
        return reply;
      });
      await injects((note) => client.post(`/monitors/${witness}/heartbeats`, { up: true, note }));
      await injects((text) => client.get(`/monitors/${encodeURIComponent(text)}`));
      await injects((text) => client.delete(`/monitors/${encodeURIComponent(text)}`));
      await injects((limit) => client.get(`/monitors/${witness}/heartbeats`, { query: { limit } }));
      wants(await client.get(`/monitors/${witness}`), 200);
    },
    'heartbeats at once are all counted': async (room) => {
      const client = keyed(room);
      const id = await watch(client, room.unique('Mon'));
      await atOnce(20, () => client.post(`/monitors/${id}/heartbeats`, { up: true }));
      equal(
        wants(await client.get(`/monitors/${id}/uptime`), 200).at('heartbeats'),
        20,
        'heartbeats',
      );
    },
    'of many with one name one wins': async (room) => {
      const [client, name] = [keyed(room), room.unique('Race')];
      await oneWins(8, () => client.post('/monitors', { name, url }));
    },
    'numbers at the edge': async (room) => {
      const client = keyed(room);
      const id = await watch(client, room.unique('Mon'));
      for (const latencyMs of [2_147_483_648, 9_007_199_254_740_991, 1e300, 1.5])
        safe(
          (await client.post(`/monitors/${id}/heartbeats`, { up: true, latencyMs })).status < 500,
          `${latencyMs}`,
        );
    },
    'broken, deep and huge bodies': async (room) => bodiesAreBounded(keyed(room), '/monitors'),
  },
  undetermined: {
    'POST /monitors/{monitorId}/check': async (room) => {
      const client = keyed(room);
      const answers: string[] = [];
      for (const name of [room.unique('C'), room.unique('C')])
        answers.push((await client.post(`/monitors/${await watch(client, name)}/check`)).text);
      return answers;
    },
  },
};
