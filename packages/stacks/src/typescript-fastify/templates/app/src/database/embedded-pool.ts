import { type PGlite, protocol } from '@electric-sql/pglite';

/** More statements than this are not kept; the one that was not used for longest goes. */
const MOST_STATEMENTS = 300;
const KEPT = /^(select|insert|update|delete|with)\b/i;
const { serialize } = protocol;

type Query = {
  text: string;
  rowMode?: 'array';
  types: { getTypeParser(type: number, format: 'text'): (text: string) => unknown };
};
type Column = { name: string; parse: (text: string) => unknown };
type Statement = { name: string; columns: Column[] };
type Result = { rows: unknown[] };

/**
 * The embedded PostgreSQL as Drizzle knows one on a server: a pool, of the one connection that there is. It parses and
 * plans a statement once and not each time, which is nine tenths of what a short one costs.
 */
export class EmbeddedPool {
  readonly #engine: PGlite;
  readonly #statements = new Map<string, Statement>();
  #made = 0;
  /** Ends when the connection is free for whoever comes next. */
  #free: Promise<unknown> = Promise.resolve();

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  /** In turn with whoever has the connection for a transaction. */
  query(query: Query, values: readonly unknown[]): Promise<Result> {
    const mine = this.#free.then(() => this.#run(query, values));
    this.#free = mine.catch(() => undefined);
    return mine;
  }

  /** The connection for oneself until it is released. What is asked of it at once is answered in turn. */
  async connect() {
    const before = this.#free;
    const { promise, resolve: release } = Promise.withResolvers<void>();
    this.#free = promise;
    await before;
    let last: Promise<unknown> = before;
    const query = (asked: Query, values: readonly unknown[]): Promise<Result> => {
      const mine = last.then(() => this.#run(asked, values));
      last = mine.catch(() => undefined);
      return mine;
    };
    return { query, release };
  }

  async #run(query: Query, values: readonly unknown[]): Promise<Result> {
    const { text, rowMode, types } = query;
    const known = this.#statements.get(text);
    const name = known?.name ?? (KEPT.test(text) ? `s${++this.#made}` : '');
    const bind = [
      serialize.bind({ statement: name, values: values.map(toParameter) }),
      serialize.execute({}),
      serialize.sync(),
    ];
    const parse = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name })];
    const answers = await this.#send(known ? bind : [...parse, ...bind]).catch((error: unknown) => {
      // It may have been parsed before it failed.
      return known === undefined && name !== '' ? this.#forget(name, error) : Promise.reject(error);
    });
    const columns = known?.columns ?? columnsOf(answers, types);
    if (name !== '') await this.#keep(text, { name, columns });
    return { rows: rowsOf(answers, columns, rowMode === 'array') };
  }

  #send(messages: readonly Uint8Array[]): Promise<Message[]> {
    return this.#engine.execProtocolStream(Buffer.concat(messages));
  }

  async #keep(text: string, statement: Statement): Promise<void> {
    this.#statements.delete(text);
    this.#statements.set(text, statement);
    const [oldest] = this.#statements;
    if (oldest === undefined || this.#statements.size <= MOST_STATEMENTS) return;
    this.#statements.delete(oldest[0]);
    await this.#close(oldest[1].name);
  }

  async #forget(name: string, error: unknown): Promise<never> {
    await this.#close(name);
    throw error;
  }

  #close(name: string): Promise<unknown> {
    return this.#send([serialize.close({ type: 'S', name }), serialize.sync()]);
  }
}

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];

function columnsOf(answers: readonly Message[], types: Query['types']): Column[] {
  const found = answers.find((answer) => answer instanceof protocol.messages.RowDescriptionMessage);
  return (found?.fields ?? []).map(({ name, dataTypeID }) => ({
    name,
    parse: types.getTypeParser(dataTypeID, 'text'),
  }));
}

function rowsOf(answers: readonly Message[], columns: readonly Column[], asArrays: boolean) {
  const rows: unknown[] = [];
  for (const answer of answers) {
    if (!(answer instanceof protocol.messages.DataRowMessage)) continue;
    const values = answer.fields.map((text, at) =>
      text === null ? null : columns[at]?.parse(text),
    );
    rows.push(
      asArrays ? values : Object.fromEntries(columns.map(({ name }, at) => [name, values[at]])),
    );
  }
  return rows;
}

/** As the driver for servers sends it. */
function toParameter(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  // Columns write their arrays themselves; of any other one it is not known which type it is to be.
  if (Array.isArray(value)) throw new TypeError('An array is given to a statement by its column.');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
