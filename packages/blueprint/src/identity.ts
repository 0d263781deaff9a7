import type { Blueprint } from '@quantumlayer/contracts';
import { appNames } from './answers.ts';
import type { Statement } from './grammar/statements.ts';
import type { Draft } from './model/draft.ts';
import { toAppName, upperFirst } from './names.ts';

/** Name, title and description of the app: from its title in the prompt, else from its first entities. */
export function identify(
  prompt: string,
  statements: readonly Statement[],
  draft: Draft,
  decidedName: readonly string[] | null,
): Pick<Blueprint, 'name' | 'title' | 'description'> {
  const description = descriptionOf(prompt);
  const decided = decidedName === null ? null : toAppName(decidedName);
  if (decidedName !== null && decided !== null)
    return { name: decided, title: decidedName.join(' ').slice(0, 100), description };
  const app = statements.find((statement) => statement.kind === 'app');
  const named = app?.kind === 'app' ? toAppName(app.noun.words) : null;
  if (app?.kind === 'app' && named !== null)
    return { name: named, title: titleOf(app.noun.words), description };
  const [first] = [...draft.entities.values()].sort((a, b) => a.order - b.order);
  const words = [
    ...(first?.name ?? 'App').replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(' '),
    'API',
  ];
  const name = toAppName(words) ?? 'app';
  draft.assumptions.push({
    path: 'name',
    text: `The prompt does not name the app; it is called ${name} after its first entity.`,
    answers: appNames(),
  });
  return { name, title: words.join(' ').slice(0, 100), description };
}

/** The prompt on one line. */
export const descriptionOf = (prompt: string) => prompt.trim().replace(/\s+/g, ' ').slice(0, 2_000);

export function titleOf(words: readonly string[]): string {
  const title = words
    .map((word) =>
      /^(api|crm|erp|cms|rest|lms|hr|pos|ats|faq|it)$/.test(word) ? word.toUpperCase() : word,
    )
    .join(' ');
  return upperFirst(title).slice(0, 100);
}
