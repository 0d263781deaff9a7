import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inBrief } from './brief.fixture.ts';
import { readDocument } from './read-document.ts';

const guide = readFileSync(
  join(import.meta.dirname, '../../../../docs/guides/bring-a-document.md'),
  'utf8',
);

async function readExample(language: string) {
  const [, text = ''] =
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide) ?? [];
  return readDocument({ text });
}

describe('the guide about documents', () => {
  it('is right about its SQL', async () => {
    const { blueprint, outOfScope } = await readExample('sql');
    expect(inBrief(blueprint)).toEqual({
      Customer: [
        'email: email! unique ..120',
        'country: country! = AT',
        'orders <- Order.customer',
      ],
      Order: [
        'status: enum! (open|paid|shipped) = open',
        'total: money! 0..9999999999.99',
        'customer -> Customer.orders!',
      ],
    });
    expect(outOfScope).toEqual([]);
  });

  it('is right about its JDL', async () => {
    const { blueprint, outOfScope } = await readExample('jdl');
    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Author', 'Book']);
    expect(outOfScope.map(({ what }) => what)).toEqual([expect.stringContaining('pattern')]);
  });
});
