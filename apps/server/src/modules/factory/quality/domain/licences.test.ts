import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, readLicence, readLockedPackages } from './licences.ts';

describe('isAllowed', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND BSD-3-Clause', 'LGPL-3.0-only'])(
    'allows %s',
    (expression) => expect(isAllowed(expression)).toBe(true),
  );

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'UNKNOWN', ''])(
    'denies %s',
    (expression) => expect(isAllowed(expression)).toBe(false),
  );

  it('allows a choice if one of its parts is allowed, a conjunction if all are', () => {
    const id = fc.constantFrom('MIT', 'ISC', 'GPL-3.0-only', 'AGPL-3.0-only', 'UNKNOWN');
    const fine = (one: string) => one === 'MIT' || one === 'ISC';
    const group = fc.array(id, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (choices) => {
        const expression = choices.map((all) => `(${all.join(' AND ')})`).join(' OR ');
        expect(isAllowed(expression)).toBe(choices.some((all) => all.every(fine)));
      }),
    );
  });

  it.each(['MIT OR', 'AND MIT', ' ', '()'])('takes no gap for a licence: %j', (expression) => {
    expect(isAllowed(expression.replace('MIT', 'GPL-2.0-only'))).toBe(false);
  });

  it('takes another list', () => {
    expect(isAllowed('MIT', ['MIT'])).toBe(false);
  });
});

describe('readLicence', () => {
  it.each([
    [{ license: 'MIT' }, 'MIT'],
    [{ license: { type: 'ISC' } }, 'ISC'],
    [{ licenses: [{ type: 'MIT' }, { type: 'BSD' }] }, 'MIT OR BSD'],
    [{}, 'UNKNOWN'],
  ])('reads %j as %s', (packageJson, licence) => expect(readLicence(packageJson)).toBe(licence));
});

describe('readLockedPackages', () => {
  it('lists nested packages by name and leaves the root out', () => {
    const packages = {
      '': { name: 'app' },
      'node_modules/@scope/a': { version: '1.0.0', integrity: 'sha512-x' },
      'node_modules/@scope/a/node_modules/b': { version: '2.0.0' },
    };
    expect(readLockedPackages(JSON.stringify({ packages }))).toEqual([
      { path: 'node_modules/@scope/a', name: '@scope/a', version: '1.0.0', integrity: 'sha512-x' },
      { path: 'node_modules/@scope/a/node_modules/b', name: 'b', version: '2.0.0', integrity: '' },
    ]);
  });
});
