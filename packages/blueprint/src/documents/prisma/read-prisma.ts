import { type IToken, Lexer } from 'chevrotain';
import type { Lines } from '../lines.ts';
import { invalid, parseTokens } from '../parse-tokens.ts';
import { createTable, type Table, type Tables } from '../tables/tables.ts';
import { argumentOf, namesIn } from './arguments.ts';
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
  const enums = new Map(blocks.filter(isEnum).map(({ name, values }) => [name, values]));
  const models = blocks.filter(isModel);
  const describe = describerOf(groups[DOCS] ?? [], lines);
  const byName = new Map<string, Table>();
  for (const model of models) {
    if (byName.has(model.name))
      throw invalid(`There are two models called ${model.name.slice(0, 60)}`, model.offset, lines);
    byName.set(model.name, createTable(model.name, lines.lineAt(model.offset)));
  }
  const context = { lines, enums, describe, models: new Set(byName.keys()) };
  for (const model of models) {
    const table = byName.get(model.name);
    if (table !== undefined) fillTable(tables, table, model, context);
  }
  addRelations(tables, models, byName, lines);
  for (const block of blocks) noteBlock(tables, block, lines);
  return tables;
}

const isEnum = (block: PrismaBlock): block is Enum => block.kind === 'enum';
const isModel = (block: PrismaBlock): block is PrismaModel =>
  block.kind === 'model' && block.word === 'model';

type Context = {
  lines: Lines;
  enums: ReadonlyMap<string, string[]>;
  /** Names of models: fields of these types are relations. */
  models: ReadonlySet<string>;
  describe: (offset: number) => string | null;
};

function fillTable(tables: Tables, table: Table, model: PrismaModel, context: Context): void {
  const { lines, describe, models } = context;
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
  for (const { name, args, offset } of model.attributes) {
    const columns = namesIn(argumentOf(args, 'fields'));
    const line = lines.lineAt(offset);
    if (name === 'id') table.primaryKey = columns;
    else if (name === 'unique') table.uniques.push({ columns, line });
    else if (name === 'index' || name === 'fulltext')
      tables.outOfScope.push({
        what: `index of ${table.name}`,
        line,
        why: 'The app makes the indexes that its lists need.',
      });
    else if (name !== 'map' && name !== 'schema')
      tables.outOfScope.push({
        what: `@@${name} of ${table.name}`,
        line,
        why: 'It says how Prisma treats the model.',
      });
  }
  tables.tables.push(table);
}

function hasAttribute({ attributes }: PrismaField, wanted: string): boolean {
  return attributes.some(({ name }) => name === wanted);
}

function noteBlock({ outOfScope }: Tables, block: PrismaBlock, lines: Lines): void {
  const line = lines.lineAt(block.offset);
  if (block.kind === 'setting')
    outOfScope.push({
      what: `${block.word} ${block.name}`,
      line,
      why: 'Where data is kept and which code Prisma makes is not said by the data.',
    });
  if (block.kind === 'enum' && block.hasMap)
    outOfScope.push({
      what: `mapped values of ${block.name}`,
      line,
      why: 'A choice is kept by its value.',
    });
  if (block.kind === 'model' && block.word !== 'model')
    outOfScope.push({
      what: `${block.word} ${block.name}`,
      line,
      why:
        block.word === 'view'
          ? 'An app lists and filters records itself; a view is a question, not data.'
          : 'A part of a document is kept as JSON where it is used.',
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
