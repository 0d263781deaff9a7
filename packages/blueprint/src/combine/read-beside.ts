import type { Blueprint, FollowUpReading, Phrase, Reading, Remark } from '@quantumlayer/contracts';
import { checkBlueprint } from '../check-blueprint.ts';
import { readDecisions } from '../decisions.ts';
import { diffBlueprints } from '../diff/diff-blueprints.ts';
import { readFollowUp } from '../follow-up/read-follow-up.ts';
import type { Mark } from '../model/draft.ts';
import type { Applied } from '../policy/applied.ts';
import { applyPolicy } from '../policy/apply-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { Candidate } from '../policy/statements.ts';
import { toBlocks } from '../text/blocks.ts';
import { withoutRows } from './without-rows.ts';

type Span = { start: number; end: number };

const NOTHING = {
  ...{ phrases: [], notUnderstood: [], assumptions: [], questions: [], renames: {} },
};

/**
 * A prompt that is read knowing what a document describes: people, rights and rules of the whole prompt first, then every
 * other wish as a change, then the rules that only fit what those wishes have added. Null where it cannot be read so.
 */
export function readBeside(base: Reading, prompt: string): Reading | null {
  const blocks = toBlocks(readDecisions(prompt).rest);
  const firm = readPolicy(blocks, base.blueprint).filter(({ isFirm }) => isFirm);
  const ruled = applyPolicy(base.blueprint, firm, []);
  const done = firm.filter((candidate) => isDone(candidate, ruled));
  const rest = blank(prompt, done);
  const outcome = /\p{L}/u.test(rest) ? readFollowUp(ruled.blueprint, rest) : null;
  if (outcome?.ok === false) return null;
  const wished = outcome?.reading ?? { ...NOTHING, blueprint: ruled.blueprint };
  const open = firm.filter((candidate) => !done.includes(candidate));
  const late = applyPolicy(wished.blueprint, open, marksOf(wished.phrases));
  const made = withoutRows(late.blueprint, [
    ...[...ruled.assumptions, ...late.assumptions, ...wished.assumptions],
    ...[...ruled.questions, ...late.questions, ...wished.questions],
  ]);
  if (!checkBlueprint(made.blueprint).ok) return null;
  const questions = new Set([...ruled.questions, ...late.questions, ...wished.questions]);
  const added = (isQuestion: boolean) =>
    made.remarks.filter((remark) => questions.has(remark) === isQuestion);
  return {
    ...base,
    ...wordsOf(prompt, wished, [ruled, late]),
    blueprint: made.blueprint,
    assumptions: [
      ...base.assumptions,
      ...changesOf(base.blueprint, made.blueprint, wished.renames),
      ...added(false),
    ],
    questions: [...base.questions, ...added(true)],
  };
}

/** It fits, and nothing of it was refused. */
function isDone(candidate: Candidate, { failed, misses }: Applied): boolean {
  return !failed.includes(candidate) && !misses.some((miss) => isWithin(miss, candidate));
}

const isWithin = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** The text without some of its words; all others keep their places. */
function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (before, { start, end }) =>
      before.slice(0, start) + before.slice(start, end).replace(/[^\n]/g, ' ') + before.slice(end),
    text,
  );
}

function marksOf(phrases: readonly Phrase[]): Mark[] {
  return phrases.flatMap(({ start, end, became }) =>
    became.map((each) => ({ start, end, ...each })),
  );
}

/** Words that only join what was understood. */
const JOINING = /^[\s\p{P}]*(and|or|but|also|then|while|so)?[\s\p{P}]*$/iu;

/** What each phrase became; a phrase that a rule took is understood, whoever did not understand it. */
function wordsOf(
  prompt: string,
  { phrases, notUnderstood }: Pick<FollowUpReading, 'phrases' | 'notUnderstood'>,
  rules: readonly Applied[],
): Pick<Reading, 'phrases' | 'notUnderstood'> {
  const marks = rules.flatMap((applied) => applied.marks);
  const isTaken = (phrase: Span) => marks.some((mark) => isWithin(phrase, mark));
  const missed = phrases.filter(({ became }) => became.length === 0);
  const kept = phrases.filter(
    (phrase) => phrase.became.length > 0 || !(isTaken(phrase) || JOINING.test(phrase.text)),
  );
  const ruled = new Map<string, Phrase>();
  for (const { start, end, path, meaning } of marks) {
    const key = `${start} ${end}`;
    const phrase = ruled.get(key) ?? { text: prompt.slice(start, end), start, end, became: [] };
    phrase.became.push({ path, meaning });
    ruled.set(key, phrase);
  }
  return {
    phrases: [...kept, ...ruled.values()].sort((left, right) => left.start - right.start),
    notUnderstood: notUnderstood.filter((_text, index) => {
      const phrase = missed[index];
      return phrase === undefined || kept.includes(phrase);
    }),
  };
}

/** No document but OpenAPI speaks of people, rights and moves. */
const OF_PROMPTS = /^[a-z]|\.(access|lifecycle)$/;

const kindOfChange = (before: string | null, after: string | null) =>
  before === null || after === null ? '' : ` Before: ${before}. Now: ${after}.`;

/** What the prompt changes of the document, which nobody should have to find out. */
function changesOf(
  document: Blueprint,
  next: Blueprint,
  renames: FollowUpReading['renames'],
): Remark[] {
  return diffBlueprints(document, next, renames)
    .filter(({ kind, path }) => kind !== 'added' && !OF_PROMPTS.test(path))
    .map(({ path, text, before, after }) => ({
      path,
      text: `The prompt changes what the document says: ${text}${kindOfChange(before, after)}`,
      answers: [],
    }));
}
