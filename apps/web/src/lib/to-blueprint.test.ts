import { describe, expect, it } from 'vitest';
import { toBlueprint } from './to-blueprint.ts';

describe('a text as a blueprint', () => {
  it('is one when it can be drawn', () => {
    const text =
      '{"entities":[{"name":"A","fields":[{"name":"b","type":"string"}],"relations":[]}]}';
    expect(toBlueprint(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"entities":{}}',
    '{"entities":[{"name":"A","fields":[]}]}',
    '{"entities":[{"name":"A","fields":[{"name":"b"}],"relations":[]}]}',
    '{"entities":[{"name":"A","fields":[],"relations":[{"name":"c"}]}]}',
  ])('%s is none', (text) => {
    expect(toBlueprint(text)).toBeNull();
  });
});
