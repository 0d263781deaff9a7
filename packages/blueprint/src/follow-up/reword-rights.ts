import { like } from '../grammar/questions.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';

const ABLE: ReadonlyMap<string, string> = new Map([
  ...([
    ['deletable', 'delete'],
    ['removable', 'delete'],
    ['editable', 'edit'],
    ['changeable', 'change'],
  ] as const),
  ...([
    ['readable', 'see'],
    ['visible', 'see'],
    ['viewable', 'see'],
    ['creatable', 'create'],
  ] as const),
]);
const AUXILIARIES = words('should must may can could will be is are only now');
const LINKS = words('by for to');

/** "invoices should be deletable only by managers": only managers can delete them. */
export function asOnlyRight(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ lower }) => ABLE.has(lower));
  const able = tokens[at];
  const link = tokens.findIndex(({ lower }, index) => index > at && LINKS.has(lower));
  if (able === undefined || link < 0) return tokens;
  let end = at;
  while (end > 0 && AUXILIARIES.has(tokens[end - 1]?.lower ?? '')) end -= 1;
  const who = tokens.slice(link + 1).filter(({ lower }) => lower !== 'only');
  const isOnly = tokens.some(({ lower }, index) => index >= end && lower === 'only');
  const between = tokens.slice(at + 1, link).filter(({ lower }) => lower !== 'only');
  if (end === 0 || who.length === 0 || between.length > 0) return tokens;
  const said = [
    ...who,
    like(able, 'can'),
    like(able, ABLE.get(able.lower) ?? ''),
    ...tokens.slice(0, end),
  ];
  return isOnly ? [like(able, 'only'), ...said] : said;
}

const ASKING = words('show see know record track remember store keep display log save');
const CHANGED = words('changed edited updated modified touched created made');

/** "show who last changed an invoice": a history of changes tells it. */
export function asHistory(tokens: readonly Token[]): readonly Token[] {
  const who = tokens.findIndex(
    ({ lower }, index) => lower === 'who' && ASKING.has(tokens[index - 1]?.lower ?? ''),
  );
  if (who < 0) return tokens;
  const said = tokens.slice(who + 1).filter(({ lower }) => lower !== 'last');
  const [deed, ...what] = said[0]?.lower === 'has' ? said.slice(1) : said;
  if (deed === undefined || what.length === 0 || !CHANGED.has(deed.lower)) return tokens;
  const history = ['keep', 'a', 'history', 'of', 'changes', 'of'].map((word) => like(deed, word));
  return [...history, ...what.filter(({ lower }) => !/^(an?|the|each|every)$/.test(lower))];
}
