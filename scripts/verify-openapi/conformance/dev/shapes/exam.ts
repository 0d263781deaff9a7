import { atOnce, bodiesAreBounded, CLIMBS, injects } from '../../examiner/attacks.ts';
import type { Client } from '../../examiner/client.ts';
import type { Exam } from '../../examiner/exam.ts';
import { denied, must, safe, wants } from '../../examiner/verdicts.ts';

const circle = { kind: 'circle', centre: { x: 1.5, y: -2 }, radius: 3.25 };
const polygon = {
  kind: 'polygon',
  corners: [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ],
  colour: '#ff0000',
};
const group = {
  kind: 'group',
  parts: [circle, { kind: 'group', parts: [polygon] }],
  label: { text: 'both', size: 12 },
};

const draw = (api: Client, drawing: string, shape: unknown) =>
  api.post(`/drawings/${drawing}`, shape);

/** What was sent has to be in what came back, whatever else is. */
function holds(actual: unknown, sent: unknown): boolean {
  if (Array.isArray(sent))
    return (
      Array.isArray(actual) &&
      actual.length === sent.length &&
      sent.every((one, at) => holds(actual[at], one))
    );
  if (sent === null || typeof sent !== 'object') return actual === sent;
  if (actual === null || typeof actual !== 'object') return false;
  return Object.entries(sent).every(([name, value]) =>
    holds((actual as Record<string, unknown>)[name], value),
  );
}

