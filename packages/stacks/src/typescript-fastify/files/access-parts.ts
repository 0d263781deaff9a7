import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type ReferenceModel } from '../model.ts';
import { type Action, actions, type OwnerModel } from '../people.ts';
import { importNames, indent, wrap } from '../text.ts';

/** Who may do what with one entity, in a place of its own; nothing in an app without people. */
export function accessFile({ people }: AppModel, entity: EntityModel): GeneratedFile[] {
  const { access, variable, pluralTitle, file } = entity;
  if (people === null || access === null) return [];
  const lists = [
    ...actions.map((action) => [action, access.rules[action]] as const),
    ...(isOwned(entity) ? [['seesAll', access.seesAll] as const] : []),
    ...(readsMore(entity) ? [['readsAll', access.readsAll] as const] : []),
  ];
  const all = people.roles.join();
  const lines = lists.map(([name, allowed]) => `${name}: ${listOf(allowed, all)},`);
  const usesRoles = lines.some((line) => line.endsWith(': roles,'));
  const content = `${importNames(['type EntityAccess'], '../../people/authorise.ts')}${usesRoles ? importNames(['roles'], '../../people/roles.ts') : ''}
/** Who may do what with ${pluralTitle}. */
export const ${variable}Access = {
${indent(lines.join('\n'))}
} satisfies EntityAccess;
`;
  return [{ path: `src/modules/${file}/access.ts`, content }];
}

function listOf(allowed: 'everyone' | readonly string[], all: string): string {
  if (allowed === 'everyone') return "'everyone'";
  if (allowed.join() === all) return 'roles';
  const names = allowed.map((name) => `'${name}'`);
  return wrap('[', names, ']', 12);
}

export function accessImport({ access, variable, file }: EntityModel, folder = `../${file}`) {
  return access === null ? '' : importNames([`${variable}Access`], `${folder}/access.ts`);
}

/** `config: { access: orderAccess.read, rows: 'own' },` of a route; no lines in an app without people. */
export function accessConfig(needs: readonly (readonly [EntityModel, Action])[]): string[] {
  const rules = needs.flatMap(([{ access, variable }, action]) =>
    access === null ? [] : [`${variable}Access.${action}`],
  );
  const [first, ...others] = [...new Set(rules)];
  if (first === undefined) return [];
  const rule = others.reduce((before, other) => `both(${before}, ${other})`, first);
  const rows = whoseRows(needs);
  const parts = [`access: ${rule}`, ...(rows === undefined ? [] : [`rows: '${rows}'`])];
  return [`${wrap('config: {', parts, '}', 6)},`];
}

/** Whose rows a route reaches that needs all of this; nothing where it is everybody's. */
export function whoseRows(needs: readonly (readonly [EntityModel, Action])[]) {
  const whose = needs.flatMap(([entity, action]) => wordsFor(entity, action));
  return whose.includes('own') ? 'own' : whose[0];
}

/** Whose rows this action reaches, for the document. */
function wordsFor(entity: EntityModel, action: Action): ('own' | 'team')[] {
  const { access } = entity;
  if (access === null || !isScoped(entity, action)) return [];
  const { read } = access.rules;
  const isOfAll =
    action === 'read' &&
    read !== 'everyone' &&
    read.every((role) => access.readsAll.includes(role));
  return [access.owner === null || (access.team !== null && isOfAll) ? 'team' : 'own'];
}

/** Do rows belong to an account, or to a team? */
export function isOwned({ access }: EntityModel): boolean {
  return access !== null && (access.owner !== null || access.team !== null);
}

/** Does some role read what it may not change? */
function readsMore({ access }: EntityModel): boolean {
  return access !== null && access.readsAll.length > access.seesAll.length;
}

/** Does this action reach only the own rows, or those of the team, for those who do not see all? */
export function isScoped(entity: EntityModel, action: Action): boolean {
  if (entity.access === null || !isOwned(entity)) return false;
  return action === 'read' ? entity.access.isHidden : true;
}

