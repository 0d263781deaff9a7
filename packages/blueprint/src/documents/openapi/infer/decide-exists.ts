import type { Condition, ContractAnswer, Source } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain } from '../words.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { answerSchema } from './row-schema.ts';

const IS_FREE = /^(is)?(available|free|unused|valid)$/;
const IS_THERE = /^(is)?(exists?|taken|used|registered|known|inuse)$/;

/** `GET /users/{username}/available`, `GET /check?email=`: whether there is a record of this name; null for anything else. */
export function decideExists({ inference, facts }: Deciding): Decision | null {
  const { operation } = facts.subject;
  const schema = answerSchema(operation);
  const status = successOf(operation)?.status;
  const [only, ...others] = [...(schema?.properties ?? [])];
  if (only === undefined || others.length > 0 || status === undefined) return null;
  const [name, raw] = only;
  const says = IS_FREE.test(plain(name)) ? 'absent' : IS_THERE.test(plain(name)) ? 'exists' : null;
  if (says === null || flatten(inference.root, raw).type !== 'boolean') return null;
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
  const value = { is: 'figure', of: says } as const;
  const answer: ContractAnswer = {
    ...{ status, media: 'application/json' },
    body: { as: 'json', shape: { is: 'object', properties: [{ name, value }] } },
  };
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
