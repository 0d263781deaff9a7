import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installEnvironment } from './install-packages.ts';

describe('installEnvironment', () => {
  it('passes the way to the registry on', () => {
    const way = {
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy:3128',
      no_proxy: 'localhost',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
      npm_config_registry: 'http://registry.local/',
      NPM_CONFIG_CAFILE: '/ca.pem',
    };

    expect(installEnvironment(way, '/home')).toMatchObject(way);
  });

  it.each([
    'SECRET_KEY',
    'DATABASE_URL',
    'AWS_SECRET_ACCESS_KEY',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'npm_config_ignore_scripts',
    'npm_config_script_shell',
    'MY_PATH',
    'PATHS',
  ])('keeps %s back', (name) => {
    expect(installEnvironment({ [name]: 'x' }, '/home')).not.toHaveProperty(name);
  });

  it('uses a home and a cache of its own, but the settings of the caller', () => {
    expect(installEnvironment({ HOME: '/root' }, '/sets/.home')).toMatchObject({
      HOME: '/sets/.home',
      npm_config_cache: '/sets/.home/cache',
      npm_config_userconfig: '/root/.npmrc',
    });
  });

  it('prefers the settings file that the caller names', () => {
    const named = { HOME: '/root', npm_config_userconfig: '/etc/npmrc' };

    expect(installEnvironment(named, '/h').npm_config_userconfig).toBe('/etc/npmrc');
  });

  it('never lets the caller turn the progress off that we read', () => {
    expect(installEnvironment({ npm_config_loglevel: 'silent' }, '/h').npm_config_loglevel).toBe(
      'http',
    );
  });

  it('passes no value of an unknown name on', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z_]{1,12}$/), (name) => {
        fc.pre(
          !/^(PATH|HOME|(HTTPS?|NO)_PROXY|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS)$/.test(name),
        );
        expect(Object.values(installEnvironment({ [name]: 'secret!' }, '/h'))).not.toContain(
          'secret!',
        );
      }),
    );
  });
});
