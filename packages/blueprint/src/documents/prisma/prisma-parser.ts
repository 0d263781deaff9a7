import { EmbeddedActionsParser } from 'chevrotain';
import type {
  PrismaArgument,
  PrismaAttribute,
  PrismaBlock,
  PrismaField,
  PrismaValue,
} from './parsed.ts';
import {
  At,
  BlockAt,
  Colon,
  Comma,
  Dot,
  EnumWord,
  Equals,
  LCurly,
  LParen,
  LSquare,
  ModelWord,
  Name,
  NumberToken,
  Question,
  RCurly,
  RParen,
  RSquare,
  SettingWord,
  Text,
  tokens,
} from './tokens.ts';

/** The language of Prisma schemas, whichever version of Prisma they are for. */
class PrismaParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { recoveryEnabled: false, maxLookahead: 3 });
    this.performSelfAnalysis();
  }

  readonly schema = this.RULE('schema', (): PrismaBlock[] => {
    const blocks: PrismaBlock[] = [];
    this.MANY(() =>
      blocks.push(
        this.OR([
          { ALT: () => this.SUBRULE(this.model) },
          { ALT: () => this.SUBRULE(this.enumeration) },
          { ALT: () => this.SUBRULE(this.setting) },
        ]),
      ),
    );
    return blocks;
  });

  private readonly model = this.RULE('model', (): PrismaBlock => {
    const { image: word, startOffset: offset } = this.CONSUME(ModelWord);
    const name = this.CONSUME(Name).image;
    const fields: PrismaField[] = [];
    const attributes: PrismaAttribute[] = [];
    this.CONSUME(LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => fields.push(this.SUBRULE(this.field)) },
        {
          ALT: () => {
            this.CONSUME(BlockAt);
            attributes.push(this.SUBRULE(this.attribute));
          },
        },
      ]),
    );
    this.CONSUME(RCurly);
    return { kind: 'model', word, name, fields, attributes, offset };
  });

  private readonly field = this.RULE('field', (): PrismaField => {
    const { image: name, startOffset: offset } = this.CONSUME1(Name);
    const type = this.CONSUME2(Name).image;
    this.OPTION1(() => {
      this.CONSUME(LParen);
      this.CONSUME(Text);
      this.CONSUME(RParen);
    });
    const isList = this.OPTION2(() => {
      this.CONSUME(LSquare);
      return this.CONSUME(RSquare);
    });
    const isOptional = this.OPTION3(() => this.CONSUME(Question));
    const attributes: PrismaAttribute[] = [];
    this.MANY(() => {
      this.CONSUME(At);
      attributes.push(this.SUBRULE(this.attribute));
    });
    return {
      name,
      type,
      isList: isList !== undefined,
      isOptional: isOptional !== undefined,
      attributes,
      offset,
      end: this.endOfLast(),
    };
  });

  /** The lexer only keeps where a token starts. */
  private endOfLast(): number {
    const { startOffset, image } = this.LA(0);
    return startOffset + image.length;
  }

  private readonly attribute = this.RULE('attribute', (): PrismaAttribute => {
    const { image, startOffset: offset } = this.CONSUME1(Name);
    const inner = this.OPTION1(() => {
      this.CONSUME(Dot);
      return this.CONSUME2(Name).image;
    });
    const args = this.OPTION2(() => this.SUBRULE(this.args)) ?? [];
    const name = inner === undefined ? image : `${image}.${inner}`;
    return { name, args, offset, end: this.endOfLast() };
  });

  private readonly args = this.RULE('args', (): PrismaArgument[] => {
    const args: PrismaArgument[] = [];
    this.CONSUME(LParen);
    this.MANY_SEP({ SEP: Comma, DEF: () => args.push(this.SUBRULE(this.argument)) });
    this.CONSUME(RParen);
    return args;
  });

  private readonly argument = this.RULE('argument', (): PrismaArgument => {
    const offset = this.LA(1).startOffset;
    const name = this.OPTION(() => {
      const { image } = this.CONSUME(Name);
      this.CONSUME(Colon);
      return image;
    });
    const value = this.SUBRULE(this.value);
    return { name: name ?? null, value, offset, end: this.endOfLast() };
  });

  private readonly value = this.RULE(
    'value',
    (): PrismaValue =>
      this.OR([
        { ALT: () => ({ kind: 'text' as const, value: textOf(this.CONSUME(Text).image) }) },
        {
          ALT: () => ({ kind: 'number' as const, value: Number(this.CONSUME(NumberToken).image) }),
        },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.named) },
      ]),
  );

  private readonly list = this.RULE('list', (): PrismaValue => {
    const values: PrismaValue[] = [];
    this.CONSUME(LSquare);
    this.MANY_SEP({ SEP: Comma, DEF: () => values.push(this.SUBRULE(this.value)) });
    this.CONSUME(RSquare);
    return { kind: 'list', values };
  });

  /** A name or a function; a field of a composed type is `address.city`. */
  private readonly named = this.RULE('named', (): PrismaValue => {
    let name = this.CONSUME1(Name).image;
    this.MANY(() => {
      this.CONSUME(Dot);
      name = `${name}.${this.CONSUME2(Name).image}`;
    });
    const args = this.OPTION(() => this.SUBRULE(this.args));
    return args === undefined ? { kind: 'name', value: name } : { kind: 'call', name, args };
  });

  private readonly enumeration = this.RULE('enumeration', (): PrismaBlock => {
    const offset = this.CONSUME(EnumWord).startOffset;
    const name = this.CONSUME1(Name).image;
    const values: Extract<PrismaBlock, { kind: 'enum' }>['values'] = [];
    const attributes: PrismaAttribute[] = [];
    this.CONSUME(LCurly);
    this.MANY1(() =>
      this.OR([
        {
          ALT: () => {
            const value = this.CONSUME2(Name);
            const own: PrismaAttribute[] = [];
            this.MANY2(() => {
              this.CONSUME(At);
              own.push(this.SUBRULE1(this.attribute));
            });
            values.push({ name: value.image, attributes: own, offset: value.startOffset });
          },
        },
        {
          ALT: () => {
            this.CONSUME(BlockAt);
            attributes.push(this.SUBRULE2(this.attribute));
          },
        },
      ]),
    );
    this.CONSUME(RCurly);
    return { kind: 'enum', name, values, attributes, offset };
  });

  private readonly setting = this.RULE('setting', (): PrismaBlock => {
    const { image: word, startOffset: offset } = this.CONSUME(SettingWord);
    const name = this.CONSUME1(Name).image;
    const entries: { offset: number; end: number }[] = [];
    this.CONSUME(LCurly);
    this.MANY(() => {
      const start = this.CONSUME2(Name).startOffset;
      this.CONSUME(Equals);
      this.SUBRULE(this.value);
      entries.push({ offset: start, end: this.endOfLast() });
    });
    this.CONSUME(RCurly);
    return { kind: 'setting', word, name, entries, offset };
  });
}

/** `"a \"b\""` -> `a "b"` */
function textOf(image: string): string {
  return image.slice(1, -1).replace(/\\(.)/g, (_all, char: string) => (char === 'n' ? '\n' : char));
}

export const prismaParser = new PrismaParser();
