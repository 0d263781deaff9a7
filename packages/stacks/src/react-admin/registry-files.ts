import type { GeneratedFile } from '@quantumlayer/contracts';
import { withArticle } from '../typescript-fastify/files/entity-parts.ts';
import { type AppModel, entityNamed } from '../typescript-fastify/model.ts';
import { importNames, inImportOrder, wrap } from '../typescript-fastify/text.ts';

/** All kinds of records: what is known of them, and their pages. */
export function registryFiles(app: AppModel): GeneratedFile[] {
  return [entitiesFile(app), pagesFile(app), ...teamFile(app)];
}

/** What who signs up makes besides an account, by the name that web/src/people has for it. */
function teamFile(app: AppModel): GeneratedFile[] {
  const { team = null, isOpen = false } = app.people ?? {};
  if (team === null || !isOpen) return [];
  const { variable, file, title } = entityNamed(app, team.entity);
  const content = `/** Accounts belong to ${withArticle(title)}. */
export { ${variable}Entity as teamEntity } from './${file}/description.ts';
`;
  return [{ path: 'web/src/entities/team.ts', content }];
}

function entitiesFile({ entities }: AppModel): GeneratedFile {
  const imports = entities.map(({ variable, file }) =>
    importNames([`${variable}Entity`], `./${file}/description.ts`),
  );
  const names = entities.map(({ variable }) => `${variable}Entity`);
  const content = `import type { Entity } from '../lib/entity.ts';
${inImportOrder(imports)}
/** Every kind of record, in the order of the menu. */
${wrap('export const entities: readonly Entity[] = [', names, '];')}

/** The kind of record at a path of the API. */
export function entityAt(path: string): Entity {
  const found = entities.find((entity) => entity.path === path);
  if (found === undefined) throw new Error(\`No kind of record has the path \${path}.\`);
  return found;
}
`;
  return { path: 'web/src/entities/entities.ts', content };
}

function pagesFile({ entities }: AppModel): GeneratedFile {
  const imports = entities.flatMap(({ name, variable, file }) => [
    importNames([`${variable}Entity`], `./${file}/description.ts`),
    importNames([`${name}DetailPage`], `./${file}/detail.tsx`),
    importNames([`${name}ListPage`], `./${file}/list.tsx`),
  ]);
  const pages = entities.map(
    ({ name, variable, file }) => `  {
    path: ${variable}Entity.path,
    List: ${name}ListPage,
    Detail: ${name}DetailPage,
    loadForm: async () => (await import('./${file}/form.tsx')).${name}FormPage,
  },
`,
  );
  const content = `import type { RecordPages } from '../screens/record-routes.tsx';
${inImportOrder(imports)}
/** The pages of every kind of record. */
export const pages: readonly RecordPages[] = [
${pages.join('')}];
`;
  return { path: 'web/src/entities/pages.ts', content };
}
