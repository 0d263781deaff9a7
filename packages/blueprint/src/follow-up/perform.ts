import type { Blueprint } from '@quantumlayer/contracts';
import { relationsNamedAfter } from '@quantumlayer/contracts/rename-entity';
import { optionalOrRequired } from '../answers.ts';
import { toPluralName } from '../names.ts';
import { addAllTold } from './add-told.ts';
import { adopt } from './adopt.ts';
import { applyEdit } from './apply-edit.ts';
import { fitDefault } from './describe-field.ts';
import { type Edit, targetOf } from './edit.ts';
import { renamePaths } from './rename-paths.ts';
import { assume, type Clause, markWhole, refuse, type State } from './state.ts';

/** Makes an edit, unless it contradicts another one or would leave the blueprint unsound. */
export function perform(state: State, edit: Edit, clause: Clause): void {
  if (mayMoveNames(edit)) addAllTold(state);
  if (contradicts(state, edit, clause)) return;
  const path = targetOf(edit);
  const before = state.blueprint;
  const outcome = applyEdit(before, edit);
  if ('reason' in outcome) {
    refuse(state, clause, outcome.reason);
    return;
  }
  markWhole(state, clause, path, meaningOf(edit));
  state.done.push({ edit, clause });
  if (edit.kind === 'fill') fill(state, edit, clause);
  else if (JSON.stringify(before) === JSON.stringify(outcome.blueprint))
    assume(state, path, `${path} is so already; nothing was changed.`);
  const renamed = edit.kind === 'rename' ? renamesOf(before, edit) : new Map<string, string>();
  renamePaths(state, renamed);
  adopt(state, outcome.blueprint, clause, Object.fromEntries(lastNames(renamed)));
  if (edit.kind === 'drop') forget(state, path);
}

function mayMoveNames({ kind }: Edit): boolean {
  return kind === 'rename' || kind === 'drop';
}

/** The old path by the new one, of all that is called differently then. */
function renamesOf(
  { entities }: Blueprint,
  { place: { entity, member }, to }: Extract<Edit, { kind: 'rename' }>,
): Map<string, string> {
  if (member !== null) return new Map([[`${entity}.${to}`, `${entity}.${member}`]]);
  const plural = entities.find(({ name }) => name === entity)?.plural ?? toPluralName(entity);
  const after = { name: to, plural: toPluralName(to) };
  const followers = relationsNamedAfter({ entities }, { name: entity, plural }, after);
  return new Map([
    [to, entity],
    ...followers.map(({ entity: of, name, next }): [string, string] => {
      const now = of === entity ? to : of;
      return [`${now}.${next}`, `${now}.${name}`];
    }),
  ]);
}

function lastNames(renamed: ReadonlyMap<string, string>): [string, string][] {
  return [...renamed].map(([path, was]) => [path, was.split('.').at(-1) ?? was]);
}

function forget(state: State, path: string): void {
  for (const key of Object.keys(state.renames))
    if (key === path || key.startsWith(`${path}.`)) delete state.renames[key];
  for (const key of Object.keys(state.values))
    if (key === path || key.startsWith(`${path}.`)) delete state.values[key];
}

function fill(state: State, edit: Extract<Edit, { kind: 'fill' }>, clause: Clause): void {
  const path = targetOf(edit);
  const entity = state.blueprint.entities.find(({ name }) => name === edit.entity);
  const field = entity?.fields.find(({ name }) => name === edit.field);
  const value = field === undefined ? null : fitDefault(field, edit.value);
  if (value === null) refuse(state, clause, `${edit.value} does not fit ${path}`);
  else state.values[path] = value;
}

function meaningOf(edit: Edit): string {
  return `${edit.kind} ${targetOf(edit)}`;
}

/** What an edit says of its target, so that two that say different things are noticed. */
function aspectsOf(edit: Edit): [aspect: string, value: string][] {
  switch (edit.kind) {
    case 'drop':
      return [['there', 'no']];
    case 'no-people':
      return [['there', 'no']];
    case 'sign-up':
      return [['sign-up', edit.to]];
    case 'rename':
      return [['name', edit.to]];
    case 'relate':
      return [['presence', String(edit.required)]];
    case 'default':
      return [['default', String(edit.value)]];
    case 'describe': {
      const { required, optional, unique, type, values, min, max } = edit.qualities;
      const aspects: [string, unknown][] = [
        ['presence', required === true ? 'true' : optional === true ? 'false' : undefined],
        ['unique', edit.lacks.includes('unique') ? 'no' : unique === true ? 'yes' : undefined],
        ['type', values === undefined ? type : `values ${values.join('|')}`],
        ['min', min],
        ['max', max],
        ['default', edit.lacks.includes('default') ? 'none' : edit.qualities.default],
      ];
      return aspects.flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      );
    }
    default:
      return [];
  }
}

/** Two wishes that cannot both hold are both left alone, and asked about; what was decided later wins. */
function contradicts(state: State, edit: Edit, clause: Clause): boolean {
  const path = targetOf(edit);
  let isOut = state.excluded.has(`${clause.start} ${path} there`);
  for (const [aspect, value] of aspectsOf(edit)) {
    const key = `${path} ${aspect}`;
    if (state.excluded.has(`${clause.start} ${key}`)) isOut = true;
    const before = state.said.get(key);
    if (before !== undefined && before.value !== value) {
      const spans = clause.isDecided && !before.isDecided ? [before] : [before, clause];
      const [entity = '', field = ''] = path.split('.');
      const text = `The follow-up says two things of ${path} (${aspect}: ${before.value} and ${value}). Which one holds? It was left as it is.`;
      const answers = aspect === 'presence' ? optionalOrRequired(entity, field) : [];
      state.conflicts.push({ key, spans, remark: { path, text, answers } });
    }
    state.said.set(key, { ...clause, value });
  }
  if (isOut) markWhole(state, clause, path, `${meaningOf(edit)}, which is asked about`);
  return isOut;
}
