import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function capture() {
  const lines: string[] = [];
  const logger = createLogger(
    { LOG_LEVEL: 'info', NODE_ENV: 'production' },
    { write: (line) => lines.push(line) },
  );
  const last = () => JSON.parse(lines.at(-1) ?? '{}');
  return { logger, lines, last };
}

describe('createLogger', () => {
  it('writes one JSON line with time, level, message and fields', () => {
    const { logger, last } = capture();
    logger.info({ run: 'run_1' }, 'run started');
    expect(last()).toMatchObject({ level: 'info', msg: 'run started', run: 'run_1' });
    expect(new Date(last().time).getTime()).toBeCloseTo(Date.now(), -4);
  });

  it.each([
    'password',
    'token',
    'apiKey',
    'api_key',
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'secret',
    'SECRET_KEY',
    'privateKey',
    'x-api-key',
  ])('takes %s out at any depth', (name) => {
    const { logger, lines, last } = capture();
    logger.info(
      { [name]: 'hunter2', a: { [name]: 'hunter2', list: [{ b: { [name]: 'hunter2' } }] } },
      'x',
    );
    expect(lines.join()).not.toContain('hunter2');
    expect(last()[name]).toBe('[redacted]');
    expect(last().a.list[0].b[name]).toBe('[redacted]');
  });

  it('takes them out of the fields of a child and of an error', () => {
    const { logger, lines, last } = capture();
    const error = Object.assign(new Error('no'), {
      config: { headers: { authorization: 'hunter2' } },
    });
    logger.child({ run: 'run_1', auth: { token: 'hunter2' } }).error({ err: error }, 'failed');
    expect(lines.join()).not.toContain('hunter2');
    expect(last()).toMatchObject({ run: 'run_1', err: { type: 'Error', message: 'no' } });
  });

  const failure = () =>
    Object.assign(new TypeError('no'), { request: { headers: { cookie: 'hunter2' } } });

  it.each([
    ['under another name', { failure: failure() }],
    ['deep in the fields', { a: [{ failure: failure() }] }],
    ['inside another error', { err: Object.assign(new Error('outer'), { inner: failure() }) }],
    ['among several', { err: new AggregateError([failure()], 'all failed') }],
    ['as the cause', { err: new Error('outer', { cause: failure() }) }],
  ])('takes them out of an error %s', (_case, fields) => {
    const { logger, lines } = capture();
    logger.child(fields).error(fields, 'failed');

    expect(lines.join()).not.toContain('hunter2');
    expect(lines.join()).toContain('TypeError: no');
  });

  it('writes type, message, causes and own fields of an error', () => {
    const { logger, last } = capture();
    const cause = new Error('no route');
    logger.error(Object.assign(new RangeError('lost', { cause }), { code: 'E_LOST', at: 3 }));

    expect(last()).toMatchObject({
      level: 'error',
      msg: 'lost',
      err: { type: 'RangeError', message: 'lost: no route', code: 'E_LOST', at: 3 },
    });
    expect(last().err.stack).toMatch(/RangeError: lost\n[\s\S]*Error: no route/);
  });

  it('writes what was thrown that is no error', () => {
    const { logger, last } = capture();
    logger.error({ err: 'just a text' }, 'failed');

    expect(last().err).toBe('just a text');
  });

  it('writes no secret, wherever it stands', () => {
    const name = fc.constantFrom('token', 'Password', 'api_key', 'Set-Cookie', 'refreshToken');
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.dictionary(name, fc.constant('hunter2'), { minKeys: 1, maxKeys: 2 }),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('tree')),
        tie('tree').map((inner) => Object.assign(new Error('x'), { inner })),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { logger, lines } = capture();
        logger.info({ value }, 'x');
        logger.child({ value }).info('x');
        expect(lines.join()).not.toContain('hunter2');
      }),
    );
  });

  it('leaves the caller its object as it was', () => {
    const { logger } = capture();
    const fields = { password: 'hunter2' };
    logger.info(fields, 'x');
    expect(fields.password).toBe('hunter2');
  });

  it('keeps words that only look like secrets', () => {
    const { logger, last } = capture();
    logger.info({ tokens: 12, secretFindings: 0, keyId: 'k1' }, 'x');
    expect(last()).toMatchObject({ tokens: 12, secretFindings: 0, keyId: 'k1' });
  });

  it('survives an object that contains itself', () => {
    const { logger, lines } = capture();
    const loop: Record<string, unknown> = { name: 'loop' };
    loop.self = loop;
    logger.info({ loop }, 'x');
    expect(lines).toHaveLength(1);
  });

  it('writes nothing below its level', () => {
    const { logger, lines } = capture();
    logger.debug('x');
    expect(lines).toEqual([]);
  });
});
