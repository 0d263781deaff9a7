import {
  ANSWER_BLANK,
  type Blueprint,
  type Entity,
  type Phrase,
  type Reading,
} from '@quantumlayer/contracts';
import { say } from '../answers.ts';
import { aboveDecisions, readDecisions } from '../decisions.ts';
import { descriptionOf, titleOf } from '../identity.ts';
import { asksForSomethingElse } from '../is-about-data.ts';
import { APP_WORDS, ERRANDS, HOSTILE, LEAD_FILLERS, LEAD_VERBS } from '../lexicon/apps.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { USUAL_APPS } from '../lexicon/usual-apps.ts';
import { USUAL_THINGS } from '../lexicon/usual-things.ts';
import { words } from '../lexicon/words.ts';
import { toAppName } from '../names.ts';
import { isPlural, singular } from '../text/nouns.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { NAMES_NO_FIELDS, WITHOUT_FIELDS } from './remark-words.ts';

/** A kind of software that a prompt asks for by its name alone. */
export type NamedApp = {
  /** The words that name it: "library management system". */
  kind: string;
  /** Those, and whom it is for. */
  title: string;
  /** What such software keeps, as a prompt, with the decisions of the prompt itself below. */
  description: string;
  /** Of the prompt: up to where the name of the app goes, up to where it says something, up to the decisions. */
  named: number;
  end: number;
};

const MAX_WORDS = 30;
const BEFORE = words(
  'manage managing send sending share sharing sell selling book schedule scheduling track tracking keep run running own running runs handle of handling organise organize organising organizing with where who which wants so that like on at and clone copy version style alternative an another very basic simple stupid free open source open-source',
);
const AFTER = words('clone copy style alternative like');

/** Kinds of several words first: "hair salon" before "salon". */
const KINDS = [...USUAL_APPS.keys()]
  .map((kind) => ({ kind, said: tokenize(kind).map(({ lower }) => singular(lower)) }))
  .sort((a, b) => b.said.length - a.said.length);

