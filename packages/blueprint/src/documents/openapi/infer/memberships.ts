import type { JsonObject } from '../json-value.ts';
import { singular } from '../words.ts';
import { answerSchema, findRow } from './row-schema.ts';
import { schemaNoun } from './schema-noun.ts';
import { showsState } from './shown-states.ts';
import type { Subject } from './subjects.ts';
import { isDeed } from './verbs.ts';

/** What somebody becomes who does this, by the words that documents have for it; what undoes it. */
const BECOMES: readonly {
  does: RegExp;
  undoes: RegExp;
  is: readonly string[];
}[] = [
  { does: /^subscribe$/, undoes: /^unsubscribe$/, is: ['subscriber', 'subscription'] },
  {
    does: /^(join|enter)$/,
    undoes: /^(leave|quit|exit)$/,
    is: ['member', 'participant', 'attendee', 'player', 'membership'],
  },
  { does: /^follow$/, undoes: /^unfollow$/, is: ['follower'] },
  {
    does: /^(enroll|enrol)$/,
    undoes: /^(unenroll|unenrol|disenroll)$/,
    is: ['enrollment', 'enrolment', 'student', 'participant'],
  },
  {
    does: /^(attend|rsvp|register)$/,
    undoes: /^(unattend|unregister|deregister)$/,
    is: ['attendee', 'participant', 'registration', 'guest'],
  },
  { does: /^invite$/, undoes: /^uninvite$/, is: ['invitation', 'invitee', 'guest'] },
  { does: /^block$/, undoes: /^unblock$/, is: ['block'] },
];

/** `POST /lists/{id}/subscribe` makes what `/lists/{id}/subscribers` lists, and `unsubscribe` takes it out again. */
export function asMemberships(subjects: readonly Subject[]): Subject[] {
  return subjects.map((subject) => asMembership(subject, subjects) ?? subject);
}

function asMembership(subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation } = subject;
  const last = operation.segments.at(-1) ?? '';
  const isOwn = operation.body === null && asksWho(operation);
  if (operation.method !== 'post' || (operation.body === null && !isOwn)) return null;
  const kind = BECOMES.find(({ does, undoes }) => does.test(last) || undoes.test(last));
  if (kind === undefined) return null;
  const around = operation.path.slice(0, -last.length);
  const listed = all.find(
    ({ operation: other }) =>
      other.path.startsWith(around) &&
      kind.is.includes(singular(other.path.slice(around.length).split('/')[0] ?? '')),
  );
  const isPair = [kind.does, kind.undoes].every((pattern) =>
    all.some(
      ({ operation: other }) =>
        other.path.startsWith(around) && pattern.test(other.path.slice(around.length)),
    ),
  );
  const noun = listed?.noun ?? (isPair ? kind.is[0] : undefined);
  if (noun === undefined) return null;
  // Where the path ends with a verb, the record that it names stands around.
  const holder = subject.own === null ? [] : [{ parameter: subject.own, noun: subject.noun }];
  return {
    ...subject,
    ...{ noun, nounWords: listed?.nounWords ?? [noun], own: null, isPlural: false },
    parents: [...subject.parents, ...holder],
    action: [kind.undoes.test(last) ? 'remove' : 'add'],
    collection: operation.path,
    ...(isOwn && { perPerson: true }),
  };
}

/** `PUT` and `DELETE /recipes/{id}/favorite` without a body: everybody who signs in has it or not, where recipes show no such state. */
export function asMarks(root: JsonObject, subjects: readonly Subject[]): Subject[] {
  const marked = subjects.map((subject) => asMark(root, subject, subjects) ?? subject);
  return marked.map((subject) => asThrough(root, subject, marked) ?? subject);
}

function asMark(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, own, action, noun } = subject;
  const [word, ...others] = action;
  if (own === null || word === undefined || others.length > 0 || !isDeed(word)) return null;
  if (!isBareOfOne(operation) || !asksWho(operation)) return null;
  const twins = all.filter((one) => one.operation.path === operation.path);
  if (!twins.every((one) => isBareOfOne(one.operation))) return null;
  if (!twins.some((one) => one.operation.method === 'delete')) return null;
  if (showsState(root, noun, { word, all })) return null;
  return below(subject, [singular(word)]);
}

/** A mark has no word but its path. */
function isBareOfOne({ method, body }: Subject['operation']): boolean {
  return body === null && ['put', 'post', 'delete'].includes(method);
}

function asksWho({ security, responses }: Subject['operation']): boolean {
  const isSecured = security?.every((names) => names.length > 0) === true;
  return isSecured || responses.some(({ status }) => status === '401');
}

function below(subject: Subject, nounWords: readonly string[]): Subject {
  const { own, noun, operation } = subject;
  const holder = own === null ? [] : [{ parameter: own, noun }];
  return {
    ...subject,
    ...{ noun: nounWords.join(''), nounWords, own: null, isPlural: false, action: [] },
    parents: [...subject.parents, ...holder],
    ...{ collection: operation.path, perPerson: true },
  };
}

/** `GET /me/favorites` lists recipes where they are what is marked. */
function asThrough(root: JsonObject, subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation, noun, own } = subject;
  const mark = all.find((one) => one.perPerson && isSameWord(one.noun, noun));
  const holder = mark?.parents.at(-1)?.noun;
  if (mark === undefined || holder === undefined || operation.method !== 'get' || own !== null)
    return null;
  const answer = answerSchema(operation);
  const row = answer === null ? null : findRow(root, answer, subject.nounWords);
  if (row?.many !== true || schemaNoun(row.schema.name).join('') !== holder) return null;
  const { nounWords } = mark;
  return { ...subject, noun: mark.noun, nounWords, through: holder, action: [] };
}

/** People write it either way. */
function isSameWord(one: string, other: string): boolean {
  return one.replace('favour', 'favor') === other.replace('favour', 'favor');
}
