import { bodiesAreBounded, injects, unmoved } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const keyed = ({ api, key }: Pick<Room, 'api' | 'key'>): Client =>
  api.with({ 'x-api-key': key('apiKey') ?? 'none' });
const csv = (text: string) => ({ text, headers: { 'content-type': 'text/csv' } });
const bring = (as: Client, ...lines: readonly string[]) =>
  as.post(
    '/contacts/import',
    undefined,
    csv(['first_name,last_name,email,city', ...lines].join('\n')),
  );
const data = (email: string, more: object = {}) => ({
  first_name: 'Ada',
  last_name: 'Lovelace',
  email,
  ...more,
});
const mail = ({ unique }: Pick<Room, 'unique'>) => `${unique('c')}@example.com`;
const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line !== '');

export const exam: Exam = {
  functional: {
    'makes, reads, changes and deletes a contact': async (room) => {
      const as = keyed(room);
      const made = wants(await as.post('/contacts', data(mail(room), { city: 'London' })), 201);
      const id = made.id('id');
      must((made.headers.get('location') ?? '').endsWith(`/contacts/${id}`), 'a location');
      wants(await as.patch(`/contacts/${id}`, { city: null }), 200);
      equal(wants(await as.get(`/contacts/${id}`), 200).at('city') ?? null, null, 'city');
      wants(await as.delete(`/contacts/${id}`), 204);
      wants(await as.get(`/contacts/${id}`), 404);
    },
    'lists by last name, and those of a city': async (room) => {
      const [as, city] = [keyed(room), room.unique('city')];
      for (const last_name of ['Zuse', 'Abel', 'Noether'])
        await as.post('/contacts', data(mail(room), { last_name, city }));
      const names = wants(await as.get('/contacts', { query: { city } }), 200).list();
      equal(
        names.map((one) => one.last_name),
        ['Abel', 'Noether', 'Zuse'],
        'names',
      );
    },
    'an email is taken once': async (room) => {
      const [as, email] = [keyed(room), mail(room)];
      wants(await as.post('/contacts', data(email)), 201);
      wants(await as.post('/contacts', data(email)), 409);
    },
    'imports CSV': async (room) => {
      const [as, city] = [keyed(room), room.unique('city')];
      const reply = wants(
        await bring(
          as,
          `Ada,"Love, lace",${mail(room)},${city}`,
          `Alan,Turing,${mail(room)},${city}`,
        ),
        200,
      );
      equal(reply.at('imported'), 2, 'imported');
      const names = wants(await as.get('/contacts', { query: { city } }), 200).list();
      equal(
        names.map((one) => one.last_name),
        ['Love, lace', 'Turing'],
        'names',
      );
    },
    'imports all or none': async (room) => {
      const [as, city, email] = [keyed(room), room.unique('city'), mail(room)];
      wants(await bring(as, `Ada,Lovelace,${email},${city}`, `,Nobody,${mail(room)},${city}`), 400);
      wants(await bring(as, `Ada,Lovelace,${email},${city}`, `Alan,Turing,${email},${city}`), 409);
      equal(wants(await as.get('/contacts', { query: { city } }), 200).json, [], 'contacts');
      wants(await as.post('/contacts/import', undefined, csv('what,is,this\n1,2,3')), 400);
    },
    'exports CSV': async (room) => {
      const [as, email] = [keyed(room), mail(room)];
      const id = wants(
        await as.post('/contacts', data(email, { last_name: 'a "b", c', city: 'Rome' })),
        201,
      ).id('id');
      const reply = wants(await as.get('/contacts/export'), 200);
      must(/^text\/csv/.test(reply.headers.get('content-type') ?? ''), 'text/csv');
      const lines = linesOf(reply.text);
      equal(lines[0], 'id,first_name,last_name,email,city', 'columns');
      must(lines.includes(`${id},Ada,"a ""b"", c",${email},Rome`), `lines: ${lines.at(-1)}`);
    },
    'refuses what is not valid': async (room) => {
      const as = keyed(room);
      for (const wrong of [{}, data('nobody'), { ...data(mail(room)), first_name: '' }]) {
        const reply = wants(await as.post('/contacts', wrong), 400);
        must(typeof reply.at('error') === 'string', 'an error in words');
      }
      denied(await room.api.get('/contacts'), 401, 403);
    },
  },
  exploits: {
    'nothing without the key': async (room) => {
      for (const path of ['/contacts', '/contacts/export', '/contacts/1'])
        for (const key of ['', 'wrong', '*'])
          denied(await room.api.with({ 'x-api-key': key }).get(path), 401, 403);
      denied(await bring(room.api, `Ada,Lovelace,${mail(room)},`), 401, 403);
    },
    'cells are no formulas': async (room) => {
      const as = keyed(room);
      const formula = '=HYPERLINK("http://evil.test")';
      const made = await as.post('/contacts', data(mail(room), { last_name: formula }));
      if (made.status !== 201) return void denied(made);
      const reply = wants(await as.get('/contacts/export'), 200);
      safe(!/(^|,)"?=/m.test(reply.text), 'a cell begins with an equals sign');
    },
    'ids cannot be brought': async (room) => {
      const [as, email] = [keyed(room), mail(room)];
      const text = `id,first_name,last_name,email\n1,Eve,Evil,${email}`;
      const reply = await as.post('/contacts/import', undefined, csv(text));
      if (reply.status >= 400) denied(reply);
      unmoved(
        wants(await as.post('/contacts', { ...data(mail(room)), id: 77_777 }), 201, 400),
        'id',
        77_777,
      );
    },
    'imports are bounded': async (room) => {
      const as = keyed(room);
      const huge = `first_name,last_name,email,city\n${'x,y,z@example.com,\n'.repeat(1_000_000)}`;
      const reply = await as.post('/contacts/import', undefined, csv(huge)).catch(() => null);
      if (reply !== null) denied(reply);
      wants(await as.get('/contacts'), 200);
    },
    'SQL in every text stays text': async (room) => {
      const as = keyed(room);
      await injects((city) => as.get('/contacts', { query: { city } }));
      await injects((first_name) => as.post('/contacts', data(mail(room), { first_name })));
      await injects((text) => bring(as, `"${text.replaceAll('"', '""')}",x,${mail(room)},`));
    },
    'broken, deep and huge bodies': async (room) => bodiesAreBounded(keyed(room), '/contacts'),
  },
  undetermined: {},
};
