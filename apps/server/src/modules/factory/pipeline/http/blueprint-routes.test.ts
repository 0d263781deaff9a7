import { MAX_PROMPT_CHARACTERS, readingSchema } from '@quantumlayer/contracts';
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

  it.each([
    ['no prompt', {}],
    ['an empty one', { prompt: '' }],
    ['one that is too long', { prompt: 'a'.repeat(MAX_PROMPT_CHARACTERS + 1) }],
    ['one that is no text', { prompt: ['a'] }],
    ['more than a prompt', { prompt: 'a', model: 'x' }],
  ])('refuses %s', async (_case, payload) => {
    expect((await read(payload)).statusCode).toBe(422);
  });
});
