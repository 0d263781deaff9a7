import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// @if within
import { asObject } from '../src/contract/json.ts';
// @end
import { bodyOf, expectDocumented, sendingOf } from './support/judge.ts';
import { requests } from './support/requests.ts';
// @if secrets
import { rows } from './support/rows.ts';
import { makeBelow, makeShown, prepare, type SampleRequest, send } from './support/send.ts';
// @end
// @if !secrets
import { makeBelow, makeShown, prepare, send } from './support/send.ts';
// @end

const determined = requests.filter(({ isDetermined }) => isDetermined);

// @if secrets
const GUESSES = 12;

/** Made secrets are too long to be guessed. */
function isThoughtOf(opens: SampleRequest['opens']): boolean {
  const { row = '', member = '' } = opens ?? {};
  return rows[row]?.resource.rules[member]?.kind === 'password';
}

// @end
describe('rows that are there', () => {
  for (const request of determined.filter(({ shows }) => shows !== undefined)) {
    it(`${request.id} shows them as documented, with what belongs to them`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const found = made.get(request.shows ?? '');
      if (found !== undefined) await makeBelow(request, found, sending.owner);
      else
        for (let count = 0; count < 2; count += 1) await makeShown(request, made, sending.owner);
      const answer = await send(request, made, { ...sending, ...bodyOf(request) });
      assert.ok(answer.status < 400, `${answer.status}: ${answer.text.slice(0, 300)}`);
      expectDocumented(request, answer);
    });
  }
});

describe('rows that are not for every request', () => {
  for (const request of determined.filter(({ headers }) => 'If-Match' in headers)) {
    it(`${request.id} changes nothing that has changed meanwhile`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const outdated = { ...request, headers: { ...request.headers, 'If-Match': '"outdated"' } };
      const { status, text } = await send(outdated, made, { ...sending, ...bodyOf(request) });
      assert.ok(status >= 400 && status < 500, `${status}: ${text.slice(0, 300)}`);
    });
  }

  const opened = determined.filter(({ opens, rows }) =>
    rows.some(({ resource }) => resource === opens?.row),
  );
  for (const request of opened) {
    it(`${request.id} is opened by the secret of the row alone`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const { row = '', member = '' } = request.opens ?? {};
      const forged = new Map(made).set(row, { ...made.get(row), [member]: 'a-secret-of-nobody' });
      const { status, text } = await send(request, forged, { ...sending, ...bodyOf(request) });
      assert.ok(status >= 400 && status < 500, `${status}: ${text.slice(0, 300)}`);
    });
  }
  // @if secrets

  for (const request of opened.filter(({ opens }) => isThoughtOf(opens))) {
    it(`${request.id} does not let anybody guess the secret on and on`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const { row = '', member = '' } = request.opens ?? {};
      const statuses: number[] = [];
      for (let tries = 0; tries < GUESSES; tries += 1) {
        const forged = new Map(made).set(row, { ...made.get(row), [member]: `guess ${tries}` });
        const { status } = await send(request, forged, { ...sending, ...bodyOf(request) });
        statuses.push(status);
      }
      assert.ok(statuses.includes(429), statuses.join(' '));
    });
  }
  // @end

  // @if within
  for (const request of determined.filter(({ bounded }) => bounded !== undefined)) {
    it(`${request.id} takes no more than there is`, async () => {
      const sending = await sendingOf(request);
      const made = await prepare(request, sending.owner);
      const { name = '', value } = request.bounded ?? {};
      const body = { type: request.body?.type ?? '', value: { ...asObject(request.body?.value), [name]: value } };
      const { status, text } = await send(request, made, { ...sending, body });
      assert.ok(status >= 400 && status < 500, `${status}: ${text.slice(0, 300)}`);
    });
  }

  // @end
  for (const request of determined)
    for (const { row, member, value } of request.refusedIn)
      it(`${request.id} is refused where ${member} is ${String(value)}`, async () => {
        const sending = await sendingOf(request);
        const made = await prepare(request, sending.owner, { [row]: { [member]: value } });
        const { status, text } = await send(request, made, { ...sending, ...bodyOf(request) });
        assert.ok(status >= 400 && status < 500, `${status}: ${text.slice(0, 300)}`);
      });
});
