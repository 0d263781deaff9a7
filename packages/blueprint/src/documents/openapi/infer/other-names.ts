import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { asBelow } from './below-another.ts';
import { statesAfter } from './deeds.ts';
import { asTallied } from './events.ts';
import { isCounterName, isPasswordName, isSecretName, stemOfId } from './names.ts';
import { answerSchema, findRow } from './row-schema.ts';
import type { Subject } from './subjects.ts';

/** Paths that call the records of another path by a name of their own are about those records. */
export function byOtherNames(root: JsonObject, subjects: readonly Subject[]): Subject[] {
  return subjects.map(
    (subject) =>
      asRandom(subject, subjects) ??
      asTallied(root, subject, subjects) ??
      asBelow(root, subject, subjects) ??
      asSwitch(root, subject, subjects) ??
      asCounted(root, subject, subjects) ??
      asSame(root, subject, subjects) ??
      asKeyed(root, subject, subjects) ??
      asReported(subject, subjects) ??
      asValues(root, subject, subjects),
  );
}

/** `GET /quotes/random` is one of the quotes. */
function asRandom(subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation } = subject;
  const [before = '', last = ''] = operation.segments.slice(-2);
  if (operation.method !== 'get' || !/^random$/i.test(last) || before.startsWith('{')) return null;
  const target = all.find(
    (one) => one !== subject && one.noun === singular(plain(before)) && makes(one),
  );
  return target === undefined
    ? null
    : {
        ...subject,
        ...nameOf(target),
        parents: target.parents,
        action: ['random'],
        isPlural: false,
      };
}

/** `POST /click {button}` counts in what `/counters/{button}` shows, where nothing else makes counters or shows clicks. */
function asCounted(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, noun, own } = subject;
  const names = [...(operation.body?.schema.properties.keys() ?? [])].map(plain);
  const [name, ...others] = names;
  if (operation.method !== 'post' || own !== null || name === undefined || others.length > 0)
    return null;
  if (all.some((one) => one !== subject && one.noun === noun)) return null;
  const counter = all.find(
    (one) =>
      one.own !== null &&
      plain(one.own) === name &&
      one.operation.method === 'get' &&
      !all.some((other) => other.noun === one.noun && makes(other)) &&
      showsCount(root, one),
  );
  return counter === undefined ? null : { ...subject, ...nameOf(counter) };
}

/** `GET /{code}` and `GET /stats/{code}` read what `POST /links` makes, when that shows a `code` and all that these show. */
function asSame(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, noun, own } = subject;
  if (own === null || subject.parents.length > 0) return null;
  if (noun === '') return asOnlyKnown(root, subject, all);
  if (operation.method !== 'get' || all.some((one) => one.noun === noun && makes(one))) return null;
  return onlyMaker(root, subject, { all, names: [...shownBy(root, subject), own] });
}

/** `DELETE /{code}` and `GET /{code}/stats` say nothing but a `code`: they are about what is made with one. */
function asOnlyKnown(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { own } = subject;
  if (own === null) return null;
  const names = [...shownBy(root, subject), own];
  return (
    onlyMaker(root, subject, { all, names }) ?? onlyMaker(root, subject, { all, names: [own] })
  );
}

/** `PUT /answers/{code}` is about what is made with a `code` that somebody was given, where nothing makes answers. */
function asKeyed(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { own, noun, parents } = subject;
  if (own === null || parents.length > 0 || !isSecretName(own)) return null;
  if (all.some((one) => one.noun === noun && one.own === null && makes(one))) return null;
  return onlyMaker(root, subject, { all, names: [own] });
}

/** What one operation alone makes with all of these. */
function onlyMaker(
  root: JsonObject,
  subject: Subject,
  { all, names }: { all: readonly Subject[]; names: readonly string[] },
): Subject | null {
  const makers = all.filter(
    (one) =>
      one.own === null &&
      one.noun !== '' &&
      one.operation.method === 'post' &&
      !signsIn(one) &&
      isKnownTo(root, one, names),
  );
  const [maker, ...others] = makers;
  return maker === undefined || others.length > 0 ? null : { ...subject, ...nameOf(maker) };
}

/** The token of a session is none of a record. */
function signsIn({ operation: { body } }: Subject): boolean {
  return [...(body?.schema.properties.keys() ?? [])].some(isPasswordName);
}

