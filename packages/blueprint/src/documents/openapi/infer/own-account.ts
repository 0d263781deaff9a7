import { plain } from '../words.ts';
import { amountIn, directionOf, isBalanceName } from './amounts.ts';
import { createDraft, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import { passwordChangeIn } from './password-said.ts';
import { answerSchema, findRow } from './row-schema.ts';
import type { Subject } from './subjects.ts';

const SELF = /^(me|whoami|self|currentuser|myself|myaccount|myprofile)$/;

/** `/me` and `/profile` are the account of whoever is signed in. */
export function joinOwnAccount(inference: Inference): void {
  const { accounts, drafts, subjects } = inference;
  if (accounts === null) return;
  const all = subjects as Subject[]; // this is the place that completes it
  for (const [at, subject] of all.entries()) {
    if (subject.own !== null || !isSelf(inference, subject)) continue;
    const joined: Subject = {
      ...subject,
      noun: accounts.draft.noun,
      nounWords: accounts.draft.words,
      ...(directionOf(subject.nounWords) !== 0 && { action: subject.nounWords }),
    };
    all[at] = joined;
    const old = drafts.get(subject.noun);
    if (old !== undefined) {
      old.subjects.splice(old.subjects.indexOf(subject), 1);
      if (old.subjects.length === 0) drafts.delete(subject.noun);
    }
    accounts.draft.subjects.push(joined);
  }
}

/** `GET /balance` and `POST /deposit {amount}` are about the balance of whoever is signed in. */
function isOwnBalance(
  { root }: Inference,
  { operation, noun, action, isPlural }: Subject,
): boolean {
  if (operation.security === null || operation.security.length === 0) return false;
  if (noun === '') return directionOf(action) !== 0 && amountIn(root, operation) !== null;
  const words = noun === '' ? action : [...action, noun];
  if (directionOf(words) !== 0 && operation.method === 'post' && !isPlural)
    return amountIn(root, operation) !== null;
  const answer = answerSchema(operation);
  const names = [...(answer?.properties.keys() ?? [])];
  return (
    operation.method === 'get' &&
    !isPlural &&
    /^(balance|wallet|credit|point|fund)$/.test(noun) &&
    names.length > 0 &&
    names.every(isBalanceName)
  );
}

/** `DELETE /` below an address of its own: "Deletes the account". */
function isRootOfAccount({ operation, noun, parents }: Subject): boolean {
  const isSecured = operation.security !== null && operation.security.length > 0;
  if (noun !== '' || parents.length > 0 || operation.segments.length > 0 || !isSecured)
    return false;
  return (
    ['get', 'patch', 'delete'].includes(operation.method) &&
    /\b(the|your|my|one's|own|current) (user )?(account|user|profile)\b|\baccounts? (of|is)\b/i.test(
      operation.text,
    )
  );
}

function isSelf(inference: Inference, subject: Subject): boolean {
  const { root, accounts, drafts } = inference;
  if (SELF.test(subject.noun) || isOwnBalance(inference, subject)) return true;
  if (passwordChangeIn(subject.operation) !== null || isRootOfAccount(subject)) return true;
  if (subject.noun === accounts?.draft.noun) return false;
  if (!/^(profile|account|user|settings)$/.test(subject.noun) || subject.isPlural) return false;
  const own = drafts.get(subject.noun) ?? createDraft(subject.noun, []);
  if (own.subjects.some((one) => one.own !== null)) return false;
  const answer = answerSchema(subject.operation);
  const row = answer === null ? null : findRow(root, answer, subject.nounWords, true);
  const body = subject.operation.body === null ? null : itemOf(root, subject.operation.body.schema);
  const names = [...(row?.schema.properties.keys() ?? []), ...(body?.properties.keys() ?? [])].map(
    plain,
  );
  return accounts?.logins.some((login) => names.includes(plain(login))) === true;
}
