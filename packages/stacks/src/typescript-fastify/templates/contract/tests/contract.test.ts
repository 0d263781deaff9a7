import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, expectDocumented, sendingOf } from './support/judge.ts';
import { requests } from './support/requests.ts';
import { prepare, type SampleRequest, send } from './support/send.ts';
// @if accounts
import { makeCaller } from './support/world.ts';
// @end

const determined = requests.filter(({ isDetermined }) => isDetermined);

describe('operations that the document determines', () => {
  for (const request of determined) {
    it(`${request.id} answers a valid request as documented`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const answer = await send(request, made, { ...sending, ...bodyOf(request) });
      // Documents that do not say how a wrong password is refused are no reason to let it in.
      if (isSigningIn(request) && answer.status === 401) return;
      // @if within
      // There may be too little of what it takes, of which rows of tests have nothing.
      if (request.bounded !== undefined && answer.status < 500) return;
      // @end
      if (!isSigningIn(request))
        assert.ok(answer.status < 400, `${answer.status}: ${answer.text.slice(0, 300)}`);
      expectDocumented(request, answer);
    });
  }

  for (const request of determined.filter(({ access }) => access !== 'everybody')) {
    it(`${request.id} refuses who brings no credentials, or forged ones`, async () => {
      const { owner } = await sendingOf(request);
      const made = await prepare(request, owner);
      const forged =
        owner === null ? null : { ...owner, token: 'forged.token', basic: 'Zm9yZ2VkOmZvcmdlZA==' };
      for (const caller of [null, forged]) {
        const answer = await send(request, made, { caller, withKey: false });
        assert.ok(
          [401, 403].includes(answer.status),
          `${answer.status}: ${answer.text.slice(0, 300)}`,
        );
      }
    });
  }

  for (const request of determined.filter(
    ({ body }) => body !== undefined && /json/.test(body.type),
  )) {
    it(`${request.id} refuses a body that is no JSON or of another type`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      for (const value of ['a text', 7, [[[]]]]) {
        const answer = await send(request, made, {
          ...sending,
          body: { type: request.body?.type ?? '', value },
        });
        assert.ok(
          answer.status >= 400 && answer.status < 500,
          `${JSON.stringify(value)}: ${answer.status}`,
        );
      }
    });
  }

  const naming = determined.filter(
    ({ rows: needed, path, isQuiet }) => needed.length > 0 && path.includes('}') && !isQuiet,
  );
  for (const [at, request] of naming.entries()) {
    it(`${request.id} finds nothing where there is nothing`, async () => {
      const sending = await sendingOf(request);
      const answer = await send(
        {
          ...request,
          parameters: Object.fromEntries(
            // What a PUT makes by this name is not looked for by the others.
            Object.keys(request.parameters).map((name) => [name, String(999_999_000 + at)]),
          ),
        },
        new Map(),
        { ...sending, ...bodyOf(request) },
      );
      assert.ok(
        (answer.status >= 400 && answer.status < 500) || request.method === 'put',
        `${answer.status}: ${answer.text.slice(0, 300)}`,
      );
    });
  }
});

// @if accounts
const GUESSES = 12;

// @end
describe('who is not to be served', () => {
  // @if accounts
  for (const request of determined.filter(({ isOwn }) => isOwn)) {
    it(`${request.id} serves nobody but the owner`, async () => {
      const { owner } = await sendingOf(request);
      const made = await prepare(request, owner);
      const stranger = await makeCaller(request.role);
      const answer = await send(request, made, {
        caller: stranger,
        withKey: false,
        ...bodyOf(request),
      });
      assert.ok([401, 403, 404].includes(answer.status), `${answer.status}: ${answer.text}`);
    });
  }

  for (const request of determined.filter(({ isLogin }) => isLogin)) {
    it(`${request.id} does not let anybody guess on and on`, async () => {
      const statuses: number[] = [];
      for (let tries = 0; tries < GUESSES; tries += 1)
        statuses.push((await send(request, new Map(), { caller: null, withKey: false })).status);
      assert.ok(
        statuses.every((status) => status >= 400 && status < 500),
        statuses.join(' '),
      );
      assert.ok(statuses.includes(429), statuses.join(' '));
    });
  }

  for (const request of determined.filter(({ role }) => role !== undefined)) {
    it(`${request.id} refuses who has not the role`, async () => {
      const made = await prepare(request, null);
      const answer = await send(request, made, {
        caller: await makeCaller(),
        withKey: false,
        ...bodyOf(request),
      });
      assert.ok([401, 403, 404].includes(answer.status), `${answer.status}: ${answer.text}`);
    });
  }
  // @end

  for (const request of determined.filter(({ method, body }) => method === 'post' && body)) {
    it(`${request.id} makes no second row of what there may be one`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const same = bodyOf(request);
      const answers = [
        await send(request, made, { ...sending, ...same }),
        await send(request, made, { ...sending, ...same }),
      ];
      for (const answer of answers) assert.ok(answer.status < 500, answer.text);
    });
  }
});

describe('parameters of the query that may be left out', () => {
  for (const request of determined.filter(({ optional }) => Object.keys(optional).length > 0)) {
    for (const [name, value] of Object.entries(request.optional)) {
      it(`${request.id} takes ${name}`, async () => {
        const sending = await sendingOf(request);
        const made = await prepare(request, sending.owner);
        const query = { ...request.query, [name]: value };
        const answer = await send({ ...request, query }, made, { ...sending, ...bodyOf(request) });
        assert.ok(answer.status < 500, `${answer.status}: ${answer.text.slice(0, 300)}`);
        if (answer.status < 300) expectDocumented(request, answer);
      });
    }
  }
});

describe('operations that the document does not determine', () => {
  for (const request of requests.filter(({ isDetermined }) => !isDetermined)) {
    it(`${request.id} says that it is not built`, async () => {
      const sending = await sendingOf(request);
      const answer = await send(request, new Map(), sending);
      assert.ok(
        answer.status === 501 || (answer.status >= 400 && answer.status < 500),
        `${answer.status}`,
      );
    });
  }
});

/** Names and passwords of samples are nobody's. */
function isSigningIn({ id, access, isLogin }: SampleRequest): boolean {
  if (isLogin) return true;
  return access === 'everybody' && /log_?in|sign_?in|authenticate|session|token/i.test(id);
}
