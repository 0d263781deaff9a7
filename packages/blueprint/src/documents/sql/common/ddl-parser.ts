import type { IToken } from 'chevrotain';
import { ColumnParser } from './column-parser.ts';
import type { ParsedElement, ParsedTable, Span } from './parsed.ts';
import {
  Comma,
  Comparison,
  keywords as k,
  LParen,
  NumberToken,
  RParen,
  Text,
  Word,
} from './tokens.ts';

/** The language of tables that MySQL, MariaDB and SQLite share, with what each of them adds. */
class DdlParser extends ColumnParser {
  /** Only MySQL has indexes within a table; in SQLite `key` and `index` are names. */
  hasIndexes = false;

  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly table = this.RULE('table', (): ParsedTable => {
    this.CONSUME(k.create);
    this.MANY(() => this.CONSUME(Word));
    const start = this.CONSUME(k.table).startOffset;
    this.OPTION(() => {
      this.CONSUME(k.if);
      this.CONSUME(k.not);
      this.CONSUME(k.exists);
    });
    const name = this.SUBRULE(this.qualified);
    this.CONSUME(LParen);
    const elements: ParsedElement[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => elements.push(this.SUBRULE(this.element)),
    });
    this.CONSUME(RParen);
    return { name, elements, start };
  });

  /** `CREATE UNIQUE INDEX name ON table (columns)`; what follows is not read. */
  readonly uniqueIndex = this.RULE('uniqueIndex', () => {
    this.CONSUME(k.create);
    this.CONSUME(k.unique);
    this.CONSUME(k.index);
    this.OPTION(() => {
      this.CONSUME(k.if);
      this.CONSUME(k.not);
      this.CONSUME(k.exists);
    });
    const name = this.SUBRULE1(this.qualified);
    this.CONSUME(k.on);
    const table = this.SUBRULE2(this.qualified);
    const columns = this.SUBRULE(this.indexColumns);
    return { name: name.name, table, columns };
  });

  readonly element = this.RULE(
    'element',
    (): ParsedElement =>
      this.OR([
        { GATE: () => this.isConstraint(), ALT: () => this.SUBRULE(this.constraint) },
        { ALT: () => this.SUBRULE(this.column) },
      ]),
  );

  private isConstraint(): boolean {
    const first = this.LA(1).tokenType;
    if ([k.constraint, k.primary, k.foreign, k.unique, k.check].includes(first)) return true;
    return this.hasIndexes && [k.key, k.index, k.fulltext, k.spatial].includes(first);
  }

  private readonly constraint = this.RULE('constraint', (): ParsedElement => {
    const start = this.LA(1).startOffset;
    this.OPTION1(() => {
      this.CONSUME(k.constraint);
      this.OPTION2(() => this.SUBRULE1(this.name));
    });
    const made = this.OR1([
      { ALT: () => this.SUBRULE(this.keyConstraint) },
      { ALT: () => this.SUBRULE(this.foreignKey) },
      { ALT: () => ({ ...this.SUBRULE(this.checkOption), asides: [] }) },
      { ALT: () => this.SUBRULE(this.plainIndex) },
    ]);
    const tail = this.SUBRULE(this.constraintTail);
    return { ...made, asides: [made.asides, tail].flat(), start, end: this.endOfLast() };
  });

  private readonly keyConstraint = this.RULE('keyConstraint', (): ParsedElement => {
    const kind = this.OR1([
      {
        ALT: () => {
          this.CONSUME(k.primary);
          this.CONSUME1(k.key);
          return 'primary' as const;
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.unique);
          this.OPTION1(() =>
            this.OR2([{ ALT: () => this.CONSUME2(k.key) }, { ALT: () => this.CONSUME(k.index) }]),
          );
          return 'unique' as const;
        },
      },
    ]);
    this.OPTION2(() => this.SUBRULE1(this.name));
    const start = this.LA(1).startOffset;
    const how: Span[] = [];
    this.MANY(() => {
      this.SUBRULE2(this.name);
      how[0] = { start, end: this.endOfLast() };
    });
    const columns = this.SUBRULE(this.indexColumns);
    const asides = [how, columns.asides].flat();
    return { kind, columns, asides, start: 0, end: 0 };
  });

  private readonly foreignKey = this.RULE('foreignKey', (): ParsedElement => {
    this.CONSUME(k.foreign);
    this.CONSUME(k.key);
    this.OPTION(() => this.SUBRULE(this.name));
    const { names } = this.SUBRULE(this.indexColumns);
    const reference = this.SUBRULE(this.reference);
    return {
      ...{ kind: 'foreign', columns: names, reference, asides: reference.asides },
      ...{ start: 0, end: 0 },
    };
  });

  private readonly plainIndex = this.RULE('plainIndex', (): ParsedElement => {
    this.OPTION1(() =>
      this.OR1([{ ALT: () => this.CONSUME(k.fulltext) }, { ALT: () => this.CONSUME(k.spatial) }]),
    );
    this.OPTION2(() =>
      this.OR2([{ ALT: () => this.CONSUME(k.key) }, { ALT: () => this.CONSUME(k.index) }]),
    );
    this.MANY(() => this.SUBRULE(this.name));
    this.SUBRULE(this.indexColumns);
    return { kind: 'index', asides: [], start: 0, end: 0 };
  });

  /** `USING BTREE COMMENT 'x'`, `ON CONFLICT REPLACE`, `NOT ENFORCED`: how, not what. */
  private readonly constraintTail = this.RULE('constraintTail', (): Span[] => {
    const start = this.LA(1).startOffset;
    let isEmpty = true;
    this.MANY(() => {
      isEmpty = false;
      this.OR([
        { ALT: () => this.SUBRULE(this.name) },
        { ALT: () => this.CONSUME(k.on) },
        { ALT: () => this.CONSUME(k.not) },
        { ALT: () => this.CONSUME(Text) },
        { ALT: () => this.CONSUME(NumberToken) },
        { ALT: () => this.CONSUME(Comparison) },
      ]);
    });
    return isEmpty ? [] : [{ start, end: this.endOfLast() }];
  });

  read<T>(tokens: IToken[], rule: () => T, hasIndexes: boolean): T {
    this.hasIndexes = hasIndexes;
    this.input = tokens;
    return rule();
  }
}

export const ddlParser = new DdlParser();
