import type { Behaviour, Member } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { hasStatus, successOf } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import type { Deciding } from './deciding.ts';
import { addMember, type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import type { Facts } from './operation-facts.ts';

type Readings = NonNullable<Extract<Behaviour, { kind: 'read' }>['readings']>;

const LEFT = /^(.+?)(left|remaining)$|^(remaining)(.+)$/;

/** `views_left` of a message that is made with `views`: at first it is what it was made with. */
export function addLeft({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { row, subject } of facts) {
    if (subject.noun !== draft.noun) continue;
    for (const [name, raw] of row?.schema.properties ?? []) {
      const [, before, , , behind] = LEFT.exec(plain(name)) ?? [];
      const stem = before ?? behind;
      const { type, nullable } = flatten(root, raw);
      if (stem === undefined || type !== 'integer' || findMember(draft, name) !== undefined)
        continue;
      const most = limitCalled(draft, stem);
      if (most === undefined || !isGiven(root, facts, most.name)) continue;
      addMember(draft, name, { kind: 'integer', nullable, startsAs: most.name });
    }
  }
}

function isGiven(root: unknown, facts: readonly Facts[], member: string): boolean {
  return facts.some(
    ({ intent, subject: { operation } }) =>
      intent === 'create' &&
      operation.body !== null &&
      itemOf(Object(root), operation.body.schema).properties.has(member),
  );
}

/** `max_downloads`, `downloadLimit`, `views`. */
function limitCalled({ members }: Draft, stem: string): Member | undefined {
  const one = stem.replace(/s$/, '');
  const names = [one, stem].flatMap((each) => [
    ...[`max${each}`, `maximum${each}`, `${each}limit`, `max${each}count`, `limit${each}`, each],
  ]);
  return [...members.values()].find(
    ({ name, kind, made }) =>
      kind === 'integer' && made === undefined && names.includes(plain(name)),
  );
}

const COUNTED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(download|file|content|raw)$/, ['downloads', 'downloadcount', 'timesdownloaded']],
  [
    /^(read|open|view|show|reveal|retrieve|get)$/,
    [
      'views',
      'viewcount',
      'reads',
      'readcount',
      'opens',
      'opencount',
      'timesviewed',
      'timesread',
      'timesopened',
    ],
  ],
];

const GONE_AFTER =
  /\b(gone|deleted|removed|unavailable|expires?|not there|disappears?|destroyed|no longer (there|available|served))\b[^.;]{0,40}\b(after|once)\b[^.;]{0,25}\b(many|number of|this|that|it)\b|\bhow (many times|often)\b|\bmaximum number of\b|\bat most (this|that|so) many\b/;
const LIMITS =
  /^max(?:imum)?(downloads|views|reads|opens|uses|accesses)(?:count)?$|^(download|view|read|use|access)s?limit$/;

