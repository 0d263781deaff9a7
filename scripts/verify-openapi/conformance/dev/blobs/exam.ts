import { createHash } from 'node:crypto';
import { atOnce, CLIMBS, injects, leaksNothing, oneWins } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const TEXT = 'text/plain';
const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));
const etagOf = (bytes: Bytes) => `"${createHash('sha256').update(bytes).digest('hex')}"`;

function keyed({ api, key }: Pick<Room, 'api' | 'key'>): Client {
  const value = key('ApiKey');
  must(value !== null, 'the app can be told its key');
  return api.with({ 'x-api-key': value ?? '' });
}

function put(
  client: Client,
  key: string,
  content: string | Bytes = 'some bytes',
  headers: Record<string, string> = {},
) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const all = { 'content-type': TEXT, ...headers };
  return client.put(`/objects/${key}`, undefined, { bytes, headers: all });
}
const get = (client: Client, key: string, headers: Record<string, string> = {}) =>
  client.get(`/objects/${key}`, { headers });
const usage = async (client: Client) => wants(await client.get('/usage'), 200);

export const exam: Exam = {
  functional: {
    'gives back the bytes under their content type': async (room) => {
      const [client, key] = [keyed(room), `${room.unique('a')}.png`];
      const bytes: Bytes = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255, 128, 10, 13]);
      const made = wants(await put(client, key, bytes, { 'content-type': 'image/png' }), 201);
      equal(
        ['key', 'size', 'contentType', 'etag'].map((name) => made.at(name)),
        [key, 13, 'image/png', etagOf(bytes)],
        'answer',
      );
      const object = wants(await get(room.api, key), 200);
      equal([...object.bytes], [...bytes], 'bytes');
      must(object.headers.get('content-type') === 'image/png', 'content type');
    },
    'the ETag is that of the bytes': async (room) => {
      const [client, key] = [keyed(room), room.unique('etag')];
      const etag = etagOf(bytesOf('hello'));
      equal(wants(await put(client, key, 'hello'), 201).headers.get('etag'), etag, 'when put');
      equal(wants(await get(room.api, key), 200).headers.get('etag'), etag, 'when read');
    },
    'replaces what is there': async (room) => {
      const [client, key] = [keyed(room), room.unique('r')];
      wants(await put(client, key, 'one'), 201);
      const json = { 'content-type': 'application/json' };
      const again = wants(await put(client, key, '{"two": 2}', json), 200);
      equal([again.at('size'), again.at('contentType')], [10, 'application/json'], 'answer');
      const object = wants(await get(room.api, key), 200);
      equal(object.text, '{"two": 2}', 'bytes');
      must(/^application\/json/.test(object.headers.get('content-type') ?? ''), 'content type');
    },
    'whoever has it already gets no bytes': async (room) => {
      const [client, key] = [keyed(room), room.unique('n')];
      wants(await put(client, key, 'same'), 201);
      const same = await get(room.api, key, { 'if-none-match': etagOf(bytesOf('same')) });
      equal(wants(same, 304).bytes.length, 0, 'bytes');
      wants(await get(room.api, key, { 'if-none-match': etagOf(bytesOf('other')) }), 200);
    },
    'writes under a condition': async (room) => {
      const [client, key] = [keyed(room), room.unique('c')];
      const [one, two] = [etagOf(bytesOf('one')), etagOf(bytesOf('two'))];
      wants(await put(client, key, 'one', { 'if-none-match': '*' }), 201);
      wants(await put(client, key, 'no', { 'if-none-match': '*' }), 412);
      wants(await put(client, key, 'no', { 'if-match': two }), 412);
      equal((await get(room.api, key)).text, 'one', 'bytes');
      wants(await put(client, key, 'two', { 'if-match': one }), 200);
      equal((await get(room.api, key)).text, 'two', 'bytes');
      wants(await put(client, room.unique('none'), 'no', { 'if-match': one }), 412);
    },
    deletes: async (room) => {
      const [client, key] = [keyed(room), room.unique('d')];
      wants(await put(client, key), 201);
      wants(await client.delete(`/objects/${key}`), 204);
      wants(await get(room.api, key), 404);
      wants(await client.delete(`/objects/${key}`), 404);
      wants(await put(client, key), 201);
    },
    'lists part by part in the order of the keys': async (room) => {
      const [client, start] = [keyed(room), room.unique('list')];
      for (const end of ['b', 'a', 'Z', '1']) wants(await put(client, `${start}-${end}`, end), 201);
      const keys: unknown[] = [];
      let after: unknown = '';
      for (let part = 0; part < 5 && after !== null; part += 1) {
        const query = { prefix: `${start}-`, limit: 3, ...(part > 0 && { after: String(after) }) };
        const reply = wants(await client.get('/objects', { query }), 200);
        keys.push(...reply.list('objects').map(({ key }) => key));
        after = reply.at('next');
        equal(after === null, part === 1, `next of part ${part}`);
      }
      equal(
        keys,
        ['1', 'Z', 'a', 'b'].map((end) => `${start}-${end}`),
        'keys',
      );
      wants(await client.get('/objects', { query: { limit: 101 } }), 400);
    },
    'begins behind a key that there need not be': async (room) => {
      const [client, start] = [keyed(room), room.unique('after')];
      for (const end of ['a', 'c']) wants(await put(client, `${start}-${end}`), 201);
      const query = { prefix: start, after: `${start}-b` };
      const reply = wants(await client.get('/objects', { query }), 200);
      const keys = reply.list('objects').map(({ key }) => key);
      equal([keys, reply.at('next')], [[`${start}-c`], null], 'part');
    },
    'adds up what is there': async (room) => {
      const [client, key] = [keyed(room), room.unique('u')];
      const before = await usage(client);
      const more = async () => {
        const now = await usage(client);
        return ['objects', 'bytes'].map((name) => Number(now.at(name)) - Number(before.at(name)));
      };
      wants(await put(client, key, '12345'), 201);
      equal(await more(), [1, 5], 'with one more');
      wants(await put(client, key, '123'), 200);
      equal(await more(), [1, 3], 'with a smaller one');
      wants(await client.delete(`/objects/${key}`), 204);
      equal(await more(), [0, 0], 'without');
    },
    'refuses other types, large objects and bad keys': async (room) => {
      const [client, key] = [keyed(room), room.unique('x')];
      wants(await put(client, key, '<p>', { 'content-type': 'text/html' }), 415);
      wants(await put(client, key, new Uint8Array(2 * 1024 * 1024 + 1)), 413);
      wants(await get(room.api, key), 404);
      wants(await put(client, key, new Uint8Array(2 * 1024 * 1024)), 201);
      for (const bad of ['_x', 'a b', 'x'.repeat(101)]) wants(await put(client, bad), 400);
    },
    'keeps objects over a restart': async (room) => {
      const [client, key] = [keyed(room), room.unique('durable')];
      wants(await put(client, key, 'durable'), 201);
      await room.restart();
      equal(wants(await get(room.api, key), 200).text, 'durable', 'bytes');
    },
  },
  exploits: {
    'nothing is written, deleted or listed without the key': async (room) => {
      const [client, key] = [keyed(room), room.unique('k')];
      wants(await put(client, key, 'witness'), 201);
      const right = room.key('ApiKey') ?? '';
      for (const value of [null, '', 'null', '*', right.slice(1), `${right}0`, "' OR '1'='1"]) {
        const as = value === null ? room.api : room.api.with({ 'x-api-key': value });
        denied(await put(as, key, 'intruder'), 401);
        denied(await as.delete(`/objects/${key}`), 401);
        denied(await as.get('/objects'), 401);
        denied(await as.get('/usage'), 401);
      }
      safe((await get(room.api, key)).text === 'witness', 'it was replaced');
    },
    'keys lead out of no folder': async (room) => {
      const client = keyed(room);
      wants(await put(client, room.unique('built')), 201);
      for (const climb of CLIMBS) {
        const reply = await client.raw('GET', `${client.base}/objects/${climb}`);
        safe(reply.status >= 400 && reply.status < 500 && !reply.text.includes('root:x:'), climb);
        leaksNothing(reply);
        const content = room.unique('climbing');
        await put(client, encodeURIComponent(climb), content).catch(() => undefined);
        for (const file of await room.filesWith(content))
          safe(!file.includes('passwd'), `it was written to ${file}`);
      }
      for (const bad of ['..', '.', '.env', '%00', 'a%00b', 'a%0d%0aset-cookie:%20a=b'])
        denied(await client.raw('PUT', `${client.base}/objects/${bad}`));
    },
    'no browser takes an object for a page': async (room) => {
      const client = keyed(room);
      for (const type of [
        TEXT,
        'application/octet-stream',
        'image/png',
        'text/plain; x=text/html',
      ]) {
        const key = `${room.unique('page')}.html`;
        const made = await put(client, key, '<script>alert(1)</script>', { 'content-type': type });
        if (made.status !== 201) {
          denied(made);
          continue;
        }
        const { headers } = wants(await get(room.api, key), 200);
        safe(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
        const [served = ''] = (headers.get('content-type') ?? '').split(';');
        safe(!/html|svg|xml/.test(served), `${type} is a page`);
      }
      for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/plainhtml'])
        denied(
          await put(client, room.unique('page'), '<svg/>', { 'content-type': type }),
          415,
          400,
        );
    },
    'of many who want to be the first one is': async (room) => {
      const [client, key] = [keyed(room), room.unique('race')];
      await oneWins(8, (turn) => put(client, key, `turn ${turn}`, { 'if-none-match': '*' }));
    },
    'of many who replace the same one does': async (room) => {
      const [client, key] = [keyed(room), room.unique('race')];
      wants(await put(client, key, 'first'), 201);
      const headers = { 'if-match': etagOf(bytesOf('first')) };
      await oneWins(8, (turn) => put(client, key, `turn ${turn}`, headers));
    },
    'bytes and ETag belong together': async (room) => {
      const [client, key] = [keyed(room), room.unique('mix')];
      wants(await put(client, key, 'x'), 201);
      await atOnce(8, (turn) => put(client, key, String(turn).repeat(200_000)));
      const object = wants(await get(room.api, key), 200);
      const etag = etagOf(new Uint8Array(object.bytes));
      safe(object.headers.get('etag') === etag, 'they do not');
    },
    'SQL stays text': async (room) => {
      const [client, key] = [keyed(room), room.unique('w')];
      wants(await put(client, key, 'witness'), 201);
      await injects((text) => put(client, key, text));
      await injects((prefix) => client.get('/objects', { query: { prefix } }));
      await injects((after) => client.get('/objects', { query: { after } }));
      await injects((text) => client.delete(`/objects/${encodeURIComponent(text)}`));
      await injects((text) => get(client, key, { 'if-none-match': text }));
      for (const prefix of ['%', '_', `${key.slice(0, -1)}_`]) {
        const reply = wants(await client.get('/objects', { query: { prefix } }), 200);
        safe(reply.list('objects').length === 0, `${prefix} stands for something`);
      }
      wants(await get(room.api, key), 200);
    },
    'large bodies are not read to their end': async (room) => {
      const [client, key] = [keyed(room), room.unique('huge')];
      wants(await put(client, key, 'witness'), 201);
      try {
        denied(await put(client, key, new Uint8Array(40_000_000)), 413);
      } catch (error) {
        // A server may close the connection on what it will not read to the end.
        if (!/got no answer/.test(String(error))) throw error;
      }
      safe((await get(room.api, key)).text === 'witness', 'it was replaced');
    },
  },
  undetermined: {},
};
