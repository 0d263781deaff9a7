import type { AppModel, EntityModel } from '../model.ts';
import { wrap } from '../text.ts';
import { type Part, partsOf } from './entity-parts.ts';

/** The passwords of an entity: taken, and never given. */
export function passwordsOf(entity: EntityModel): Part[] {
  return partsOf(entity).filter(({ kind }) => kind.writeOnly);
}

export function hasPasswords({ entities }: AppModel): boolean {
  return entities.some((entity) => passwordsOf(entity).length > 0);
}

/** `, hasher: PasswordHasher` and `, hasher` where something of it has to be hashed. */
export function hasherOf(entity: EntityModel): string[] {
  return passwordsOf(entity).length > 0 ? ['hasher'] : [];
}

/** A function of the routes that hashes what has to be; nothing where nothing has. */
export function hashedFunction(entity: EntityModel): string {
  const names = passwordsOf(entity).map(({ model }) => model.name);
  if (names.length === 0) return '';
  const parts = names.map(
    (name) =>
      `    ...(typeof body.${name} === 'string' && {\n      ${name}: await hasher.hash(body.${name}),\n    }),\n`,
  );
  return `  /** What is kept of passwords. */
  const hashed = async (body: ${entity.name}Changes) => ({
${parts.join('')}  });
`;
}

/** Statements of a handler before it writes; gives what it writes. */
export function hashedBody(entity: EntityModel): { statement: string; values: string } {
  return hasherOf(entity).length === 0
    ? { statement: '', values: 'body' }
    : { statement: '  const values = { ...body, ...(await hashed(body)) };\n', values: 'values' };
}

/** `start(database: Database, hasher: PasswordHasher) end`. */
export function routesHead(start: string, hasher: readonly string[], end: string): string {
  return wrap(
    start,
    ['database: Database', ...hasher.map((name) => `${name}: PasswordHasher`)],
    end,
  );
}
