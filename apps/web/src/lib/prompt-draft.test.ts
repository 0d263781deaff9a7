import { describe, expect, it } from 'vitest';
import { EARLIER_DRAFT, handOver, PROMPT_DRAFT } from './prompt-draft.ts';

function storeOf(entries: Record<string, string>) {
  const items = new Map(Object.entries(entries));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

describe('a prompt that is handed over', () => {
  it('keeps aside what was in the box', () => {
    const store = storeOf({ [PROMPT_DRAFT]: 'half a thought' });
    handOver('A zoo', store);
    expect(store.items).toEqual(
      new Map([
        [PROMPT_DRAFT, 'A zoo'],
        [EARLIER_DRAFT, 'half a thought'],
      ]),
    );
  });

  it.each([{ [EARLIER_DRAFT]: 'older' }, { [PROMPT_DRAFT]: 'A zoo', [EARLIER_DRAFT]: 'older' }])(
    'leaves what was kept where nothing new is lost',
    (entries) => {
      const store = storeOf(entries);
      handOver('A zoo', store);
      expect(store.items.get(EARLIER_DRAFT)).toBe('older');
    },
  );
});
