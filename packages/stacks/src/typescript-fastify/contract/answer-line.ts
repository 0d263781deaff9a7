import type { ContractAnswer } from '@quantumlayer/contracts';
import type { Writing } from './place-text.ts';
import { answerText } from './shape-text.ts';

/** Members of what is answered come from the functions of views. */
export function answerLine(
  { contract, imports }: Writing,
  behaviour: { answer: ContractAnswer; resource?: string },
  name = 'answer',
): string {
  const cookie = contract.carriers.session.find((carrier) => carrier.kind === 'cookie');
  const resource = contract.resources.find(({ name }) => name === behaviour.resource);
  // What people name themselves is known by that name among their own.
  const own = resource?.uniqueTogether.find(([first]) => first === resource.owner)?.[1];
  const key = (resource?.key.member === 'row-id' ? own : undefined) ?? resource?.key.member ?? null;
  const {
    text,
    uses,
    imports: needed,
  } = answerText(behaviour.answer, {
    cookie: cookie !== undefined && 'name' in cookie ? cookie.name : null,
    key,
  });
  for (const name of uses) imports.named(name);
  for (const name of needed) {
    const from =
      name === 'htmlPage'
        ? '../behaviours/html.ts'
        : name === 'sessionCookie'
          ? '../accounts/signing.ts'
          : name === 'csv'
            ? '../behaviours/csv.ts'
            : name === 'tagOf'
              ? '../behaviours/tags.ts'
              : '../contract/answer.ts';
    imports.add(from, name);
  }
  return `${name}: ${text},`;
}
