import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const guide = readFileSync(
  join(import.meta.dirname, '../../../docs/guides/write-a-prompt.md'),
  'utf8',
);
const prompts = [...guide.matchAll(/^```prompt\n([\s\S]*?)^```/gm)].map(
  ([, prompt = '']) => prompt,
);
/** "| you say | it becomes |": every phrase of the left side, with the type that the right side names. */
const rows = [...guide.matchAll(/^\| (.+?) \| .+? \| `([a-z-]+)` \|$/gm)].flatMap(
  ([, phrases = '', type = '']) =>
    phrases.split('; ').map((phrase): [string, string] => [phrase, type]),
);

describe('the guide about prompts', () => {
  it('has examples', () => {
    expect(prompts.length).toBeGreaterThan(5);
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each(prompts)('is right that this is understood to its last word: %s', (prompt) => {
    const outcome = readPrompt(prompt);

    expect(outcome).toMatchObject({ ok: true, reading: { notUnderstood: [] } });
    if (outcome.ok) expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  });

  it.each(rows)('is right about %s', (phrase, type) => {
    const outcome = readPrompt(`A machine has a name and ${phrase}.`);
    const fields = outcome.ok ? outcome.reading.blueprint.entities[0]?.fields : undefined;

    expect(fields?.map((field) => field.type)).toEqual(['string', type]);
  });
});
