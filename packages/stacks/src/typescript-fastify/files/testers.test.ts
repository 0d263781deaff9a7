import type { Blueprint, Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
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
