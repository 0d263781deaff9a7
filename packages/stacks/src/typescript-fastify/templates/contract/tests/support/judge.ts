import assert from 'node:assert/strict';
import { describe as describeOperation } from '../../src/contract/document.ts';
import { answerValidator } from '../../src/contract/validators.ts';
import { rows } from './rows.ts';
import { freshBody, type SampleRequest, type Sending, type send } from './send.ts';
// @if accounts
import { makeCaller } from './world.ts';
// @end

type Answer = Awaited<ReturnType<typeof send>>;

/** Fails for an answer that the document does not have: its status, its media type or its body. */
export function expectDocumented(
  { method, path }: SampleRequest,
  { status, type, body, text }: Answer,
): void {
  const { responses } = describeOperation(method, path);
  const documented =
    responses.find((one) => one.status === String(status)) ??
    responses.find((one) => one.status.toUpperCase() === `${String(status)[0]}XX`) ??
    responses.find((one) => one.status === 'default');
  assert.ok(
    documented,
    `${method} ${path} answered ${status}, which the document does not have: ${text.slice(0, 300)}`,
  );
  if (documented.contents.length === 0 || method === 'head') return;
  const media = documented.contents.find(
    (one) =>
      one.type === type ||
      one.type === '*/*' ||
      (/json/.test(one.type) && /json/.test(type)) ||
      one.type.endsWith('/*'),
  );
  const isFile = documented.contents.every((one) => !/json|html|text/.test(one.type));
  assert.ok(media ?? isFile, `${method} ${path} answered ${type}`);
  if (media?.schema && body !== undefined)
    assert.deepEqual(answerValidator(media.schema)(body), [], text.slice(0, 500));
}

/** Who sends a request that is served, and whose its rows are. */
export async function sendingOf({
  access,
  role,
  isOptional,
}: SampleRequest): Promise<Sending & { owner: Sending['caller'] }> {
  // @if accounts
  if (access === 'session' || isOptional) {
    const caller = await makeCaller(role);
    return { caller, withKey: false, owner: caller };
  }
  return { caller: null, withKey: access === 'key', owner: await makeCaller() };
  // @end
  // @if !accounts
  assert.ok(role === undefined && !isOptional);
  return { caller: null, withKey: access === 'key', owner: null };
  // @end
}

/** Of two members of one name the one with a form of its own goes for both. */
const unique = new Map(
  Object.values(rows)
    .flatMap((row) => Object.entries(row.unique))
    .toSorted(([, one], [, other]) => one.length - other.length),
);

/** The body of a request with values that no row has where there may be only one of each. */
export function bodyOf(request: SampleRequest): Pick<Sending, 'body'> {
  const body = freshBody(request, unique);
  return body === undefined ? {} : { body };
}
