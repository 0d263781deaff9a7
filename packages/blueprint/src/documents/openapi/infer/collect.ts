import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { type Operation, successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { createDraft, type Draft, findAmbiguous } from './draft.ts';
import { asMarks, asMemberships } from './memberships.ts';
import { byOtherNames } from './other-names.ts';
import { answerSchema, findRow } from './row-schema.ts';
import { schemaNoun } from './schema-noun.ts';
import { asState } from './shown-states.ts';
import { nounOf, readSubject, type Subject } from './subjects.ts';

/** The operations by what they are about. */
export function collectSubjects(
  root: JsonObject,
  operations: readonly Operation[],
): { subjects: Subject[]; drafts: Map<string, Draft> } {
  const read = apart(operations.map(readSubject));
  const known = new Set(
    read
      .filter(({ operation }) => operation.method === 'post' || operation.method === 'put')
      .map(({ noun }) => noun)
      .filter((noun) => noun !== ''),
  );
  const named = asMemberships(read).map((subject) => asPart(withNoun(root, subject, known)));
  const files = fileMembers(root, named);
  const states = named.map((subject) => asState(root, subject, named) ?? subject);
  const pages = states.map((subject) =>
    asDeed(asText(root, asMember(asPage(subject, states), files), states), states),
  );
  const parts = asMarks(root, pages);
  const subjects = byOtherNames(root, parts);
  const ambiguous = findAmbiguous(root);
  const drafts = new Map<string, Draft>();
  for (const subject of subjects) {
    if (subject.noun === '') continue;
    const draft =
      drafts.get(subject.noun) ?? createDraft(subject.noun, subject.nounWords, ambiguous);
    draft.subjects.push(subject);
    drafts.set(subject.noun, draft);
  }
  return { subjects, drafts };
}

/** Where the path has only verbs, the names of schemas, the operationId and the tag say what it is about. */
function withNoun(root: JsonObject, subject: Subject, known: ReadonlySet<string>): Subject {
  const { operation, noun } = subject;
  if (noun !== '' && (subject.isPlural || !/^(search|me|list|all|overview|dashboard)$/.test(noun)))
    return subject;
  if (noun === 'me') return subject;
  const answer = answerSchema(operation);
  const row = answer === null ? null : findRow(root, answer, []);
  const names = [
    schemaNoun(row?.schema.name ?? null),
    schemaNoun(operation.body?.schema.name ?? null),
    ...(row?.path ?? []).map((name) => schemaNoun(name)),
    nounOf(operation.words).nounWords,
    schemaNoun(operation.tag),
    ...operation.text.split(/[^a-z]+/).map((word) => [singular(word)]),
  ];
  const found =
    names.find((words) => words.length > 0 && known.has(words.join(''))) ??
    names
      .slice(0, -1)
      .find(
        (words) => words.length > 0 && operation.method === 'post' && words.join('').length > 2,
      );
  if (found === undefined) return { ...subject, noun: '', nounWords: [] };
  return {
    ...subject,
    noun: found.join(''),
    nounWords: found,
    action: subject.action.length > 0 ? subject.action : subject.nounWords,
  };
}

/** `/a-b` and `/a_b` are two collections, though their words are the same. */
function apart(subjects: readonly Subject[]): Subject[] {
  const spellings = new Map<string, string[]>();
  return subjects.map((subject) => {
    const last = subject.collection.split('/').at(-1) ?? '';
    const words = wordsOf(last).join(' ');
    const known = spellings.get(words) ?? [];
    if (!known.includes(last)) known.push(last);
    spellings.set(words, known);
    const at = known.indexOf(last);
    if (at <= 0 || subject.noun === '' || words === '') return subject;
    return {
      ...subject,
      noun: `${subject.noun}${at + 1}`,
      nounWords: [...subject.nounWords, `${at + 1}`],
    };
  });
}

/** Names of the files that records are made with, by what the records are. */
function fileMembers(root: JsonObject, subjects: readonly Subject[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { noun, own, operation } of subjects)
    for (const { schema } of own === null && operation.method === 'post' ? operation.bodies : [])
      for (const [name, raw] of schema.properties)
        if (flatten(root, raw).format === 'binary')
          found.set(noun, (found.get(noun) ?? new Set()).add(plain(name)));
  return found;
}

/** `POST /orders/{id}/expedite` without a body does something to the order, where nothing else knows expedites. */
function asDeed(subject: Subject, all: readonly Subject[]): Subject {
  const { operation, own, parents, noun, nounWords, isPlural } = subject;
  const holder = parents.at(-1);
  const isBare =
    operation.method === 'post' && operation.body === null && own === null && !isPlural;
  if (holder === undefined || holder.parameter === '' || !isBare) return subject;
  if (all.some((one) => one.operation !== operation && one.noun === noun)) return subject;
  return {
    ...subject,
    ...{ noun: holder.noun, nounWords: nounOf([holder.noun]).nounWords, own: holder.parameter },
    ...{ parents: parents.slice(0, -1), action: nounWords },
  };
}

/** `/profiles/{username}/image` is the image of a profile, when profiles are made with one. */
function asMember(subject: Subject, files: ReadonlyMap<string, ReadonlySet<string>>): Subject {
  const holder = subject.parents.at(-1);
  if (subject.own !== null || holder === undefined || !files.get(holder.noun)?.has(subject.noun))
    return subject;
  const collection = subject.operation.path.split('/{')[0] ?? '';
  return {
    ...subject,
    ...{ noun: holder.noun, nounWords: nounOf([holder.noun]).nounWords, own: holder.parameter },
    ...{
      parents: subject.parents.slice(0, -1),
      action: [subject.noun],
      collection,
      isPlural: false,
    },
  };
}

/** `/recipes/{id}/page` is the recipe as a page, where nothing else knows pages. */
function asPage(subject: Subject, all: readonly Subject[]): Subject {
  const { operation, own, parents, noun, nounWords } = subject;
  const holder = parents.at(-1);
  const { contents = [] } = successOf(operation)?.response ?? {};
  const isPage = contents.length > 0 && contents.every(({ media }) => /^text\/html/.test(media));
  if (operation.method !== 'get' || own !== null || !isPage || holder === undefined) return subject;
  if (holder.parameter === '' || (subject.isPlural && !PAGES.test(noun))) return subject;
  if (all.some((one) => one.operation !== operation && one.noun === noun)) return subject;
  return {
    ...subject,
    ...{ noun: holder.noun, nounWords: nounOf([holder.noun]).nounWords, own: holder.parameter },
    ...{ parents: parents.slice(0, -1), action: nounWords, isPlural: false },
  };
}

const PAGES = /^(page|html|view|print|preview|display|document|sheet|card)$/;

/** `PUT /tasks/{id}/text` takes the text of a task as its whole body, where tasks show one. */
function asText(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject {
  const { operation, own, parents, noun, nounWords } = subject;
  const holder = parents.at(-1);
  const { body, method } = operation;
  const isText = body !== null && /^text\//.test(body.media) && ['put', 'patch'].includes(method);
  if (own !== null || holder === undefined || holder.parameter === '' || !isText) return subject;
  const isShown = all.some((one) => {
    const answer = one.noun === holder.noun ? answerSchema(one.operation) : null;
    const row = answer === null ? null : findRow(root, answer, one.nounWords);
    return [...(row?.schema.properties.keys() ?? [])].some((name) => plain(name) === noun);
  });
  if (!isShown) return subject;
  return {
    ...subject,
    ...{ noun: holder.noun, nounWords: nounOf([holder.noun]).nounWords, own: holder.parameter },
    ...{ parents: parents.slice(0, -1), action: nounWords, isPlural: false },
  };
}

/** `add_to_cart` makes an item of a cart, `remove_from_cart` takes one out. */
function asPart(subject: Subject): Subject {
  const { action, noun, nounWords, own, parents } = subject;
  if (own !== null || noun === '' || !(action.includes('to') || action.includes('from')))
    return subject;
  if (!action.some((word) => /^(add|put|append|remove|delete|take)$/.test(word))) return subject;
  return {
    ...subject,
    noun: `${noun}item`,
    nounWords: [...nounWords, 'item'],
    parents: [...parents, { parameter: '', noun }],
  };
}
