import type { Column, Schema } from './schema.ts';
import { bracketed, splitSql } from './split-sql.ts';

export const BREAKPOINT = '--> statement-breakpoint';

const NAME = '"((?:[^"]|"")+)"';
const TABLE = new RegExp(`^create table ${NAME} \\(`);
const COLUMN = new RegExp(`^${NAME} ([\\s\\S]+)$`);
const CONSTRAINT = new RegExp(`^constraint ${NAME} `);
const CHECK = new RegExp(`^constraint ${NAME} check \\(`);
const GENERATED = /^generated always as \(/;

type ObjectList = Exclude<keyof Schema, 'tables'>;
/** What is made as a whole: the list that has it, how it begins, and where its name and its table stand in that. */
const OBJECTS: readonly { list: ObjectList; begin: RegExp; name: number; table: number | null }[] =
  [
    {
      ...{ list: 'constraints', name: 2, table: 1 },
      begin: new RegExp(`^alter table ${NAME} add constraint ${NAME}\\s`),
    },
    {
      ...{ list: 'indexes', name: 1, table: 2 },
      begin: new RegExp(`^create (?:unique )?index ${NAME} on ${NAME} `),
    },
    {
      ...{ list: 'functions', name: 1, table: null },
      begin: new RegExp(`^create function ${NAME}\\([^)]*\\)`),
    },
    {
      ...{ list: 'triggers', name: 1, table: 2 },
      begin: new RegExp(`^create trigger ${NAME} [\\s\\S]*? on ${NAME}\\n`),
    },
    { ...{ list: 'views', name: 1, table: null }, begin: new RegExp(`^create view ${NAME} as\\n`) },
  ];

/** The statement is none of those that this stack writes. */
export class SchemaUnreadable extends Error {
  constructor(statement: string) {
    super(`this is no statement of a generated schema: ${statement.slice(0, 200)}`);
    this.name = 'SchemaUnreadable';
  }
}

/** Reads a schema that this stack wrote, from the statements that make it. Throws SchemaUnreadable. */
export function readSchema(script: string): Schema {
  const schema: Schema = {
    tables: new Map(),
    constraints: new Map(),
    indexes: new Map(),
    functions: new Map(),
    triggers: new Map(),
    views: new Map(),
  };
  for (const part of script.split(BREAKPOINT)) {
    const sql = part.replaceAll(/^--.*\n/gm, '').trim();
    const table = TABLE.exec(sql);
    if (table !== null) addTable(schema, unquoted(table[1]), sql);
    else if (sql !== '' && sql !== 'select 1;') addObject(schema, sql);
  }
  return schema;
}

function addObject(schema: Schema, sql: string): void {
  for (const { list, begin, name, table } of OBJECTS) {
    const found = begin.exec(sql);
    if (found === null) continue;
    const object = {
      name: unquoted(found[name]),
      table: table === null ? null : unquoted(found[table]),
      sql,
    };
    schema[list].set(object.name, object);
    return;
  }
  throw new SchemaUnreadable(sql);
}

/** The constraints that stand in a table become those that are added to it. */
function addTable(schema: Schema, name: string, sql: string): void {
  const columns = new Map<string, Column>();
  for (const line of splitSql(bracketed(sql), ',')) {
    if (CONSTRAINT.test(line)) {
      addObject(schema, `alter table "${name.replaceAll('"', '""')}" add ${line};`);
    } else {
      const column = readColumn(line);
      columns.set(column.name, column);
    }
  }
  schema.tables.set(name, { name, columns });
}

function readColumn(line: string): Column {
  const [, name, definition] = COLUMN.exec(line) ?? [];
  if (definition === undefined) throw new SchemaUnreadable(line);
  const [type = '', ...clauses] = clausesOf(definition);
  const column: Column = {
    ...{ name: unquoted(name), type, isRequired: false },
    ...{ initial: null, check: null, generated: null, rest: '' },
  };
  const rest: string[] = [];
  for (const clause of clauses) {
    const check = CHECK.exec(clause);
    if (clause === 'not null') column.isRequired = true;
    else if (clause.startsWith('default ')) column.initial = clause.slice('default '.length);
    else if (check) column.check = { name: unquoted(check[1]), sql: bracketed(clause) };
    else if (GENERATED.test(clause)) column.generated = bracketed(clause);
    else rest.push(clause);
  }
  return { ...column, rest: rest.join(' ') };
}

const CLAUSE = /^(not|default|check|constraint|unique|references|primary|generated)$/;

/** The type and each clause behind it. A clause that has a name begins with that. */
function clausesOf(definition: string): string[] {
  const clauses = [''];
  let isNamed = false;
  for (const word of splitSql(definition, ' ')) {
    const isStart = CLAUSE.test(word);
    if (isStart && !isNamed) clauses.push(word);
    else clauses.push(`${clauses.pop() ?? ''} ${word}`.trim());
    if (isStart) isNamed = word === 'constraint';
  }
  return clauses;
}

function unquoted(name: string | undefined): string {
  return (name ?? '').replaceAll('""', '"');
}
