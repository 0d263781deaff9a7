import type { DocumentedOperation, DocumentedResponse } from './document.ts';
import type { RefusalKind } from './refusal.ts';

/** Statuses by which a refusal may be documented, the usual one first. */
const STATUSES: Readonly<Record<RefusalKind, readonly number[]>> = {
  malformed: [400, 422],
  invalid: [422, 400],
  unauthenticated: [401, 403],
  closed: [401, 403, 404, 400, 422],
  'wrong-credentials': [401, 400, 403, 404, 422],
  forbidden: [403, 401, 404],
  'not-found': [404, 410, 400, 422],
  gone: [410, 404, 403],
  expired: [410, 404, 403],
  'bad-path': [400, 404, 422, 410],
  conflict: [409, 400, 422, 403],
  insufficient: [409, 402, 422, 400, 403],
  'no-reference': [422, 404, 400, 409],
  'out-of-order': [422, 400, 409],
  inapplicable: [422, 402, 409, 400],
  outdated: [412, 409],
  unconditional: [428, 400],
  'too-large': [413],
  unsupported: [415],
  limited: [429],
  undetermined: [501],
  unavailable: [503],
};

/** Without an answer of its own a value that is not valid is a bad request. */
const FALLBACK: Partial<Record<RefusalKind, number>> = { invalid: 400 };

/** What descriptions say of a refusal, where more than one status would do. */
const SAYS: Partial<Record<RefusalKind, RegExp>> = {
  invalid: /valid|malformed|bad (input|request)/i,
  'no-reference':
    /unknown|no such|(does|do) not exist|doesn['’]t exist|not found|there is no|missing|refers? to/i,
  insufficient: /insufficient|not enough|too (little|low)|exceed|more than|overdra|funds|balance/i,
  gone: /\b(gone|often|many|used up|spent|any ?more|no longer|left)\b/i,
  expired: /\b(expired?|elapsed|over|too old|run out)\b/i,
  'out-of-order': /\b(after|before|earlier|later)\b/i,
};

export type RefusalAnswer = { status: number; response: DocumentedResponse | null };

/** The documented answer to a refusal, or the usual status where the document has none. */
export function refusalAnswer(operation: DocumentedOperation, kind: RefusalKind): RefusalAnswer {
  const { responses } = operation;
  const documented = STATUSES[kind].flatMap((status) => {
    const response = responses.find((each) => each.status === String(status));
    return response === undefined ? [] : [{ status, response }];
  });
  if (kind === 'bad-path') {
    const bad = documented.find(
      ({ status, response }) =>
        status === 400 && /invalid|not valid|malformed|bad id/i.test(response?.description ?? ''),
    );
    return bad ?? refusalAnswer(operation, 'not-found');
  }
  const [first] = preferred(kind, documented);
  if (first !== undefined) return first;
  const status = FALLBACK[kind] ?? STATUSES[kind][0] ?? 400;
  const wide = responses.find((each) => /^4xx$/i.test(each.status) && status < 500);
  return { status, response: wide ?? responses.find((each) => each.status === 'default') ?? null };
}

/** A wrong secret is answered as such, and not as if nobody was signed in. */
function speaksOfSecrets({ response }: RefusalAnswer): boolean {
  return /\b(wrong|incorrect|mismatch|pass(word|phrase|code)|secret|key|token|pin|code)\b/i.test(
    response?.description ?? '',
  );
}

/** Of several the one whose description speaks of such a refusal, else one that speaks of nothing else. */
function preferred<Answer extends RefusalAnswer>(kind: RefusalKind, answers: Answer[]): Answer[] {
  if (kind === 'closed') return [...answers.filter(speaksOfSecrets), ...answers];
  const says = SAYS[kind];
  if (says === undefined || answers.length < 2) return answers;
  const speaking = answers.filter(({ response }) => says.test(response?.description ?? ''));
  if (speaking.length > 0) return speaking;
  const others = Object.entries(SAYS).flatMap(([other, pattern]) => (other === kind ? [] : pattern));
  const free = answers.filter(
    ({ response }) => !others.some((pattern) => pattern.test(response?.description ?? '')),
  );
  return free.length > 0 ? free : answers;
}
