import { Lexer } from 'chevrotain';
import type { Lines } from '../lines.ts';
import { invalid, parseTokens } from '../parse-tokens.ts';
import { createTable, type Tables } from '../tables/tables.ts';
import { placeDocs } from './docs.ts';
import { jdlParser } from './jdl-parser.ts';
import type { JdlStatement } from './parsed.ts';
import { columnOf } from './to-column.ts';
import { linkOf } from './to-link.ts';
import { DOCS, tokens } from './tokens.ts';

const lexer = new Lexer(tokens, { positionTracking: 'onlyOffset' });

type Entity = Extract<JdlStatement, { kind: 'entity' }>;

/** The entities and relationships of a JHipster model; how the app is built and deployed is listed. */
export function readJdl(text: string, lines: Lines): Tables {
  const { found: statements, groups } = parseTokens(
    text,
    { lexer, parser: jdlParser, rule: () => jdlParser.document() },
    lines,
  );
  const entities = statements.filter((each): each is Entity => each.kind === 'entity');
  const enums = new Map<string, string[]>();
  const constants = new Map<string, string>();
  const model: Tables = { title: null, tables: [], links: [], outOfScope: [] };
  for (const statement of statements) {
    if (statement.kind === 'enum') {
      enums.set(
        statement.name,
        statement.values.map(({ name }) => name),
      );
      noteLabels(model, statement, lines);
    }
    if (statement.kind === 'constant') constants.set(statement.name, statement.value);
    if (statement.kind === 'block') noteBlock(model, statement, lines);
    if (statement.kind === 'option') noteOption(model, statement, lines);
  }
  const described = placeDocs(groups[DOCS] ?? [], statements.flatMap(placesOf), text);
  for (const statement of statements) noteDescriptions(model, statement, { lines, described });
  for (const entity of entities) addEntity(model, entity, { lines, enums, constants, described });
  const known = new Set(entities.map(({ name }) => name));
  for (const statement of statements)
    if (statement.kind === 'relationships')
      for (const relationship of statement.relationships) {
        const { link, outOfScope } = linkOf(relationship, known, lines);
        model.outOfScope.push(...outOfScope);
        if (link !== null) model.links.push({ ...link, key: `${link.key}#${model.links.length}` });
      }
  return model;
}

/** Whatever a comment can stand at, so that none is taken for that of what comes later. */
function placesOf(statement: JdlStatement): { start: number; end: number; name: string }[] {
  const at = (start: number, name: string) => ({ start, end: start, name });
  switch (statement.kind) {
    case 'entity':
      return [at(statement.start, statement.name), ...statement.fields];
    case 'enum': {
      const { name, start, values } = statement;
      return [at(start, name), ...values.map((each) => at(each.start, `${name}.${each.name}`))];
    }
    case 'relationships':
      return statement.relationships.map(({ offset, from, to }) =>
        at(offset, `the relationship of ${from.entity} and ${to.entity}`),
      );
    default:
      return [at(statement.start, statement.name)];
  }
}

/** Comments of what has no place for them in a blueprint. */
function noteDescriptions(
  model: Tables,
  statement: JdlStatement,
  { lines, described }: Pick<Context, 'lines' | 'described'>,
): void {
  if (statement.kind === 'entity') return;
  for (const { start, name } of placesOf(statement))
    if (described.has(start))
      model.outOfScope.push({
        what: `description of ${name}`,
        line: lines.lineAt(start),
        why: 'Entities and fields have descriptions, nothing else.',
      });
}

type Context = {
  lines: Lines;
  enums: ReadonlyMap<string, string[]>;
  constants: ReadonlyMap<string, string>;
  described: ReadonlyMap<number, string>;
};

function addEntity(model: Tables, entity: Entity, context: Context): void {
  const { lines, described } = context;
  const line = lines.lineAt(entity.start);
  if (model.tables.some(({ name }) => name === entity.name))
    throw invalid(`There are two entities called ${entity.name.slice(0, 60)}`, entity.start, lines);
  const table = createTable(entity.name, line);
  const description = described.get(entity.start);
  if (description !== undefined) table.description = description;
  if (entity.table !== null)
    model.outOfScope.push({
      what: `table name ${entity.table} of ${entity.name}`,
      line,
      why: 'Tables are called like their entities.',
    });
  for (const { name, value, offset } of entity.annotations)
    model.outOfScope.push({
      what: `@${name}${value === null ? '' : `(${value})`} of ${entity.name}`,
      line: lines.lineAt(offset),
      why: HOW_IT_IS_BUILT,
    });
  for (const field of entity.fields) columnOf(model, table, field, context);
  model.tables.push(table);
}

const HOW_IT_IS_BUILT =
  'It says how JHipster builds an app; this app always has validation, services, paging, filters and search.';

function noteOption(
  model: Tables,
  { name, text, start }: Extract<JdlStatement, { kind: 'option' }>,
  lines: Lines,
) {
  model.outOfScope.push({
    what: `option ${name} ${text}`,
    line: lines.lineAt(start),
    why: HOW_IT_IS_BUILT,
  });
}

function noteBlock(
  model: Tables,
  { name, baseName, start }: Extract<JdlStatement, { kind: 'block' }>,
  lines: Lines,
) {
  model.title ??= baseName;
  model.outOfScope.push({
    what: name,
    line: lines.lineAt(start),
    why:
      name === 'application'
        ? 'It says how JHipster builds an app; of that only the name is taken.'
        : 'Where an app runs is not said by its data.',
  });
}

function noteLabels(
  model: Tables,
  { name, values, start }: Extract<JdlStatement, { kind: 'enum' }>,
  lines: Lines,
) {
  if (values.every(({ label }) => label === null)) return;
  model.outOfScope.push({
    what: `labels of ${name}`,
    line: lines.lineAt(start),
    why: 'A choice is kept and shown by its value.',
  });
}
