import type { BlueprintChange, FollowUpReading, Remark } from '@quantumlayer/contracts';
import pc from 'picocolors';
import { oneLine } from '../terminal/table.ts';

const SIGNS: Readonly<Record<BlueprintChange['kind'], string>> = {
  added: pc.green('+'),
  removed: pc.red('-'),
  renamed: pc.cyan('>'),
  changed: pc.yellow('~'),
};

/** What a follow-up changes, and what is open, for a person. */
export function showFollowUp(reading: FollowUpReading): string {
  const { changes, notUnderstood, assumptions, questions } = reading;
  const lines = changes.length === 0 ? ['Nothing changes.'] : changes.map(showChange);
  const list = (title: string, texts: readonly string[]) => {
    if (texts.length > 0) lines.push('', title, ...texts.map((text) => `  ${oneLine(text, 160)}`));
  };
  list(pc.yellow('Not understood'), notUnderstood);
  list(
    'Assumed',
    assumptions.map(({ text }) => text),
  );
  list('Open questions', questions.flatMap(showQuestion));
  return lines.join('\n');
}

function showChange({ kind, path, before, after }: BlueprintChange): string {
  const values = [before, after].filter((value) => value !== null).join(' -> ');
  return `${SIGNS[kind]} ${path}  ${pc.dim(oneLine(values, 120))}`;
}

function showQuestion({ text, answers }: Remark): string[] {
  return [text, ...answers.map(({ sentence }) => `  ${sentence}`)];
}
