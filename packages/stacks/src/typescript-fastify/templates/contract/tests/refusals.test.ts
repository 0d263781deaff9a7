import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPatience } from '../src/contract/patience.ts';
import { Refusal, type RefusalKind } from '../src/contract/refusal.ts';
import { problem, refusalBody } from '../src/contract/refusal-body.ts';
import { refusalAnswer } from '../src/contract/refusal-status.ts';
import { toRefusal } from '../src/contract/to-refusal.ts';
import { judgeInTime, judging } from '../src/contract/validators.ts';

const refusal = new Refusal('conflict', 'There is one already.', { suggestions: ['a1', 'a2'] });
const about = { status: 409, request: 'req-1' };
const bodyOf = (value: unknown) => refusalBody({ pointer: '', value }, refusal, about);
const text = { type: 'string' };

describe('the body of a refusal', () => {
  it('has what the document wants of it, by names and types', () => {
    const properties = {
      code: text,
      message: text,
      title: text,
      status: { type: 'integer' },
      success: { type: 'boolean' },
      requestId: text,
      kind: { enum: ['other', 'conflict'] },
      state: { enum: ['INVALID', 'ALREADY_EXISTS'] },
      number: { enum: [400, 409] },
      odd: { enum: ['ODD', 'OTHER'] },
      version: { const: 3 },
      at: { type: 'string', format: 'date-time' },
      link: { type: 'string', format: 'uri' },
      details: { type: 'array', items: text },
      reasons: { type: 'array', minItems: 1, items: text },
      suggestions: { type: 'array', maxItems: 1, items: text },
    };
    const required = Object.keys(properties);
    const body = bodyOf({ type: 'object', required, properties });
    assert.ok(typeof body === 'object' && body !== null && 'at' in body);
    const { at, ...rest } = body;
    assert.ok(!Number.isNaN(Date.parse(String(at))));
    assert.deepEqual(rest, {
      ...{ code: 'conflict', message: refusal.message, title: 'Conflict', status: 409 },
      ...{ success: false, requestId: 'req-1', kind: 'conflict', version: 3, details: [] },
      ...{ state: 'ALREADY_EXISTS', number: 409, odd: 'ODD' },
      ...{ link: 'urn:problem:conflict', reasons: [refusal.message], suggestions: ['a1'] },
    });
  });

  it('joins what is joined and takes the first of several shapes', () => {
    const error = { type: 'object', required: ['error'], properties: { error: text } };
    assert.deepEqual(bodyOf({ allOf: [error] }), { error: refusal.message });
    assert.deepEqual(bodyOf({ oneOf: [error, text] }), { error: refusal.message });
    assert.deepEqual(bodyOf({ type: 'object' }), { message: refusal.message });
    assert.equal(bodyOf(text), refusal.message);
  });

  it('is a problem where the document has none', () => {
    assert.deepEqual(problem(refusal, about), {
      ...{ type: 'urn:problem:conflict', title: 'Conflict', status: 409 },
      ...{ detail: refusal.message, instance: 'req-1' },
    });
  });
});

describe('the status of a refusal', () => {
  const refusedBy = { method: 'post' as const, path: '/x', parameters: [], body: null };
  const statusOf = (kind: RefusalKind, documented: Record<string, string>) =>
    refusalAnswer(
      {
        ...refusedBy,
        responses: Object.entries(documented).map(([status, description]) => ({
          ...{ status, description, contents: [] },
        })),
      },
      kind,
    ).status;
  it('is the one that the document has for it', () => {
    assert.equal(statusOf('invalid', { 400: 'Not valid' }), 400);
    assert.equal(statusOf('invalid', { 400: 'Broken', 422: 'Not valid' }), 422);
    assert.equal(statusOf('no-reference', { 404: 'No such thing', 422: 'Not valid' }), 404);
    assert.equal(statusOf('unauthenticated', { 403: 'Wrong key' }), 403);
    assert.equal(statusOf('closed', { 401: 'Not signed in', 403: 'The password is wrong' }), 403);
    assert.equal(statusOf('closed', { 401: 'Not for you', 404: 'None' }), 401);
    assert.equal(statusOf('bad-path', { 400: 'Invalid id', 404: 'None' }), 400);
    assert.equal(statusOf('bad-path', { 404: 'None' }), 404);
  });

  it('is, of several, the one that speaks of it, or of nothing else', () => {
    assert.equal(statusOf('invalid', { 400: 'No such thing', 422: 'Odd' }), 422);
    assert.equal(statusOf('invalid', { 400: 'No such thing', 422: 'Ends before it starts' }), 422);
    assert.equal(statusOf('out-of-order', { 400: 'Not valid', 422: 'Ends before it starts' }), 422);
  });

  it('is the usual one where the document has none', () => {
    assert.equal(statusOf('invalid', {}), 400);
    assert.equal(statusOf('not-found', { default: 'Whatever' }), 404);
    assert.equal(statusOf('conflict', { '4XX': 'Whatever' }), 409);
  });
});

describe('what is refused and what has failed', () => {
  const kindOf = (error: unknown) => toRefusal(error)?.kind ?? null;
  const failed = (code: string, detail = '') => new Error('query', { cause: { code, detail } });

  it('is told by what was thrown', () => {
    assert.equal(kindOf(refusal), 'conflict');
    assert.equal(kindOf(Object.assign(new Error('big'), { statusCode: 413 })), 'too-large');
    assert.equal(kindOf(Object.assign(new Error('odd'), { statusCode: 415 })), 'unsupported');
    assert.equal(kindOf(Object.assign(new Error('bad'), { statusCode: 400 })), 'malformed');
    assert.equal(kindOf(failed('23505')), 'conflict');
    assert.equal(kindOf(failed('23503', 'is still referenced from table "x"')), 'conflict');
    assert.equal(kindOf(failed('23503')), 'no-reference');
    assert.equal(kindOf(failed('22003')), 'invalid');
    assert.equal(kindOf(failed('08006')), 'unavailable');
    assert.equal(kindOf(failed('42P01')), null);
    assert.equal(kindOf(new Error('a fault')), null);
    assert.equal(kindOf('a text'), null);
  });
});

describe('patience', () => {
  it('is shorter for who has used it up, for a minute', async () => {
    let now = 0;
    const patience = createPatience(() => now);
    const takes = (address: string, ms: number) =>
      patience.judged(address, async () => {
        const request = judging.getStore();
        assert.ok(request);
        request.takenMs += ms;
        return request.longestMs;
      });
    assert.equal(await takes('a', 5), 250);
    for (let turn = 0; turn < 5; turn += 1) await takes('a', 250);
    assert.equal(await takes('a', 5), 15);
    assert.equal(await takes('b', 5), 250);
    now = 61_000;
    assert.equal(await takes('a', 5), 250);
  });
});

describe('judging what strangers send', () => {
  const validator = (judge: () => boolean) => judge as unknown as Parameters<typeof judgeInTime>[0]; // all that is called of one

  it('ends when it takes too long', () => {
    const endless = validator(() => {
      for (;;);
    });
    const judged = { longestMs: 15, takenMs: 0 };
    assert.throws(() => judging.run(judged, () => judgeInTime(endless, 1)), /too long to judge/);
    assert.ok(judged.takenMs >= 15);
  });

  it('hides no fault of its own', () => {
    const broken = validator(() => {
      throw new Error('a fault');
    });
    assert.throws(() => judgeInTime(broken, 1), /a fault/);
    assert.equal(
      judgeInTime(
        validator(() => true),
        1,
      ),
      true,
    );
  });
});
