import { describe, expect, it } from 'vitest';
import { fromDocument, looksLikeDocument, readDraft, toDocument } from './document-draft.ts';

describe('text that is pasted', () => {
  it.each([
    'create table notes (\n id int\n);',
    'CREATE UNLOGGED TABLE notes (\n id int\n);',
    'entity Note {\n title String\n}',
    'relationship OneToMany {\n A to B\n}',
    'openapi: 3.1.0\ninfo:\n  title: Notes',
    'model Note {\n id Int @id\n}',
    '{\n "orders": []\n}',
    '[\n { "id": 1 }\n]',
  ])('is a document: %s', (text) => expect(looksLikeDocument(text)).toBe(true));

  it.each([
    'A zoo:\n- an animal has a name',
    'As a clerk I can create a table reservation\nand drop it',
    'create table notes (id int);',
    '',
  ])('is a part of the prompt: %s', (text) => expect(looksLikeDocument(text)).toBe(false));
});

describe('a document that is kept', () => {
  it.each([
    { text: 'a,b\n1,2' },
    { name: 'shop.sql', text: 'create table t (id int);', format: 'mysql' as const },
  ])('comes back as it was', (document) => {
    const draft = readDraft(fromDocument(document));
    expect(draft === null ? null : toDocument(draft)).toEqual(document);
  });

  it.each(['', 'no JSON', '3', 'null', '{"name":1,"text":""}'])('is none: %s', (stored) =>
    expect(readDraft(stored)).toBeNull(),
  );
});
