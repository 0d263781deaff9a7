import type { FieldType } from '@quantumlayer/contracts';
import type { Expression } from './expressions.ts';

const NOW = new Set([
  'now',
  'current_timestamp',
  'current_date',
  'current_time',
  'localtimestamp',
  'localtime',
  'getdate',
  'curdate',
  'curtime',
  'transaction_timestamp',
  'statement_timestamp',
  'clock_timestamp',
]);

/**
 * A default that a blueprint can hold; `unsaid` where the database works it out in another way; `empty` where it stands
 * for a value that is missing: the empty text, the empty list, the zero date of MySQL.
 */
export type ReadDefault = { value: string | number | boolean } | 'none' | 'unsaid' | 'empty';

export function readDefault(expression: Expression, type: FieldType): ReadDefault {
  if (expression.kind === 'value') {
    const { value } = expression;
    if (value === null) return 'none';
    if (['multi-choice', 'json'].includes(type) && ['{}', '[]'].includes(`${value}`))
      return 'empty';
    return value === '' || /^0000-00-00/.test(`${value}`) ? 'empty' : { value };
  }
  const name =
    expression.kind === 'call'
      ? expression.name
      : expression.kind === 'column'
        ? expression.name.toLowerCase()
        : '';
  const isNow = NOW.has(name) || (name === 'datetime' && isNowText(expression));
  if (isNow || (['date', 'strftime'].includes(name) && isNowText(expression)))
    return ['date', 'datetime'].includes(type) ? { value: 'now' } : 'unsaid';
  const isTruth = expression.kind === 'column' && /^(true|false)$/i.test(name);
  return isTruth ? { value: name === 'true' } : 'unsaid';
}

function isNowText(expression: Expression): boolean {
  return (
    expression.kind === 'call' &&
    expression.of.some((part) => part.kind === 'value' && part.value === 'now')
  );
}
