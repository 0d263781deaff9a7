/** Stands in an answer's sentence for what the person types, as the API says. */
export const ANSWER_BLANK = '{words}';

const HEADING = 'Decided:';
const BELOW = /(^|\n)[ \t]*decided:[ \t]*(\n|$)/i;

/** The prompt with one more sentence below its line `Decided:`, where it wins over what stands above. */
export function decide(prompt: string, sentence: string): string {
  const said = toSentence(sentence);
  if (said === '' || prompt.split('\n').includes(said)) return prompt;
  const text = prompt.trimEnd();
  return BELOW.test(text) ? `${text}\n${said}` : `${text}\n\n${HEADING}\n${said}`;
}

/** An answer's sentence with what was typed; empty while nothing is. */
export function fillAnswer(sentence: string, words: string): string {
  const typed = words.trim().replace(/[.\s]+$/, '');
  if (!sentence.includes(ANSWER_BLANK)) return sentence;
  if (typed === '') return '';
  return toSentence(sentence.replace(ANSWER_BLANK, () => typed));
}

/** A phrase said otherwise; without words it is left out. A phrase that is not there is said at the end. */
export function rephrase(prompt: string, phrase: string, words: string): string {
  const at = prompt.indexOf(phrase);
  if (at < 0) return words.trim() === '' ? prompt : `${prompt.trimEnd()} ${toSentence(words)}`;
  const before = prompt.slice(0, at);
  const rest = prompt.slice(at + phrase.length);
  // A sentence that goes takes its full stop with it.
  const isWhole = words.trim() === '' && /(^|[.!?:]\s*)$/.test(before);
  const after = isWhole ? rest.replace(/^[.!?]/, '') : rest;
  const ending = /[.!?]$/.test(phrase) && words.trim() !== '' ? toSentence(words) : words.trim();
  return ending === ''
    ? `${before.trimEnd()}${/^[\s.,;!?]|^$/.test(after) ? '' : ' '}${after}`.trim()
    : `${before}${ending}${after}`;
}

function toSentence(words: string): string {
  const text = words.trim().replaceAll(/\s+/g, ' ');
  if (text === '') return '';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
