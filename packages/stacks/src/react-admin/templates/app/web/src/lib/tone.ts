const GOOD =
  'done paid completed complete finished approved active accepted delivered resolved succeeded confirmed published available won fulfilled';
const BAD =
  'cancelled canceled rejected failed overdue lost expired blocked declined void urgent critical broken terminated suspended';
const WAITING =
  'pending waiting on_hold paused review in_review in_repair requested submitted unpaid';
const QUIET = 'draft planned archived closed inactive retired none new low backlog';

const TONES: ReadonlyMap<string, string> = new Map(
  Object.entries({ good: GOOD, bad: BAD, waiting: WAITING, quiet: QUIET }).flatMap(
    ([tone, words]) => words.split(' ').map((word) => [word, tone] as const),
  ),
);

const PLAIN_TONES = 3;

/** What a state means, where its name says so; else a colour that means nothing, by its place in the list. */
export function toneOf(value: string, values: readonly string[] = []): string {
  const word = value.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return TONES.get(word) ?? `plain-${Math.max(0, values.indexOf(value)) % PLAIN_TONES}`;
}
