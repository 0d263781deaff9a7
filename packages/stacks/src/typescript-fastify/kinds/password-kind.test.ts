import type { Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clinicWithPeople } from '../../fixtures/index.ts';
import { BlueprintUnsound } from '../../stack.ts';
import { kindOf } from '../kind-of.ts';
import { typescriptFastify } from '../stack.ts';
import { password } from '../templates/app/src/fields/password.ts';

const field = (rest: Partial<Field> = {}): Field => ({
  ...{ name: 'secret', type: 'password', required: true, unique: false },
  ...rest,
});
const schemaOf = (rest: Partial<Field>) => kindOf(field(rest), 'Thing.secret').schema;

describe('a password', () => {
  it.each([
    [{}, 'password({ min: 8, max: 128 })'],
    [{ minLength: 12, maxLength: 500 }, 'password({ min: 12, max: 128 })'],
    [{ minLength: 1, maxLength: 6 }, 'password({ min: 4, max: 6 })'],
    [{ maxLength: 6 }, 'password({ min: 6, max: 6 })'],
  ])('with %j is %s', (rest, schema) => {
    expect(schemaOf(rest)).toBe(schema);
  });

  it.each([{ unique: true }, { default: 'sesame' }, { maxLength: 3 }])(
    'is refused with %j',
    (rest) => {
      expect(() => schemaOf(rest)).toThrow(BlueprintUnsound);
    },
  );

  it('is described as what is only written', () => {
    const described = z.toJSONSchema(password({ min: 8, max: 128 }), { io: 'input' });
    expect(described).toMatchObject({ format: 'password', writeOnly: true, minLength: 8 });
  });

  it('has no place in answers, filters and sorts, and one hasher with those of people', () => {
    const [first, ...others] = clinicWithPeople.entities;
    if (first === undefined) throw new Error('The clinic has no entity.');
    const blueprint = {
      ...clinicWithPeople,
      entities: [{ ...first, fields: [...first.fields, field()] }, ...others],
    };
    const files = typescriptFastify
      .codeUnits(blueprint)
      .flatMap(({ id }) => typescriptFastify.generateUnit(blueprint, id));
    const textOf = (path: RegExp) =>
      files.find((file) => path.test(file.path))?.content ?? `no ${path}`;
    const folder = first.name.toLowerCase();
    const schema = textOf(new RegExp(`modules/${folder}/schema.ts`));
    expect(schema.match(/\bsecret\b/g)).toHaveLength(5);
    expect(textOf(new RegExp(`modules/${folder}/repository.ts`))).not.toContain('secret');
    expect(files.filter(({ path }) => path.endsWith('password-hash.ts'))).toHaveLength(1);
  });
});