function shownBy(root: JsonObject, { operation, nounWords }: Subject): string[] {
  const answer = answerSchema(operation);
  const row = answer === null ? null : findRow(root, answer, nounWords, true);
  return [...(row?.schema.properties.keys() ?? [])];
}

function isKnownTo(root: JsonObject, maker: Subject, names: readonly string[]): boolean {
  const known = [
    ...shownBy(root, maker),
    ...(maker.operation.body?.schema.properties.keys() ?? []),
  ].map(plain);
  return names.every((name) => known.includes(plain(name)));
}

function makes({ operation: { method } }: Subject): boolean {
  return method === 'post' || method === 'put' || method === 'patch';
}

function showsCount(root: JsonObject, { operation, nounWords }: Subject): boolean {
  const answer = answerSchema(operation);
  const row = answer === null ? null : findRow(root, answer, nounWords, true);
  const counters = [...(row?.schema.properties ?? [])].filter(
    ([name, raw]) => isCounterName(name) && flatten(root, raw).type === 'integer',
  );
  return counters.length === 1;
}

/** `GET /phones?card=` lists values of a member of records that are made elsewhere. */
function asValues(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject {
  const { operation, noun, own, isPlural } = subject;
  if (operation.method !== 'get' || own !== null || !isPlural || noun === '') return subject;
  const answer = answerSchema(operation);
  if (answer?.type !== 'array' || flatten(root, answer.items ?? {}).properties.size > 0)
    return subject;
  if (all.some((one) => one.noun === noun && makes(one) && holds(one, noun) === false))
    return subject;
  const maker = all.find((one) => one.own === null && makes(one) && holds(one, noun));
  return maker === undefined ? subject : { ...subject, ...nameOf(maker) };
}

function nameOf({ noun, nounWords }: Subject): Pick<Subject, 'noun' | 'nounWords'> {
  return { noun, nounWords };
}

function holds({ operation }: Subject, noun: string): boolean {
  return [...(operation.body?.schema.properties.keys() ?? [])].some((name) => isCalled(name, noun));
}

/** `phone` and `credit_card` are called phones and cards. */
export function isCalled(member: string, noun: string): boolean {
  return singular(plain(member)) === noun || singular(wordsOf(member).at(-1) ?? '') === noun;
}

/** `POST /ban {username}` turns on `banned` of what `/users/{username}` shows. */
function asSwitch(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, own } = subject;
  const names = [...(operation.body?.schema.properties.keys() ?? [])].map(plain);
  const [verb = '', ...words] = wordsOf(operation.segments.at(-1) ?? '');
  const [name, ...others] = names;
  if (operation.method !== 'post' || own !== null || words.length > 0 || others.length > 0)
    return null;
  if (name === undefined || answerSchema(operation) !== null) return null;
  const states = [...statesAfter(verb), ...statesAfter(verb.replace(/^un/, ''))];
  const target = all.find(
    (one) =>
      one.own !== null &&
      plain(one.own) === name &&
      [...switchesOf(root, one)].some((each) => states.includes(each)),
  );
  return target === undefined
    ? null
    : { ...subject, ...nameOf(target), action: [verb], switches: true };
}

function switchesOf(root: JsonObject, { operation, nounWords }: Subject): string[] {
  const answer = answerSchema(operation);
  const row = answer === null ? null : findRow(root, answer, nounWords, true);
  return [...(row?.schema.properties ?? [])].flatMap(([name, raw]) =>
    flatten(root, raw).type === 'boolean' ? [plain(name).replace(/^(is|has|was)(?=.)/, '')] : [],
  );
}

/** `GET /status/{deviceId}` shows what `POST /heartbeat {deviceId}` tells, where nothing else speaks of devices. */
function asReported(subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, noun, own, parents } = subject;
  if (operation.method !== 'get' || own === null || parents.length > 0) return null;
  const stem = stemOfId(own);
  if (stem === null || stem === noun || all.some((one) => one.noun === stem)) return null;
  if (all.some((one) => one.noun === noun && makes(one))) return null;
  const makers = all.filter(
    (one) =>
      one.own === null &&
      one.noun !== '' &&
      one.operation.method === 'post' &&
      [...(one.operation.body?.schema.required ?? [])].some((name) => plain(name) === plain(own)),
  );
  const [maker, ...others] = makers;
  return maker === undefined || others.length > 0 ? null : { ...subject, ...nameOf(maker) };
}
