import type { Condition, Source } from '@quantumlayer/contracts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { yesNoAnswer } from './yes-no-answer.ts';

const NAMES = {
  absent: /^(is)?(available|free|unused|valid)$/,
  exists: /^(is)?(exists?|taken|used|registered|known|inuse)$/,
};

/** `GET /users/{username}/available`, `GET /check?email=`: whether there is a record of this name; null for anything else. */
export function decideExists(deciding: Deciding): Decision | null {
  const { inference, facts } = deciding;
  const { operation } = facts.subject;
  const answer = yesNoAnswer(deciding, NAMES);
  if (answer === null) return null;
  const given: Source[] = [
    ...operation.parameters.flatMap(({ in: place, name: own }): Source[] =>
      place === 'path' || place === 'query' ? [{ in: place, name: own }] : [],
    ),
    ...[...(operation.body?.schema.properties.keys() ?? [])].map(
      (own): Source => ({ in: 'body', name: own }),
    ),
  ];
  const [source, ...rest] = given;
  if (source === undefined || rest.length > 0 || !('name' in source)) return null;
  const found = [...inference.drafts.values()].flatMap((draft) => namedBy(draft, source));
  const [target, ...more] = found;
  if (target === undefined || more.length > 0) return null;
  return {
    ...{ kind: 'exists', resource: resourceName(target.draft), where: [target.where] },
    ...{ parents: [], answer },
  };
}

/** What only one record has. */
function namedBy(
  draft: Draft,
  source: Extract<Source, { name: string }>,
): { draft: Draft; where: Condition }[] {
  const member = findMember(draft, source.name);
  const isNamedByClients = ['client', 'either'].includes(draft.key?.made ?? '');
  const isOne = member?.unique === true || (member?.name === draft.key?.member && isNamedByClients);
  return member !== undefined && isOne ? [{ draft, where: { member: member.name, source } }] : [];
}
