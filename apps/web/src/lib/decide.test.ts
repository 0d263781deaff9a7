import { readPrompt } from '@quantumlayer/blueprint';
import { describe, expect, it } from 'vitest';
import { decide, fillAnswer, rephrase } from './decide.ts';

const PROMPT = 'A todo list: a task has a title and a due date.';

describe('a decision', () => {
  it('goes below a line of its own at the end of the prompt', () => {
    expect(decide(`${PROMPT}\n`, 'The due date of a task is optional.')).toBe(
      `${PROMPT}\n\nDecided:\nThe due date of a task is optional.`,
    );
  });

  it('joins those that are there, once', () => {
    const first = decide(PROMPT, 'A task stands alone');
    const second = decide(first, 'the app is called Chores');
    expect(decide(second, 'A task stands alone.')).toBe(
      `${PROMPT}\n\nDecided:\nA task stands alone.\nThe app is called Chores.`,
    );
  });

  it('is understood by the reader', () => {
    const outcome = readPrompt(
      decide(decide(PROMPT, 'the app is called Chores'), 'a task has a note'),
    );
    expect(outcome).toMatchObject({ ok: true, reading: { notUnderstood: [] } });
    expect(outcome.ok && outcome.reading.blueprint).toMatchObject({
      name: 'chores',
      entities: [{ fields: [{ name: 'title' }, { name: 'dueDate' }, { name: 'note' }] }],
    });
  });

  it('that is empty changes nothing', () => {
    expect(decide(PROMPT, '  ')).toBe(PROMPT);
  });
});

describe('an answer', () => {
  it.each([
    ['A book has {words}.', 'a title, a year', 'A book has a title, a year.'],
    ['{words} is optional.', 'the note of a task.', 'The note of a task is optional.'],
    ['{words}', 'tasks cost $& money', 'Tasks cost $& money.'],
    ['A task stands alone.', '', 'A task stands alone.'],
    ['A book has {words}.', ' ', ''],
  ])('%s with "%s" is "%s"', (sentence, words, whole) => {
    expect(fillAnswer(sentence, words)).toBe(whole);
  });
});

describe('a phrase said otherwise', () => {
  it.each([
    ['It dances at night.', 'it has a weight', 'An animal has a name. It has a weight.'],
    ['It dances at night.', '', 'An animal has a name.'],
    ['dances at night', 'has a weight', 'An animal has a name. It has a weight.'],
    ['It dances at night', '', 'An animal has a name.'],
    ['not there', 'it has a weight', 'An animal has a name. It dances at night. It has a weight.'],
    ['not there', '', 'An animal has a name. It dances at night.'],
  ])('%s as "%s"', (phrase, words, whole) => {
    expect(rephrase('An animal has a name. It dances at night.', phrase, words)).toBe(whole);
  });
});