/** `maxDownloads` of a file that is gone (410) after so many: how many are left is shown nowhere. */
export function addHiddenLeft({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  if ([...draft.members.values()].some(({ startsAs }) => startsAs !== undefined)) return;
  const isOver = facts.some(
    ({ subject }) =>
      subject.noun === draft.noun && subject.own !== null && hasStatus(subject.operation, 410),
  );
  for (const { intent, subject } of facts) {
    const { body } = subject.operation;
    if (intent !== 'create' || subject.noun !== draft.noun || body === null) continue;
    for (const [name, raw] of itemOf(root, body.schema).properties) {
      const { type, description } = flatten(root, raw);
      const member = findMember(draft, name);
      const isLimit = type === 'integer' && member?.kind === 'integer' && LIMITS.test(plain(name));
      if (!isLimit || !(isOver || GONE_AFTER.test(description.toLowerCase()))) continue;
      if (isShownCounted(root, facts, plain(name))) return;
      addMember(draft, HIDDEN_LEFT, { kind: 'integer', nullable: true, startsAs: member.name });
      return;
    }
  }
}

const ONCE =
  /\b(read|viewed|retrieved|opened|fetched|revealed|downloaded|shown|accessed|seen|used) (only |exactly |just )?once\b|\bonly (be )?(read|viewed|retrieved|opened|fetched|revealed|downloaded|accessed) once\b|\b(deleted|removed|destroyed|gone|burned|burnt|disappears?) (immediately |right )?(after|once|when|as soon as) (it (is|was|has been) |the first |being |its first |first )?(read|view|viewed|retrieved|retrieval|opened|fetched|access|accessed|download|downloaded|reading|viewing)\b|\bburn after reading\b|\bself[- ]destruct/;

/** "It can be read once, then it is deleted": there is one reading. */
export function addOnce(draft: Draft, facts: readonly Facts[]): void {
  if (findMember(draft, HIDDEN_LEFT) !== undefined) return;
  const own = facts.filter(({ subject }) => subject.noun === draft.noun && subject.own !== null);
  const making = facts.filter(
    ({ intent, subject }) => intent === 'create' && subject.noun === draft.noun,
  );
  const isCounted = [...draft.members.values()].some(({ startsAs }) => startsAs !== undefined);
  const isLimited = making.some(({ subject }) =>
    [...(subject.operation.body?.schema.properties.keys() ?? [])].some(
      (name) => LIMITS.test(plain(name)) || /^(views|reads|uses)$|once|burn/.test(plain(name)),
    ),
  );
  const isSaid = [...own, ...making].some(({ subject }) => ONCE.test(subject.operation.text));
  const isRead = own.some(({ intent }) => ['read', 'download'].includes(intent));
  if (making.length > 0 && isSaid && isRead && !isCounted && !isLimited)
    addMember(draft, HIDDEN_LEFT, { kind: 'integer', nullable: false, default: 1 });
}

/** The member of which no answer speaks. */
const HIDDEN_LEFT = 'left-over';

/** Where records show how often they were read, that is what is counted. */
function isShownCounted(root: unknown, facts: readonly Facts[], limit: string): boolean {
  const stem = limit.replace(/^max(imum)?|limit$|count$/g, '').replace(/s$/, '');
  return facts.some(({ row }) =>
    [...(row?.schema.properties ?? [])].some(
      ([name, raw]) =>
        plain(name) !== limit &&
        plain(name).includes(stem) &&
        flatten(Object(root), raw).type === 'integer',
    ),
  );
}

/** What takes one of those that are left: giving the file away, or else showing the record. */
function takesHidden({ all, facts }: Deciding, draft: Draft): boolean {
  const left = findMember(draft, HIDDEN_LEFT);
  const stem = plain(left?.startsAs ?? '').replace(/^max(imum)?|limit$|count$/g, '');
  if (left === undefined) return false;
  const reading = all.filter(
    ({ facts: { subject, intent } }) =>
      subject.noun === draft.noun && subject.own !== null && ['read', 'download'].includes(intent),
  );
  const isTaking = ({ subject, intent }: Facts) =>
    /^download/.test(stem)
      ? intent === 'download' || givesFile(subject.operation)
      : subject.action.some((word) => /^(read|open|view|show|reveal)$/.test(word)) ||
        (left.startsAs === undefined && subject.action.length === 0);
  const taking = reading.filter(({ facts: one }) => isTaking(one));
  return (taking.length > 0 ? taking : reading).some(({ facts: one }) => one === facts);
}

function givesFile(operation: Facts['subject']['operation']): boolean {
  const contents = successOf(operation)?.response.contents ?? [];
  return contents.length > 0 && contents.every(({ schema }) => schema.format === 'binary');
}

/** What a reading counts, by what is done, what records show and no client gives, and what the document limits. */
export function readingsOf(deciding: Deciding, draft: Draft): Readings | null {
  const { all, inference, facts } = deciding;
  const { subject, intent } = facts;
  if (takesHidden(deciding, draft)) return { member: HIDDEN_LEFT, by: -1 };
  const words = [...subject.action, ...(intent === 'download' ? ['download'] : [])];
  const { text } = subject.operation;
  const left = leftOf(draft, text);
  if (left !== null) return { member: left, by: -1 };
  if (words.length === 0 && !/\bcount(s|ed)?\b|\bincrement/.test(text)) return null;
  const asked = words.length === 0 ? ['view'] : words;
  const names = COUNTED.flatMap(([pattern, each]) =>
    asked.some((word) => pattern.test(word)) ? each : [],
  );
  const isGivenBy = (name: string) =>
    all.some(
      ({ facts: one }) =>
        one.subject.noun === draft.noun &&
        one.subject.operation.body !== null &&
        itemOf(inference.root, one.subject.operation.body.schema).properties.has(name),
    );
  const member = [...draft.members.values()].find(
    ({ name, kind }) => kind === 'integer' && names.includes(plain(name)) && !isGivenBy(name),
  );
  if (member === undefined) return null;
  const stem = plain(member.name)
    .replace(/count$|^times/, '')
    .replace(/(ed)?$/, '');
  const most = limitCalled(draft, stem.endsWith('s') ? stem : `${stem}s`);
  const stamps = stampOf(draft, stem);
  const isLimited = most !== undefined && most.name !== member.name;
  return {
    ...{ member: member.name, by: 1 },
    ...(isLimited && { most: most.name }),
    ...(stamps !== null && { stamps }),
  };
}

/** "Takes one of its views": what is left goes down. */
function leftOf({ members }: Draft, text: string): string | null {
  const left = [...members.values()].find(({ startsAs }) => startsAs !== undefined);
  if (left === undefined) return null;
  const stem =
    wordsOf(left.startsAs ?? '')
      .at(-1)
      ?.replace(/s$/, '') ?? '';
  const takes =
    /\b(takes?|uses?( up)?|consumes?|counts?|decrements?|reduces?|spends?|one (less|fewer)|burns?)\b/;
  return text.includes(stem) && takes.test(text) ? left.name : null;
}

/** `last_clicked_at`: when it was counted last. */
export function stampOf({ members }: Draft, stem: string): string | null {
  const word = stem.replace(/(e?s|ed)$/, '').slice(0, 5);
  const found = [...members.values()].find(
    ({ name, kind, made }) =>
      kind === 'text' &&
      made === undefined &&
      new RegExp(`^last(${word}|access|use|visit|seen|view|hit|read)[a-z]*$`).test(plain(name)),
  );
  return found?.name ?? null;
}

/** What is read as often as it may be is gone for every operation, where they say "not any more" or have no other answer. */
export function addSpent(draft: Draft, facts: readonly Facts[]): void {
  const left =
    findMember(draft, HIDDEN_LEFT) ??
    [...draft.members.values()].find(({ startsAs }) => startsAs !== undefined);
  const isRead = facts.some(
    ({ subject }) =>
      subject.noun === draft.noun && subject.own !== null && hasStatus(subject.operation, 404, 410),
  );
  if (left !== undefined && isRead) draft.spent = left.name;
}
