import type { Phrase } from '@quantumlayer/contracts';
import { toAppName, toEntityName } from './names.ts';

/**
 * What a person decided after an earlier reading: the sentences below a line `Decided:`. They win over what stands above
 * them, and some of them are of a form that only makes sense as an answer.
 */
export type Decisions = {
  /** Offset of the first decision; past the end of the prompt when there is none. */
  from: number;
  /** The prompt of the same length, without what is read here. */
  rest: string;
  /** Words of "The app is called ...". */
  appName: string[] | null;
  /** Entities that are said to stand alone. */
  alone: ReadonlySet<string>;
  /** Entities that are said to have nothing else than what is told of them. */
  complete: ReadonlySet<string>;
  /** Words above the decisions that the second chance must leave alone. */
  notMeant: { start: number; end: number }[];
  phrases: Phrase[];
};

const HEADING = /^[ \t]*decided:/im;
const NAMED = /\bthe app is called ([a-z0-9][a-z0-9 -]{0,60})\./gi;
const NOT_MEANT = /\bnot meant: "([^"\n]{1,200})"\./gi;
const COMPLETE =
  /\b(?:an?|the|each|every) ([a-z][a-z0-9 -]{0,60}?) has nothing else than what is told\./gi;
const ALONE = /\b(?:an?|the|each|every) ([a-z][a-z0-9 -]{0,60}?) stands alone\./gi;

/** The prompt as it was before anything was decided. */
export function aboveDecisions(prompt: string): string {
  return prompt.slice(0, HEADING.exec(prompt)?.index);
}

export function readDecisions(prompt: string): Decisions {
  const heading = HEADING.exec(prompt);
  const decisions: Decisions = {
    from: prompt.length,
    rest: prompt,
    appName: null,
    alone: new Set(),
    complete: new Set(),
    notMeant: [],
    phrases: [],
  };
  if (heading === null) return decisions;
  const from = heading.index + heading[0].length;
  const [alone, complete] = [new Set<string>(), new Set<string>()];
  let { rest, appName } = { ...decisions, rest: blank(prompt, heading.index, from) };
  for (const { index, text, words } of sentences(prompt, from, NAMED)) {
    if (toAppName(words) === null) continue;
    appName = words;
    rest = blank(rest, index, index + text.length);
    decisions.phrases.push(phrase(text, index, 'name', `the app is called ${words.join(' ')}`));
  }
  for (const [form, decided, meaning] of [
    [ALONE, alone, 'stands alone'],
    [COMPLETE, complete, 'has nothing else than what is told'],
  ] as const) {
    for (const { index, text, words } of sentences(prompt, from, form)) {
      const name = toEntityName(words);
      if (name === null) continue;
      decided.add(name);
      rest = blank(rest, index, index + text.length);
      decisions.phrases.push(phrase(text, index, name, `${name} ${meaning}`));
    }
  }
  for (const { 0: text, 1: words = '', index } of prompt.matchAll(NOT_MEANT)) {
    const start = prompt.slice(0, heading.index).indexOf(words);
    if (index < from || start < 0) continue;
    decisions.notMeant.push({ start, end: start + words.length });
    rest = blank(rest, index, index + text.length);
    decisions.phrases.push(phrase(text, index, 'name', 'these words are not read a second time'));
  }
  return { ...decisions, from, rest, appName, alone, complete };
}

function sentences(prompt: string, from: number, form: RegExp) {
  return [...prompt.matchAll(form)]
    .filter(({ index }) => index >= from)
    .map(({ 0: text, 1: words = '', index }) => ({ text, index, words: words.split(/\s+/) }));
}

function phrase(text: string, start: number, path: string, meaning: string): Phrase {
  return { text, start, end: start + text.length, became: [{ path, meaning }] };
}

/** Offsets stay what they are: phrases point into the prompt. */
function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
