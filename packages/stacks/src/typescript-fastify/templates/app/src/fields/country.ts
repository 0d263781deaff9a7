import { z } from 'zod';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** What ISO 3166-1 leaves to its users, and what it only reserves: named by the runtime, but no countries. */
const USER_ASSIGNED = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;
const RESERVED = /^(AC|CP|CQ|DG|EA|EU|EZ|IC|TA|UN)$/;

function isCountry(code: string): boolean {
  const isNamed = names.of(code) !== undefined;
  // A withdrawn code stands for what came after it: BU for MM.
  const isCurrent = new Intl.Locale(`und-${code}`).region === code;
  return isNamed && isCurrent && !USER_ASSIGNED.test(code) && !RESERVED.test(code);
}

const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountry);

/** A country as its two letters in ISO 3166-1, such as NZ. */
export function country() {
  return z.enum(codes, { error: 'must be the code of a country such as NZ' });
}
