import type { BlueprintChange, FollowUpReading } from '@quantumlayer/contracts';

const SIGNS = { added: '+', removed: '-', renamed: '>', changed: '~' } as const;

/** A reading in the lines that are expected of it (see `FollowUpEntry`). */
export function briefReading(reading: FollowUpReading): string[] {
  return [
    ...reading.changes.map(briefChange),
    ...reading.questions.map(({ answers }) => `?${answers.length}`),
    ...notAsked(reading).map(() => '!'),
  ];
}

/** What a question is asked about is not counted twice. */
function notAsked({ notUnderstood, questions }: FollowUpReading): string[] {
  return questions.length > 0 ? [] : notUnderstood;
}

function briefChange({ kind, path, before, after }: BlueprintChange): string {
  if (kind === 'removed') return `- ${path}`;
  return `${SIGNS[kind]} ${path}: ${kind === 'renamed' ? before : after}`;
}

/** Whether every line is expected, and every expectation met. */
export function meets(lines: readonly string[], expected: readonly string[]): boolean {
  return (
    lines.length === expected.length &&
    expected.every((each) => lines.some((line) => meetsOne(line, each)))
  );
}

function meetsOne(line: string, expected: string): boolean {
  const [paths = '', ...rest] = expected.split(': ');
  const [path = '', ...said] = line.split(': ');
  const isPath = paths.split('|').some((each) => path === each || path.endsWith(`.${each}`));
  return isPath && said.join(': ').includes(rest.join(': '));
}
