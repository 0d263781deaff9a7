import type { Behaviour, Member, Source } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { asObject, asText } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const GIVES =
  /^(deposit|topup|credit|recharge|refill|restock|earn|fund|add|receive|replenish|increase|receipt|inbound)$/;
const TAKES =
  /^(withdraw|debit|spend|deduct|consume|cashout|remove|take|decrease|reduce|pick|outbound|sell|use)$/;
const BALANCE =
  /^(balance|credits?|funds|points|coins|(in)?stock(level|quantity|count)?|onhand|available|budget)(cents|incents|amount)?$/;
const AMOUNT =
  /^(amount|value|sum|quantity|qty|count|pieces|units|points|coins|credits)(cents|incents)?$/;
export function isBalanceName(name: string): boolean {
  return BALANCE.test(plain(name));
}

/** Whether a number of a record goes up or down by what a request says; 0 for neither. */
export function directionOf(words: readonly string[]): 1 | -1 | 0 {
  const joined = words.join('');
  if (words.some((word) => GIVES.test(word)) || GIVES.test(joined)) return 1;
  return words.some((word) => TAKES.test(word)) || TAKES.test(joined) ? -1 : 0;
}

/** The one number that a body tells. */
export function amountIn(root: unknown, { body }: Pick<Operation, 'body'>): string | null {
  const names = [...(body?.schema.properties ?? [])].flatMap(([name, raw]) =>
    AMOUNT.test(plain(name)) && /^(integer|number)$/.test(flatten(root, raw).type ?? '')
      ? [name]
      : [],
  );
  const [only, ...others] = names;
  return only === undefined || others.length > 0 ? null : only;
}

export type Amount = { member: Member; by: 1 | -1; source: Source };

/** `POST /withdraw {amount}`: what is added to or taken from the balance of the record. */
export function amountOf({ root }: Inference, draft: Draft, { subject }: Facts): Amount | null {
  const { operation, action } = subject;
  const by = directionOf(action);
  const amount = amountIn(root, operation);
  const balances = [...draft.members.values()].filter(
    ({ name, kind }) => isBalanceName(name) && (kind === 'integer' || kind === 'number'),
  );
  const words = wordsOf(operation.text);
  const member = balances.find(({ name }) => words.includes(plain(name))) ?? balances[0];
  const isItself = amount !== null && findMember(draft, amount) === member;
  if (by === 0 || amount === null || member === undefined || isItself) return null;
  return { member, by, source: { in: 'body', name: amount } };
}

const INITIAL =
  /\b(?:starts? (?:at|with|from)|initial(?:ly)?(?: balance)?(?: is| of)?|begins? (?:at|with)) (-?\d+(?:\.\d+)?)/i;

/** What a balance is at first: what the document says, else nothing; undefined where nothing ever moves it. */
export function initialBalance(
  { root, drafts }: Inference,
  { name, schema, facts }: { name: string; schema: Flat; facts: readonly Facts[] },
): number | undefined {
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  if (!isNumber || !isBalanceName(name)) return undefined;
  const isMoved =
    facts.some(({ intent, subject }) => intent === 'deed' && directionOf(subject.action) !== 0) ||
    [...drafts.values()].some(({ party }) => party !== null);
  if (!isMoved) return undefined;
  const about = `${schema.description} ${asText(asObject(asObject(root).info).description)}`;
  return Number(INITIAL.exec(about)?.[1] ?? 0);
}

const TO =
  /^(to|recipient|receiver|payee|beneficiary|target|destination)(user|account)?(name|username|id|email)?$/;
const FROM = /^(from|sender|payer|source)(user|account)?(name|username|id|email)?$/;

export function isSenderName(name: string): boolean {
  return FROM.test(plain(name));
}

/** A transfer goes from whoever makes it to the account that it names, when accounts show what they have. */
export function addParty(
  { root, accounts }: Inference,
  draft: Draft,
  facts: readonly Facts[],
): void {
  if (accounts === null || draft === accounts.draft) return;
  const isShown = facts.some(
    ({ subject, row }) =>
      subject.noun === accounts.draft.noun &&
      [...(row?.schema.properties.keys() ?? [])].some(isBalanceName),
  );
  const made = facts.find(
    ({ subject, intent }) => subject.noun === draft.noun && intent === 'create',
  );
  if (!isShown || made === undefined) return;
  const { operation } = made.subject;
  const moves = /transfer|payment|transaction|remittance|tip|gift|donation/.test(draft.noun);
  const amount = amountIn(root, operation);
  const to = [...(operation.body?.schema.properties.keys() ?? [])].find((name) =>
    TO.test(plain(name)),
  );
  if (!moves || amount === null || to === undefined) return;
  const isKey =
    /id$/.test(plain(to)) ||
    flatten(root, operation.body?.schema.properties.get(to)).type === 'integer';
  const login =
    accounts.logins.find((name) => plain(to).endsWith(plain(name))) ??
    accounts.logins.find((name) => /name|login|handle/i.test(name)) ??
    accounts.logins[0];
  const by = isKey ? (accounts.draft.key?.member ?? 'id') : login;
  if (by !== undefined) draft.party = { member: to, by, amount };
}

type Moves = NonNullable<Extract<Behaviour, { kind: 'create' }>['moves']>;

/** What goes from one account to another with a new record; null where nothing does. */
export function movesOf({ accounts }: Inference, { party }: Draft): Moves | null {
  const balance = [...(accounts?.draft.members.values() ?? [])].find(
    ({ name, kind }) => isBalanceName(name) && (kind === 'integer' || kind === 'number'),
  );
  if (party === null || accounts === null || balance === undefined) return null;
  return {
    resource: resourceName(accounts.draft),
    member: balance.name,
    amount: { in: 'body', name: party.amount },
    to: { member: party.by, source: { in: 'body', name: party.member } },
  };
}
