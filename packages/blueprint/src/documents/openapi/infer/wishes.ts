import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import type { Draft, Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const WISH =
  /^(custom|wanted|preferred|desired|requested|vanity|chosen)(alias|slug|code|shortcode|id|name|key|path|ending|word)?$|^(alias|slug|shortcode|shortname)$/;

/** `alias` of a short link that is known by its `code`: who makes one may wish for its key. */
export function addWish({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  const own = facts.find(({ subject }) => subject.own !== null)?.subject;
  const key = own?.operation.parameters.find(({ name }) => name === own.own);
  if (key === undefined || key.schema.type !== 'string') return;
  for (const { subject, intent } of facts) {
    const body = subject.operation.body?.schema;
    if (intent !== 'create' || body === undefined || body.properties.has(key.name)) continue;
    for (const [name, raw] of body.properties) {
      const { type } = flatten(root, raw);
      const isShown = facts.some(({ row }) => row?.schema.properties.has(name));
      if (type === 'string' && !body.required.has(name) && !isShown && WISH.test(plain(name)))
        draft.wish = name;
    }
  }
}
