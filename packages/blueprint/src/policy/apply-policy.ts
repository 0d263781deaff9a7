import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { checkBlueprint } from '../check-blueprint.ts';
import { checkNested } from '../check-nested.ts';
import type { Mark } from '../model/draft.ts';
import type { Applied } from './applied.ts';
import { applyComputed, applyNested } from './apply-computed.ts';
import { applyLifecycle } from './apply-lifecycle.ts';
import { applyAtMost } from './apply-limit.ts';
import { applyPeople, type PeopleResult } from './apply-people.ts';
import { applyRecord } from './apply-record-rules.ts';
import {
  applyBlocked,
  applyBlockedBy,
  applyNoOverlap,
  applyOnDelete,
  applyOrder,
  applyUnique,
  type Became,
  type Scene,
} from './apply-rules.ts';
import type { Candidate, PolicyStatement } from './statements.ts';

/** Adds people, rights and rules to a blueprint of data. `marks` say which entity the prompt speaks of where. */
export function applyPolicy(
  blueprint: Blueprint,
  candidates: readonly Candidate[],
  marks: readonly Mark[],
): Applied {
  const applied: Applied = {
    blueprint: structuredClone(blueprint),
    marks: [],
    misses: [],
    assumptions: [],
    questions: [],
    failed: [],
  };
  const people = applyPeople(applied, candidates);
  const done = new Set(people.done);
  // A total may be told before what it adds up, so that what fits nothing yet is tried again. States come first: a rule
  // may name them, and gives way where both do not go together.
  let open = lifecyclesFirst(candidates.filter((candidate) => !done.has(candidate)));
  for (const isLast of [false, true]) {
    for (let left = open.length + 1; open.length < left; ) {
      left = open.length;
      open = open.filter((candidate) => {
        const near = nearest(marks, candidate.start, applied.blueprint);
        return !applyFirst(applied, candidate, { near, isLast }, people);
      });
    }
  }
  applied.failed.push(...open.filter((candidate) => !isAssumed(candidate)));
  people.finish(applied);
  for (const entity of applied.blueprint.entities) sendAlone(applied, entity);
  return applied;
}

/** What was assumed and fits nothing is not missed: the right that it stands for is listed. */
const isAssumed = ({ options }: Candidate) =>
  options.every((each) => each.kind === 'lifecycle' && each.isAssumed === true);

function lifecyclesFirst(candidates: readonly Candidate[]): Candidate[] {
  const isOne = ({ options }: Candidate) => options.some(({ kind }) => kind === 'lifecycle');
  return [...candidates.filter(isOne), ...candidates.filter((each) => !isOne(each))];
}

/** Rows that rights keep from being sent or shown together are sent alone, and that is said. */
function sendAlone(applied: Applied, entity: Entity): void {
  for (const { path, message } of checkNested(entity, applied.blueprint)) {
    const place = path.replace(/\.nested$/, '');
    const relation = entity.relations.find(({ name }) => place === `${entity.name}.${name}`);
    if (relation?.nested !== true) continue;
    delete relation.nested;
    const isMeant = (mark: Mark) => mark.path === place && mark.isWhole === true;
    const told = applied.marks.filter(isMeant);
    applied.marks = applied.marks.filter((mark) => !isMeant(mark));
    applied.misses.push(
      ...told.map(({ start, end }) => ({ start, end, reason: message, isFirm: true as const })),
    );
  }
}

/** Tries what the words may mean until one fits; a rule that contradicts the rest of the blueprint is listed with the reason. */
function applyFirst(
  applied: Applied,
  candidate: Candidate,
  where: Omit<Scene, 'blueprint'>,
  people: PeopleResult,
): boolean {
  for (const option of candidate.options) {
    const blueprint = structuredClone(applied.blueprint);
    const became = applyOne(option, { blueprint, ...where }, people);
    if (became === null) continue;
    const reason = 'refused' in became ? became.refused : problemOf(blueprint);
    if (reason === null && !('refused' in became)) {
      applied.blueprint = blueprint;
      const { start, end } = option;
      const { meaning } = became;
      for (const path of [became.path, ...(became.also ?? [])])
        applied.marks.push({ start, end, path, meaning, isWhole: true });
      if (became.assumed !== undefined)
        applied.assumptions.push({ path: became.path, text: became.assumed, answers: [] });
    } else applied.misses.push({ ...spanOf(candidate), reason: reason ?? '', isFirm: true });
    return true;
  }
  return false;
}

function problemOf(blueprint: Blueprint): string | null {
  const check = checkBlueprint(blueprint);
  return check.ok ? null : (check.problems[0]?.message ?? 'it does not fit the rest');
}

function spanOf({ start, end }: Candidate): { start: number; end: number } {
  return { start, end };
}

function applyOne(option: PolicyStatement, scene: Scene, people: PeopleResult): Became {
  switch (option.kind) {
    case 'computed':
      return applyComputed(option, scene);
    case 'nested':
      return applyNested(option, scene);
    case 'lifecycle':
      return applyLifecycle(option, scene, people.rolesOf);
    case 'unique-together':
      return applyUnique(option, scene);
    case 'on-delete':
      return applyOnDelete(option, scene);
    case 'delete-blocked':
    case 'change-blocked':
      return applyBlocked(option, scene);
    case 'delete-blocked-by':
      return applyBlockedBy(option, scene);
    case 'at-most':
      return applyAtMost(option, scene);
    case 'no-overlap':
      return applyNoOverlap(option, scene);
    case 'order':
      return applyOrder(option, scene);
    case 'record':
      return applyRecord(option, scene);
    default:
      return null;
  }
}

/** The entity that was spoken of last before `start`. */
function nearest(marks: readonly Mark[], start: number, { entities }: Blueprint): string | null {
  let best: Mark | null = null;
  for (const mark of marks)
    if (mark.start < start && (best === null || mark.start >= best.start) && isOf(mark, entities))
      best = mark;
  return best?.path.split('.')[0] ?? null;
}

function isOf({ path }: Mark, entities: readonly Entity[]): boolean {
  return entities.some(({ name }) => name === path.split('.')[0]);
}
