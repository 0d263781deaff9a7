import type { Blueprint, Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { everyAccess } from '../../fixtures/index.ts';
import { generateApp } from '../../next-version.ts';
import { typescriptFastify } from '../stack.ts';

/** Products that are friends of products. */
const friends = (field: Field): Blueprint => ({
  ...{ version: 1, name: 'friends', title: 'Friends', description: '' },
  entities: [
    {
      ...{ name: 'Product', plural: 'Products', fields: [field] },
      relations: [
        {
          ...{ kind: 'many-to-many', target: 'Product', required: false },
          ...{ name: 'friends', inverse: 'friendOfs' },
        },
        {
          ...{ kind: 'many-to-many', target: 'Product', required: false },
          ...{ name: 'friendOfs', inverse: 'friends' },
        },
      ],
    },
  ],
});

const pathsOf = (field: Omit<Field, 'name' | 'required'>) =>
  generateApp(typescriptFastify, friends({ name: 'tier', required: false, ...field })).map(
    ({ path }) => path,
  );

describe('the tests of links among rows of one kind', () => {
  it('are there where two rows can be told apart', () => {
    expect(pathsOf({ type: 'string', unique: true })).toContain('tests/product-friends.test.ts');
  });

  it('are left out where a unique value has few others beside it', () => {
    const paths = pathsOf({ type: 'enum', unique: true, values: ['gold', 'silver'] });

    expect(paths).toContain('tests/product.test.ts');
    expect(paths).not.toContain('tests/product-friends.test.ts');
  });
});

describe('the tests of an app with people', () => {
  const contents = new Map(
    generateApp(typescriptFastify, everyAccess).map(({ path, content }) => [path, content]),
  );

  it.each([
    ['a stranger moves nothing', 'claim', "'POST', `${url}/send`, undefined, stranger"],
    ['a stranger reads no history', 'claim', "'GET', `${url}/history`, undefined, stranger"],
    ['who sees all sees the rows of others', 'claim', "for (const reader of ['keeper']"],
    ['the history says who', 'claim', 'assert.equal(last?.accountId, '],
    ['lists of rows of the same kind are read', 'comment', 'lists the comments of one comment'],
    ['the owner alone links', 'post-related', "'PUT', link, undefined, stranger"],
    ['nobody links what is hidden', 'post-drafts', 'links a post with no draft of somebody else'],
    ['rows that nobody reads are made', 'ballot', 'creates a ballot'],
    ['rows that nobody reads are changed', 'ballot', 'answers a change of a ballot'],
    ['what cannot be deleted is not found either', 'draft', 'answers an unknown id with 404'],
    ['the document says whose rows are meant', 'support/rules', "rows: 'own'"],
  ])('check that %s', (_what, name, text) => {
    expect(contents.get(`tests/${name}${name.includes('/') ? '' : '.test'}.ts`)).toContain(text);
  });
});
