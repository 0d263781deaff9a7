import type { Call } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Resource } from '../records/resource.ts';
import type { Parents, Source } from './sources.ts';

/** A value that has to be one of those in a list of a row that the path names before. */
export type Among = { of: Resource; list: string; source: Source; says: string };

/** Refuses what is in no such list; what is not given is for the document to want. */
export function expectAmong({ of, list, source, says }: Among, call: Call, parents: Parents): void {
  const value = source(call, parents);
  const values = parents.get(of)?.[list];
  if (value === undefined || value === null) return;
  if (!Array.isArray(values) || !values.includes(value)) throw new Refusal('invalid', says);
}
