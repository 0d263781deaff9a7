import type { BodyMaker, Learned } from './body-maker.ts';
import { buildRequest } from './build-request.ts';
import type { Operation } from './domain/openapi-document.ts';
import { findPathReferences } from './domain/resources.ts';
import type { ExerciseSession } from './exercise-session.ts';

type Dependencies = { session: ExerciseSession; learned: Learned; bodies: BodyMaker };

/** Finds by trying which records a path speaks of when no name says it: `/authors/{id}/friends/{friendId}`. */
export function createPathLearner({ session, learned, bodies }: Dependencies) {
  const want = { flavour: 'full', fresh: false } as const;

  async function works(operation: Operation): Promise<boolean> {
    const path = await bodies.pathValues(operation, false);
    if (path === null) return false;
    const body = operation.body === null ? undefined : await bodies.body(operation, want);
    const request = buildRequest(operation, { path, body });
    const tried = { operation, attempt: 'valid?', expectation: 'answer', request } as const;
    const response = await session.attempt(tried);
    return response !== null && response.status < 300;
  }

  return async function learnPath(operation: Operation): Promise<void> {
    for (const { name, candidates } of findPathReferences(operation, session.resources)) {
      if (candidates.length < 2 || learned.find(operation, name) !== undefined) continue;
      for (const pick of candidates.keys()) {
        learned.keep(operation, name, pick);
        if (await works(operation)) return;
      }
    }
  };
}
