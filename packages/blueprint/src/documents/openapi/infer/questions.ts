import type { Facts } from './operation-facts.ts';

/** Something that only a person can tell. */
export type Question = { kind: 'undetermined'; question: string };

type Why =
  | 'nothing'
  | 'no-source'
  | 'parent'
  | 'body'
  | 'answer'
  | 'parameter'
  | 'which'
  | 'deed'
  | 'secret';

/** The question that would settle what an operation does. */
export function ask(
  { subject: { operation, noun, nounWords } }: Facts,
  why: Why,
  names: readonly string[] = [],
): Question {
  const what = `${operation.method.toUpperCase()} ${operation.path}`.slice(0, 120);
  const thing = nounWords.join(' ') || noun || 'record';
  const listed = names.slice(0, 6).join(', ').slice(0, 150);
  const questions: Record<Why, string> = {
    nothing: `${what}: what should it do, and where does what it answers come from?`,
    'no-source': `${what}: where do the records (${thing}) come from? No operation of the document makes them.`,
    parent: `${what}: which record does the path name before the ${thing}? The document has no operation that makes it.`,
    body: `${what}: what becomes of the body? Nothing that is stored has such members.`,
    answer: `${what}: where does the answer get ${listed} from? No request gives it, and its name does not tell.`,
    parameter: `${what}: what does the parameter ${listed} do?`,
    which: `${what}: which ${thing} is meant? Nothing in the request names one.`,
    secret: `${what}: what is ${listed} for? A password inside something else is not kept, since it would be kept as it is.`,
    deed: `${what}: what does it change? No member of the ${thing} is named after it.`,
  };
  return { kind: 'undetermined', question: questions[why] };
}