export const exam: Exam = {
  functional: {
    'keeps shapes of each kind': async ({ api, unique }) => {
      const drawing = unique('d');
      for (const shape of [circle, polygon, group]) {
        const drawn = wants(await draw(api, drawing, shape), 201);
        must(
          holds(drawn.json, shape),
          `the answer has the ${shape.kind}: ${drawn.text.slice(0, 200)}`,
        );
        const shown = wants(await api.get(`/drawings/${drawing}/${drawn.id('id')}`), 200);
        must(holds(shown.json, shape), `the ${shape.kind} is shown: ${shown.text.slice(0, 200)}`);
      }
      const all = wants(await api.get(`/drawings/${drawing}`), 200);
      must(holds(all.json, [circle, polygon, group]), 'all in order, as a bare array');
    },
    'lists names as a bare array of text': async ({ api, unique }) => {
      const drawing = unique('d');
      await draw(api, drawing, circle);
      const names = wants(await api.get('/drawings'), 200).json as string[];
      must(names.includes(drawing) && new Set(names).size === names.length, 'once each');
    },
    'replaces a drawing as a whole': async ({ api, unique }) => {
      const drawing = unique('d');
      await draw(api, drawing, circle);
      const replaced = wants(await api.put(`/drawings/${drawing}`, [polygon, circle]), 200);
      must(holds(replaced.json, [polygon, circle]), 'the answer');
      must(
        holds(wants(await api.get(`/drawings/${drawing}`), 200).json, [polygon, circle]),
        'the drawing',
      );
    },
    'takes null and both kinds of label': async ({ api, unique }) => {
      const drawing = unique('d');
      for (const more of [
        { label: 'text' },
        { label: { text: 'x', size: 10 } },
        { label: null },
        { colour: null },
      ])
        must(
          holds(wants(await draw(api, drawing, { ...circle, ...more }), 201).json, more),
          JSON.stringify(more),
        );
    },
    'refuses shapes that are of no kind, or not of the one they name': async ({ api, unique }) => {
      const drawing = unique('d');
      const bad = [
        { ...circle, kind: 'polygon' },
        { ...circle, kind: 'star' },
        { kind: 'circle', centre: { x: 1, y: 2 } },
        { ...circle, radius: 0 },
        { ...circle, centre: { x: 1, y: 2, z: 3 } },
        { ...polygon, corners: polygon.corners.slice(1) },
        { ...circle, colour: 'red' },
        { ...circle, label: { text: 'x', size: 5 } },
        { kind: 'group', parts: [{ ...circle, radius: -1 }] },
        [circle],
        null,
      ];
      for (const shape of bad) wants(await draw(api, drawing, shape), 422);
      wants(await api.get(`/drawings/${drawing}`), 404);
      wants(await api.put(`/drawings/${drawing}`, [circle, bad[0]]), 422);
      wants(await api.put(`/drawings/${drawing}`, circle), 422);
    },
    'erases shapes and drawings': async ({ api, unique }) => {
      const drawing = unique('d');
      const id = wants(await draw(api, drawing, circle), 201).id('id');
      await draw(api, drawing, polygon);
      wants(await api.delete(`/drawings/${drawing}/${id}`), 204);
      wants(await api.get(`/drawings/${drawing}/${id}`), 404);
      must(
        holds(wants(await api.get(`/drawings/${drawing}`), 200).json, [polygon]),
        'the other is left',
      );
      wants(await api.delete(`/drawings/${drawing}`), 204);
      wants(await api.get(`/drawings/${drawing}`), 404);
      wants(await api.delete(`/drawings/${drawing}`), 404);
    },
    'a shape belongs to one drawing': async ({ api, unique }) => {
      const [a, b] = [unique('a'), unique('b')];
      const id = wants(await draw(api, a, circle), 201).id('id');
      await draw(api, b, circle);
      wants(await api.get(`/drawings/${b}/${id}`), 404);
      wants(await api.delete(`/drawings/${b}/${id}`), 404);
    },
    'keeps drawings over a restart': async ({ api, unique, restart }) => {
      const drawing = unique('d');
      await draw(api, drawing, group);
      await restart();
      must(holds(wants(await api.get(`/drawings/${drawing}`), 200).json, [group]), 'the group');
    },
  },
  exploits: {
    'groups within groups without end are refused or kept, nothing else': async ({
      api,
      unique,
    }) => {
      for (const depth of [50, 2000]) {
        let shape: object = circle;
        for (let level = 0; level < depth; level += 1) shape = { kind: 'group', parts: [shape] };
        const reply = await draw(api, unique('deep'), shape);
        safe(reply.status < 500, `depth ${depth}: ${reply.status}`);
      }
      wants(await api.get('/drawings'), 200);
    },
    'checking a shape takes no exponential time': async ({ api, unique }) => {
      const text = JSON.stringify({
        kind: 'group',
        parts: [
          {
            kind: 'group',
            parts: Array.from({ length: 20 }, () => ({
              kind: 'group',
              parts: Array.from({ length: 20 }, () => ({ ...circle, radius: -1 })),
            })),
          },
        ],
      });
      const started = performance.now();
      const headers = { 'content-type': 'application/json' };
      await api.post(`/drawings/${unique('exp')}`, undefined, { text, headers });
      safe(performance.now() - started < 5_000, 'it takes its time');
    },
    'an id cannot be chosen': async ({ api, unique }) => {
      const drawing = unique('d');
      const first = Number(wants(await draw(api, drawing, circle), 201).id('id'));
      const reply = await draw(api, drawing, { ...polygon, id: first });
      if (reply.status < 300) safe(reply.at('id') !== first, 'it was');
      safe(
        holds((await api.get(`/drawings/${drawing}/${first}`)).json, circle),
        'it was overwritten',
      );
    },
    'members that nobody declared reach nothing': async ({ api, unique }) => {
      const drawing = unique('d');
      const headers = { 'content-type': 'application/json' };
      const text = JSON.stringify(circle).replace(
        '{',
        '{"__proto__":{"kind":"group"},"drawing":"other","drawingId":1,',
      );
      safe(
        (await api.post(`/drawings/${drawing}`, undefined, { text, headers })).status < 500,
        'it fell over',
      );
      safe(
        !JSON.stringify(wants(await api.get('/drawings'), 200).json).includes('"other"'),
        'it went elsewhere',
      );
    },
    'numbers are kept exactly': async ({ api, unique }) => {
      const drawing = unique('d');
      for (const radius of [0.1 + 0.2, 1e-7, 1e15, 123456789.123]) {
        const reply = await draw(api, drawing, { ...circle, radius });
        if (reply.status < 300)
          safe(reply.at('radius') === radius, `${radius} became ${String(reply.at('radius'))}`);
      }
    },
    'SQL in every text stays text': async ({ api, unique }) => {
      const drawing = unique('d');
      await injects(async (label) => {
        const reply = wants(await draw(api, drawing, { ...circle, label }), 201);
        safe(reply.at('label') === label, `${label} was changed`);
        return reply;
      });
      await injects((text) => api.get(`/drawings/${encodeURIComponent(text)}`));
      await injects((text) => api.delete(`/drawings/${encodeURIComponent(text)}`));
      await injects((text) => api.delete(`/drawings/${drawing}/${encodeURIComponent(text)}`));
      wants(await api.get(`/drawings/${drawing}`), 200);
    },
    'names lead out of no folder': async ({ api }) => {
      for (const climb of CLIMBS)
        safe((await api.raw('GET', `${api.base}/drawings/${climb}`)).status < 500, climb);
      denied(await api.put(`/drawings/${encodeURIComponent('../x')}`, [circle]));
    },
    'shapes drawn at once are all kept': async ({ api, unique }) => {
      const drawing = unique('d');
      const replies = await atOnce(16, () => draw(api, drawing, circle));
      const right = replies.filter(({ status }) => status === 201).length;
      safe(
        right > 0 && wants(await api.get(`/drawings/${drawing}`), 200).list().length === right,
        'some are lost',
      );
    },
    'broken, deep and huge bodies': async ({ api, unique }) =>
      bodiesAreBounded(api, `/drawings/${unique('d')}`),
  },
  undetermined: {},
};
