import type { Of } from './statements.ts';

export type RecordRule = Omit<Of<'record'>, 'start' | 'end'>;
type Property = RecordRule['property'];
type Pattern = readonly [Property, RegExp];

/** What is spoken of: one or more kinds of rows. */
const THINGS = "(?<things>[a-z0-9][a-z0-9 ,'/-]*?)";
const PEOPLE =
  '(?:two|2|several|multiple|many|different) (?:people|users|persons|colleagues|[a-z]+s|of (?:us|them))';
const AT_ONCE = '(?: (?:at once|at the same time|simultaneously|concurrently|in parallel))?';
const NOT = "(?:must not|may not|should not|cannot|can't|do not|don't|must never|may never|never)";
const EACH_OTHER =
  "(?:each other|one another|(?:each other|one another)'s (?:changes|work|edits)|the (?:other|work of the other|changes of the other))";
const whole = (text: string) => new RegExp(`^(?:${text})$`);

const EDIT = '(?:edit|edits|change|changes|update|updates|modify|save|open|work on)';
const EDITING = `(?:who |that )?(?:are )?(?:${EDIT}|editing|changing|updating|modifying|saving|working on)`;
const LOCKING = 'optimistic (?:locking|locks|concurrency(?: control)?)';
const WANT =
  '(?:(?:please |we |it |the app )?(?:use|uses|want|need|needs|add|with|there is|has) )?';

const LOCKINGS: readonly Pattern[] = [
  `${WANT}${LOCKING}(?: everywhere| throughout)?`,
  `${WANT}${LOCKING} (?:for|on|of|when editing) ${THINGS}`,
  `${THINGS} (?:use|uses|need|needs|have|has|get|are kept with|are protected by|with) ${LOCKING}`,
  `${PEOPLE} ${EDITING}${AT_ONCE} ${NOT} overwrite ${EACH_OTHER}`,
  `${PEOPLE} ${EDITING} (?:the same )?${THINGS}${AT_ONCE} ${NOT} overwrite ${EACH_OTHER}`,
  `(?:when|if|where) ${PEOPLE} ${EDIT} (?:the same )?${THINGS}${AT_ONCE} ?,? ?(?:then )?they ${NOT} overwrite ${EACH_OTHER}`,
  `(?:when|if|where) ${PEOPLE} ${EDIT} (?:the same )?${THINGS}${AT_ONCE} ?,? ?(?:then )?(?:neither|none)(?: of them)? (?:may|must|can|should) overwrite (?:the other|the others|${EACH_OTHER})`,
  `(?<it>)${PEOPLE}${AT_ONCE.slice(0, -1)} ${NOT} overwrite ${EACH_OTHER}`,
  `(?:concurrent|simultaneous|parallel) (?:edits|changes|updates)(?: (?:of|to|on) ${THINGS})? ${NOT} overwrite ${EACH_OTHER}`,
  `(?:nobody|no one|no user) (?:may|can|must|should) overwrite the (?:changes|edits|work) of (?:somebody else|someone else|others|another|anybody else)`,
  `(?:no|without|avoid|prevent) lost (?:updates|changes|edits)(?: (?:of|to|on|in) ${THINGS})?`,
].map((text) => ['optimisticLocking', whole(text)] as const);

const SOFT = 'soft[- ]?(?:deletes?|deletion|deleted)';
const CAN = '(?:can|may|must|should|could|shall|have to|has to)(?: always| later| still)?';
const RESTORED = '(?:be )?(?:restored|recovered|undeleted|brought back)';
const RESTORE = '(?:restore|recover|undelete|bring back)';
const DELETED = '(?:deleted|removed)';
const NOT_REALLY = '(?:never|not)(?: really| actually| physically)? (?:deleted|removed)';

