import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import type { Deciding, Decision } from './deciding.ts';
import { answerSchema } from './row-schema.ts';
import { buildAnswer } from './shapes.ts';

const HEALTH =
  /^(health|healthz|healthcheck|ping|alive|live|livez|liveness|ready|readyz|readiness)$/;

/** `GET /health`: who answers is well. Null for anything else, and where the answer has figures of its own. */
export function decideHealth({ inference, views, facts }: Deciding): Decision | null {
  const { operation } = facts.subject;
  const isAsked = HEALTH.test(plain(operation.segments.at(-1) ?? ''));
  if (operation.method !== 'get' || !isAsked || operation.segments.some((one) => one.includes('{')))
    return null;
  const schema = answerSchema(operation);
  const isFigure = [...(schema?.properties ?? [])].some(([name, raw]) => {
    const { type } = flatten(inference.root, raw);
    return schema?.required.has(name) && (type === 'integer' || type === 'number');
  });
  if (isFigure) return null;
  const answer = buildAnswer({
    ...{ inference, views, operation, draft: null, figures: ['now'], many: false },
  });
  return 'missing' in answer ? null : { kind: 'constant', answer: answer.answer };
}
