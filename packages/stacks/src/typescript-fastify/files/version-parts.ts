import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppModel, EntityModel } from '../model.ts';
import { lockingFiles, lockingTests } from '../templates.ts';
import { listOf, sqlName } from '../text.ts';
import { templateText } from './template-text.ts';

const isLocking = ({ entities }: AppModel) => entities.some(({ version }) => version !== null);

/** What reads and answers versions; nothing in an app whose changes name none. */
export function versionFiles(app: AppModel): GeneratedFile[] {
  return isLocking(app) ? lockingFiles.map((file) => ({ ...file })) : [];
}

export function versionTestFiles(app: AppModel): GeneratedFile[] {
  if (!isLocking(app)) return [];
  const pairs = app.entities.flatMap(({ version, path, table }) =>
    version === null ? [] : [`['${path}', '${table}']`],
  );
  const content = `/** By path below /api: the table whose rows have a version. */
${listOf('export const lockedTables: ReadonlyMap<string, string> = new Map([', pairs, ']);')}
`;
  return [
    { path: 'tests/support/locked-tables.ts', content },
    ...lockingTests.map(({ path, content: template }) => ({
      path,
      content: templateText(app, template),
    })),
  ];
}

/** Counts every change of a row, also one that comes with the deletion of another row. */
export function versionCounter({ table, version }: EntityModel): string[] {
  if (version === null) return [];
  const [name, column] = [sqlName(version.counterName), sqlName(version.column)];
  return [
    `create function ${name}() returns trigger language plpgsql as $function$
begin
  new.${column} := old.${column} + 1;
  return new;
end
$function$;`,
    `create trigger ${name} before update on ${sqlName(table)}
  for each row execute function ${name}();`,
  ];
}

/** `headers: ifMatchHeaders,` of a route that changes one row. */
export function versionHeaders({ version }: EntityModel): string[] {
  return version === null ? [] : ['headers: ifMatchHeaders,'];
}

/** What a change passes on of the request. */
export function versionArgument({ version }: EntityModel): string[] {
  return version === null ? [] : ['versionsOf(headers)'];
}

/** Statements before the answer with one row; none without a version. */
export function tagged({ version }: EntityModel, row: string): string[] {
  return version === null ? [] : [`reply.header('etag', etagOf(${row}.${version.name}));`];
}

/** The answer tells the version of the row. */
export function replyOf({ version }: EntityModel): string {
  return version === null ? '' : ', reply';
}
