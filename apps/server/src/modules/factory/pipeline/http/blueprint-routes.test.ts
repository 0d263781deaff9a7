import {
  followUpReadingSchema,
  MAX_PROMPT_CHARACTERS,
  readingSchema,
} from '@quantumlayer/contracts';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createHttpApp } from '#platform/http/http-app.ts';
import { blueprintRoutes } from './blueprint-routes.ts';

describe('POST /blueprints/read', () => {
  const app = createHttpApp({ logger: pino({ level: 'silent' }) });
  app.register(blueprintRoutes);
  const read = (payload: object) =>
    app.inject({ method: 'POST', url: '/blueprints/read', payload });

  it('answers with the reading of a prompt', async () => {
    const response = await read({ prompt: 'A todo list: a task has a title and a due date' });
    const { blueprint } = readingSchema.parse(response.json());

    expect(response.statusCode).toBe(200);
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Task']);
  });

  it('gives the same reading for the same prompt', async () => {
    const prompt = 'A library: a book has a title and a unique isbn';

    expect((await read({ prompt })).body).toBe((await read({ prompt })).body);
  });

  it('refuses a prompt that is not about data, and says what can be done', async () => {
    const response = await read({ prompt: 'write a raytracer' });

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      type: '/problems/prompt-not-about-data',
      next: expect.any(String),
    });
  });

  it('answers with the reading of a document, and of what a prompt adds to it', async () => {
    const document = {
      name: 'notes.sql',
      text: 'create table notes (id int primary key, title text);',
    };
    const alone = await read({ document });
    const both = readingSchema.parse(
      (await read({ document, prompt: 'A note has a due date' })).json(),
    );

    expect(alone.statusCode).toBe(200);
    expect(readingSchema.parse(alone.json()).document).toMatchObject({
      name: 'notes.sql',
      format: 'postgresql',
    });
    expect(both.blueprint.entities[0]?.fields.map(({ name }) => name)).toEqual([
      'title',
      'dueDate',
    ]);
  });

  it('refuses a document with an error at its place', async () => {
    const document = { name: 'notes.jdl', text: 'entity Note {\n  title\n}' };
    const response = await read({ document });

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      type: '/problems/document-invalid',
      line: 3,
      column: 1,
      next: expect.any(String),
    });
  });

  it.each([
    ['no prompt', {}],
    ['a document that is too long', { document: { text: 'a'.repeat(500_001) } }],
    ['a document in a language nobody reads', { document: { text: 'x', format: 'cobol' } }],
    ['an empty one', { prompt: '' }],
    ['one that is too long', { prompt: 'a'.repeat(MAX_PROMPT_CHARACTERS + 1) }],
    ['one that is no text', { prompt: ['a'] }],
    ['more than a prompt', { prompt: 'a', model: 'x' }],
  ])('refuses %s', async (_case, payload) => {
    expect((await read(payload)).statusCode).toBe(422);
  });
});

describe('POST /blueprints/read-follow-up', () => {
  const app = createHttpApp({ logger: pino({ level: 'silent' }) });
  app.register(blueprintRoutes);
  const ask = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  const read = (payload: object) => ask('/blueprints/read-follow-up', payload);

  async function notes() {
    const response = await ask('/blueprints/read', { prompt: 'A note has a title and a text' });
    return readingSchema.parse(response.json()).blueprint;
  }

  it('answers with the next blueprint and what changes', async () => {
    const response = await read({ blueprint: await notes(), text: 'Add a due date to the note.' });
    const { changes, blueprint } = followUpReadingSchema.parse(response.json());

    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([['Note.dueDate', 'added']]);
    expect(blueprint.entities[0]?.fields).toHaveLength(3);
  });

  it('refuses a blueprint that is not sound, with each problem', async () => {
    const blueprint = await notes();
    blueprint.entities[0]?.fields.push({
      ...{ name: 'title', type: 'string', required: true, unique: false },
    });

    expect((await read({ blueprint, text: 'Drop the text.' })).json()).toMatchObject({
      type: '/problems/blueprint-invalid',
    });
  });

  it.each([
    ['an empty text', { text: '' }],
    ['a text in another language', { text: 'Bitte der Notiz ein Datum und eine Farbe geben' }],
  ])('refuses %s', async (_case, payload) => {
    expect((await read({ blueprint: await notes(), ...payload })).statusCode).toBe(422);
  });
});