/** The condition on whose rows of `from` are meant; none where rows belong to nobody. */
export function within({ access }: EntityModel, from: string): string[] {
  if (access === null) return [];
  const { owner, team } = access;
  const columns = [team, owner].flatMap((each) => (each === null ? [] : `${from}.${each.name}`));
  const [first, ...others] = columns;
  return first === undefined ? [] : [`within(${[first, 'whose', ...others].join(', ')})`];
}

/** The members of a new row that the session decides. */
export function sessionMembers({ access }: EntityModel): OwnerModel[] {
  if (access === null) return [];
  const { owner, team } = access;
  return [...(team === null || team.isItself ? [] : [team]), ...(owner === null ? [] : [owner])];
}

/** Their type, behind that of what a request gives. */
export function sessionType(entity: EntityModel): string {
  const members = sessionMembers(entity).map(({ name }) => `${name}: string`);
  return members.length === 0 ? '' : ` & { ${members.join('; ')} }`;
}

/** The last argument of a method of the repository, from `account`; none where all rows are meant. */
export function rowsOf(entity: EntityModel, action: Action): string[] {
  if (!isScoped(entity, action)) return [];
  const list = action === 'read' && readsMore(entity) ? 'readsAll' : 'seesAll';
  const rows = entity.access?.owner ? 'rowsOf' : 'teamRowsOf';
  return [`${rows}(account, ${entity.variable}Access.${list})`];
}

export function rowsArgument(entity: EntityModel, action: Action): string {
  return rowsOf(entity, action)
    .map((argument) => `, ${argument}`)
    .join('');
}

/** The same for `find`, which always says whose rows are meant where rows have an owner. */
export function findArgument(entity: EntityModel, action: Action): string {
  return isOwned(entity) ? rowsArgument(entity, action) || ", 'all'" : '';
}

/** References to rows that the caller may not see, so that they have to be looked up first. */
export function hiddenReferences(
  app: AppModel,
  entity: EntityModel,
): { reference: ReferenceModel; target: EntityModel }[] {
  return entity.references
    .map((reference) => ({ reference, target: entityNamed(app, reference.target) }))
    .filter(({ target }) => isScoped(target, 'read'));
}

/** A write of the repository or the lifecycle, in the name of the account where it is written down. */
export function writeCall(
  isActing: boolean,
  start: string,
  { on, create, method }: { on: string; create: string; method: string },
  given: string[],
): string {
  // An object that is the only argument stays beside the brackets.
  const [, members] = /^\{ (.*) \}$/.exec(given.length === 1 ? given.join() : '') ?? [];
  if (!isActing && members !== undefined)
    return wrap(`${start}${on}.${method}({`, members.split(', '), '});', 8);
  if (!isActing) return wrap(`${start}${on}.${method}(`, given, ');', 8);
  const target = `${create}(transaction).${method}(`;
  const call =
    members === undefined
      ? wrap(target, given, '),', 10)
      : wrap(`${target}{`, members.split(', '), '}),', 10);
  return `${start}actingAs(database, account, (transaction) =>\n${indent(call)}\n);`;
}

/** What a handler takes from the request: the account where `code` asks for it. */
export function membersOf(members: string[], code: string): string {
  return `{ ${[...members, ...(/\baccount\b/.test(code) ? ['account'] : [])].join(', ')} }`;
}

/** Broken after the comparison, or in the arguments where that is not enough. */
function brokenCondition(condition: string): string {
  const [, start = '', given = ''] =
    /^(\(await \w+\.find\()(.*)\)\) === null$/.exec(condition) ?? [];
  if (condition.length + 5 <= 100) return condition.replace('=== ', '===\n');
  return `${start}\n${indent(given.replace(', ', ',\n'))},\n)) === null`;
}

/** Statements of a handler that answer 404 when `find` finds no row, as Biome prints them there. */
export function mustExist(find: string, title: string, id: string): string {
  const condition = `(await ${find}) === null`;
  const line = `if (${condition}) {`;
  const isShort = line.length + 8 <= 100;
  const inner = condition.length + 10 <= 100 ? condition : brokenCondition(condition);
  const head = isShort ? line : `if (\n${indent(inner)}\n) {`;
  return `${head}\n  throw notFound('${title}', ${id});\n}`;
}
