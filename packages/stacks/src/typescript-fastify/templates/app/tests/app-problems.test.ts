import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import Fastify from 'fastify';
import { Problem, registerProblems } from '../src/http/problem.ts';
import { call, database } from './support/api.ts';

/** What PostgreSQL or the way to it reports, as the driver gives it. */
const reported = (code: string) => Object.assign(new Error('failed query'), { cause: { code } });

describe('what goes wrong', () => {
  const app = Fastify();
  let next: Error = new Error();
  registerProblems(app);
  app.all('/', async () => {
    throw next;
  });
  after(() => app.close());

  async function answerTo(error: Error, method: 'GET' | 'DELETE' = 'GET') {
    next = error;
    const { statusCode, headers, body } = await app.inject({ method, url: '/' });
    assert.match(String(headers['content-type']), /^application\/problem\+json/);
    const problem = JSON.parse(body);
    assert.equal(problem.status, statusCode);
    assert.match(problem.title, /\w/);
    assert.match(problem.detail, /\w/);
    assert.match(problem.instance, /\w/);
    const { type, errors } = problem;
    return { status: statusCode, type, errors, headers, body };
  }

  it('is told by the status and a stable type', async () => {
    const known = [
      ['23505', 409, 'not-unique'],
      ['23503', 422, 'reference-unknown'],
      ['22P02', 422, 'value-invalid'],
      ['23514', 422, 'value-invalid'],
      ['54000', 422, 'value-invalid'],
// @if waits
      ['40P01', 409, 'try-again'],
      ['40001', 409, 'try-again'],
// @end
      ['08006', 503, 'database-unavailable'],
      ['57P01', 503, 'database-unavailable'],
      ['ECONNREFUSED', 503, 'database-unavailable'],
    ] as const;
    for (const [code, status, type] of known) {
      const answer = await answerTo(reported(code));
      assert.deepEqual([answer.status, answer.type], [status, `urn:problem:${type}`], code);
    }
    for (const code of ['23503', '23001']) {
      const { status, type } = await answerTo(reported(code), 'DELETE');
      assert.deepEqual([status, type], [409, 'urn:problem:still-referenced'], code);
    }
  });

  it('is known as well when the error comes without another one around it', async () => {
    const bare = Object.assign(new Error('duplicate key'), { code: '23505' });
    assert.equal((await answerTo(bare)).status, 409);
  });

  it('points at the member that is meant', async () => {
    const errors = [{ pointer: '/name', detail: 'is taken' }];
    const answer = await answerTo(new Problem(409, 'taken', 'It is taken.', errors));
    assert.deepEqual(answer.errors, errors);
  });
// @if waits

  it('says when a request that met another one can be tried again', async () => {
    const { headers } = await answerTo(reported('40001'));
    assert.equal(headers['retry-after'], '1');
  });
// @end

  it('gives nothing away of a failure that nobody expected', async () => {
    const wrapped = new Error('failed query', { cause: 'the secret cause' });
    for (const error of [new Error('the secret cause'), wrapped, reported('XX000')]) {
      const { status, type, body } = await answerTo(error);
      assert.deepEqual([status, type], [500, 'urn:problem:internal-error']);
      assert.doesNotMatch(body, /secret|failed query| at /);
    }
  });

  it('keeps the status of a request that the server refuses by itself', async () => {
    const refused = Object.assign(new Error('Too long.'), { statusCode: 414 });
    const { status, type } = await answerTo(refused);
    assert.deepEqual([status, type], [414, 'urn:problem:bad-request']);
  });

  it('is not ready while the database is gone, and alive all the same', async (test) => {
    test.mock.method(database, 'execute', async () => {
      throw new Error('gone');
    });
    const { status, body } = await call('GET', '/readyz');
    assert.deepEqual([status, body.type], [503, 'urn:problem:database-unavailable']);
    assert.match(body.detail, /\w/);
    assert.equal((await call('GET', '/healthz')).status, 200);
  });
});
