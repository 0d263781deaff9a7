import type { Blueprint, Phrase, Reading, Remark } from '@quantumlayer/contracts';
import { fieldsOf, notMeant, say } from '../answers.ts';
import { aboveDecisions } from '../decisions.ts';
import { descriptionOf, titleOf } from '../identity.ts';
import { NAMES_NO_FIELDS } from '../model/remark-words.ts';
import { toAppName, toEntityName } from '../names.ts';
import { inSingular, many } from './noun-phrase.ts';
import type { Idea } from './read-idea.ts';
import { droppedOf } from './usual-kind.ts';

/** Some words of the description, and the piece of the prompt that they tell; -1 is the head. */
type Part = { start: number; end: number; piece: number };
export type ToldIdea = { description: string; parts: Part[]; dropped: string[] };

/** The idea as a description. */
export function tellIdea(prompt: string, idea: Idea): ToldIdea {
  const { sketch, kind, listed } = idea;
  const parts: Part[] = [];
  const isMore = sketch.pieces.some(({ isDeed }) => isDeed);
  const dropped =
    kind === null ? [] : droppedOf(kind, idea.head.kind ?? '', [...new Set(listed)], isMore);
  let description = 'App';
  const add = (text: string, piece: number) => {
    const start = description.length;
    description += text;
    parts.push({ start, end: description.length, piece });
  };
  const things = thingsOf(idea).filter(({ thing }) => !dropped.includes(thing));
  things.forEach(({ thing, pieces }, at) => {
    const start = description.length;
    add(
      `${at === 0 ? ' with' : at === things.length - 1 ? ' and' : ','} ${many(thing)}`,
      pieces[0] ?? -1,
    );
    for (const piece of pieces.slice(1)) parts.push({ start, end: description.length, piece });
  });
  add('. ', -1);
  if (kind !== null) add(`${sentencesBehind(kind.text, dropped)} `, -1);
  const seen = new Map<string, Part>();
  sketch.pieces.forEach(({ sentences }, piece) => {
    for (const sentence of sentences) {
      const before = seen.get(sentence);
      if (before !== undefined) parts.push({ ...before, piece });
      if (KEPT.test(sentence) || before !== undefined || description.includes(sentence)) continue;
      seen.set(sentence, {
        start: description.length,
        end: description.length + sentence.length,
        piece,
      });
      add(`${sentence} `, piece);
    }
  });
  const decided = prompt.slice(aboveDecisions(prompt).length);
  return { description: `${description}\n${decided}`, parts, dropped };
}

const KEPT = /^We keep (.+)\.$/;

/** What is kept, each with the pieces of the prompt that name it. */
function thingsOf({ sketch, kind }: Idea): { thing: string; pieces: number[] }[] {
  const things = (kind?.things ?? []).map((thing) => ({ thing, pieces: [-1] }));
  sketch.pieces.forEach(({ sentences }, piece) => {
    for (const thing of sentences.flatMap(
      (sentence) => KEPT.exec(sentence)?.[1]?.split(' and ') ?? [],
    )) {
      const one = inSingular(thing);
      const known = things.find((each) => each.thing === one);
      if (known === undefined) things.push({ thing: one, pieces: [piece] });
      else known.pieces.push(piece);
    }
  });
  return things;
}

/** What is said of what it keeps, but for what is dropped. */
function sentencesBehind(text: string, dropped: readonly string[]): string {
  const [, ...sentences] = text.replace(/\.$/, '').split('. ');
  const isOfDropped = (said: string) =>
    dropped.some((thing) => new RegExp(`^an? ${thing} `, 'i').test(said));
  return sentences.flatMap((said) => (isOfDropped(said) ? [] : [`${said}.`])).join(' ');
}

/** Without what software of that kind keeps and the prompt, which lists some of it, does not. */
export function withoutDropped(reading: Reading, dropped: readonly string[]): Reading {
  if (dropped.length === 0) return reading;
  const isKept = (name: string) => !dropped.includes(say(name));
  const entities = reading.blueprint.entities
    .filter(({ name }) => isKept(name))
    .map((entity) => ({
      ...entity,
      relations: entity.relations.filter(({ target }) => isKept(target)),
    }));
  const isOfKept = ({ path }: Remark) => path.split('.').every((part) => isKept(part));
  return {
    ...reading,
    blueprint: { ...reading.blueprint, entities },
    phrases: reading.phrases.map((phrase) => ({
      ...phrase,
      became: phrase.became.filter(({ path }) => path.split('.').every((part) => isKept(part))),
    })),
    assumptions: reading.assumptions.filter(isOfKept),
    questions: reading.questions.filter(isOfKept),
  };
}

