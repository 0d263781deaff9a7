import type { BodyMaker, Chain, Learned, Want } from './body-maker.ts';
import { buildRequest, type PathValues } from './build-request.ts';
import type { Expectation } from './domain/finding.ts';
import type { Operation } from './domain/openapi-document.ts';
import { findReferences } from './domain/resources.ts';
import type { Attempt, ExerciseSession } from './exercise-session.ts';
import { createReferenceSearch } from './reference-search.ts';

type Dependencies = { session: ExerciseSession; learned: Learned; bodies: BodyMaker };

/** Makes the function that sends valid writes, searching what unnamed references point at. */
export function createRecordWriter({ session, learned, bodies }: Dependencies) {
  const { document, resources } = session;

  return async function write(
    operation: Operation,
    want: Want,
    path?: PathValues,
    chain: Chain = [],
  ) {
    const references = findReferences(document, operation.body?.schema ?? {}, resources);
    const search = createReferenceSearch(references, ({ name }) => learned.find(operation, name));
    const place = path ?? (await bodies.pathValues(operation, want.fresh, chain));
    // What another record needs is tried out here, and judged when its own turn comes.
    const isJudged = chain.length <= 1;
    for (;;) {
      const members = place && (await bodies.body(operation, want, chain, search.picks));
      if (!place || !members) return recordNoParent(session, operation, want);
      const tried: Attempt = {
        operation,
        attempt: `valid, ${want.flavour}`,
        expectation: 'answer',
        request: buildRequest(operation, { path: place, body: members }),
      };
      const response = await session.attempt(tried);
      if (response === null || response.status >= 500) return response;
      if (response.status < 300) {
        references.forEach(({ name }, index) => {
          const pick = search.picks[index];
          if (pick !== undefined && members[name] != null) learned.keep(operation, name, pick);
        });
        return response;
      }
      if (search.advance(members, response)) continue;
      if (want.fresh && isJudged)
        session.judge({ ...tried, expectation: expectedOf(session, operation) }, response);
      return response;
    }
  };
}

/** Keeps as a finding that something this operation needs could not be made. */
export function recordNoParent(
  session: ExerciseSession,
  operation: Operation,
  { flavour }: Want,
): null {
  session.record({
    operation: operation.id,
    kind: 'not-exercisable',
    message: 'a record that it refers to could not be created',
    attempt: `valid, ${flavour}`,
    request: null,
    response: null,
  });
  return null;
}

/**
 * Some fields have few values and must be unique, which no schema tells: once an operation has worked, a conflict is an
 * answer. One that never works is a finding.
 */
function expectedOf(session: ExerciseSession, { id, method }: Operation): Expectation {
  const hasWorked = (session.tallies.get(id)?.succeeded ?? 0) > 0;
  return hasWorked || method !== 'post' ? 'success-unless-taken' : 'success';
}
