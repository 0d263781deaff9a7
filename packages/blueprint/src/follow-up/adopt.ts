import type { Blueprint } from '@quantumlayer/contracts';
import { diffBlueprints } from '../diff/diff-blueprints.ts';
import type { Span } from './instruction.ts';
import type { State } from './state.ts';

/** Takes the next blueprint, and remembers which words asked for what differs. */
export function adopt(
  state: State,
  next: Blueprint,
  span: Span,
  renames: Readonly<Record<string, string>> = {},
): void {
  for (const { path } of diffBlueprints(state.blueprint, next, renames))
    state.origins.set(path, { start: span.start, end: span.end });
  noteRequired(state, next);
  state.blueprint = next;
}

/** Fields that were there and were optional, and are required now. */
function noteRequired(state: State, next: Blueprint): void {
  const old = new Map(state.blueprint.entities.map((entity) => [entity.name, entity]));
  for (const { name, fields } of next.entities)
    for (const field of fields) {
      const was = old.get(name)?.fields.find((each) => each.name === field.name);
      if (was === undefined || was.required || !field.required) continue;
      const path = `${name}.${field.name}`;
      if (field.default === undefined || field.default === 'today' || field.default === 'now')
        state.required.add(path);
      else state.values[path] = field.default;
    }
}
