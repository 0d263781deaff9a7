import { injects } from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const writer = ({ api, key }: Room) => api.with({ 'x-api-key': key('writer') ?? '' });
const plain = (text: string) => ({ text, headers: { 'content-type': 'text/plain' } });

export const exam: Exam = {
  functional: {
    'stores a text and gives it back as it was': async (room) => {
      const [me, name] = [writer(room), room.unique('key')];
      const text = ' Grüße,\n{"not": "json"} ';
      wants(await me.put(`/kv/${name}`, undefined, plain(text)), 201);
      const reply = wants(await room.api.get(`/kv/${name}`), 200);
      equal(reply.text, text, 'value');
      must((reply.headers.get('content-type') ?? '').startsWith('text/plain'), 'type');
    },
    'replaces and deletes': async (room) => {
      const [me, name] = [writer(room), room.unique('key')];
      wants(await me.put(`/kv/${name}`, undefined, plain('one')), 201);
      wants(await me.put(`/kv/${name}`, undefined, plain('two')), 204);
      equal(wants(await room.api.get(`/kv/${name}`), 200).text, 'two', 'value');
      wants(await me.delete(`/kv/${name}`), 204);
      wants(await me.delete(`/kv/${name}`), 404);
      wants(await room.api.get(`/kv/${name}`), 404);
    },
    'tells by HEAD whether there is a key': async (room) => {
      const name = room.unique('key');
      wants(await room.api.send('HEAD', `/kv/${name}`), 404);
      wants(await writer(room).put(`/kv/${name}`, undefined, plain('one')), 201);
      wants(await room.api.send('HEAD', `/kv/${name}`), 200);
    },
    'lists keys by prefix, in order': async (room) => {
      const start = room.unique('list');
      for (const end of ['b', 'a', 'c'])
        wants(await writer(room).put(`/kv/${start}.${end}`, undefined, plain('x')), 201);
      const query = { prefix: `${start}.` };
      const keys = wants(await room.api.get('/kv', { query }), 200).json;
      equal(keys, [`${start}.a`, `${start}.b`, `${start}.c`], 'keys');
      const two = wants(await room.api.get('/kv', { query: { ...query, limit: 2 } }), 200).json;
      equal(two, [`${start}.a`, `${start}.b`], 'two');
      equal(
        wants(await room.api.get('/kv', { query: { prefix: start.slice(1) } }), 200).json,
        [],
        'no',
      );
    },
    'appends to a value': async (room) => {
      const [me, name] = [writer(room), room.unique('key')];
      wants(await me.post(`/kv/${name}/append`, undefined, plain('x')), 404);
      wants(await me.put(`/kv/${name}`, undefined, plain('one')), 201);
      equal(
        wants(await me.post(`/kv/${name}/append`, undefined, plain(' two')), 200).text,
        'one two',
        'all',
      );
      equal(wants(await room.api.get(`/kv/${name}`), 200).text, 'one two', 'value');
    },
    'counts keys': async (room) => {
      const before = Number(wants(await room.api.get('/stats'), 200).at('keys'));
      wants(await writer(room).put(`/kv/${room.unique('key')}`, undefined, plain('one')), 201);
      equal(wants(await room.api.get('/stats'), 200).at('keys'), before + 1, 'keys');
    },
    'refuses what is no key and what is too long': async (room) => {
      const me = writer(room);
      wants(await me.put('/kv/a%20b', undefined, plain('x')), 400);
      wants(await me.put(`/kv/${room.unique('k')}`, undefined, plain('x'.repeat(10_001))), 400);
    },
    'keeps values over a restart': async (room) => {
      const name = room.unique('key');
      wants(await writer(room).put(`/kv/${name}`, undefined, plain('stays')), 201);
      await room.restart();
      equal(wants(await room.api.get(`/kv/${name}`), 200).text, 'stays', 'value');
    },
  },
  exploits: {
    'nobody writes without the key': async (room) => {
      const name = room.unique('key');
      wants(await writer(room).put(`/kv/${name}`, undefined, plain('one')), 201);
      for (const who of [room.api, room.api.with({ 'x-api-key': 'guess' })]) {
        denied(await who.put(`/kv/${name}`, undefined, plain('two')), 401);
        denied(await who.post(`/kv/${name}/append`, undefined, plain('two')), 401);
        denied(await who.delete(`/kv/${name}`), 401);
      }
      equal(wants(await room.api.get(`/kv/${name}`), 200).text, 'one', 'value');
    },
    'markup is given back as text': async (room) => {
      const name = room.unique('key');
      wants(
        await writer(room).put(`/kv/${name}`, undefined, plain('<script>alert(1)</script>')),
        201,
      );
      const { headers } = wants(await room.api.get(`/kv/${name}`), 200);
      safe((headers.get('content-type') ?? '').startsWith('text/plain'), 'it may run');
      safe(headers.get('x-content-type-options') === 'nosniff', 'it may be sniffed');
    },
    'SQL in every text stays text': async (room) => {
      await injects((text) => room.api.get('/kv', { query: { prefix: text.slice(0, 60) } }));
      await injects((text) => writer(room).put(`/kv/${room.unique('k')}`, undefined, plain(text)));
    },
  },
  undetermined: {},
};
