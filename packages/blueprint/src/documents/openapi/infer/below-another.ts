import type { JsonObject } from '../json-value.ts';
import { plain } from '../words.ts';
import { isSecretName, stemOfId } from './names.ts';
import { answerSchema, findRow } from './row-schema.ts';
import type { Subject } from './subjects.ts';

/**
 * `GET /get_status/{service_id}`: the status of a service, where other operations make services; and what is told of a
 * service with its key, `POST /report_status {service_id}` with `X-Api-Key`.
 */
export function asBelow(
  root: JsonObject,
  subject: Subject,
  all: readonly Subject[],
): Subject | null {
  const { operation, own, parents, noun } = subject;
  if (parents.length > 0) return null;
  if (operation.method === 'get' && own !== null) return readBelow(root, subject, all);
  if (operation.method !== 'post' || own !== null) return null;
  for (const name of operation.body?.schema.required ?? []) {
    const maker = makerNamed(root, name, { all, noun });
    if (maker !== null && asksSecretOf(root, subject, maker))
      // Named in the body, not in the path.
      return { ...subject, parents: [{ parameter: '', noun: maker.noun }] };
  }
  return null;
}

function readBelow(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, own, noun } = subject;
  const maker = own === null ? null : makerNamed(root, own, { all, noun });
  if (own === null || maker === null) return null;
  const told = all.filter((one) => one.own === null && tellsOf(one, own));
  const same = told.find((one) => one.noun === noun);
  const [only, ...others] = told;
  const of = same ?? (others.length === 0 ? only : undefined);
  if (of === undefined) return null;
  const isPlural = answerSchema(operation)?.type === 'array';
  return {
    ...subject,
    ...{ noun: of.noun, nounWords: of.nounWords, own: null, isPlural },
    parents: [{ parameter: own, noun: maker.noun }],
  };
}

/** What makes the records that an id names, and tells whoever made one that id. */
function makerNamed(
  root: JsonObject,
  id: string,
  { all, noun }: { all: readonly Subject[]; noun: string },
): Subject | null {
  const stem = stemOfId(id);
  if (stem === null || stem === noun) return null;
  const found = all.find(
    (one) =>
      one.noun === stem &&
      one.own === null &&
      one.operation.method === 'post' &&
      shownBy(root, one).some((name) => plain(name) === plain(id)),
  );
  return found ?? null;
}

/** A request that says of which record it is, and something about it. */
function tellsOf({ operation }: Subject, id: string): boolean {
  const names = [...(operation.body?.schema.required ?? [])].map(plain);
  return operation.method === 'post' && names.includes(plain(id)) && names.length > 1;
}

function asksSecretOf(root: JsonObject, { operation }: Subject, maker: Subject): boolean {
  const secrets = shownBy(root, maker).map(plain).filter(isSecretName);
  return operation.parameters.some(
    ({ in: place, name }) =>
      place !== 'path' && secrets.includes(plain(name).replace(/^x(?=.)/, '')),
  );
}

function shownBy(root: JsonObject, { operation, nounWords }: Subject): string[] {
  const answer = answerSchema(operation);
  const row = answer === null ? null : findRow(root, answer, nounWords, true);
  return [...(row?.schema.properties.keys() ?? [])];
}
