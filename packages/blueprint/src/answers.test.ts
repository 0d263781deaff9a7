import { ANSWER_BLANK, type Reading, type Remark } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`${prompt}: ${outcome.refusal.code}`);
  return outcome.reading;
}

const remarksOf = ({ questions, assumptions }: Reading) => [...questions, ...assumptions];

/** A prompt for each kind of remark, by the words it is known by. */
const prompts: [about: string, prompt: string][] = [
  [
    'optional and required',
    'A todo list: a task has a title and a due date. The due date of a task is optional. The due date of a task is required.',
  ],
  [
    'two lists of values',
    'A shop: an order has a status of open or paid. The status of an order is new, packed or old.',
  ],
  ['does not fit', 'A shop: an order has a status of open or paid, default 7.'],
  [
    'one Invoice and also many',
    'A shop: an order has a total, one invoice and an order has many invoices. An invoice has a number.',
  ],
  ['The prompt names no fields', 'A stamp catalogue'],
  [
    'in no relation',
    'A library: books have a title. A shelf has a name. A loan belongs to a book and has a due date.',
  ],
  ['does not name the app', 'Books have a title.'],
  ['without fields of its own', 'A blog: a post has many line items. A line item has a text.'],
  ['book usually has', 'A book catalogue'],
  [
    'usually belong to',
    'A library: books have a title. Members have a name. A loan has a due date.',
  ],
  ['to be shared', 'A blog: posts have a title and tags. A tag has a name.'],
  ['A field is required unless', 'A todo list: a task has a title and a due date.'],
];

const typed: Record<string, string> = { 'Its default': 'open' };

describe('an answer that the reader offers', () => {
  for (const [about, prompt] of prompts) {
    const before = read(prompt);
    const remark = remarksOf(before).find(({ text }) => text.includes(about));
    const answers = remark?.answers ?? [];

    it(`exists where ${about}`, () => {
      expect(answers.length).toBeGreaterThan(0);
    });

    it.each(answers.map((answer) => [answer.label, answer] as const))(
      `settles it where ${about}: %s`,
      (label, { sentence, example }) => {
        const said = sentence.replace(ANSWER_BLANK, typed[label] ?? example ?? '');
        const after = read(`${prompt}\n\nDecided:\n${said}`);

        // What the answer gives up is not built, and the reader goes on saying so.
        const news = after.notUnderstood.filter((words) => !remark?.text.includes(words));
        expect(news).toEqual(before.notUnderstood);
        expect(isOpen(after, remark, about)).toBe(false);
        expect(after.phrases.map(({ text }) => text).join(' ')).toContain(
          said.split(' ').at(-1)?.replace('.', ''),
        );
      },
    );
  }
});

/** The rule that everything is required is said always; it is answered when an exception is taken. */
function isOpen(after: Reading, remark: Remark | undefined, about: string): boolean {
  if (about.startsWith('A field is required'))
    return after.blueprint.entities.every(({ fields }) => fields.every(({ required }) => required));
  return remarksOf(after).some(({ text }) => text === remark?.text);
}

describe('what is decided', () => {
  const task = 'A todo list: a task has a title and a due date.';

  it('wins over what is said above it', () => {
    const [entity] = read(
      `${task} The due date of a task is required.\n\nDecided:\nThe due date of a task is optional.`,
    ).blueprint.entities;
    expect(entity?.fields.find(({ name }) => name === 'dueDate')?.required).toBe(false);
  });

  it('gives way to what is decided later', () => {
    const { blueprint, questions } = read(
      `${task}\n\nDecided:\nThe due date of a task is optional.\nThe due date of a task is required.`,
    );
    expect(blueprint.entities[0]?.fields[1]?.required).toBe(true);
    expect(questions).toEqual([]);
  });

  it('takes one of many for what it is', () => {
    const said = 'A shop: an order has a total, one invoice and an order has many invoices.';
    const kinds = (answer: string) =>
      read(`${said} An invoice has a number.\n\nDecided:\n${answer}`).blueprint.entities.map(
        ({ relations }) => relations[0]?.kind,
      );
    expect(kinds('An order has exactly one invoice.')).toContain('has-one');
    expect(kinds('An order has many invoices.')).toContain('has-many');
  });

  it('names the app', () => {
    const { blueprint } = read('Books have a title.\n\nDecided:\nThe app is called Corner Shop.');
    expect(blueprint).toMatchObject({ name: 'corner-shop', title: 'Corner Shop' });
  });

  it('says the same sentence only where it is an answer', () => {
    expect(read('Books have a title. The app is called Shelf.').notUnderstood).toEqual([
      'The app is called Shelf.',
    ]);
  });

  it('keeps every phrase where it stands in the prompt', () => {
    const prompt = `${task}\n\nDecided:\nA task stands alone.\nThe due date of a task is optional.`;
    for (const { text, start, end } of read(prompt).phrases)
      expect(prompt.slice(start, end)).toBe(text);
  });
});
