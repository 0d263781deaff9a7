import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

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
});
