import { diffBlueprints } from '../diff/diff-blueprints.ts';
import type { Mark } from '../model/draft.ts';
import { applyWithin } from '../policy/apply-within.ts';
import { addTold } from './additions.ts';
import { adopt } from './adopt.ts';
import type { Span } from './instruction.ts';
import { withoutLoose } from './loose-relations.ts';
import { assume, markWhole, type State, type ToldClause } from './state.ts';

/** Adds all that was told in the way of a first prompt, together: what one sentence names another one describes. */
export function addAllTold(state: State): void {
  const { clauses } = state.told;
  const statements = withoutLoose(state.told.statements);
  state.told = { statements: [], clauses: [] };
  if (statements.length === 0) return;
  const before = state.blueprint;
  const added = addTold(before, statements, state.decidedFrom);
  const { draft } = added;
  const next = applyWithin(state.context.prompt, draft, added.blueprint);
  const whole: Span = { start: clauses[0]?.start ?? 0, end: clauses.at(-1)?.end ?? 0 };
  adopt(state, next, whole);
  for (const { path } of diffBlueprints(before, next)) {
    const clause = clauseOf(path, draft.marks, clauses);
    state.origins.set(path, clause ?? whole);
    if (clause?.isDecided === true) state.decidedPaths.add(`add ${path}`);
  }
  Object.assign(state.values, added.values);
  for (const path of added.required) state.required.add(path);
  state.assumptions.push(...added.assumptions);
  for (const remark of added.questions) state.asked.push({ ...whole, remark, answers: [] });
  for (const { path, reason } of added.refused) {
    const { start, end } = clauseOf(path, draft.marks, clauses) ?? whole;
    state.misses.push({ start, end, reason, isFirm: true });
  }
  for (const path of added.there)
    assume(state, path, `${path} is there already; nothing was changed.`);
  state.misses.push(...draft.misses);
  for (const [alias, name] of draft.aliases) state.aliases.set(alias, name);
  markTold(state, draft.marks, clauses);
}

/** Of what an instruction has read every word is accounted for. */
function markTold(state: State, marks: readonly Mark[], clauses: readonly ToldClause[]): void {
  const isIn = (mark: Mark) => (clause: ToldClause) =>
    clause.isWhole === true && mark.start >= clause.start && mark.end <= clause.end;
  for (const mark of marks)
    state.marks.push(clauses.some(isIn(mark)) ? { ...mark, isWhole: true } : mark);
  for (const clause of clauses) {
    const own = marks.find((mark) => isIn(mark)(clause));
    if (own !== undefined) markWhole(state, clause, own.path, own.meaning);
  }
}

/** The clause that speaks of a path, or at least of its entity. */
function clauseOf(
  path: string,
  marks: readonly Mark[],
  clauses: readonly ToldClause[],
): ToldClause | null {
  const [entity = ''] = path.split('.');
  const found =
    marks.find((mark) => mark.path === path) ??
    marks.find((mark) => mark.path.startsWith(`${path}.`)) ??
    marks.find((mark) => mark.path.split('.').includes(entity));
  if (found === undefined) return null;
  return clauses.find(({ start, end }) => found.start >= start && found.end <= end) ?? null;
}
