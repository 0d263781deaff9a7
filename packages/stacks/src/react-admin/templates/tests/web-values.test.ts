import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draftsOf, toValue } from '../web/src/lib/drafts.ts';
import type { Entity, Field } from '../web/src/lib/entity.ts';
import { formatDecimal, formatDuration, parseDuration } from '../web/src/lib/format.ts';
import { labelOf } from '../web/src/lib/text-of.ts';
import { toneOf } from '../web/src/lib/tone.ts';

const id = '00000000-0000-4000-8000-000000000000';
const field = (type: Field['type']): Field => ({ name: 'value', label: 'Value', type });

describe('a form', () => {
  const values: [Field['type'], unknown][] = [
    ['string', 'Ada'],
    ['integer', -42],
    ['decimal', '12345678901234.123456'],
    ['boolean', false],
    ['date', '2026-01-31'],
    ['datetime', '2026-01-31T09:30:00.000Z'],
    ['duration', 'PT1H30M'],
    ['multi-choice', ['a', 'b']],
    ['geo-point', { latitude: 51.5, longitude: -0.12 }],
    ['json', { note: [1] }],
  ];
  for (const [type, value] of values) {
    it(`gives a ${type} as it was`, () => {
      const { value: draft = '' } = draftsOf([field(type)], { id, value }, {});
      assert.deepEqual(toValue(field(type), draft), value);
    });
  }

  it('gives nothing for what is empty, and text for what is no such value', () => {
    assert.equal(toValue(field('integer'), ''), null);
    assert.deepEqual(toValue(field('multi-choice'), []), []);
    assert.equal(toValue(field('integer'), 'many'), 'many');
    assert.equal(toValue(field('json'), '{'), '{');
  });
});

describe('what is shown', () => {
  it('keeps every digit of a decimal number', () => {
    assert.equal(formatDecimal('12345678901234.50', 2).replaceAll(/\D/g, ''), '1234567890123450');
  });

  it('reads durations as people write them', () => {
    for (const text of ['1:30', '1 h 30 min', '1h30m', 'pt1h30m'])
      assert.equal(parseDuration(text), 'PT1H30M');
    assert.equal(parseDuration('2 days'), 'P2D');
    assert.equal(formatDuration('P2DT1H30M'), '2 d 1 h 30 min');
  });

  it('has a colour that says what a state means, and else one that says nothing', () => {
    const values = ['card', 'bank transfer', 'cash'];
    assert.deepEqual(
      ['Paid', 'cancelled', 'on hold', 'draft'].map((one) => toneOf(one)),
      [...['good', 'bad', 'waiting', 'quiet']],
    );
    assert.equal(new Set(values.map((value) => toneOf(value, values))).size, 3);
  });

  it('tells records apart by their label, or by their id where that is empty', () => {
    const names = { path: 'notes', title: 'note', pluralTitle: 'notes', search: false };
    const entity: Entity = { ...names, label: 'value', fields: [field('string')] };
    assert.equal(labelOf(entity, { id, value: 'Milk' }), 'Milk');
    assert.equal(labelOf(entity, { id, value: null }), 'Note 00000000');
    assert.equal(labelOf(entity, { id, value: 'Milk\nand bread' }), 'Milk and bread');
    assert.equal(labelOf(entity, { id, value: 'x'.repeat(100) }), `${'x'.repeat(79)}…`);
  });
});
