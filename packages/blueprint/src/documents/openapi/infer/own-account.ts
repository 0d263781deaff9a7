import { plain } from '../words.ts';
import { itemOf } from './collect.ts';
import { createDraft, type Inference } from './draft.ts';
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

function isSelf({ root, accounts, drafts }: Inference, subject: Subject): boolean {
  if (SELF.test(subject.noun)) return true;
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
