import { MAX_PROMPT_CHARACTERS, type Reading } from '@quantumlayer/contracts';
import { optionalFields } from './answers.ts';
import { checkBlueprint } from './check-blueprint.ts';
import { aboveDecisions, readDecisions } from './decisions.ts';
import { asIdea, tellIdea, withoutDropped } from './idea/idea-reading.ts';
import { isBetter, mayBeBetter } from './idea/is-better.ts';
import { readIdea } from './idea/read-idea.ts';
import { tieList } from './idea/tie-list.ts';
import { findAssumedRecord } from './model/assumed-records.ts';
import { nameTold } from './model/name-told.ts';
import { joinNamesakes } from './model/namesakes.ts';
import { assumeUsual, nameTheNameless } from './model/usual.ts';
import { asNamed, findUsualApp, namesNothing, namesOthers } from './model/usual-app.ts';
import { cutPhrases } from './phrases.ts';
import { applyWithin } from './policy/apply-within.ts';
import { readWithPolicy } from './read-with-policy.ts';
import { type Refusal, refuse } from './refusals.ts';
import { excerpt, screenPrompt } from './screen-prompt.ts';
import { toBlocks } from './text/blocks.ts';

export type ReadOutcome = { ok: true; reading: Reading } | { ok: false; refusal: Refusal };

/**
 * Reads an English description of data into a blueprint, offline and deterministically; never throws. What it only names
 * gets what such things usually have, and software that it only names what such software usually keeps.
 */
export function readPrompt(prompt: string): ReadOutcome {
  const outcome = readAs(prompt, false);
  const named = readNamed(prompt, outcome);
  const plain: ReadOutcome =
    named === null ? asSaid(prompt, outcome) : { ok: true, reading: named };
  const idea = readAsIdea(prompt, plain);
  return idea === null ? plain : { ok: true, reading: idea };
}

function asSaid(prompt: string, outcome: ReadOutcome): ReadOutcome {
  if (!outcome.ok) return outcome;
  const reading = withRecord(prompt, joinNamesakes(outcome.reading));
  const { alone, complete } = readDecisions(prompt);
  return { ok: true, reading: nameTold(assumeUsual(reading, alone), complete) };
}

/** Software that is asked for by its kind alone keeps what such software usually does, as far as nothing else was decided. */
function readNamed(prompt: string, outcome: ReadOutcome): Reading | null {
  const app = findUsualApp(prompt);
  if (app === null) return null;
  const above = aboveDecisions(prompt);
  const asked = above === prompt ? outcome : readAs(above, false);
  const isOpen = asked.ok
    ? namesNothing(asked.reading)
    : asked.refusal.code === 'prompt-not-about-data';
  const told = isOpen ? readAs(app.description, false) : null;
  if (told === null || !told.ok) return null;
  if (namesOthers(prompt, app, told.reading)) return null;
  return asNamed(prompt, app, assumeUsual(told.reading, readDecisions(prompt).alone));
}

/** An idea of a line that the grammar refuses, does not understand as a whole, or of which it sees less than it tells. */
function readAsIdea(prompt: string, outcome: ReadOutcome): Reading | null {
  const isRefused = !outcome.ok && outcome.refusal.code !== 'prompt-not-about-data';
  const idea = isRefused ? null : readIdea(prompt);
  const before = outcome.ok ? outcome.reading : null;
  if (idea === null || !mayBeBetter(idea, before)) return null;
  const told = tellIdea(prompt, idea);
  const read = readAs(told.description, false);
  if (!read.ok) return null;
  const kept = nameTheNameless(withoutDropped(read.reading, told.dropped));
  const { alone } = readDecisions(prompt);
  const usual = tieList(assumeUsual(kept, alone), idea, alone);
  const reading = asIdea(prompt, idea, told, usual);
  const isSound = checkBlueprint(reading.blueprint).ok;
  return isSound && isBetter(idea, reading, before) ? reading : null;
}

/** Read once more with what is kept of a deed that the prompt only tells, where nothing else is lost by that. */
function withRecord(prompt: string, reading: Reading): Reading {
  const record = findAssumedRecord(prompt, reading);
  if (record === null) return reading;
  const above = aboveDecisions(prompt);
  const between = `\n\n${record.sentence}\n\n`;
  const told = readAs(`${above}${between}${prompt.slice(above.length)}`, false);
  if (!told.ok || told.reading.notUnderstood.length > reading.notUnderstood.length) return reading;
  const again = joinNamesakes(told.reading);
  const names = new Set(again.blueprint.entities.map(({ name }) => name));
  if (!reading.blueprint.entities.every(({ name }) => names.has(name))) return reading;
  const { description } = reading.blueprint;
  return {
    ...again,
    blueprint: { ...again.blueprint, ...(description !== undefined && { description }) },
    phrases: again.phrases.flatMap((phrase) => {
      const end = Math.min(phrase.end, above.length);
      if (phrase.start < above.length)
        return [{ ...phrase, end, text: prompt.slice(phrase.start, end) }];
      const start = phrase.start - between.length;
      return start < above.length ? [] : [{ ...phrase, start, end: phrase.end - between.length }];
    }),
    assumptions: [...again.assumptions, record.remark],
  };
}

/** The same without what things and software usually have, and without states that an approval implies: what was said, and no more. */
export const readSaid = (prompt: string): ReadOutcome => readAs(prompt, true);

function readAs(prompt: string, isLetter: boolean): ReadOutcome {
  const refusal = screenPrompt(prompt, MAX_PROMPT_CHARACTERS);
  if (refusal !== null) return { ok: false, refusal };
  const decisions = readDecisions(prompt);
  const blocks = toBlocks(decisions.rest);
  const { data, applied } = readWithPolicy({ prompt, decisions, blocks, isLetter });
  if (data === null) return notAboutData(prompt);
  const { draft, isGuessed } = data;
  const blueprint = applyWithin(prompt, draft, applied?.blueprint ?? data.blueprint);
  const { phrases, notUnderstood } = cutPhrases(prompt, blocks, draft, blueprint);
  draft.assumptions.unshift({
    path: '',
    text: 'A field is required unless the prompt calls it optional; a thing that belongs to another cannot be without it unless the prompt says so.',
    answers: optionalFields(blueprint.entities),
  });
  if (isGuessed && notUnderstood.length > 0) return notAboutData(prompt);
  return {
    ok: true,
    reading: {
      blueprint,
      phrases: [...phrases, ...decisions.phrases].sort((a, b) => a.start - b.start),
      notUnderstood,
      assumptions: draft.assumptions,
      questions: draft.questions,
    },
  };
}

function notAboutData(prompt: string): ReadOutcome {
  return { ok: false, refusal: refuse('prompt-not-about-data', [excerpt(prompt)]) };
}