const SOFT_DELETIONS: readonly Pattern[] = [
  `${WANT}${SOFT}(?: everywhere| throughout)?`,
  `${WANT}${SOFT} (?:for|on|of) ${THINGS}`,
  `${THINGS} (?:use|uses|need|needs|have|has|get|support|with) ${SOFT}`,
  `${THINGS} (?:is|are|be|must be|should be) (?:only )?(?:soft[- ]deleted|softly deleted)`,
  `(?:an? |the |all )?${DELETED} ${THINGS} ${CAN} ${RESTORED}(?: later| again)?`,
  `(?:an? |the |all )?${DELETED} ${THINGS} (?:is|are|stay|remain) (?:recoverable|restorable)`,
  `${THINGS} ${CAN} ${RESTORED} (?:after (?:they are|it is) ${DELETED}|after (?:being ${DELETED}|deletion))`,
  `(?:it (?:must|should|has to) be possible to|we (?:can|want to|need to|must be able to)|there is a way to) ${RESTORE} (?:an? |the |all )?${DELETED} ${THINGS}`,
  `(?:deleting|removing) ${THINGS} (?:only|just|merely) hides (?:it|them)`,
  `${THINGS} (?:is|are|get|must be|should be) (?:archived|hidden) (?:instead of|rather than|and not) (?:being )?${DELETED}`,
  `${THINGS} (?:is|are|must be|should be) ${NOT_REALLY} ?,? ?(?:but )?(?:only |just )?(?:hidden|archived)`,
  `(?:an? |the |all )?${DELETED} ${THINGS} (?:go|goes|end up|are put|are moved)(?: in| to| into) (?:the |a )?(?:trash|recycle bin|bin)`,
].map((text) => ['softDelete', whole(text)] as const);

const DEED =
  '(?:created?|made|make|adds?|added|changed?|changes|edits?|edited|updated?|updates|modified|modifies|deleted?|deletes|entered|touched|did)';
const DEEDS = `${DEED}(?: ?(?:,|and|or|, and) (?:last )?${DEED})*`;
const LAST = '(?:last |has |have |ever )*';
const WATCH =
  '(?:(?:we|i|managers|admins|people|users|everybody|the app|it)? ?(?:want to|need to|must|should|would like to|have to|can|has to)? ?(?:be able to )?(?:see|know|track|tracks|record|records|log|logs|keep track of|keeps track of|trace|remember|remembers|find out)|keep a record of|track|it (?:must|should) be (?:visible|recorded|logged|known|tracked|clear))';
const TRAIL =
  '(?:an? |the |full |complete )*(?:audit (?:trail|log|history)|change (?:history|log)|history of (?:all )?changes|log of (?:all )?changes)';

const AUDITS: readonly Pattern[] = [
  `${WATCH} who ${LAST}${DEEDS} ${THINGS}(?: ?,? and (?:when|what|how|when and how)| ?,? when(?: and what)?)?`,
  `${WATCH} (?:of ${THINGS} )?who ${LAST}${DEEDS} (?:it|them)(?: ?,? and (?:when|what))?`,
  `for (?:each|every|all|any) ${THINGS} ?,? ${WATCH} who ${LAST}${DEEDS} (?:it|them)(?: ?,? and (?:when|what))?`,
  `(?:we |it |the app )?(?:keep|keeps|want|need|needs|have|has|with|use|add|there is|record|write)? ?${TRAIL}(?: everywhere)?`,
  `(?:we |it |the app )?(?:keep|keeps|want|need|needs|have|has|with|use|add|there is|record|write)? ?${TRAIL} (?:for|of|on|to) ${THINGS}`,
  `${THINGS} (?:have|has|need|needs|get|gets|keep|keeps|with) ${TRAIL}`,
  `${THINGS} (?:is|are|must be|should be) audited`,
  `(?:all |every |each )?(?:changes?|edits?|modifications?) (?:to|of|on) ${THINGS} (?:is|are|must be|should be|have to be|has to be) (?:tracked|recorded|logged|audited|traced|kept)`,
].map((text) => ['audited', whole(text)] as const);

const PATTERNS = [...LOCKINGS, ...SOFT_DELETIONS, ...AUDITS];

/** What the words of a whole clause say of how rows are kept; explicit words only. */
export function readRecordRules(text: string): RecordRule[] {
  return PATTERNS.flatMap(([property, pattern]) => {
    const found = pattern.exec(text);
    return found === null
      ? []
      : [
          {
            kind: 'record',
            property,
            things: found.groups?.it === undefined ? listed(found.groups?.things) : [['it']],
          },
        ];
  });
}

const EVERYTHING =
  /^(?:everything|all(?: of)?(?: the| our)? ?(?:data|records|rows|entries|tables|things|entities)?|(?:each|every|any|a|the|all) (?:record|row|entry|change|records)|records|rows|data|changes)$/;

/** Null for everything. */
function listed(text: string | undefined): string[][] | null {
  if (text === undefined || EVERYTHING.test(text)) return null;
  return text.split(/ ?, (?:and |or )?| and | or /).map((part) =>
    part
      .replace(
        /^(?:an?|the|all|each|every|any|one|our|same|single|of)(?: (?:an?|the|our|same))? /,
        '',
      )
      .split(' ')
      .filter(Boolean),
  );
}
