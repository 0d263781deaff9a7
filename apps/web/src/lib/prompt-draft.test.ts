import { describe, expect, it } from 'vitest';
import { fromDocument } from './document-draft.ts';
import {
  DOCUMENT_DRAFT,
  EARLIER_DOCUMENT,
  EARLIER_DRAFT,
  handOver,
  PROMPT_DRAFT,
} from './prompt-draft.ts';

function storeOf(entries: Record<string, string>) {
  const items = new Map(Object.entries(entries));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

const zoo = { prompt: 'A zoo', document: null };
const notes = { name: 'notes.sql', text: 'create table notes (id int);' };

describe('a request that is handed over', () => {
  it('keeps aside what was in the box', () => {
    const store = storeOf({ [PROMPT_DRAFT]: 'half a thought', [DOCUMENT_DRAFT]: 'half a table' });
    handOver({ prompt: null, document: notes }, store);
    expect(Object.fromEntries(store.items)).toEqual({
      [PROMPT_DRAFT]: '',
      [DOCUMENT_DRAFT]: fromDocument(notes),
      [EARLIER_DRAFT]: 'half a thought',
      [EARLIER_DOCUMENT]: 'half a table',
    });
  });

  it.each([
    { [EARLIER_DRAFT]: 'older' },
    { [PROMPT_DRAFT]: ' ', [EARLIER_DRAFT]: 'older' },
    { [PROMPT_DRAFT]: 'A zoo', [EARLIER_DRAFT]: 'older' },
  ])('leaves what was kept where nothing new is lost', (entries) => {
    const store = storeOf(entries);
    handOver(zoo, store);
    expect(store.items.get(EARLIER_DRAFT)).toBe('older');
  });
});
