import type { Derived } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { arithmeticSaid } from './arithmetic-said.ts';
import { type Draft, findMember, resourceName } from './draft.ts';

type Shown = { name: string; schema: Flat };

/** What a record shows of the one that it refers to, and products of its numbers. */
export function addDerived(draft: Draft, shown: Shown): boolean {
  const found = lookupOf(draft, shown) ?? productOf(draft, shown) ?? arithmeticSaid(draft, shown);
  if (found === null) return false;
  if (!draft.derived.some(({ name }) => name === found.name)) draft.derived.push(found);
  return true;
}

/** `name` and `unitPrice` of a line are those of its product. */
function lookupOf(draft: Draft, { name, schema }: Shown): Derived | null {
  for (const [by, target] of draft.referred) {
    const noun = target.words.at(-1) ?? target.noun;
    const said =
      new RegExp(
        `^(?:the )?(?:current )?([a-z_ ]+?) (?:of|from) (?:the |its |this )?${noun}\\b`,
        'i',
      ).exec(schema.description)?.[1] ?? '';
    const own = plain(name);
    const called = own.startsWith(noun) ? own.slice(noun.length) : own.replace(/^unit/, '');
    const [only] = draft.referred.size === 1 ? [called] : own.startsWith(noun) ? [called] : [];
    const member =
      findMember(target, said.trim()) ??
      (only === undefined ? undefined : findMember(target, only));
    if (member === undefined || ['file', 'password', 'json'].includes(member.kind)) continue;
    if (member.name === target.key?.member && said === '') continue;
    if (!fits(member.kind, schema)) continue;
    return {
      ...{ name, take: 'lookup', by, resource: resourceName(target) },
      ...{ member: member.name, kind: member.kind },
    };
  }
  return null;
}

function fits(kind: string, { type }: Flat): boolean {
  if (type === null) return true;
  if (kind === 'text') return type === 'string';
  return kind === type || (kind === 'integer' && type === 'number');
}

const AMOUNTS = /^((sub|line|item|row)(total|price|amount|sum|cost)|amount|total)(cents|price)?$/;
const TIMES = /([a-z_ ]+?) (?:times|multiplied by|x|×|\*) (?:the |its )?([a-z_ ]+)/i;

/** "Quantity times unit price", or a name that says as much where there are a quantity and a price. */
function productOf(draft: Draft, { name, schema }: Shown): Derived | null {
  if (schema.type !== 'integer' && schema.type !== 'number') return null;
  const said = TIMES.exec(schema.description);
  if (said === null && (!AMOUNTS.test(plain(name)) || schema.description.length > 40)) return null;
  const of = factorsIn(draft, said?.slice(1) ?? ['quantity', 'price']);
  return of === null || of.includes(name) ? null : { name, take: 'product', of };
}

/** Two numbers by their names, in the record or in the one that it refers to. */
function factorsIn(draft: Draft, wanted: readonly string[]): [string, string] | null {
  const [one, other] = wanted.map((words) => numberCalled(draft, words));
  return one === undefined || other === undefined || one === other ? null : [one, other];
}

const QUANTITIES = ['quantity', 'qty', 'amount', 'count', 'pieces', 'units'];
const PRICES = ['unitprice', 'price', 'pricecents', 'priceincents', 'pricepeach', 'cost', 'rate'];

function numberCalled(draft: Draft, words: string): string | undefined {
  const said = wordsOf(words).filter(
    (word) => !/^(of|all|the|items?|lines?|sum|total|over|each|every|its|product)$/.test(word),
  );
  const asked = said.map(singular).join('');
  const same = [QUANTITIES, PRICES].find((group) => group.includes(asked)) ?? [];
  const names = [said.join(''), asked, ...same];
  const isNumber = (kind: string) => kind === 'integer' || kind === 'number';
  for (const each of names) {
    const member = findMember(draft, each);
    if (member !== undefined && isNumber(member.kind)) return member.name;
    const derived = draft.derived.find((one) => plain(one.name) === each);
    if (derived !== undefined) return derived.name;
  }
  for (const each of names)
    for (const [by, target] of draft.referred) {
      const member = findMember(target, each);
      if (member === undefined || !isNumber(member.kind)) continue;
      const name = `${by}.${member.name}`;
      if (!draft.derived.some((one) => one.name === name))
        draft.derived.push({
          ...{ name, take: 'lookup', by, resource: resourceName(target) },
          ...{ member: member.name, kind: member.kind },
        });
      return name;
    }
  return undefined;
}

const TOTALS =
  /^(cart|order|basket|grand|invoice)?(total|sum)(price|amount|cost|sum|cents|value|incents)*$|^(amount|price)total$/;
const OTHERWISE = /discount|tax|vat|shipping|net|gross|fee|coupon|minus|less/i;

/** "Sum of quantity times price over all items": what rows below are summed by; derived there. */
export function totalOf(child: Draft, { name, schema }: Shown): string | null {
  const { type, description } = schema;
  if ((type !== 'integer' && type !== 'number') || OTHERWISE.test(description)) return null;
  const said = TIMES.exec(description);
  if (said === null && !TOTALS.test(plain(name))) return null;
  const own = child.derived.find(({ take }) => take === 'product');
  if (own !== undefined) return own.name;
  const of =
    said === null
      ? factorsIn(child, ['quantity', 'price'])
      : factorsIn(child, said.slice(1).map(afterOf));
  if (of === null) return null;
  const amount = `${of[0]} x ${of[1]}`;
  child.derived.push({ name: amount, take: 'product', of });
  return amount;
}

/** "Sum of quantity": quantity. */
function afterOf(words: string): string {
  return words.replace(/^.*\bof\b/, '');
}
