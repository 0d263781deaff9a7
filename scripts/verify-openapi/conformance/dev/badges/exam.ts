import {
  bodiesAreBounded,
  CLIMBS,
  injects,
  leaksNothing,
  pageIsInert,
  SCRIPTS,
} from '../../examiner/attacks.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
type Photo = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name?: string;
};

async function arrive(room: Room, fields: Record<string, string> = {}, photo?: Photo) {
  const form = new FormData();
  const all = { name: room.unique('Ann'), host: 'Bob', ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  if (photo)
    form.append('photo', new Blob([photo.bytes], { type: photo.type }), photo.name ?? 'p.png');
  return room.api.send('POST', '/visitors', { form });
}
const png: Photo = { bytes: new Uint8Array(PNG), type: 'image/png' };

export const exam: Exam = {
  functional: {
    'checks in': async (room) => {
      const made = wants(await arrive(room, { name: 'Ann', company: 'Acme' }), 201);
      equal(
        ['name', 'company', 'host', 'hasPhoto', 'checkedOutAt'].map((at) => made.at(at) ?? null),
        ['Ann', 'Acme', 'Bob', false, null],
        'visitor',
      );
      must(Math.abs(Date.parse(made.id('checkedInAt')) - Date.now()) < 10_000, 'it is now');
    },
    'badge numbers count up': async (room) => {
      const first = Number(wants(await arrive(room), 201).id('badgeNumber'));
      const second = Number(wants(await arrive(room), 201).id('badgeNumber'));
      must(first >= 1 && second === first + 1, `${first} and ${second}`);
    },
    'keeps the photo': async (room) => {
      const made = wants(await arrive(room, {}, png), 201);
      equal(made.at('hasPhoto'), true, 'hasPhoto');
      const photo = wants(await room.api.get(`/visitors/${made.id('id')}/photo`), 200);
      must(photo.bytes.equals(PNG), 'the bytes are the same');
      must(/^image\/png/.test(photo.headers.get('content-type') ?? ''), 'it is a PNG');
      const none = wants(await arrive(room), 201);
      wants(await room.api.get(`/visitors/${none.id('id')}/photo`), 404);
    },
    'prints a badge': async (room) => {
      const made = wants(await arrive(room, { company: 'Acme & Sons', host: 'Cora' }), 201);
      const page = wants(await room.api.get(`/visitors/${made.id('id')}/badge`), 200);
      for (const text of [made.id('name'), 'Acme &amp; Sons', 'Cora', made.id('badgeNumber')])
        must(page.text.includes(text), `${text} is on it`);
    },
    'knows who is in the building': async (room) => {
      const [a, b, c] = [await arrive(room), await arrive(room), await arrive(room)].map((one) =>
        wants(one, 201).id('id'),
      );
      wants(await room.api.post(`/visitors/${b}/checkout`), 200);
      const here = wants(await room.api.get('/visitors'), 200)
        .list()
        .map(({ id }) => String(id))
        .filter((id) => [a, b, c].includes(id));
      equal(here, [a, c], 'visitors');
    },
    'checks out once': async (room) => {
      const id = wants(await arrive(room), 201).id('id');
      const out = wants(await room.api.post(`/visitors/${id}/checkout`), 200);
      must(Math.abs(Date.parse(out.id('checkedOutAt')) - Date.now()) < 10_000, 'it is now');
      wants(await room.api.post(`/visitors/${id}/checkout`), 409);
      wants(await room.api.post(`/visitors/${crypto.randomUUID()}/checkout`), 404);
    },
    'refuses what is missing, wrong or too large': async (room) => {
      wants(await arrive(room, { name: '' }), 400);
      wants(await arrive(room, { host: 'x'.repeat(81) }), 400);
      const text = {
        bytes: new TextEncoder().encode('just words'),
        type: 'text/plain',
        name: 'a.txt',
      };
      wants(await arrive(room, {}, text), 415);
      const large = { bytes: new Uint8Array(700_000), type: 'image/png' };
      large.bytes.set(PNG);
      wants(await arrive(room, {}, large), 413);
      wants(await room.api.get(`/visitors/${crypto.randomUUID()}/badge`), 404);
    },
  },
  exploits: {
    'script on a badge does not run': async (room) => {
      for (const text of SCRIPTS) {
        const made = wants(await arrive(room, { name: text, company: text, host: text }), 201);
        pageIsInert(wants(await room.api.get(`/visitors/${made.id('id')}/badge`), 200));
      }
    },
    'a page is no photo': async (room) => {
      const bytes = new TextEncoder().encode('<html><script>alert(1)</script></html>');
      const sent = await arrive(room, {}, { bytes, type: 'image/png', name: 'x.html' });
      if (sent.status !== 201) return void denied(sent);
      const photo = await room.api.get(`/visitors/${sent.id('id')}/photo`);
      safe(!/html/.test(photo.headers.get('content-type') ?? ''), 'it is served as a page');
      safe(false, 'a page was taken as a photo');
    },
    'names of photos lead out of no folder': async (room) => {
      for (const name of CLIMBS) {
        const sent = await arrive(room, {}, { ...png, name });
        if (sent.status !== 201) leaksNothing(denied(sent));
        else wants(await room.api.get(`/visitors/${sent.id('id')}/photo`), 200);
      }
    },
    'paths lead out of no folder': async (room) => {
      wants(await room.api.get('/visitors'), 200);
      for (const climb of CLIMBS) {
        const reply = await room.api.raw('GET', `/visitors/${climb}/photo`);
        safe(!/root:/.test(reply.text), `${climb} was served`);
        denied(reply);
      }
    },
    'numbers are given once, however fast': async (room) => {
      const all = await Promise.all(Array.from({ length: 8 }, () => arrive(room)));
      const numbers = all.map((reply) => wants(reply, 201).id('badgeNumber'));
      safe(new Set(numbers).size === 8, `${numbers}`);
    },
    'of many at once one checks out': async (room) => {
      const id = wants(await arrive(room), 201).id('id');
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => room.api.post(`/visitors/${id}/checkout`)),
      );
      const won = replies.filter(({ status }) => status === 200).length;
      must(won > 0, `nobody: ${replies[0]?.status}`);
      safe(won === 1, `${won} checked out`);
    },
    'nobody chooses a number or a time': async (room) => {
      const sent = await arrive(room, { badgeNumber: '1', checkedOutAt: '2000-01-01T00:00:00Z' });
      if (sent.status === 400) return;
      const next = Number(wants(await arrive(room), 201).id('badgeNumber'));
      safe(wants(sent, 201).at('badgeNumber') === next - 1, 'the number was chosen');
      safe((sent.at('checkedOutAt') ?? null) === null, 'the time was chosen');
    },
    'SQL stays text': async (room) => {
      await injects((name) => arrive(room, { name, company: name, host: name }));
      await injects((text) => room.api.get(`/visitors/${encodeURIComponent(text)}/badge`));
    },
    'broken, deep and huge bodies': async (room) => {
      await bodiesAreBounded(room.api, '/visitors');
    },
  },
  undetermined: {},
};
