import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, keyOf } from './draft.ts';
import { writtenOf } from './members.ts';
import type { Facts } from './operation-facts.ts';

const CALLED = /^(slug|permalink|urlname|urlslug|seoname)$/;
const TITLES = ['title', 'name', 'headline', 'subject', 'label'];
const MADE_OF =
  /\b(?:made|generated|derived|built|computed|created|formed|taken|comes|slugified)\b[a-z ]{0,25}\b(?:from|of|out of) (?:the |its |an? )?([a-z_]+)/i;

/** "Made from the title", `slug`: what the server makes of the words of another member, where no client gives it. */
export function addSlug(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  const own = facts.filter(({ subject }) => subject.noun === draft.noun);
  const given = own.flatMap(({ intent, subject: { operation } }) =>
    ['create', 'replace', 'update'].includes(intent)
      ? writtenOf(inference, operation).map(([name]) => plain(name))
      : [],
  );
  for (const { row } of own)
    for (const [name, raw] of row?.schema.properties ?? []) {
      const { type, format, description } = flatten(inference.root, raw);
      if (!CALLED.test(plain(name)) || type !== 'string' || format === 'uri') continue;
      if (given.includes(plain(name))) continue;
      const of = wordsFor(draft, description);
      if (of !== null && of !== name) return void putSlug(draft, name, of);
    }
}

/** The text that says what a record is about. */
function wordsFor(draft: Draft, description: string): string | null {
  const said = MADE_OF.exec(description)?.[1];
  const names = said === undefined ? TITLES : [said];
  for (const name of names) {
    const member = findMember(draft, name);
    if (member?.kind === 'text' && member.made === undefined) return member.name;
  }
  return null;
}

function putSlug(draft: Draft, name: string, slugOf: string): void {
  const known = findMember(draft, name);
  const isKey = known?.name === draft.key?.member;
  // What clients call a record by, or would have to give, is no slug of the server's.
  if (known !== undefined && (known.slugOf !== undefined || known.made !== undefined)) return;
  if (isKey && !['uuid', 'token'].includes(draft.key?.made ?? '')) return;
  if (known === undefined)
    addMember(draft, name, { kind: 'text', nullable: false, unique: true, slugOf });
  else
    draft.members.set(keyOf(draft, name), {
      ...known,
      slugOf,
      ...(!isKey && { unique: true as const }), // a literal
    });
}
