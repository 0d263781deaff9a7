import { Lexer } from 'chevrotain';
import { type Lines, shorten } from '../lines.ts';
import { invalid, parseTokens } from '../parse-tokens.ts';
import { createTable, type Tables, unusedChoice } from '../tables/tables.ts';
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
    if (statement.kind === 'enum') noteUnused(model, statement, { entities, lines });
    if (statement.kind === 'constant') constants.set(statement.name, statement.value);
    if (statement.kind === 'block') noteBlock(model, statement, { lines, text });
    if (statement.kind === 'option') noteOption(model, statement, lines);
  }
  const { described, strays } = placeDocs(groups[DOCS] ?? [], statements.flatMap(placesOf), text);
  for (const stray of strays)
    model.outOfScope.push({
      what: `comment: ${shorten(stray.text, 200)}`,
      line: lines.lineAt(stray.offset),
      why: 'Nothing follows that it could describe.',
    });
  for (const statement of statements) noteDescriptions(model, statement, { lines, described });
  for (const entity of entities) addEntity(model, entity, { lines, enums, constants, described });
  const known = new Set(entities.map(({ name }) => name));
  for (const statement of statements)
    if (statement.kind === 'relationships')
      for (const relationship of statement.relationships) {
        const { link, outOfScope } = linkOf(relationship, known, { lines, text });
        model.outOfScope.push(...outOfScope);
        if (link !== null) model.links.push({ ...link, key: `${link.key}#${model.links.length}` });
      }
  return model;
}

function noteUnused(
  { outOfScope }: Tables,
  { name, values, start }: Extract<JdlStatement, { kind: 'enum' }>,
  { entities, lines }: { entities: readonly Entity[]; lines: Lines },
): void {
  if (entities.some(({ fields }) => fields.some(({ type }) => type === name))) return;
  outOfScope.push(
    unusedChoice(
      name,
      values.map((each) => each.name),
      lines.lineAt(start),
    ),
  );
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
      return statement.relationships.map(({ offset, end, from, to }) => ({
        ...{ start: offset, end },
        name: `the relationship of ${from.entity} and ${to.entity}`,
      }));
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
        what: `description of ${name}: ${shorten(described.get(start) ?? '', 200)}`,
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
      why: whyOption(name),
    });
  for (const field of entity.fields) columnOf(model, table, field, context);
  model.tables.push(table);
}

const HOW_IT_IS_BUILT =
  'It says how JHipster builds an app; this app always has validation, services, paging, filters and search.';
/** Options that say more than how an app is built, in lower case. */
const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['readonly', 'Who may change what is said in words: "Nobody may change products."'],
  [
    'embedded',
    'Every entity has records of its own; those that come with others are said in words.',
  ],
  ['microservice', 'All of the document is one app.'],
  ['skipserver', 'All of the document is one app.'],
]);

const whyOption = (name: string) => OPTIONS.get(name.toLowerCase()) ?? HOW_IT_IS_BUILT;

function noteOption(
  model: Tables,
  { name, text, start }: Extract<JdlStatement, { kind: 'option' }>,
  lines: Lines,
) {
  model.outOfScope.push({
    what: `option ${name} ${text}`,
    line: lines.lineAt(start),
    why: whyOption(name),
  });
}

/** What a block says, line by line. */
function noteBlock(
  model: Tables,
  { name, baseName, start, end }: Extract<JdlStatement, { kind: 'block' }>,
  { lines, text }: { lines: Lines; text: string },
) {
  const isTitle = model.title === null && baseName !== null;
  if (isTitle) model.title = baseName;
  const why =
    name === 'application'
      ? 'It says how JHipster builds an app; of that only the name of the first one is taken.'
      : 'Where an app runs is not said by its data.';
  const first = lines.lineAt(start);
  for (const [index, line] of withoutComments(text.slice(start, end)).split('\n').entries()) {
    const says = line
      .trim()
      .replace(/^((application|deployment|config)\b)?[{}\s]*/, '')
      .replace(/[{},\s]+$/, '');
    if (says !== '' && !(isTitle && says === `baseName ${baseName}`))
      model.outOfScope.push({
        what: `${name}: ${shorten(says, 300)}`,
        line: first + index,
        why,
      });
  }
}

/** Lines stay where they are; slashes in quotes begin no comment. */
function withoutComments(text: string): string {
  return text.replace(/("[^"\n]*")|\/\/.*|\/\*[\s\S]*?\*\//g, (all, quoted?: string) =>
    quoted === undefined ? all.replace(/[^\n]/g, ' ') : all,
  );
}

/** The label of each choice that has one. */
function noteLabels(
  model: Tables,
  { name, values }: Extract<JdlStatement, { kind: 'enum' }>,
  lines: Lines,
) {
  for (const { name: value, label, start } of values)
    if (label !== null)
      model.outOfScope.push({
        what: `label "${label}" of ${name}.${value}`,
        line: lines.lineAt(start),
        why: 'A choice is kept and shown by its value.',
      });
}
