import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configSchema, readConfig } from './config.ts';

describe('readConfig', () => {
  it('has a default for everything that is needed to start', () => {
    expect(readConfig({})).toMatchObject({
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: 4000,
      LOG_LEVEL: 'info',
      DATA_DIR: '.quantumlayer',
      SANDBOX_DRIVER: 'auto',
      RUN_CONCURRENCY: 2,
      PREVIEW_TTL_MINUTES: 60,
      PREVIEW_MAX: 5,
      SHUTDOWN_SECONDS: 20,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SECRET_KEY: '' })).toEqual(readConfig({}));
  });

  it('names every variable that is wrong and why', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x', SECRET_KEY: 'short' };
    expect(() => readConfig(wrong)).toThrow(
      /not usable:\n {2}PORT: .*65535\n {2}DATABASE_URL: must begin with postgres:\/\/\n {2}SECRET_KEY: must have 32/,
    );
  });

  it('does not repeat a secret in its error', () => {
    const wrong = { SECRET_KEY: 'hunter2', DATABASE_URL: 'http://me:hunter2@db' };
    expect(() => readConfig(wrong)).toThrow(expect.not.stringContaining('hunter2'));
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it.each([
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['RUN_CONCURRENCY', '64', 64],
    ['PREVIEW_MAX', '0', 0],
    ['QL_EXIT_WHEN_IDLE', 'true', true],
    ['QL_EXIT_WHEN_IDLE', '0', false],
    ['SANDBOX_DRIVER', 'unsafe-process', 'unsafe-process'],
    ['DATABASE_URL', 'postgresql://me:pw@db/app', 'postgresql://me:pw@db/app'],
    ['SECRET_KEY', 's'.repeat(32), 's'.repeat(32)],
  ] as const)('reads %s=%s', (name, value, wanted) => {
    expect(readConfig({ [name]: value })[name]).toBe(wanted);
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '4000.5'],
    ['PORT', '4e9'],
    ['PORT', 'http'],
    ['RUN_CONCURRENCY', '0'],
    ['RUN_CONCURRENCY', '65'],
    ['PREVIEW_TTL_MINUTES', '1441'],
    ['SHUTDOWN_SECONDS', '0'],
    ['QL_EXIT_WHEN_IDLE', 'perhaps'],
    ['SANDBOX_DRIVER', 'docker'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
    ['PREVIEW_URL', 'previews.example.com'],
    ['PREVIEW_URL', 'https://localhost'],
    ['PREVIEW_URL', 'https://10.0.0.7'],
    ['PREVIEW_URL', 'https://previews.example.com/path'],
    ['DATABASE_URL', 'db.example/app'],
    ['SECRET_KEY', 's'.repeat(31)],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`  ${name}: `);
  });

  it.each(['https://factory.example.com', 'https://example.com', 'http://example.com:8080'])(
    'keeps previews off the name of the factory and those above it: %s',
    (PREVIEW_URL) => {
      const env = { PREVIEW_URL, PUBLIC_URL: 'https://factory.example.com' };
      expect(() => readConfig(env)).toThrow('  PREVIEW_URL: must not be the domain of PUBLIC_URL');
    },
  );

  it('takes a domain of its own for previews', () => {
    const env = {
      PREVIEW_URL: 'https://previews.example.net',
      PUBLIC_URL: 'https://factory.example.com',
    };
    expect(readConfig(env)).toMatchObject(env);
  });

  it('takes nothing from variables that it does not know', () => {
    expect(readConfig({ HOME: '/root', AWS_SECRET_ACCESS_KEY: 'x' })).toEqual(readConfig({}));
  });

  it('says what is wrong with both addresses when neither is one', () => {
    expect(() => readConfig({ PREVIEW_URL: ' ', PUBLIC_URL: ' ' })).toThrow(
      /not usable:\n {2}PUBLIC_URL: .+\n {2}PREVIEW_URL: /,
    );
  });

  it('reads any environment, or says line by line which of its own variables is wrong', () => {
    const names = Object.keys(configSchema.shape);
    const environment = fc.dictionary(
      fc.constantFrom(...names, 'PATH'),
      fc.oneof(fc.string(), fc.constantFrom('1', '70000', 'true', 'info', 'postgres://u@h/d')),
    );
    fc.assert(
      fc.property(environment, (env) => {
        try {
          expect(Object.keys(readConfig(env)).every((name) => names.includes(name))).toBe(true);
        } catch (error) {
          const [first, ...lines] = String(error).split('\n');
          expect(first).toBe('Error: The configuration is not usable:');
          for (const line of lines) expect(names).toContain(/^ {2}(\w+): ./.exec(line)?.[1]);
        }
      }),
      { examples: [[{ PREVIEW_URL: '1', PUBLIC_URL: '1' }]] },
    );
  });
});
