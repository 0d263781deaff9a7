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
