import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import { isPasswordName } from './names.ts';

const CURRENT =
  /^(current|old|existing|previous|present|actual)(password|passphrase|passcode|pwd|pass)?$/;
const NEXT = /^(new|next|updated|desired)(password|passphrase|passcode|pwd|pass)?$/;
const PASSWORD = /pass ?(word|phrase|code)|\bpwd\b/i;

/** What a body says of a password that takes the place of another one, by the names of its members. */
type PasswordChange = { current: string | null; next: string; others: readonly string[] };

/** `PUT /password {current, next}`, `POST /change-password {old_password, new_password}`; null for everything else. */
export function passwordChangeIn({
  body,
  segments,
  words,
  text,
}: Operation): PasswordChange | null {
  const names = [...(body?.schema.properties.keys() ?? [])];
  const old = names.find((name) => CURRENT.test(plain(name)));
  const fresh = names.find((name) => NEXT.test(plain(name)));
  const plainly = names.find(isPasswordName);
  // Beside a new one, `password` is the one that there is; beside an old one, the one to come.
  const current = old ?? (fresh === undefined ? undefined : plainly) ?? null;
  const next = fresh ?? (old === undefined ? undefined : plainly);
  if (next === undefined) return null;
  const said = [...segments, ...words, text, current ?? '', next].join(' ');
  if (!PASSWORD.test(said)) return null;
  return { current, next, others: names.filter((name) => name !== current && name !== next) };
}