/** The reading of the description as one of the prompt; null where a sentence of it was not understood that the prompt does not say. */
export function asIdea(prompt: string, idea: Idea, told: ToldIdea, reading: Reading): Reading {
  const above = aboveDecisions(prompt);
  const { sketch, head } = idea;
  const missed = new Set<number>();
  const became = new Map<number, Phrase['became']>();
  for (const phrase of reading.phrases)
    for (const { start, end, piece } of told.parts) {
      if (phrase.end <= start || phrase.start >= end) continue;
      // Of a list each word became what it names.

      if (phrase.became.length === 0 && !isFiller(phrase.text)) missed.add(piece);
      // The description calls the app an app; what the prompt calls it stands in its head.
      const own = phrase.became.filter(({ path }) => path !== 'name');
      became.set(piece, [...(became.get(piece) ?? []), ...own]);
    }
  const spans = spansOf(idea, above);
  const phrases = spans.map(({ start, end, piece }): Phrase => {
    const isTitle = piece === -1 && head.named > head.from;
    const named = isTitle
      ? [
          {
            path: 'name',
            meaning: `the app is named after "${titleIn(above, idea)}"${askedBy(above, idea)}`,
          },
        ]
      : [];
    const of = missed.has(piece) ? [] : distinct(became.get(piece) ?? []);
    return { text: above.slice(start, end), start, end, became: [...named, ...of].slice(0, 20) };
  });
  const shift = above.length - told.description.indexOf('\n', told.parts.at(-1)?.end ?? 0) - 1;
  const decided = reading.phrases
    .filter(({ start }) => start + shift >= above.length)
    .map((phrase) => ({ ...phrase, start: phrase.start + shift, end: phrase.end + shift }));
  const deeds = sketch.pieces.flatMap(({ from, to, sentences, isDeed }, piece): Remark[] => {
    const words = above.slice(sketch.tokens[from]?.start, sketch.tokens[to - 1]?.end);
    if (!isDeed || sentences.length === 0) return [];
    return [
      {
        path: became.get(piece)?.[0]?.path ?? '',
        text: `"${words}" was read as: ${sentences.join(' ')}`,
        answers: notMeant(words),
      },
    ];
  });
  const kindOf: Remark[] =
    head.kind === null
      ? []
      : [
          {
            path: '',
            text: `The prompt names software of a kind ("${head.kind}"), so beside what it names it keeps what such software usually does.`,
            answers: notMeant(
              above.slice(sketch.tokens[head.from]?.start, sketch.tokens[head.named - 1]?.end),
            ),
          },
        ];
  return {
    ...reading,
    blueprint: {
      ...reading.blueprint,
      ...called(above, idea, reading),
      description: descriptionOf(prompt),
    },
    phrases: [...phrases, ...decided],
    notUnderstood: [
      ...phrases.filter((phrase) => phrase.became.length === 0).map(({ text }) => text),
      ...reading.notUnderstood.filter((text) =>
        decided.some((phrase) => text.startsWith(phrase.text)),
      ),
    ],
    assumptions: [...kindOf, ...deeds, ...reading.assumptions],
    questions: [...reading.questions, ...askOf(prompt, idea, reading)],
  };
}

/** Of a thing that no table knows little was guessed. */
function askOf(prompt: string, { unknown }: Idea, { blueprint }: Reading): Remark[] {
  const name = unknown === null ? null : toEntityName(unknown.split(' '));
  if (name === null || !blueprint.entities.some((each) => each.name === name)) return [];
  const decided = prompt.slice(aboveDecisions(prompt).length).toLowerCase();
  if (decided.includes(`${unknown} has `)) return [];
  const text = `What else should be kept about each ${unknown}? ${NAMES_NO_FIELDS}`;
  return [{ path: name, text, answers: fieldsOf(name) }];
}

const isFiller = (text: string) => !/[a-z]{3}/i.test(text);

function distinct(became: Phrase['became']): Phrase['became'] {
  const seen = new Set<string>();
  return became.filter(({ path, meaning }) => {
    const key = `${path} ${meaning}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The head up to the first piece, and each piece up to the next: every word is in one. */
function spansOf({ sketch, head }: Idea, above: string): Part[] {
  const { tokens, pieces } = sketch;
  const startOf = (at: number) => tokens[at]?.start ?? above.length;
  const endOf = (at: number) => tokens[at - 1]?.end ?? 0;
  const hasHead = head.end > 0 && (head.kind !== null || head.named > head.from);
  const spans: Part[] = hasHead ? [{ start: startOf(0), end: endOf(head.end), piece: -1 }] : [];
  pieces.forEach(({ to }, piece) => {
    const last = spans.at(-1);
    if (last !== undefined)
      last.end += /^(?:\s*[,.;:!?]+)?/.exec(above.slice(last.end))?.[0].length ?? 0;
    const before = last?.end ?? startOf(0);
    const start = before + (/^\s*/.exec(above.slice(before))?.[0].length ?? 0);
    spans.push({ start: spans.length === 0 ? startOf(0) : start, end: endOf(to), piece });
  });
  const last = spans.at(-1);
  if (last !== undefined) last.end = endOf(tokens.length);
  return spans;
}

/** "we need a tool to plan": the words before the name. */
function askedBy(above: string, { sketch, head }: Idea): string {
  const asked = above.slice(0, sketch.tokens[head.from]?.start).trim();
  return asked === '' ? '' : `, asked for by "${asked}"`;
}

function titleIn(above: string, { sketch, head }: Idea): string {
  const [start, end] = [sketch.tokens[head.from]?.start, sketch.tokens[head.end - 1]?.end];
  return above.slice(start, end).replace(/\s+/g, ' ');
}

/** After the words of its head where it has one. */
function called(
  above: string,
  idea: Idea,
  { blueprint }: Reading,
): Pick<Blueprint, 'name' | 'title'> | null {
  const words = titleIn(above, idea)
    .replace(/ (wants?|needs?) to$/i, '')
    .split(' ')
    .filter((word) => word !== '');
  const name = idea.head.named > idea.head.from ? toAppName(words) : null;
  if (name === null || name === blueprint.name) return null;
  return { name, title: titleOf(words) };
}
