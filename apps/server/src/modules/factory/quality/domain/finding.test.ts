import { describe, expect, it } from 'vitest';
import { describeFinding, type Expectation, type Finding, judgeExchange } from './finding.ts';
import type { Operation } from './openapi-document.ts';

const operation: Operation = {
  roles: null,
  ownRows: false,
  teamRows: false,
  id: 'createBook',
  method: 'post',
  path: '/books',
  parameters: [],
  body: null,
  upload: null,
  responses: {
    '201': { schemas: { 'application/json': { type: 'object' } } },
    '204': { schemas: {} },
    '4XX': { schemas: { 'application/problem+json': { type: 'object' } } },
  },
};
const request = { method: 'POST', path: '/books', body: '{}' };
const problem = (status: number) => JSON.stringify({ title: 'No', status });

type Answer = { status: number; contentType?: string; body?: string };

function judge(expectation: Expectation, answer: Answer, wrong: string[] = []): Finding | null {
  const isProblem = answer.status >= 400;
  const response = {
    headers: {},
    contentType: isProblem ? 'application/problem+json; charset=utf-8' : 'application/json',
    body: isProblem ? problem(answer.status) : '{}',
    ...answer,
  };
  const exchange = { operation, attempt: 'a try', expectation, request, response };
  return judgeExchange(exchange, () => wrong);
}

const kindOf = (...given: Parameters<typeof judge>) => judge(...given)?.kind ?? null;

describe('judgeExchange', () => {
  it.each(['success', 'success-unless-taken', 'rejection', 'answer', 'survival'] as const)(
    'never forgives a 5xx: %s',
    (expectation) => {
      expect(kindOf(expectation, { status: 500 })).toBe('server-error');
      expect(kindOf(expectation, { status: 503 })).toBe('server-error');
    },
  );

  it('takes anything below 500 as survival', () => {
    expect(kindOf('survival', { status: 400, contentType: '', body: '' })).toBeNull();
    expect(kindOf('survival', { status: 431, contentType: 'text/html', body: 'x' })).toBeNull();
  });

  it('wants valid input to succeed', () => {
    expect(kindOf('success', { status: 201 })).toBeNull();
    expect(kindOf('success', { status: 400 })).toBe('valid-rejected');
    expect(kindOf('success', { status: 409 })).toBe('valid-rejected');
  });

  it('allows a conflict, and nothing else, where values are few', () => {
    expect(kindOf('success-unless-taken', { status: 409 })).toBeNull();
    expect(kindOf('success-unless-taken', { status: 422 })).toBe('valid-rejected');
  });

  it('wants invalid input to be refused', () => {
    expect(kindOf('rejection', { status: 422 })).toBeNull();
    expect(kindOf('rejection', { status: 201 })).toBe('invalid-accepted');
    expect(kindOf('rejection', { status: 302 })).toBe('invalid-accepted');
  });

  it.each([
    ['unauthenticated', 401, [200, 403, 404, 422]],
    ['forbidden', 403, [200, 401, 404, 422]],
  ] as const)('wants exactly the refusal of who is %s', (expectation, wanted, others) => {
    expect(kindOf(expectation, { status: wanted })).toBeNull();
    for (const status of others) expect(kindOf(expectation, { status })).toBe('unprotected');
  });

  it('leaves either open to an answer', () => {
    expect(kindOf('answer', { status: 201 })).toBeNull();
    expect(kindOf('answer', { status: 404 })).toBeNull();
  });

  it('reports a success that the document does not know', () => {
    expect(judge('success', { status: 202 })).toMatchObject({
      kind: 'undocumented-status',
      message: 'the answer 202 is not in the document',
    });
  });

  it('accepts a refusal that the document does not know, if it is a problem', () => {
    const silent = { ...operation, responses: { '201': { schemas: {} } } };
    const exchange = (contentType: string) => ({
      operation: silent,
      attempt: 'a try',
      expectation: 'rejection' as const,
      request,
      response: { status: 415, contentType, headers: {}, body: problem(415) },
    });

    expect(judgeExchange(exchange('application/problem+json'), () => [])).toBeNull();
    expect(judgeExchange(exchange('text/html'), () => [])?.kind).toBe('not-a-problem');
  });

  it.each([
    ['no content type', { contentType: '' }],
    ['plain JSON', { contentType: 'application/json' }],
    ['a body that is not JSON', { body: 'nope' }],
    ['a list', { body: '[]' }],
    ['no title', { body: JSON.stringify({ status: 400 }) }],
    ['the status of another problem', { body: problem(404) }],
  ])('does not take %s for a problem', (_case, answer) => {
    expect(kindOf('rejection', { status: 400, ...answer })).toBe('not-a-problem');
  });

  it('reports an answer of another media type than promised', () => {
    expect(judge('success', { status: 201, contentType: 'text/html' })).toMatchObject({
      kind: 'response-mismatch',
      message: 'answered text/html, not application/json',
    });
    expect(judge('success', { status: 201, contentType: '' })?.message).toBe(
      'answered no content type, not application/json',
    );
  });

  it('reads the media type whatever its case and parameters', () => {
    const answer = { status: 201, contentType: 'Application/JSON ; charset=UTF-8' };

    expect(kindOf('success', answer)).toBeNull();
    expect(kindOf('success', answer, ['/id is missing'])).toBe('response-mismatch');
  });

  it('asks for no body where none is promised', () => {
    expect(kindOf('success', { status: 204, contentType: '', body: '' })).toBeNull();
  });

  it('reports a promised JSON body that is not JSON', () => {
    expect(judge('success', { status: 201, body: '<p>' })?.message).toBe('the answer is not JSON');
  });

  it('names the first three differences from the schema', () => {
    const finding = judge('success', { status: 201 }, ['one', 'two', 'three', 'four']);

    expect(finding?.message).toBe('the answer is not as documented: one; two; three');
  });

  it('checks the body of a problem against its schema as well', () => {
    expect(kindOf('rejection', { status: 400 }, ['/errors is missing'])).toBe('response-mismatch');
  });

  it('keeps what was sent and answered, shortened', () => {
    const finding = judge('success', { status: 500, body: 'x'.repeat(2_001) });

    expect(finding).toMatchObject({ operation: 'createBook', attempt: 'a try', request });
    expect(finding?.response?.body).toBe(`${'x'.repeat(2_000)}… (2001 characters)`);
  });

  it('leaves a text of just the longest length whole', () => {
    const body = 'x'.repeat(2_000);

    expect(judge('success', { status: 500, body })?.response?.body).toBe(body);
  });
});

describe('describeFinding', () => {
  it('names the request, the attempt and what is wrong', () => {
    const finding = judge('success', { status: 500 });

    expect(finding && describeFinding(finding)).toBe('POST /books (a try): answered 500');
  });

  it('names the operation where nothing was sent', () => {
    const finding: Finding = {
      operation: 'createBook',
      kind: 'not-exercisable',
      message: 'no parent',
      attempt: 'full',
      request: null,
      response: null,
    };

    expect(describeFinding(finding)).toBe('createBook (full): no parent');
  });
});
