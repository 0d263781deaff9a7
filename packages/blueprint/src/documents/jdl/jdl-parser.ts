import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import type {
  JdlAnnotation,
  JdlChoice,
  JdlField,
  JdlRelationship,
  JdlSide,
  JdlStatement,
  JdlValidation,
} from './parsed.ts';
import {
  At,
  Comma,
  Dot,
  Equals,
  keywords as k,
  LCurly,
  LParen,
  LSquare,
  Name,
  NumberToken,
  Pattern,
  RCurly,
  RParen,
  RSquare,
  Star,
  Text,
  tokens,
} from './tokens.ts';

/** The JHipster Domain Language, as its documentation describes it. */
class JdlParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { recoveryEnabled: false, maxLookahead: 3 });
    this.performSelfAnalysis();
  }

  readonly document = this.RULE('document', (): JdlStatement[] => {
    const statements: JdlStatement[] = [];
    this.MANY(() => statements.push(this.SUBRULE(this.statement)));
    return statements;
  });

  private readonly statement = this.RULE(
    'statement',
    (): JdlStatement =>
      this.OR({
        // A keyword that begins a statement is no name of an option.
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.SUBRULE(this.entity) },
          { ALT: () => this.SUBRULE(this.enumeration) },
          { ALT: () => this.SUBRULE(this.relationships) },
          { ALT: () => this.SUBRULE(this.block) },
          { ALT: () => this.SUBRULE(this.useOption) },
          { ALT: () => this.SUBRULE(this.constant) },
          { ALT: () => this.SUBRULE(this.optionStatement) },
        ],
      }),
  );

  private readonly entity = this.RULE('entity', (): JdlStatement => {
    const annotations: JdlAnnotation[] = [];
    const start = this.LA(1).startOffset;
    this.MANY1(() => annotations.push(this.SUBRULE(this.annotation)));
    this.CONSUME(k.entity);
    const name = this.CONSUME(Name).image;
    const table = this.OPTION1(() => {
      this.CONSUME(LParen);
      const given = this.CONSUME2(Name).image;
      this.CONSUME(RParen);
      return given;
    });
    const fields: JdlField[] = [];
    this.OPTION2(() => {
      this.CONSUME(LCurly);
      this.MANY2(() => {
        fields.push(this.SUBRULE(this.field));
        this.OPTION3(() => this.CONSUME(Comma));
      });
      this.CONSUME(RCurly);
    });
    return { kind: 'entity', name, annotations, table: table ?? null, fields, start };
  });

  private readonly annotation = this.RULE('annotation', (): JdlAnnotation => {
    const offset = this.CONSUME(At).startOffset;
    const name = this.CONSUME1(Name).image;
    const value = this.OPTION(() => {
      this.CONSUME(LParen);
      const token = this.OR([
        { ALT: () => this.CONSUME2(Name) },
        { ALT: () => this.CONSUME(Text) },
        { ALT: () => this.CONSUME(NumberToken) },
      ]);
      this.CONSUME(RParen);
      return plain(token);
    });
    return { name, value: value ?? null, offset };
  });

  private readonly field = this.RULE('field', (): JdlField => {
    const annotations: JdlAnnotation[] = [];
    const start = this.LA(1).startOffset;
    this.MANY1(() => annotations.push(this.SUBRULE(this.annotation)));
    const name = this.CONSUME1(Name).image;
    const type = this.CONSUME2(Name).image;
    const list = this.OPTION(() => {
      this.CONSUME(LSquare);
      return this.CONSUME(RSquare);
    });
    const validations: JdlValidation[] = [];
    this.MANY2({
      // A name behind a type is a validation only if it is known as one: commas between fields can be left out.
      GATE: () => isValidation(this.LA(1), this.LA(2)),
      DEF: () => validations.push(this.SUBRULE(this.validation)),
    });
    const isList = list !== undefined;
    return { name, type, isList, annotations, validations, start, end: this.endOfLast() };
  });

  /** The lexer only keeps where a token starts. */
  private endOfLast(): number {
    const { startOffset, image } = this.LA(0);
    return startOffset + image.length;
  }

  private readonly validation = this.RULE('validation', (): JdlValidation => {
    const token = this.CONSUME1(Name);
    const value = this.OPTION(() => {
      this.CONSUME(LParen);
      const given = this.OR([
        { ALT: () => this.CONSUME2(Name) },
        { ALT: () => this.CONSUME(NumberToken) },
        { ALT: () => this.CONSUME(Pattern) },
        { ALT: () => this.CONSUME(Text) },
      ]);
      this.CONSUME(RParen);
      return plain(given);
    });
    return { name: token.image, value: value ?? null, offset: token.startOffset };
  });

  private readonly enumeration = this.RULE('enumeration', (): JdlStatement => {
    const start = this.CONSUME(k.enum).startOffset;
    const name = this.CONSUME1(Name).image;
    const values: JdlChoice[] = [];
    this.CONSUME(LCurly);
    this.MANY(() => {
      const value = this.CONSUME2(Name);
      const label = this.OPTION1(() => {
        this.CONSUME(LParen);
        const token = this.OR([
          { ALT: () => this.CONSUME3(Name) },
          { ALT: () => this.CONSUME(Text) },
          { ALT: () => this.CONSUME(NumberToken) },
        ]);
        this.CONSUME(RParen);
        return plain(token);
      });
      values.push({ name: value.image, label: label ?? null, start: value.startOffset });
      this.OPTION2(() => this.CONSUME(Comma));
    });
    this.CONSUME(RCurly);
    return { kind: 'enum', name, values, start };
  });

  private readonly relationships = this.RULE('relationships', (): JdlStatement => {
    const relationships: JdlRelationship[] = [];
    this.CONSUME(k.relationship);
    const kind = this.CONSUME(Name).image;
    this.CONSUME(LCurly);
    this.MANY(() => {
      const offset = this.LA(1).startOffset;
      const from = this.SUBRULE1(this.side);
      this.CONSUME(k.to);
      const to = this.SUBRULE2(this.side);
      const option = this.OPTION1(() => {
        this.CONSUME(k.with);
        return this.CONSUME2(Name).image;
      });
      const end = this.endOfLast();
      this.OPTION2(() => this.CONSUME(Comma));
      relationships.push({ kind, from, to, option: option ?? null, offset, end });
    });
    this.CONSUME(RCurly);
    return { kind: 'relationships', relationships };
  });

  private readonly side = this.RULE('side', (): JdlSide => {
    const annotations: JdlAnnotation[] = [];
    this.MANY(() => annotations.push(this.SUBRULE(this.annotation)));
    const entity = this.CONSUME1(Name).image;
    let field: string | null = null;
    let display: string | null = null;
    let isRequired = false;
    this.OPTION1(() => {
      this.CONSUME(LCurly);
      this.MANY2(() => annotations.push(this.SUBRULE2(this.annotation)));
      field = this.CONSUME2(Name).image;
      this.OPTION2(() => {
        this.CONSUME(LParen);
        display = this.CONSUME3(Name).image;
        this.CONSUME(RParen);
      });
      isRequired = this.OPTION3(() => this.CONSUME(k.required)) !== undefined;
      this.CONSUME(RCurly);
    });
    return { annotations, entity, field, display, isRequired };
  });

  /** An application or a deployment: how it is built and where it runs. */
  private readonly block = this.RULE('block', (): JdlStatement => {
    const token = this.OR([
      { ALT: () => this.CONSUME(k.application) },
      { ALT: () => this.CONSUME(k.deployment) },
    ]);
    const from = this.LA(1).startOffset;
    const found = this.SUBRULE(this.braces);
    return {
      kind: 'block',
      name: token.image,
      baseName: from < 0 ? null : found,
      start: token.startOffset,
      end: this.endOfLast(),
    };
  });

  private readonly braces = this.RULE('braces', (): string | null => {
    let baseName: string | null = null;
    this.CONSUME(LCurly);
    this.MANY(() => {
      const found = this.OR([
        { ALT: () => this.SUBRULE(this.braces) },
        { ALT: () => this.SUBRULE(this.anything) },
      ]);
      baseName ??= found;
    });
    this.CONSUME(RCurly);
    return baseName;
  });

  private readonly anything = this.RULE('anything', (): string | null => {
    const before = this.LA(0).image;
    const token = this.OR([
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(NumberToken) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(Star) },
      { ALT: () => this.CONSUME(LSquare) },
      { ALT: () => this.CONSUME(RSquare) },
      { ALT: () => this.CONSUME(LParen) },
      { ALT: () => this.CONSUME(RParen) },
      { ALT: () => this.CONSUME(Dot) },
      { ALT: () => this.CONSUME(At) },
    ]);
    return before === 'baseName' ? plain(token) : null;
  });

  private readonly constant = this.RULE('constant', (): JdlStatement => {
    const { image: name, startOffset: start } = this.CONSUME(Name);
    this.CONSUME(Equals);
    return { kind: 'constant', name, value: this.CONSUME(NumberToken).image, start };
  });

  /** `use dto, mapstruct for * except A` */
  private readonly useOption = this.RULE('useOption', (): JdlStatement => {
    const { startOffset: start } = this.CONSUME(k.use);
    const used = this.SUBRULE1(this.list);
    this.CONSUME(k.for);
    const list = this.SUBRULE2(this.list);
    const except = this.OPTION(() => this.SUBRULE(this.exception)) ?? '';
    return { kind: 'option', name: 'use', text: `${used} for ${list}${except}`, start };
  });

  /** `paginate A, B with pagination except C`, `skipServer for A`: every option has this form. */
  private readonly optionStatement = this.RULE('optionStatement', (): JdlStatement => {
    const { image: name, startOffset: start } = this.CONSUME1(Name);
    this.OPTION3({
      // An entity may be called `for`.
      GATE: () => isNamed(this.LA(2)),
      DEF: () => this.CONSUME(k.for),
    });
    const list = this.SUBRULE1(this.list);
    const value = this.OPTION1(() => {
      this.CONSUME(k.with);
      return this.OR([
        { ALT: () => this.CONSUME2(Name).image },
        { ALT: () => this.CONSUME(Text).image },
      ]);
    });
    const except = this.OPTION2(() => this.SUBRULE(this.exception)) ?? '';
    const text = value === undefined ? list : `${list} with ${value}`;
    return { kind: 'option', name, text: `${text}${except}`, start };
  });

  private readonly exception = this.RULE('exception', (): string => {
    this.CONSUME(k.except);
    return ` except ${this.SUBRULE(this.list)}`;
  });

  private readonly list = this.RULE('list', (): string => {
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () =>
        names.push(
          this.OR([
            { ALT: () => this.CONSUME(Star).image },
            { ALT: () => this.CONSUME(Name).image },
          ]),
        ),
    });
    return names.join(', ');
  });
}

const isNamed = (token: IToken) =>
  /^(\*|[A-Za-z_])/.test(token.image) && !/^(with|except)$/.test(token.image);

const BARE = new Set(['required', 'unique']);
const LIMITS = new Set(['min', 'max', 'minlength', 'maxlength', 'minbytes', 'maxbytes', 'pattern']);

/** A field may be called like a limit, which has its value in brackets. */
function isValidation({ image }: IToken, next: IToken): boolean {
  return BARE.has(image) || (LIMITS.has(image) && next.image === '(');
}

function plain({ image }: IToken): string {
  return /^["']/.test(image) ? image.slice(1, -1) : image;
}

export const jdlParser = new JdlParser();
