import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed } from '../typescript-fastify/model.ts';
import { importNames, indent, tsString } from '../typescript-fastify/text.ts';
import { columnsOf } from './choose-members.ts';
import { labelText } from './field-texts.ts';
import { listText } from './object-text.ts';

/** The list, the record and the form of one kind of record: small files, so that they are easily made different. */
export function pageFiles(app: AppModel, entity: EntityModel): GeneratedFile[] {
  return [listFile(entity), detailFile(app, entity), formFile(entity)];
}

const at = ({ file }: EntityModel, page: string) => `web/src/entities/${file}/${page}.tsx`;
const description = ({ variable }: EntityModel) =>
  importNames([`${variable}Entity`], './description.ts');

const COLUMNS = 'const columns: readonly string[] = ';

function listFile(entity: EntityModel): GeneratedFile {
  const { name, variable, pluralTitle } = entity;
  const content = `import { RecordList } from '../../screens/record-list.tsx';
${description(entity)}
/** Beside what tells ${pluralTitle} apart. */
${COLUMNS}${listText(columnsOf(entity).map(tsString), COLUMNS.length + 1)};

export function ${name}ListPage() {
  return <RecordList entity={${variable}Entity} columns={columns} />;
}
`;
  return { path: at(entity, 'list'), content };
}

function formFile(entity: EntityModel): GeneratedFile {
  const { name, variable, file } = entity;
  const schema = `../../../../src/modules/${file}/schema.ts`;
  const form: Element = [
    'RecordForm',
    `entity={${variable}Entity}`,
    `create={new${name}}`,
    `change={${variable}Changes}`,
  ];
  const line = `return ${elementText(form, 0)};`;
  const isShort = line.length + 2 <= 100 && !line.includes('\n');
  const body = isShort ? line : `return (\n${indent(elementText(form, 4))}\n);`;
  const content = `${importNames([`${variable}Changes`, `new${name}`], schema)}import { RecordForm } from '../../screens/record-form.tsx';
${description(entity)}
export function ${name}FormPage() {
${indent(body)}
}
`;
  return { path: at(entity, 'form'), content };
}

function detailFile(app: AppModel, entity: EntityModel): GeneratedFile {
  const { name, variable } = entity;
  const elements = [
    ...uploadPart(entity),
    ...childParts(app, entity),
    ...linkParts(app, entity),
    ...historyPart(entity),
    ...changesPart(entity),
  ];
  const column = elements.length > 1 ? 10 : 8;
  const parts = elements.map((one) => elementText(one, column));
  const used = (component: string) => parts.some((part) => part.startsWith(`<${component}`));
  const screens = [
    ['ChangeList', 'change-list'],
    ['ChildList', 'child-list'],
    ['History', 'history'],
    ['LinkList', 'link-list'],
    ['RecordDetail', 'record-detail'],
    ['UploadList', 'upload-list'],
  ] as const;
  const imports = screens
    .filter(([component]) => component === 'RecordDetail' || used(component))
    .map(([component, file]) => importNames([component], `../../screens/${file}.tsx`));
  const content = `${imports.join('')}${description(entity)}
export function ${name}DetailPage() {
${indent(detailBody(variable, parts))}
}
`;
  return { path: at(entity, 'detail'), content };
}

function detailBody(variable: string, parts: readonly string[]): string {
  if (parts.length === 0) return `return <RecordDetail entity={${variable}Entity} />;`;
  const [only = ''] = parts;
  const inner =
    parts.length > 1
      ? `{(row) => (\n  <>\n${indent(parts.join('\n'), 2)}\n  </>\n)}`
      : only.includes('\n') || only.length + '      {(row) => }'.length > 100
        ? `{(row) => (\n${indent(only)}\n)}`
        : `{(row) => ${only}}`;
  return `return (
  <RecordDetail entity={${variable}Entity}>
${indent(inner, 2)}
  </RecordDetail>
);`;
}

type Element = readonly [name: string, ...attributes: string[]];

/** An element on one line when it fits behind `column` characters, else an attribute a line. */
function elementText([name, ...attributes]: Element, column: number): string {
  const line = `<${name} ${attributes.join(' ')} />`;
  if (column + line.length <= 100) return line;
  return `<${name}\n${attributes.map((attribute) => `  ${attribute}\n`).join('')}/>`;
}

const attribute = (name: string, text: string) =>
  /["\\&{}]/.test(text) ? `${name}={${tsString(text)}}` : `${name}="${text}"`;

function childParts(app: AppModel, entity: EntityModel): Element[] {
  return app.entities.flatMap((child) =>
    child.references
      .filter(({ target, inverse }) => target === entity.name && inverse !== null)
      .map(({ name, inverse, unique }): Element => {
        const columns = columnsOf(child).filter((column) => column !== name);
        return [
          'ChildList',
          'row={row}',
          attribute('title', unquoted(labelText(inverse?.name ?? child.pluralTitle))),
          attribute('path', child.path),
          attribute('reference', name),
          `columns={${listText(columns.map(tsString), 'columns={}'.length + 12)}}`,
          ...(unique ? ['isSingle'] : []),
        ];
      }),
  );
}

const unquoted = (text: string) => text.slice(1, -1);

function linkParts(app: AppModel, entity: EntityModel): Element[] {
  return app.links.flatMap(({ sides }) =>
    sides
      .filter(({ from }) => from === entity.name)
      .map(
        ({ to, relation, nested }): Element => [
          'LinkList',
          `entity={${entity.variable}Entity}`,
          'row={row}',
          attribute('title', unquoted(labelText(relation.name))),
          attribute('path', entityNamed(app, to).path),
          attribute('segment', nested.segment),
        ],
      ),
  );
}

function uploadPart({ uploads, variable }: EntityModel): Element[] {
  return uploads.length === 0 ? [] : [['UploadList', `entity={${variable}Entity}`, 'row={row}']];
}

function changesPart({ audit, variable }: EntityModel): Element[] {
  if (audit === null) return [];
  const segment = attribute('segment', audit.changes.segment);
  return [['ChangeList', `entity={${variable}Entity}`, 'row={row}', segment]];
}

function historyPart({ lifecycle, variable }: EntityModel): Element[] {
  if (lifecycle === null) return [];
  const segment = attribute('segment', lifecycle.history.segment);
  return [['History', `entity={${variable}Entity}`, 'row={row}', segment]];
}
