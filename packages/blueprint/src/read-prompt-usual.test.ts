import type { Blueprint, Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { USUAL_THINGS } from './lexicon/usual-things.ts';
import { assumeUsual } from './model/usual.ts';
import { toEntityName, toPluralName, uniqueName } from './names.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(`${prompt}: ${outcome.refusal.code}`);
  return outcome.reading;
}

/** `Name: field, field? | kind Target`, of belongs-to and many-to-many. */
const inBrief = ({ blueprint }: Reading) =>
  blueprint.entities.map(({ name, fields, relations }) => {
    const own = fields.map((field) => `${field.name}${field.required ? '' : '?'}`).join(', ');
    const held = relations.filter(({ kind }) => kind === 'belongs-to' || kind === 'many-to-many');
    return `${name}: ${own} | ${held.map(({ kind, target }) => `${kind} ${target}`).join(', ')}`;
  });
const saidOf = ({ assumptions }: Reading) => assumptions.map(({ text }) => text).join('\n');

describe('what a prompt only names', () => {
  it.each([
    ['todo app', ['Todo: title, notes?, dueDate?, status | ']],
    [
      'a blog with posts, comments and tags',
      [
        'Post: title, body, publishedOn? | many-to-many Tag',
        'Comment: body | belongs-to Post',
        'Tag: name | many-to-many Post',
      ],
    ],
    [
      'Library management system with books, authors, members and loans',
      [
        'Book: title, isbn?, publishedOn? | belongs-to Author',
        'Author: name, biography? | ',
        'Member: name, email?, joinedOn? | ',
        'Loan: borrowedOn, dueDate, returnedOn? | belongs-to Book, belongs-to Member',
      ],
    ],
    [
      'Chat app with rooms and messages',
      ['Room: name | ', 'Message: body, sentAt | belongs-to Room'],
    ],
    [
      'A flashcard app with decks and cards',
      ['Deck: name, description? | ', 'Card: front, back | belongs-to Deck'],
    ],
  ])('has what such things usually have: %s', (prompt, expected) => {
    const reading = read(prompt);
    expect(inBrief(reading)).toEqual(expected);
    expect(checkBlueprint(reading.blueprint).ok).toBe(true);
    for (const { name } of reading.blueprint.entities) expect(saidOf(reading)).toContain(name);
  });

  it('is as it was said where something was said', () => {
    const reading = read('A book has a title. A member has a name. A loan has a due date.');
    expect(reading.blueprint.entities.map(({ fields }) => fields.map(({ name }) => name))).toEqual([
      ['title'],
      ['name'],
      ['dueDate'],
    ]);
  });

  it('leaves relations alone that were said', () => {
    const reading = read('Members write comments. Posts have a title and belong to a member.');
    expect(inBrief(reading)).toContain('Comment: body | belongs-to Member');
  });

  it('stands alone where a person says so, and has a name alone', () => {
    const prompt = 'a blog with posts and comments';
    const decided = (sentence: string) => inBrief(read(`${prompt}\n\nDecided:\n${sentence}`));
    expect(decided('A comment stands alone.')).toContain('Comment: body | ');
    expect(decided('A post has a name.')).toContain('Post: name | ');
  });

  it('asks for no more where all is answered, and still asks of things that it does not know', () => {
    expect(read('todo app').questions).toEqual([]);
    expect(read('A stamp catalogue').questions).toHaveLength(1);
  });

  it('holds together, whatever is named beside it', () => {
    const kinds = [...USUAL_THINGS.keys()].filter((name) => name !== 'to do');
    const names = kinds.flatMap((name) => toEntityName(name.split(' ')) ?? []);
    for (let at = 0; at < names.length; at += 60) {
      const reading = assumeUsual(namedAlone(names.slice(at, at + 60)), new Set());
      expect(checkBlueprint(reading.blueprint)).not.toHaveProperty('problems');
      expect(reading.assumptions.every(({ text }) => text.includes('usually'))).toBe(true);
    }
  });
});

/** A reading of nothing but names. */
function namedAlone(names: readonly string[]): Reading {
  const plurals = new Set<string>();
  const entities: Blueprint['entities'] = names.map((name) => {
    const plural = uniqueName(toPluralName(name), plurals);
    plurals.add(plural);
    const fields = [{ name: 'name', type: 'string' as const, required: true, unique: false }];
    return { name, plural, fields, relations: [] };
  });
  return {
    blueprint: { version: 1, name: 'everything', title: 'Everything', description: '', entities },
    phrases: [],
    notUnderstood: [],
    questions: [],
    assumptions: names.map((name) => ({
      path: `${name}.name`,
      text: `${name} is mentioned without fields of its own, so it got a name.`,
      answers: [],
    })),
  };
}
