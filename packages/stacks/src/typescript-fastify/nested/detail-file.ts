import type { GeneratedFile } from '@quantumlayer/contracts';
import { isOwned, isScoped, sessionType } from '../files/access-parts.ts';
import { withArticle } from '../files/entity-parts.ts';
import { upperFirst } from '../identifiers.ts';
import type { EntityModel, NestedList } from '../model.ts';
import { listed } from '../rules/listed.ts';
import { importNames, indent, inImportOrder, wrap } from '../text.ts';
import { MOST_NESTED } from './nested-model.ts';

/** Makes and shows a row together with its lists; nothing for an entity without any. */
export function detailFile(entity: EntityModel): GeneratedFile[] {
  if (entity.lists.length === 0) return [];
  const { name, variable, file, lists } = entity;
  const owned = lists.some(({ child }) => child.access?.owner);
  const whose = listsWhose(entity);
  const usesRows = whose.length > 0;
  const children = [...new Set(lists.map(({ child }) => child))];
  const imports = children.flatMap((child) => [
    importNames([`create${child.name}Repository`], `../${child.file}/repository.ts`),
    importNames([`${child.variable}Table`], `../${child.file}/table.ts`),
  ]);
  const of = `${withArticle(entity.title)} together with its ${listed(children.map(({ pluralTitle }) => pluralTitle))}`;
  const body = `New${name}${sessionType(entity)}`;
  const parameters = [
    'database: Database',
    `body: ${body}`,
    ...(owned ? ['by: string'] : []),
    ...whose.map((each) => `${each}: Rows`),
  ];
  const shown = [
    'database: Database',
    `row: ${name}Record`,
    ...whose.map((each) => `${each}: Rows`),
  ];
  const given = lists.map((list) => `${list.name} = []`);
  const content = `import type { Database } from '../../database/database.ts';
import { stampsAt } from '../../database/stamps.ts';
import { atPlace } from '../../http/at-place.ts';
${usesRows ? importNames(['type Rows'], '../../people/rows.ts') : ''}${inImportOrder(imports)}import { create${name}Repository } from './repository.ts';
import type { New${name} } from './schema.ts';
import type { ${name}Record } from './table.ts';

/** Shows ${of}. */
${wrap(`export async function show${name}(`, shown, ') {')}
${indent(lists.map(listLines).join('\n'))}
  return { ...row, ${lists.map((list) => list.name).join(', ')} };
}

/** Makes ${of}, or nothing at all. */
${wrap(`export async function insert${name}(`, parameters, ') {')}
  const { ${[...given, '...values'].join(', ')} } = body;
  return database.transaction(async (transaction) => {
    const ${variable}Repository = create${name}Repository(transaction);
    const ${entity.view === null ? 'row' : 'made'} = await ${variable}Repository.insert(values);
${indent(lists.map((list) => insertLines(entity, list)).join('\n'), 2)}
${entity.view === null ? '' : indent(`${readAgain(entity)}\n`, 2)}    return ${wrap(`show${name}(`, ['transaction', 'row', ...whose], ');', 11)}
  });
}
`;
  return [{ path: `src/modules/${file}/detail.ts`, content }];
}

/** Names of the arguments that say whose rows of each list are meant, where not everybody sees them. */
function listsWhose({ lists }: EntityModel): string[] {
  return lists.filter(({ child }) => isScoped(child, 'read')).map(whoseName);
}

function whoseName({ name }: NestedList): string {
  return `whose${upperFirst(name)}`;
}

function listLines(list: NestedList): string {
  const { name, child, reference } = list;
  const whose = isScoped(child, 'read') ? [whoseName(list)] : [];
  const query = [`limit: ${MOST_NESTED}`, "sort: 'createdAt'", `${reference.name}: row.id`];
  const taken = name === 'items' ? 'items' : `items: ${name}`;
  const start = `const { ${taken} } = await create${child.name}Repository(database).list(`;
  const [first] = whose;
  if (first === undefined) return wrap(`${start}{`, query, '});', 2);
  return `${start}\n  ${wrap('{', query, '}', 5)},\n  ${first},\n);`;
}

function insertLines(entity: EntityModel, { name: list, child, reference }: NestedList): string {
  const row = entity.view === null ? 'row' : 'made';
  const owner = child.access?.owner;
  const [team, above] = [child.access?.team, entity.access?.team];
  const values = [
    '...item',
    `${reference.name}: ${row}.id`,
    ...(team && above ? [`${team.name}: ${row}.${above.name}`] : []),
    ...(owner ? [`${owner.name}: by`] : []),
    '...stampsAt(place)',
  ];
  return `for (const [place, item] of ${list}.entries()) {
  await atPlace(\`/${list}/\${place}\`, () =>
${indent(wrap(`transaction.insert(${child.variable}Table).values({`, values, '}),', 8), 2)}
  );
}`;
}

/** What is computed of the rows that were made meanwhile. */
function readAgain(entity: EntityModel): string {
  const { variable } = entity;
  const whose = isOwned(entity) ? ", 'all'" : '';
  return `const row = await ${variable}Repository.find(made.id${whose});
if (row === null) throw new Error('The row that was made is gone.');`;
}