/** What a prompt asks for that names a kind of software and nothing that it keeps; null where it names none. */
export function findUsualApp(prompt: string): NamedApp | null {
  const { from, notMeant } = readDecisions(prompt);
  const above = aboveDecisions(prompt);
  const tokens = tokenize(above);
  const said = tokens.map(({ lower }) => lower);
  if (tokens.length > MAX_WORDS || isErrand(said)) return null;
  const first = said.findIndex((word, at) => kindAt(said, at) !== null || !isLead(word));
  const found = first < 0 ? null : kindAt(said, first);
  if (found === null) return null;
  const after = endOfName(said, first + found.said.length);
  const isSoftware = found.said.length > 1 || after > first + 1;
  // "make a video" asks for one, "a video sharing app" for software.
  if (asksForSomethingElse(isSoftware ? said.toSpliced(first, 1) : said)) return null;
  const last = found.said.length > 1 ? after : endOfKind(said, first, after);
  if (last === null) return null;
  const [start, kindEnd] = [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
  if (notMeant.some((words) => words.start <= start && words.end >= kindEnd)) return null;
  const audience = endOfAudience(said, last);
  const title = above.slice(start, tokens[audience - 1]?.end ?? kindEnd);
  const things = withWhom(USUAL_APPS.get(found.kind)?.things ?? '', said.slice(last, audience));
  return {
    kind: above.slice(start, kindEnd),
    title: title.replace(/\s+/g, ' '),
    description: `App with ${things}\nDecided: ${prompt.slice(from)}`,
    named: tokens[audience - 1]?.end ?? kindEnd,
    end: above.length,
  };
}

function isErrand(said: readonly string[]): boolean {
  return ERRANDS.has(said[0] ?? '') || said.some((word) => HOSTILE.has(word));
}

const isLead = (word: string) =>
  LEAD_FILLERS.has(word) ||
  LEAD_VERBS.has(word) ||
  APP_WORDS.has(word) ||
  BEFORE.has(word) ||
  /^\W+$/.test(word);

function kindAt(said: readonly string[], at: number) {
  const isThere = (kind: readonly string[]) =>
    kind.every(
      (word, index) => word === singular(said[at + index] ?? '') || word === said[at + index],
    );
  return KINDS.find(({ said: kind }) => isThere(kind)) ?? null;
}

/** Up to where the words go that only say that it is software. */
function endOfName(said: readonly string[], from: number): number {
  let at = from;
  while (APP_WORDS.has(said[at] ?? '') || AFTER.has(said[at] ?? '') || said[at] === '-') at += 1;
  return at;
}

/** A kind of one word is meant where nothing else goes on with it: "stock photos" are no stock. */
function endOfKind(said: readonly string[], first: number, after: number): number | null {
  const next = said[after];
  const isAlone =
    next === undefined ||
    /^(for|of|in|like|to|where|with|that|which|at|on|and|,|\.|!|but|:|-|so|using|similar)$/.test(
      next,
    );
  return isAlone && after > first ? after : null;
}

/** "for a wedding photographer", "but for boats". */
function endOfAudience(said: readonly string[], from: number): number {
  let at = said[from] === 'but' ? from + 1 : from;
  if (said[at] !== 'for') return from;
  at += 1;
  const until = at + 4;
  while (
    at < until &&
    /^[a-z][a-z'’-]*$/.test(said[at] ?? '') &&
    !/^(where|with|that|which|and|so|to|using)$/.test(said[at] ?? '')
  )
    at += 1;
  return at;
}

/**
 * `{listings}` are what the app is for where that is a thing: "airbnb for boats". `<cards>` only where it is said to be for
 * something else than its model: "like Trello but for legal cases".
 */
export function withWhom(things: string, audience: readonly string[]): string {
  const isInstead = audience[0] === 'but';
  const said = audience.filter((word) => !/^(but|for|a|an|the|my|our)$/.test(word));
  const last = said.at(-1) ?? '';
  const isThing = isPlural(last) && said.length <= 2 && !isPersonWord(singular(last));
  const isMeant = { '{': isThing, '<': isThing && isInstead };
  return things.replace(/([{<])(\w+)[}>]/g, (_all, open: '{' | '<', usual: string) => {
    if (!isMeant[open]) return usual;
    return [...said.slice(0, -1), isPlural(usual) ? last : singular(last)].join(' ');
  });
}

/** Nothing is said of what is kept but a name: of the app, or of the one thing in its title. */
export function namesNothing({ blueprint, assumptions, questions }: Reading): boolean {
  const [only, ...others] = blueprint.entities;
  if (only === undefined || others.length > 0 || blueprint.people !== undefined) return false;
  const isOpen = assumptions.some(
    ({ path, text }) => path === `${only.name}.name` && text.includes(WITHOUT_FIELDS),
  );
  return (
    isOpen ||
    questions.some(({ path, text }) => path === only.name && text.includes(NAMES_NO_FIELDS))
  );
}

/** The reading of what such software keeps, as one of the prompt that named it. */
export function asNamed(prompt: string, app: NamedApp, reading: Reading): Reading {
  const { entities } = reading.blueprint;
  const called = nameOf(prompt, app);
  const below = app.description.indexOf('Decided:');
  const shift = prompt.length - app.description.length;
  const things = entities.map(({ plural }) => say(plural));
  const became = entities.map(({ name }) => ({
    path: name,
    meaning: `entity ${name}, which such software usually keeps`,
  }));
  const more = moreThan(prompt, app, entities);
  const start = prompt.search(/\S/);
  const end = app.named + (more === null ? prompt.slice(app.named, app.end).trimEnd().length : 0);
  const named = phraseOf(prompt, start, end, [
    { path: 'name', meaning: `the app is named after "${app.title}"` },
    ...became.slice(0, 19),
  ]);
  const decided = reading.phrases
    .filter(({ start: at }) => at > below && at + shift >= app.end)
    .map((phrase) => ({ ...phrase, start: phrase.start + shift, end: phrase.end + shift }));
  return {
    ...reading,
    blueprint: { ...reading.blueprint, ...called, description: descriptionOf(prompt) },
    phrases: [named, ...(more === null ? [] : [more]), ...decided],
    notUnderstood: [...(more === null ? [] : [more.text]), ...reading.notUnderstood],
    assumptions: [
      {
        path: '',
        text: `The prompt names software of a kind ("${app.kind}") and nothing that it keeps, so it keeps what such software usually does: ${things.join(', ')}.`,
        answers: [
          {
            label: 'It keeps',
            sentence: `Not meant: "${app.kind}". Keep ${ANSWER_BLANK}.`,
            example: 'books, shelves and readers',
          },
        ],
      },
      ...reading.assumptions,
    ],
  };
}

/** What stands behind the name and is neither a thing that is kept nor a word of asking for software. */
function moreThan(prompt: string, app: NamedApp, entities: readonly Entity[]): Phrase | null {
  const rest = prompt.slice(app.named, app.end).trimEnd();
  const kept = new Set(entities.flatMap(({ name }) => say(name).split(' ')));
  const isKnown = ({ lower }: Token) => isLead(lower) || kept.has(singular(lower));
  if (tokenize(rest).every(isKnown)) return null;
  const from = app.named + rest.search(/[\p{L}\p{N}]/u);
  return phraseOf(prompt, from, app.named + rest.length, []);
}

/** "rental of equipment with customers, items and rentals" names what is to be kept: what the kind usually keeps is not asked for. */
export function namesOthers(prompt: string, app: NamedApp, { blueprint }: Reading): boolean {
  const kept = new Set(
    blueprint.entities.flatMap(({ name }) => [say(name), ...say(name).split(' ')]),
  );
  const others = tokenize(prompt.slice(app.named, app.end)).filter(
    ({ lower }) =>
      isPlural(lower) && USUAL_THINGS.has(singular(lower)) && !kept.has(singular(lower)),
  );
  return others.length > 0;
}

/** What a decision calls it, and else what the prompt does. */
function nameOf(prompt: string, { title }: NamedApp): Pick<Blueprint, 'name' | 'title'> | null {
  const name = toAppName(title.split(' '));
  if (readDecisions(prompt).appName !== null || name === null) return null;
  return { name, title: titleOf(title.split(' ')) };
}

function phraseOf(prompt: string, start: number, end: number, became: Phrase['became']): Phrase {
  return { text: prompt.slice(start, end), start, end, became };
}
