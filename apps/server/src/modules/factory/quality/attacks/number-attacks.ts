import { flattenSchema } from '../domain/json-schema.ts';
import type { Attack } from './attack.ts';
import { type AttackField, readRecord, readRows, sendJson } from './attack-field.ts';
import { numberMembers, type Target } from './target.ts';

/** Written as they stand: what JavaScript makes of them may not be what was sent. */
const OVERFLOWING = [
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '9223372036854775808',
  '-9223372036854775809',
  '1e308',
  '1e999',
  '0.1234567890123456789',
];
const STRANGE = [
  '"NaN"',
  '"Infinity"',
  '"0x10"',
  '"1e3"',
  '" 1"',
  '"1,000"',
  '"+1"',
  '"١٢"',
  'true',
  '""',
];

async function sendNumber(field: AttackField, target: Target, name: string, text: string) {
  const body = await field.body(target);
  if (body === null) return null;
  const raw = JSON.stringify({ ...body, [name]: '@@' }).replace('"@@"', () => text);
  const request = sendJson('POST', target.path, raw);
  const response = await field.send(request);
  return { request, response, kept: readRecord(response)?.[name] };
}

function numbers(
  id: string,
  title: string,
  cwe: number,
  sent: (target: Target, name: string) => readonly string[],
  isWrong: (kept: unknown, text: string) => boolean,
): Attack {
  return {
    id,
    title,
    cwe,
    async run(field) {
      let tried = 0;
      for (const target of field.targets) {
        for (const name of numberMembers(target)) {
          for (const text of sent(target, name)) {
            const exchange = await sendNumber(field, target, name, text);
            if (exchange === null) continue;
            tried += 1;
            const { kept, request, response } = exchange;
            if (kept === undefined || !isWrong(kept, text)) continue;
            field.report(`${name} is ${String(kept)} for ${text}`, { request, response });
          }
        }
      }
      return tried === 0 ? 'No record holds such a number.' : undefined;
    },
  };
}

/** The digits of a number without the zeros that do not count. */
function digits(text: string): string {
  const plain = /e/i.test(text) ? Number(text).toLocaleString('en', { useGrouping: false }) : text;
  return plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

function beyondBounds({ bounds }: Target, name: string): string[] {
  const { min, max } = bounds[name] ?? {};
  return [
    ...(min === undefined ? [] : [String(min - 1)]),
    ...(max === undefined ? [] : [String(max + 1)]),
  ];
}

const pages: Attack = {
  id: 'page-size',
  title: 'A page of a million rows, of none and of fewer',
  cwe: 770,
  async run(field) {
    let tried = 0;
    for (const { list } of field.targets) {
      const limit = list?.parameters.find(({ name }) => name === 'limit');
      if (!list || !limit) continue;
      const { maximum } = flattenSchema(field.document.root, limit.schema);
      for (const size of ['1000000', '-1', '0', '1e9', '99999999999999999999', '1.5', 'all']) {
        tried += 1;
        const request = { method: 'GET', path: `${list.path}?limit=${size}` };
        const response = await field.send(request);
        const rows = readRows(response);
        if (rows === null) continue;
        const isKept = rows.length <= (maximum ?? 100) && Number(size) > 0 && maximum !== null;
        if (!isKept) field.report(`limit=${size} was taken`, { request, response });
      }
    }
    return tried === 0 ? 'No list has pages.' : undefined;
  },
};

export const numberAttacks: readonly Attack[] = [
  numbers(
    'number-overflow',
    'Numbers that no column holds',
    190,
    () => OVERFLOWING,
    (kept, text) => digits(String(kept)) !== digits(text),
  ),
  numbers('number-bounds', 'Numbers beyond their bounds', 839, beyondBounds, () => true),
  numbers(
    'number-disguised',
    'Texts that pass for numbers',
    20,
    () => STRANGE,
    (kept, text) => JSON.stringify(kept) !== text,
  ),
  pages,
];
