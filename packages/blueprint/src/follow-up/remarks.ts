import { ANSWER_BLANK, type Answer, type Remark } from '@quantumlayer/contracts';
import { say, sayField, sayMany, upper } from '../answers.ts';
import { sayFill } from './say-edit.ts';

const answer = (label: string, sentence: string): Answer => ({ label, sentence });

/** A field that rows which are there have no value for. */
export function optionalRemark(entity: string, member: string): Remark {
  return {
    path: `${entity}.${member}`,
    text: `The ${say(member)} is optional, since the ${sayMany(entity)} that are there have none.`,
    answers: [answer('Required', `${upper(sayField(entity, member))} is required.`)],
  };
}

/** A field that becomes required, without a value for the rows that are there. */
export function fillQuestion(entity: string, member: string): Remark {
  const sentence = sayFill(entity, member, ANSWER_BLANK);
  return {
    path: `${entity}.${member}`,
    text: `The ${say(member)} is required now. What do the ${sayMany(entity)} get that are there without one? Until that is answered a migration fails where there are any.`,
    answers: [{ label: 'They get', sentence, example: 'unknown' }],
  };
}
