import type { Remark } from '@quantumlayer/contracts';
import { fieldsOf, notMeant } from '../answers.ts';
import type { Noun, Statement } from '../grammar/statements.ts';
import { type Draft, lookUp } from '../model/draft.ts';
import { toEntityName } from '../names.ts';

const MAX_EXCERPT = 120;

/** What a coarse statement became, said to the person; nothing for what the grammar read. */
export function remarkOn(statement: Statement, draft: Draft, prompt: string): Remark[] {
  if (statement.kind !== 'has' && statement.kind !== 'belongs') return [];
  const [subject] = statement.subjects;
  const entity = subject && nameOf(draft, subject);
  if (statement.isCoarse !== true || entity === undefined) return [];
  const words = excerptOf(prompt, statement);
  if (statement.kind === 'has')
    return [
      {
        path: entity,
        text: `The sentence with “${words}” was not understood as a whole; the list in it was read as what ${entity} has.`,
        answers: notMeant(words),
      },
    ];
  const [target] = statement.targets;
  const other = target && nameOf(draft, target.noun);
  if (other === undefined) return [];
  return [
    {
      path: `${entity}.${other}`,
      text: `“${words}” speaks of ${entity} and ${other}, so ${entity} was read as belonging to ${other}.`,
      answers: notMeant(words),
    },
  ];
}

/** "A berth is reserved from an arrival": Arrival became no thing. */
export function remarkOnValue(name: string): Remark {
  return {
    path: '',
    text: `“${name}” is the name of a value and nothing is said of it, so it was not made a thing of its own.`,
    answers: fieldsOf(name),
  };
}

function nameOf(draft: Draft, { words }: Noun): string | undefined {
  return lookUp(draft, toEntityName(words))?.name;
}

/** The words of the prompt, up to a quotation mark or the end of the line, since an answer quotes them. */
function excerptOf(prompt: string, { start, end }: { start: number; end: number }): string {
  const [line = ''] = prompt.slice(start, end).split(/["\n]/);
  return line.slice(0, MAX_EXCERPT).trim();
}
