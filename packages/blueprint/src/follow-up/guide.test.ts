import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../read-prompt.ts';
import { readFollowUp } from './read-follow-up.ts';

const guide = readFileSync(
  join(import.meta.dirname, '../../../../docs/guides/changing-an-app.md'),
  'utf8',
);

function blocks(language: string): string[] {
  const fences = guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return [...fences].map(([, block = '']) => block);
}

/** Each phrase of the left side of the table. */
const phrases = [...guide.matchAll(/^\| (.+?) \| .+? \|$/gm)]
  .flatMap(([, said = '']) => said.split('; '))
  .filter((said) => said !== 'you say');

function base(): Blueprint {
  const [prompt = ''] = blocks('base');
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error('the base of the guide is not read');
  return outcome.reading.blueprint;
}

describe('the guide about changes', () => {
  it.each([...blocks('change'), ...phrases])('is right that this is a change: %s', (text) => {
    const outcome = readFollowUp(base(), text);

    expect(outcome).toMatchObject({ ok: true, reading: { notUnderstood: [] } });
    expect(outcome.ok ? outcome.reading.changes.length : 0).toBeGreaterThan(0);
  });

  it.each([
    ...['drop the fax numbr', 'drop the email', 'move the fax number from client to supplier'],
    ...['split the name of a client into first and last name', 'The phone is required.'],
  ])('is right that this is asked about: %s', (text) => {
    const outcome = readFollowUp(base(), text);
    const [question] = outcome.ok ? outcome.reading.questions : [];

    expect(question?.answers.length).toBeGreaterThan(0);
  });
});
