import type { Design } from '@quantumlayer/contracts';
import type { AppModel } from '../model.ts';
import { markdownText } from '../text.ts';
import { deletionSentences } from './deletion-parts.ts';

/** The rules of all entities, for people; nothing in an app without rules. */
export function rulesSection(app: AppModel): string {
  const kept = app.entities.flatMap(({ rules }) => rules.map(({ sentence }) => sentence));
  const lines = [...kept, ...deletionSentences(app)];
  if (lines.length === 0) return '';
  const list = lines.map((line) => `- ${markdownText(line)}.`).join('\n');
  return `## Its rules

${list}

The database keeps them, also between requests that come at once; what breaks one is refused with a problem whose
\`type\` says which.

`;
}

export function ruleDecisions(app: AppModel): Design['decisions'] {
  return [
    ...app.entities.flatMap(({ rules }) =>
      rules.map(({ sentence, decision, reason }) => ({ title: sentence, decision, reason })),
    ),
    ...deletionSentences(app).map((sentence) => ({
      title: sentence,
      decision: 'The foreign key does it, in the same statement as the deletion.',
      reason: 'It was asked for; without it, the row could not be deleted.',
    })),
  ];
}
