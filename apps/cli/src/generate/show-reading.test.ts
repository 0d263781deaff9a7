import { stripVTControlCharacters } from 'node:util';
import type { Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { showReading } from './show-reading.ts';

const reading: Reading = {
  blueprint: {
    version: 1,
    name: 'shop',
    title: 'Shop',
    description: '',
    entities: [
      {
        name: 'Order',
        plural: 'Orders',
        softDelete: true,
        fields: [
          {
            name: 'state',
            type: 'enum',
            required: true,
            unique: false,
            values: ['new', 'paid'],
            default: 'new',
          },
          { name: 'total', type: 'money', required: false, unique: false, min: 0, max: 99.5 },
          { name: 'note', type: 'text', required: false, unique: true, maxLength: 20 },
          { name: 'from', type: 'date', required: true, unique: false },
          { name: 'until', type: 'date', required: true, unique: false },
        ],
        relations: [
          {
            kind: 'belongs-to',
            target: 'Order',
            name: 'parent',
            inverse: 'children',
            required: false,
            onDelete: 'cascade',
          },
          {
            kind: 'has-many',
            target: 'Order',
            name: 'children',
            inverse: 'parent',
            required: false,
          },
        ],
        uniqueTogether: [['from', 'until']],
        rules: [{ kind: 'order', first: 'from', second: 'until' }],
      },
    ],
  },
  phrases: [],
  notUnderstood: [],
  assumptions: [{ path: 'Order', text: 'Orders are kept.', answers: [] }],
  questions: [],
  document: {
    name: 'shop.sql',
    format: 'sqlite',
    became: [],
    outOfScope: [
      { line: 3, what: 'index: a', why: 'The app makes its indexes.' },
      { line: 4, what: 'ON CONFLICT IGNORE of orders.note', why: 'Nothing is ignored.' },
      ...Array.from({ length: 21 }, (_, index) => ({
        line: 10 + index,
        what: `index: b${index}`,
        why: 'The app makes its indexes.',
      })),
    ],
  },
};

describe('a reading in a terminal', () => {
  const lines = stripVTControlCharacters(showReading(reading)).split('\n');

  it('says all that is known of fields, relations and rules', () => {
    expect(lines.slice(2, 12)).toEqual([
      'Order  a deletion only hides it',
      '  state  enum (new, paid), required, new unless given',
      '  total  money, optional, at least 0, at most 99.5',
      '  note  text, optional, unique, at most 20 characters',
      '  from  date, required',
      '  until  date, required',
      '  parent  belongs-to Order, optional, deleted with it',
      '  children  has-many Order',
      '  from and until are unique together',
      '  from is not after until',
    ]);
  });

  it('says each reason once, with the lines of what was left out for it', () => {
    const start = lines.indexOf('Left out of shop.sql');
    expect(lines.slice(start, start + 4)).toEqual([
      'Left out of shop.sql',
      '  The app makes its indexes.',
      '    line 3  index: a',
      '    line 10  index: b0',
    ]);
    expect(lines.slice(start + 22, start + 25)).toEqual([
      '    and 2 more (--json prints all)',
      '  Nothing is ignored.',
      '    line 4  ON CONFLICT IGNORE of orders.note',
    ]);
  });
});
