import nlp from 'compromise';
import { toFieldName, upperFirst } from '../names.ts';

const IRREGULAR: Record<string, string> = {
  paid: 'pay',
  sold: 'sell',
  sent: 'send',
  done: 'finish',
  built: 'build',
  lent: 'lend',
  made: 'make',
  held: 'hold',
  lost: 'lose',
  found: 'find',
  withdrawn: 'withdraw',
  cancelled: 'cancel',
  canceled: 'cancel',
  taken: 'take',
  given: 'give',
  written: 'write',
  used: 'use',
};

/** The verb that leads to a state: `submitted` -> `submit`; `in progress` -> `markInProgress`. */
export function transitionName(state: string): string | null {
  const words = state
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [word] = words;
  if (word === undefined) return null;
  const verb = words.length === 1 ? verbOf(word) : null;
  return verb ?? toFieldName(['mark', ...words.map(upperFirst)]);
}

function verbOf(word: string): string | null {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? null;
  if (!word.endsWith('ed') || word.length < 5) return null;
  const found = nlp(`it was ${word}`).verbs().toInfinitive().text().trim().split(' ').at(-1) ?? '';
  const isVerb =
    /^[a-z]{2,}$/.test(found) && found.slice(0, 2) === word.slice(0, 2) && !found.endsWith('ed');
  return isVerb ? found : bySpelling(word.slice(0, -2));
}

/** `reject` from "rejected", `reserve` from "reserved", `plan` from "planned", where the dictionary takes the word for an adjective. */
function bySpelling(stem: string): string {
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /([vczu]|[^s]s|[^n]g)$/.test(stem) ? `${stem}e` : stem;
}

const STATES =
  /^(draft|new|open|closed|pending|done|to do|todo|in progress|active|inactive|waiting|ready|live|final|lost|won|sold|paid|sent|offline|online|[a-z]{3,}(ed|en))$/;

/** A word that things are described by while they wait for something: "submitted", "in progress". */
export function isStateWord(word: string): boolean {
  return STATES.test(word);
}
