import { fieldsOf } from '../answers.ts';
import { thingOf } from '../grammar/intro.ts';
import type { Statement } from '../grammar/statements.ts';
import { PURE_APP_WORDS } from '../lexicon/apps.ts';
import { isNounWord } from '../text/tagger.ts';
import { type Draft, ensureEntity, mark } from './draft.ts';
import { NAMES_NO_FIELDS } from './remark-words.ts';

const TECHNICAL = new Set([
  'web',
  'mobile',
  'rest',
  'restful',
  'online',
  'http',
  'json',
  'internet',
  'desktop',
  'cloud',
  'data',
  'information',
  'content',
  'ai',
  'demo',
  'test',
  'sample',
  'backend',
  'frontend',
  'crud',
  'fast',
  'android',
  'iphone',
  'ios',
  'windows',
  'linux',
]);

/** "todo app" alone: the thing in the title is the one entity, and the reader asks what it has. */
export function takeFromTitle(draft: Draft, statements: readonly Statement[]): void {
  const app = statements.find((statement) => statement.kind === 'app');
  if (app?.kind !== 'app' || !PURE_APP_WORDS.has(app.noun.words.at(-1) ?? '')) return;
  const thing = thingOf(app.noun);
  const last = thing?.words.at(-1) ?? '';
  if (thing === null || TECHNICAL.has(last) || !isNounWord(last)) return;
  const entity = ensureEntity(draft, thing);
  if (entity === null) return;
  mark(draft, app, entity.name, `entity ${entity.name}, from the title`);
  draft.questions.push({
    path: entity.name,
    text: `What should be kept about each ${thing.words.join(' ')}? ${NAMES_NO_FIELDS}`,
    answers: fieldsOf(entity.name),
  });
}
