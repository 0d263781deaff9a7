import { describe, expect, it } from 'vitest';
import type { Blueprint } from './blueprint.ts';
import { renameField } from './edit-blueprint.ts';

const plain = { required: true, unique: false };
const blueprint: Blueprint = {
  version: 1,
  name: 'shop',
  title: 'Shop',
  description: '',
  entities: [
    {
      name: 'Order',
      plural: 'Orders',
      fields: [
        {
          name: 'total',
          type: 'money',
          ...plain,
          computed: { kind: 'total', of: 'items', field: 'price' },
        },
        { name: 'price', type: 'money', ...plain },
      ],
      relations: [
        { kind: 'has-many', target: 'Item', name: 'items', inverse: 'order', required: false },
      ],
    },
    {
      name: 'Item',
      plural: 'Items',
      fields: [
        { name: 'price', type: 'money', ...plain },
        { name: 'limit', type: 'money', ...plain },
        {
          name: 'double',
          type: 'money',
          ...plain,
          computed: { kind: 'sum', of: ['price', 'price'] },
        },
      ],
      relations: [
        { kind: 'belongs-to', target: 'Order', name: 'order', inverse: 'items', required: true },
      ],
      uniqueTogether: [['order', 'price']],
      rules: [
        { kind: 'order', first: 'price', second: 'limit' },
        { kind: 'no-overlap', start: 'price', end: 'limit', per: ['price'] },
      ],
    },
  ],
};

describe('a field that is called differently', () => {
  const [order, item] = renameField('Item', 'price', 'cost')(blueprint).entities;

  it('is followed by what speaks of it', () => {
    expect(item?.fields.map(({ name }) => name)).toEqual(['cost', 'limit', 'double']);
    expect(item?.fields[2]?.computed).toEqual({ kind: 'sum', of: ['cost', 'cost'] });
    expect(item?.uniqueTogether).toEqual([['order', 'cost']]);
    expect(item?.rules).toEqual([
      { kind: 'order', first: 'cost', second: 'limit' },
      { kind: 'no-overlap', start: 'cost', end: 'limit', per: ['cost'] },
    ]);
    expect(order?.fields[0]?.computed).toEqual({ kind: 'total', of: 'items', field: 'cost' });
  });

  it('leaves fields of the same name in others alone', () => {
    expect(order?.fields[1]?.name).toBe('price');
  });

  it('changes nothing where the name is taken', () => {
    expect(renameField('Item', 'price', 'limit')(blueprint)).toBe(blueprint);
  });
});
