import { isFlagWord } from './value-nouns.ts';
import { words } from './words.ts';

const STATES = words(`
  open closed new draft pending todo to-do doing done backlog waiting blocked planned scheduled upcoming ongoing active inactive started
  created submitted approved rejected accepted declined confirmed booked reserved free available occupied assigned sent received
  returned overdue expired lost won lead qualified contacted negotiation proposal applied interview interviewing screening offer
  hired processing packed queued running failed ready served cooking idea testing live review prepared delivered shipped
`);
const STATE_PHRASES = /^(in|on|out|to|not) [a-z]+( [a-z]+)?$/;

/** "open, in progress, resolved": what a thing is in turn, and not what it has. */
export function areStates(values: readonly string[]): boolean {
  const said = values.map((value) => value.toLowerCase());
  const sure = said.filter((value) => STATES.has(value) || STATE_PHRASES.test(value)).length;
  const isState = (value: string) =>
    STATES.has(value) ||
    STATE_PHRASES.test(value) ||
    isFlagWord(value) ||
    /[a-z]{3}ed$/.test(value);
  return values.length > 1 && sure * 2 >= values.length && said.every(isState);
}

const COURSES = words('pipeline funnel workflow lifecycle');

/** What only says that a thing goes through states. */
export function isCourseWord(word: string): boolean {
  return COURSES.has(word);
}
