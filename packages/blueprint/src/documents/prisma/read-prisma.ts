import { type IToken, Lexer } from 'chevrotain';
import { type Lines, shorten } from '../lines.ts';
import { invalid, parseTokens } from '../parse-tokens.ts';
import { createTable, type Table, type Tables, unusedChoice } from '../tables/tables.ts';
import { argumentOf, namesIn } from './arguments.ts';
import { outOfScopeAt, type Source, textAt, unreadArguments } from './asides.ts';
import type { PrismaBlock, PrismaField, PrismaModel } from './parsed.ts';
import { prismaParser } from './prisma-parser.ts';
import { addRelations } from './relations.ts';
import { columnOf } from './to-column.ts';
import { DOCS, tokens } from './tokens.ts';

const lexer = new Lexer(tokens, { positionTracking: 'onlyOffset' });

type Enum = Extract<PrismaBlock, { kind: 'enum' }>;

/** The models of a Prisma schema as tables; what says how and where they are kept is listed. */
export function readPrisma(text: string, lines: Lines): Tables {
  const { found: blocks, groups } = parseTokens(
    text,
    { lexer, parser: prismaParser, rule: () => prismaParser.schema() },
    lines,
  );
  const tables: Tables = { title: null, tables: [], links: [], outOfScope: [] };
  const source = { text, lines };
  const enums = new Map(
    blocks.filter(isEnum).map(({ name, values }) => [name, values.map((each) => each.name)]),
  );
  const models = blocks.filter(isModel);
  const describe = describerOf(groups[DOCS] ?? [], lines);
  const byName = new Map<string, Table>();
  for (const model of models) {
    if (byName.has(model.name))
      throw invalid(`There are two models called ${model.name.slice(0, 60)}`, model.offset, lines);
    byName.set(model.name, createTable(model.name, lines.lineAt(model.offset)));
  }
  const parts = new Set(
    blocks.flatMap((block) =>
      block.kind === 'model' && block.word === 'type' ? [block.name] : [],
    ),
  );
  const context = { source, enums, parts, describe, models: new Set(byName.keys()) };
  for (const model of models) {
    const table = byName.get(model.name);
    if (table !== undefined) fillTable(tables, table, model, context);
  }
  addRelations(tables, models, byName, source);
  const used = new Set(models.flatMap(({ fields }) => fields.map(({ type }) => type)));
  for (const block of blocks) noteBlock(tables, block, { source, describe, used });
  return tables;
}

const isEnum = (block: PrismaBlock): block is Enum => block.kind === 'enum';
const isModel = (block: PrismaBlock): block is PrismaModel =>
  block.kind === 'model' && block.word === 'model';

type Context = {
  source: Source;
  /** Composed types, which are kept as JSON. */
  parts: ReadonlySet<string>;
  enums: ReadonlyMap<string, string[]>;
  /** Names of models: fields of these types are relations. */
  models: ReadonlySet<string>;
  describe: (offset: number) => string | null;
};

function fillTable(tables: Tables, table: Table, model: PrismaModel, context: Context): void {
  const { source, describe, models } = context;
  const description = describe(model.offset);
  if (description !== null) table.description = description;
  for (const field of model.fields) {
    if (models.has(field.type)) continue;
    const column = columnOf(tables, table, field, context);
    const said = describe(field.offset);
    if (said !== null) column.description = said;
    table.columns.push(column);
    if (hasAttribute(field, 'id')) table.primaryKey = [field.name];
  }
  for (const attribute of model.attributes) {
    const { name, args, offset } = attribute;
    const columns = namesIn(argumentOf(args, 'fields'));
    const line = source.lines.lineAt(offset);
    if (name === 'id') table.primaryKey = columns;
    else if (name === 'unique') table.uniques.push({ columns, line });
    tables.outOfScope.push(
      ...(name === 'id' || name === 'unique'
        ? unreadArguments(source, attribute, `${table.name}.${columns.join(', ')}`)
        : [outOfScopeAt(source, attribute, { sign: '@@', owner: table.name })]),
    );
  }
  tables.tables.push(table);
}

function hasAttribute({ attributes }: PrismaField, wanted: string): boolean {
  return attributes.some(({ name }) => name === wanted);
}

type Noting = Pick<Context, 'source' | 'describe'> & { used: ReadonlySet<string> };

/** What a block says that is no model, part by part. */
function noteBlock(tables: Tables, block: PrismaBlock, noting: Noting): void {
  if (block.kind === 'setting') noteSetting(tables, block, noting);
  else if (block.kind === 'enum') noteEnum(tables, block, noting);
  else if (block.word !== 'model') notePart(tables, block, noting);
}

function noteSetting(
  { outOfScope }: Tables,
  { word, name, entries }: Extract<PrismaBlock, { kind: 'setting' }>,
  { source }: Noting,
): void {
  for (const entry of entries)
    outOfScope.push({
      what: `${word} ${name}: ${textAt(source, entry)}`,
      line: source.lines.lineAt(entry.offset),
      why: 'Where data is kept and which code Prisma makes is not said by the data.',
    });
}

function noteEnum({ outOfScope }: Tables, block: Enum, { source, describe, used }: Noting): void {
  const { name, values, attributes, offset } = block;
  const lineAt = (at: number) => source.lines.lineAt(at);
  const names = values.map((each) => each.name);
  if (!used.has(name)) outOfScope.push(unusedChoice(name, names, lineAt(offset)));
  for (const attribute of attributes)
    outOfScope.push(outOfScopeAt(source, attribute, { sign: '@@', owner: name }));
  for (const each of values)
    for (const attribute of each.attributes)
      outOfScope.push(
        outOfScopeAt(source, attribute, { sign: '@', owner: `${name}.${each.name}` }),
      );
  for (const place of [{ name, offset }, ...values]) {
    const description = describe(place.offset);
    if (description !== null)
      outOfScope.push({
        what: `description of ${place.name}: ${shorten(description, 200)}`,
        line: lineAt(place.offset),
        why: 'Models and fields have descriptions, nothing else.',
      });
  }
}

function notePart(
  { outOfScope }: Tables,
  { word, name, fields, attributes }: PrismaModel,
  { source }: Noting,
): void {
  for (const part of [...fields, ...attributes])
    outOfScope.push({
      what: `${word} ${name}: ${textAt(source, part)}`,
      line: source.lines.lineAt(part.offset),
      why:
        word === 'view'
          ? 'An app lists and filters records itself; a view is a question, not data.'
          : 'A part of a document is kept as JSON where it is used, and not checked.',
    });
}

/** Text of the `///` lines right above an offset, or behind it on its line. */
function describerOf(docs: readonly IToken[], lines: Lines): (offset: number) => string | null {
  const byLine = new Map(
    docs.map(({ image, startOffset }) => [
      lines.lineAt(startOffset),
      { text: image.slice(3).trim(), column: lines.positionAt(startOffset).column },
    ]),
  );
  return (offset) => {
    const { line, column } = lines.positionAt(offset);
    const behind = byLine.get(line);
    if (behind !== undefined && behind.column > column) return behind.text;
    const above: string[] = [];
    for (let at = line - 1; isOwnLine(at); at -= 1) above.unshift(byLine.get(at)?.text ?? '');
    return above.length === 0 ? null : above.join('\n');
  };

  function isOwnLine(line: number): boolean {
    return byLine.has(line) && lines.textOf(line).startsWith('///');
  }
}
