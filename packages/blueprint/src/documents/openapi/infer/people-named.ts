import type { Inference } from './draft.ts';
import type { Subject } from './subjects.ts';

const PEOPLE =
  /^(user|account|member|customer|person|people|author|client|profile|owner|host|friend)$/;

/** `/people/{user_name}/wishes` is about those of an account, where nothing else is called people. */
export function joinPeople({ accounts, drafts, subjects }: Inference): void {
  if (accounts === null) return;
  const { draft } = accounts;
  const all = subjects as Subject[]; // this is the place that completes it
  for (const [at, subject] of all.entries()) {
    const isTheirs = ({ noun }: Subject['parents'][number]) =>
      noun !== draft.noun && !drafts.has(noun) && PEOPLE.test(noun);
    if (!subject.parents.some(isTheirs)) continue;
    const parents = subject.parents.map((one) =>
      isTheirs(one) ? { ...one, noun: draft.noun } : one,
    );
    const joined = { ...subject, parents };
    all[at] = joined;
    const own = drafts.get(subject.noun);
    const place = own?.subjects.indexOf(subject) ?? -1;
    if (own !== undefined && place >= 0) own.subjects[place] = joined;
  }
}
