import { injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam, Room } from '../../examiner/exam.ts';
import { denied, equal, must, safe, wants } from '../../examiner/verdicts.ts';

const slugOf = ({ unique }: Pick<Room, 'unique'>) => unique('slug').toLowerCase();

async function addCategory(room: Pick<Room, 'api' | 'unique'>, more: object = {}) {
  const slug = slugOf(room);
  wants(await room.api.post('/categories', { slug, label: slug, ...more }), 201);
  return slug;
}

const event = (category: string, more: object = {}) => ({
  title: 'Concert',
  category,
  startsAt: '2031-03-01T19:00:00Z',
  endsAt: '2031-03-01T22:00:00Z',
  place: { kind: 'venue', address: 'Main Street 1' },
  ...more,
});
const plan = async (api: Client, category: string, more: object = {}) =>
  wants(await api.post('/events', event(category, more)), 201).id('id');

export const exam: Exam = {
  functional: {
    'shows categories as a tree': async (room) => {
      const top = await addCategory(room);
      await addCategory(room, { parent: top, label: 'Zither' });
      const first = await addCategory(room, { parent: top, label: 'Art' });
      await addCategory(room, { parent: first, label: 'Cubism' });
      const roots = wants(await room.api.get('/categories'), 200).list();
      const found = roots.find(({ slug }) => slug === top) as Record<string, unknown> | undefined;
      const below = (found?.subcategories ?? []) as Record<string, unknown>[];
      equal(
        below.map(({ label }) => label),
        ['Art', 'Zither'],
        'children',
      );
      equal(
        (below[0]?.subcategories as { label: string }[])?.map(({ label }) => label),
        ['Cubism'],
        'deep',
      );
      must(!roots.some(({ slug }) => slug === first), 'only roots stand at the top');
    },
    'refuses slugs that are taken and parents that are not there': async (room) => {
      const slug = await addCategory(room);
      wants(await room.api.post('/categories', { slug, label: 'x' }), 409);
      const other = slugOf(room);
      wants(
        await room.api.post('/categories', { slug: other, label: 'x', parent: 'none-such' }),
        422,
      );
      wants(await room.api.post('/categories', { slug: 'UPPER', label: 'x' }), 400);
      wants(await room.api.post('/categories', { slug: other, label: 'x', more: 1 }), 400);
    },
    'plans events in a venue or online': async (room) => {
      const category = await addCategory(room);
      const made = wants(await room.api.post('/events', event(category)), 201);
      must((made.headers.get('location') ?? '').endsWith(`/events/${made.id('id')}`), 'location');
      equal([made.at('status'), made.at('attendees')], ['planned', 0], 'event');
      const place = { kind: 'online', url: 'https://example.org/live' };
      const id = await plan(room.api, category, { place, notes: null });
      const read = wants(await room.api.get(`/events/${id}`), 200);
      equal([read.at('place'), read.at('notes')], [place, null], 'read');
    },
    'refuses events that are none': async (room) => {
      const category = await addCategory(room);
      const send = (more: object) => room.api.post('/events', event(category, more));
      wants(await send({ place: { kind: 'online', address: 'x' } }), 400);
      wants(await send({ place: { kind: 'moon' } }), 400);
      wants(await send({ startsAt: 'tomorrow' }), 400);
      wants(await send({ status: 'cancelled' }), 400);
    },
    'refuses unknown categories': async (room) => {
      wants(await room.api.post('/events', event('none-such')), 422);
    },
    'refuses an end that is not after the start': async (room) => {
      const category = await addCategory(room);
      wants(
        await room.api.post('/events', event(category, { endsAt: '2031-03-01T18:00:00Z' })),
        422,
      );
    },
    'lists events by start, within a time, a category and words': async (room) => {
      const category = await addCategory(room);
      const times = ['2031-05-03', '2031-05-01', '2031-05-02'].map((day) => ({
        startsAt: `${day}T10:00:00Z`,
        endsAt: `${day}T11:00:00Z`,
      }));
      const ids = [];
      for (const time of times) ids.push(Number(await plan(room.api, category, time)));
      const found = async (query: Record<string, string>) =>
        wants(await room.api.get('/events', { query: { category, ...query } }), 200)
          .list()
          .map(({ id }) => id);
      equal(await found({}), [ids[1], ids[2], ids[0]], 'all');
      equal(await found({ from: '2031-05-02T10:00:00Z' }), [ids[2], ids[0]], 'from');
      equal(await found({ to: '2031-05-02T10:00:00Z' }), [ids[1], ids[2]], 'to');
      equal(await found({ q: 'conc' }), [ids[1], ids[2], ids[0]], 'words');
      equal(await found({ q: 'opera' }), [], 'other words');
    },
    'replaces events': async (room) => {
      const category = await addCategory(room);
      const id = await plan(room.api, category, { notes: 'Bring a coat' });
      const reply = wants(
        await room.api.put(`/events/${id}`, event(category, { title: 'Opera' })),
        200,
      );
      equal(reply.at('title'), 'Opera', 'title');
      must(reply.at('notes') == null, 'what is not given is gone');
      wants(await room.api.put('/events/99999999', event(category)), 404);
    },
    'cancels once, and lists no longer': async (room) => {
      const category = await addCategory(room);
      const id = await plan(room.api, category);
      equal(
        wants(await room.api.post(`/events/${id}/cancel`), 200).at('status'),
        'cancelled',
        'status',
      );
      wants(await room.api.post(`/events/${id}/cancel`), 409);
      equal(
        wants(await room.api.get('/events', { query: { category } }), 200).list(),
        [],
        'listed',
      );
      equal(wants(await room.api.get(`/events/${id}`), 200).at('status'), 'cancelled', 'status');
    },
    'registers attendees, each address once': async (room) => {
      const id = await plan(room.api, await addCategory(room));
      const path = `/events/${id}/attendees`;
      const ann = wants(await room.api.post(path, { email: 'ann@example.org', guests: 2 }), 201);
      wants(await room.api.post(path, { email: 'bob@example.org' }), 201);
      wants(await room.api.post(path, { email: 'ann@example.org' }), 409);
      const listed = wants(await room.api.get(path), 200).list();
      equal(
        listed.map(({ guests }) => guests),
        [2, 0],
        'guests',
      );
      equal(wants(await room.api.get(`/events/${id}`), 200).at('attendees'), 2, 'attendees');
      wants(await room.api.delete(`${path}/${ann.id('id')}`), 204);
      wants(await room.api.delete(`${path}/${ann.id('id')}`), 404);
      equal(wants(await room.api.get(`/events/${id}`), 200).at('attendees'), 1, 'attendees');
    },
    'nobody registers for what is cancelled': async (room) => {
      const id = await plan(room.api, await addCategory(room));
      wants(await room.api.post(`/events/${id}/cancel`), 200);
      wants(await room.api.post(`/events/${id}/attendees`, { email: 'ann@example.org' }), 409);
    },
  },
  exploits: {
    'an attendee of one event is not reached through another': async (room) => {
      const category = await addCategory(room);
      const [one, other] = [await plan(room.api, category), await plan(room.api, category)];
      const email = 'ann@example.org';
      const ann = wants(await room.api.post(`/events/${one}/attendees`, { email }), 201).id('id');
      denied(await room.api.delete(`/events/${other}/attendees/${ann}`), 404);
    },
    'SQL in every text stays text': async (room) => {
      const category = await addCategory(room);
      await injects(async (text) => {
        const made = wants(await room.api.post('/events', event(category, { title: text })), 201);
        safe(made.at('title') === text, `${text} was changed`);
        return made;
      });
      await injects((text) => room.api.get('/events', { query: { q: text, category: text } }));
    },
  },
  undetermined: {},
};
