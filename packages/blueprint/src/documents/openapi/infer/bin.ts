import type { Behaviour, ContractFilter, ContractGuard } from '@quantumlayer/contracts';
import { hasStatus } from '../operations.ts';
import { plain } from '../words.ts';
import { scopeOf } from './access.ts';
import { taggedAnswer } from './conditional.ts';
import type { Deciding, Decision } from './deciding.ts';
import { addMember, type Draft, findMember, resourceName } from './draft.ts';
import { findOne } from './find-one.ts';
import type { Facts } from './operation-facts.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

const BIN =
  /\b(bin|trash|recycle bin|wastebasket|soft[- ]?delet\w+|can be (restored|recovered|undeleted))\b/;
const RESTORES = /^(restore|undelete|recover|untrash)$/;
const FOR_GOOD = /\b(for good|permanent(ly)?|forever|for ever|purge[sd]?|irrevocabl[ye])\b/;
/** The switch that no answer shows. */
const IN_BIN = 'inBin';

/** What is deleted goes to a bin, where the document has a way back out of it. */
export function addBin(draft: Draft, facts: readonly Facts[]): void {
  const own = facts.filter(({ subject }) => subject.noun === draft.noun && subject.own !== null);
  const isRestored = own.some(({ subject }) => subject.action.some((word) => RESTORES.test(word)));
  const isBinned = own.some((one) => isPutting(one));
  if (isRestored && isBinned && findMember(draft, IN_BIN) === undefined)
    addMember(draft, IN_BIN, { kind: 'boolean', nullable: false, default: false });
}

function isPutting({ intent, subject: { operation, action } }: Facts): boolean {
  const said = [operation.text, ...operation.responses.map(({ description }) => description)];
  const text = said.join('. ').toLowerCase();
  return intent === 'remove' && action.length === 0 && BIN.test(text) && !FOR_GOOD.test(text);
}

const hasBin = (draft: Draft): boolean => findMember(draft, IN_BIN)?.default === false;

/** Putting a record into the bin, and taking it out again; null for every other operation. */
export function decideBin(deciding: Deciding, draft: Draft): Decision | null {
  const { inference, views, facts, access, all } = deciding;
  const { operation, own, action } = facts.subject;
  const isOut = action.some((word) => RESTORES.test(word));
  if (!hasBin(draft) || own === null || !(isOut || isPutting(facts))) return null;
  const found = findOne(deciding, draft);
  if (found === null) return ask(facts, 'which');
  const answer = buildAnswer({ inference, views, operation, draft, figures: [], many: false });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { single: _single, ...place } = found;
  const at = [...draft.members.values()].find(
    ({ name, kind, nullable }) =>
      kind === 'text' && nullable && /^(deleted|binned|trashed)(at|on)$/.test(plain(name)),
  );
  const guard = isOut ? outGuard(facts) : inGuard(facts);
  return {
    ...{ kind: 'change', resource: resourceName(draft), ...place },
    scope: scopeOf(draft, { ...facts, intent: 'remove' }, access, all),
    set: [
      { member: IN_BIN, source: { in: 'constant', value: !isOut } },
      ...(at === undefined
        ? []
        : [
            {
              member: at.name,
              source: isOut ? ({ in: 'constant', value: null } as const) : ({ in: 'now' } as const),
            },
          ]),
    ],
    ...{ opens: null, ifMatch: null, whole: false, makes: false, guards: [guard] },
    answer: taggedAnswer(facts, answer.answer),
  };
}

/** What is in the bin is gone, or not there, for whatever does not speak of the bin. */
function inGuard({ subject: { operation, nounWords } }: Facts): ContractGuard {
  const status = hasStatus(operation, 410) ? '410' : '409';
  const isTold =
    hasStatus(operation, 410) || (hasStatus(operation, 409) && BIN.test(said(operation, '409')));
  const says = isTold ? said(operation, status) : `There is no such ${nounWords.join(' ')}`;
  const refusal = hasStatus(operation, 410) ? 'gone' : isTold ? 'conflict' : 'not-found';
  return { member: IN_BIN, value: true, refusal, says: `${says.replace(/\.$/, '')}.` };
}

function outGuard({ subject: { operation } }: Facts): ContractGuard {
  const told = said(operation, '409');
  const says = told === '' ? 'It is not in the bin.' : `${told.replace(/\.$/, '')}.`;
  return { member: IN_BIN, value: false, refusal: told === '' ? 'not-found' : 'conflict', says };
}

function said({ responses }: Facts['subject']['operation'], status: string): string {
  return responses.find((one) => one.status === status)?.description ?? '';
}

/** What is in the bin is left out, unless an operation asks for it. */
export function withoutBinned(deciding: Deciding, draft: Draft, decision: Decision): Decision {
  const { facts, inference } = deciding;
  if (decision.kind === 'undetermined') return decision;
  if (hasBin(draft) && 'resource' in decision && decision.resource === resourceName(draft)) {
    if (decision.kind === 'list') return withoutRows(decision, facts);
    if (decision.kind === 'read' || decision.kind === 'change' || decision.kind === 'remove')
      return { ...decision, guards: [...(decision.guards ?? []), inGuard(facts)].slice(0, 10) };
  }
  const around = [...inference.drafts.values()].filter(
    (one) =>
      one !== draft && hasBin(one) && facts.subject.parents.some(({ noun }) => noun === one.noun),
  );
  if (around.length === 0 || (!('guards' in decision) && decision.kind !== 'create'))
    return decision;
  const guards = around.map((one) => ({ ...inGuard(facts), of: resourceName(one) }));
  return { ...decision, guards: [...(decision.guards ?? []), ...guards].slice(0, 10) };
}

type List = Extract<Behaviour, { kind: 'list' }>;

/** `?bin=true` lists what is in the bin instead, where the document says what it is without. */
function withoutRows(given: List, { subject: { operation } }: Facts): Decision {
  const list = { ...given, filters: given.filters.filter(({ member }) => member !== IN_BIN) };
  const asked = operation.parameters.find(
    ({ in: place, name, schema }) =>
      place === 'query' &&
      schema.type === 'boolean' &&
      schema.initial === false &&
      /^(in)?(the)?(bin|trash|trashed|deleted|binned)$/.test(plain(name)),
  );
  if (asked === undefined)
    return {
      ...list,
      where: [...list.where, { member: IN_BIN, source: { in: 'constant', value: false } }],
    };
  const filter: ContractFilter = { parameter: asked.name, member: IN_BIN, match: 'switched' };
  return { ...list, filters: [...list.filters, filter] };
}
