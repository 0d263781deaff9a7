import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type ReferenceModel } from '../model.ts';
import { type Action, actions } from '../people.ts';
import { importNames, indent, wrap } from '../text.ts';

/** Who may do what with one entity, in a place of its own; nothing in an app without people. */
export function accessFile({ people }: AppModel, entity: EntityModel): GeneratedFile[] {
  const { access, variable, pluralTitle, file } = entity;
  if (people === null || access === null) return [];
  const lists = [
    ...actions.map((action) => [action, access.rules[action]] as const),
    ...(access.owner === null ? [] : [['seesAll', access.seesAll] as const]),
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
  const isOwn = needs.some(([entity, action]) => isScoped(entity, action));
  const parts = [`access: ${rule}`, ...(isOwn ? ["rows: 'own'"] : [])];
  return [`${wrap('config: {', parts, '}', 6)},`];
}

/** Does this action reach only the own rows, for those who do not see all? */
export function isScoped({ access }: EntityModel, action: Action): boolean {
  if (access === null || access.owner === null) return false;
  return action === 'read' ? access.isHidden : true;
}

/** The last argument of a method of the repository, from `account`; none where all rows are meant. */
export function rowsOf(entity: EntityModel, action: Action): string[] {
  return isScoped(entity, action) ? [`rowsOf(account, ${entity.variable}Access.seesAll)`] : [];
}

export function rowsArgument(entity: EntityModel, action: Action): string {
  return rowsOf(entity, action)
    .map((argument) => `, ${argument}`)
    .join('');
}

/** The same for `find`, which always says whose rows are meant where rows have an owner. */
export function findArgument(entity: EntityModel, action: Action): string {
  const isShared = entity.access === null || entity.access.owner === null;
  return isShared ? '' : rowsArgument(entity, action) || ", 'all'";
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
  if (!isActing) return wrap(`${start}${on}.${method}(`, given, ');', 8);
  const target = `${create}(transaction).${method}(`;
  // An object that is the only argument stays beside the brackets.
  const [, members] = /^\{ (.*) \}$/.exec(given.length === 1 ? given.join() : '') ?? [];
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

/** Statements of a handler that answer 404 when `find` finds no row, as Biome prints them there. */
export function mustExist(find: string, title: string, id: string): string {
  const condition = `(await ${find}) === null`;
  const line = `if (${condition}) {`;
  const isShort = line.length + 8 <= 100;
  const inner = condition.length + 10 <= 100 ? condition : condition.replace('=== ', '===\n');
  const head = isShort ? line : `if (\n${indent(inner)}\n) {`;
  return `${head}\n  throw notFound('${title}', ${id});\n}`;
}
