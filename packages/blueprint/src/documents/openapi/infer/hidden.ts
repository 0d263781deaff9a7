import type { Resource } from '@quantumlayer/contracts';
import { asObject, asText } from '../json-value.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { schemasOf } from './choices.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

export type Hidden = NonNullable<Resource['hidden']>;
type State = Pick<Hidden, 'member' | 'value' | 'not'>;

const SHOWN_TO =
  /\b(?:seen|shown|visible|read|readable|available|listed|accessible|viewable)\b[^.;]*?\bonly\b|\bonly\b[^.;]*?\b(?:see|seen|read|shown|visible|view|access|available)\b|\b(?:shown|visible|seen)\b[^.;]*?\b(?:their|its|the) (?:owner|author|creator)\b|\bfor every(?:body|one) else\b|\bhidden from\b/;
const SIGNED_IN = /\b(?:signed[- ]in|logged[- ]in|authenticated|registered)\b/;

/** Records in a state are there for some only: "private profiles are seen by their owners", "drafts are shown to editors". */
export function hiddenOf(
  inference: Inference,
  draft: Draft,
  facts: readonly Facts[],
): Hidden | null {
  const said = sayings(inference, facts).filter((text) => SHOWN_TO.test(text));
  const stated = said.flatMap((text) => {
    const state =
      stateIn(draft, text) ?? (isAbout(draft, text) ? privateState(inference, draft) : null);
    return state === null ? [] : [{ state, text }];
  })[0];
  const state = stated?.state ?? (draft.owner === null ? null : privateState(inference, draft));
  if (state === null) return null;
  const isForAll =
    stated !== undefined && SIGNED_IN.test(stated.text) && !/\bowner|author\b/.test(stated.text);
  if (!isForAll && draft.owner === null) return null;
  return { ...state, to: isForAll ? 'signed-in' : 'owner', refusal: refusalOf(facts) };
}

function sayings({ root }: Inference, facts: readonly Facts[]): string[] {
  const texts = [
    asText(asObject(root.info).description),
    ...facts.map(({ subject }) => subject.operation.text),
  ];
  return texts.flatMap((text) => text.toLowerCase().split(/(?<=[.;!?])\s|\n\s*[*-]\s|\n\n/));
}

/** "Drafts (`publishedAt` is null) are ...". */
function stateIn(draft: Draft, text: string): State | null {
  const [, name = '', not, value = ''] =
    /`?([a-z_]+)`? (?:is|=|are) (not )?`?(null|true|false)`?/.exec(text) ?? [];
  const member = findMember(draft, name);
  if (member === undefined) return null;
  const is = value === 'null' ? null : value === 'true';
  return { member: member.name, value: is, ...(not !== undefined && { not: true as const }) };
}

function isAbout({ words, noun }: Draft, text: string): boolean {
  const said = wordsOf(text).map(singular);
  return said.includes(words.at(-1) ?? noun);
}

/** `visibility: private`, `isPrivate`, `public: false`. */
function privateState(inference: Inference, draft: Draft): State | null {
  for (const [name, { choices, type }] of schemasOf(inference, draft)) {
    const member = findMember(draft, name);
    if (member === undefined || member.made !== undefined) continue;
    const own = plain(name).replace(/^is(?=.)/, '');
    const isAsked = /^(visibility|privacy|access|sharing|scope|audience)$/.test(own);
    if (isAsked && choices?.includes('private')) return { member: member.name, value: 'private' };
    if (type !== 'boolean') continue;
    if (/^(private|secret|hidden)$/.test(own)) return { member: member.name, value: true };
    if (own === 'public') return { member: member.name, value: true, not: true };
  }
  return null;
}

/** What is private is said to be forbidden, or is not there. */
function refusalOf(facts: readonly Facts[]): Hidden['refusal'] {
  const isForbidden = facts.some(
    ({ intent, subject: { operation } }) =>
      ['read', 'download'].includes(intent) &&
      operation.responses.some(
        ({ status, description }) =>
          status === '403' && /private|hidden|secret|own|permission|allowed/i.test(description),
      ),
  );
  return isForbidden ? 'forbidden' : 'not-found';
}
