import { FIELD_NOUNS, TYPE_BY_LAST_WORD } from '../lexicon/fields.ts';
import { words } from '../lexicon/words.ts';
import { cellsOf, findAlignedTables } from './aligned-tables.ts';
import { isPlural } from './nouns.ts';
import { ownerOfList } from './owner-headings.ts';
import { type Token, tokenize } from './tokens.ts';

/** One line or wrapped paragraph, without its bullet or heading marks. */
export type Block = {
  kind: 'text' | 'heading' | 'bullet' | 'row';
  indent: number;
  tokens: Token[];
  blankBefore: boolean;
  level: number;
};

/** A stretch of text with the heading it stands under. */
export type Segment = {
  tokens: Token[];
  heading: Token[] | null;
  isRow: boolean;
  columns: string[];
  cells: Token[][];
  isBullet: boolean;
};

const GENERIC = words(
  `entities entity data model models schema fields field attributes attribute properties property columns requirements requirement features feature
  relations relation relationships relationship tables table overview description rules notes constraints objects resources summary main core functional
  non-functional domain user stories story business key database api endpoints spec specification details general introduction context background goals scope the following types classes app application project these are our my list what we need store things items-to-track here is tech stack technical`,
);
const MEMBERS = words(
  'fields field column attributes attribute properties property columns has contains includes with data',
);

/** Splits a prompt into lines and joins wrapped paragraphs. */
export function toBlocks(prompt: string): Block[] {
  const blocks: Block[] = [];
  const aligned = findAlignedTables(prompt);
  let blank = false;
  for (const match of prompt.matchAll(/[^\n]*\n?/g)) {
    const line = match[0];
    if (line.trim() === '') {
      blank = true;
      continue;
    }
    const columns = aligned.get(match.index);
    if (columns === null) continue;
    const block =
      columns === undefined ? toBlock(line, match.index) : toRow(line, match.index, columns);
    if (block.tokens.length === 0) continue;
    const previous = blocks.at(-1);
    if (previous !== undefined && !blank && continues(previous, block))
      previous.tokens.push(...block.tokens);
    else blocks.push({ ...block, blankBefore: blank });
    blank = false;
  }
  return blocks;
}

function toRow(line: string, offset: number, columns: readonly number[]): Block {
  const tokens = cellsOf(line, offset, columns);
  return { kind: 'row', indent: 0, tokens, blankBefore: false, level: 0 };
}

function toBlock(line: string, offset: number): Block {
  const lead = /^[ \t]*/.exec(line)?.[0] ?? '';
  const indent = lead.replaceAll('\t', '  ').length;
  const rest = line.slice(lead.length);
  const mark =
    /^(#{1,6}\s+|[-*•–+]\s+(?:\[[ x]\]\s+)?|\(?\d{1,2}[.)]\s+|[a-z]\)\s+|\||>\s+)/.exec(
      rest,
    )?.[0] ?? '';
  const kind = mark.startsWith('#')
    ? 'heading'
    : mark === '|'
      ? 'row'
      : mark === ''
        ? 'text'
        : 'bullet';
  const body = kind === 'row' ? rest : rest.slice(mark.length);
  const at = offset + lead.length + (kind === 'row' ? 0 : mark.length);
  return {
    kind,
    indent,
    tokens: tokenize(body, at),
    blankBefore: false,
    level: mark.startsWith('#') ? mark.trim().length : 0,
  };
}

/** A line that goes on in the middle of a sentence. */
function continues(previous: Block, block: Block): boolean {
  if (previous.kind === 'heading' || previous.kind === 'row' || block.kind !== 'text') return false;
  const last = previous.tokens.at(-1)?.text ?? '';
  const first = block.tokens[0]?.text ?? '';
  if (block.tokens.slice(0, 6).some((token) => token.text === ':')) return false;
  const isLower = first !== '' && first === first.toLowerCase() && /^\p{L}/u.test(first);
  if (previous.kind === 'bullet')
    return (
      isLower &&
      block.indent > previous.indent &&
      !['.', ':'].includes(last) &&
      previous.tokens.length > 5
    );
  return (
    isLower &&
    block.indent === previous.indent &&
    previous.tokens.length > 6 &&
    !/[.:!?]/.test(last)
  );
}

/** Gives each line the heading that it belongs under. */
export function toSegments(blocks: readonly Block[]): Segment[] {
  const segments: Segment[] = [];
  const stack: OpenHeading[] = [];
  let columns: string[] = [];
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    while (stack.length > 0 && closesHeading(stack.at(-1), block)) stack.pop();
    if (block.kind === 'row') {
      const cells = splitCells(block.tokens);
      if (next?.kind === 'row' && columns.length === 0) columns = columnsOf(block);
      else if (cells.some((cell) => cell.some((token) => token.kind !== 'symbol')))
        segments.push({
          tokens: block.tokens,
          heading: stack.at(-1)?.tokens ?? null,
          isRow: true,
          columns: listsThings(blocks, index) ? ['table', 'fields'] : columns,
          cells,
          isBullet: false,
        });
      if (next?.kind !== 'row') columns = [];
      return;
    }
    if (isHeading(block, next, stack.at(-1)?.indent)) {
      const isMembers =
        !(block.level > 0 && block.tokens.every(({ lower }) => lower === 'data')) &&
        block.tokens
          .filter((token) => token.kind === 'word')
          .every((token) => MEMBERS.has(token.lower));
      const parent = stack.at(-1);
      stack.push({
        indent: block.kind === 'heading' ? -7 + block.level : block.indent,
        tokens:
          isMembers && parent
            ? parent.tokens
            : (ownerOfList(block.tokens) ??
              (isGeneric(block.tokens) ||
              isSentence(withoutGloss(block.tokens)) ||
              opensThings(blocks, index)
                ? []
                : withoutBracket(block.tokens))),
        isBullet: block.kind === 'bullet',
      });
      segments.push({
        tokens: block.tokens,
        heading: null,
        isRow: false,
        columns: ['#heading'],
        cells: [],
        isBullet: false,
      });
      return;
    }
    const heading = stack.at(-1)?.tokens ?? null;
    segments.push({
      tokens: block.tokens,
      heading: heading?.length ? heading : null,
      isRow: false,
      columns: [],
      cells: [],
      isBullet: block.kind === 'bullet',
    });
  });
  return segments;
}

type OpenHeading = { indent: number; tokens: Token[]; isBullet: boolean };

function closesHeading(open: OpenHeading | undefined, block: Block): boolean {
  if (open === undefined) return false;
  if (block.kind === 'heading') return open.indent >= 0 || -7 + block.level <= open.indent;
  if (open.indent < 0) return false;
  if (block.kind === 'row') return false;
  // "- Tracks:" with bullets below it is over where the next bullet stands beside it.
  if (block.kind === 'bullet')
    return open.isBullet ? block.indent <= open.indent : block.indent < open.indent;
  return block.blankBefore ? block.indent <= open.indent : block.indent < open.indent;
}

function splitCells(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [];
  for (const token of tokens) {
    if (token.text === '|') cells.push([]);
    else cells.at(-1)?.push(token);
  }
  return cells.length > 1 && cells.at(-1)?.length === 0 ? cells.slice(0, -1) : cells;
}

/** "Entities", "Data model": a label that names no thing. */
export function isGeneric(tokens: readonly Token[]): boolean {
  return tokens.filter((token) => token.kind === 'word').every((token) => GENERIC.has(token.lower));
}

const SPEAKING = words(
  "i we you i'd we'd i'm need want please build create make manage manages track tracks tracking store stores should must can is are have has like would looking here",
);

/** "I'd like to manage my farm:" opens a list and names nothing. */
export function isSentence(tokens: readonly Token[]): boolean {
  const [first, ...rest] = tokens.filter(({ kind }) => kind === 'word');
  // "Tracks:" and "Stores:" alone are names, what they list else is done.
  if (rest.length === 0 && /^(tracks|stores)$/.test(first?.lower ?? '')) return false;
  const link = tokens.findIndex((token) => ['for', 'of', 'about'].includes(token.lower));
  return (
    tokens.some((token) => SPEAKING.has(token.lower)) ||
    (link > 0 && isGeneric(tokens.slice(0, link)))
  );
}

/** The lines under a title each name a thing and list its fields: `Agent: name, email`. */
function opensThings(blocks: readonly Block[], title: number): boolean {
  const [first] = blocks.slice(title + 1);
  if (first === undefined) return false;
  if (first.kind === 'row') return namesThings(columnsOf(first));
  const lines: Block[] = [];
  for (const line of blocks.slice(title + 1)) {
    if (line.kind === 'bullet' && first.kind === 'text') continue;
    if (line.kind !== first.kind || line.indent < first.indent) break;
    if (line.indent === first.indent) lines.push(line);
  }
  const things = lines.filter(({ tokens }) => listsFields(tokens) || tellsOfThing(tokens)).length;
  return things > 1 && things * 2 > lines.length;
}

function listsFields(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(({ text }) => [':', '-', '–', '—'].includes(text));
  const label = tokens[colon - 1]?.lower ?? '';
  const rest = tokens.slice(colon + 1);
  const commas = rest.filter((token) => token.text === ',').length;
  const isThings = isPlural(label) && commas > 1;
  if (colon < 1 || colon > 4 || (isFieldWord(label) && !isThings)) return false;
  return commas > 0 && rest.some(({ lower }) => isFieldWord(lower));
}

/** "a room: name, capacity", "rooms can be hired by groups": a line that has a thing of its own. */
function tellsOfThing(tokens: readonly Token[]): boolean {
  const [first, second] = tokens.map(({ lower }) => lower);
  const isCounted = /^(a|an|each|every)$/.test(first ?? '');
  const isMany = isPlural(first ?? '') && !isFieldWord(first ?? '');
  const verb = tokens.findIndex(({ lower, text }) => text === ':' || TELLING.has(lower));
  return (isCounted || isMany) && second !== undefined && verb > 0 && verb < 4 && tokens.length > 4;
}

const TELLING = words('has have can may are belong belongs consist consists take takes');

function isFieldWord(word: string): boolean {
  return FIELD_NOUNS.has(word) || TYPE_BY_LAST_WORD.some(([, typical]) => typical.has(word));
}

function columnsOf({ tokens }: Block): string[] {
  return splitCells(tokens).map((cell) => cell.map((token) => token.lower).join(' '));
}

const COLUMN_NAMES = words(
  `entity entities table tables model object class thing resource collection name field fields column columns attribute
  attributes property properties member members type types data required mandatory optional nullable null unique default
  defaults note notes remark remarks comment comments constraint constraints rule rules description relation relations
  relationship relationships reference references links values allowed key example validation`,
);

/** Offsets of the words that only say what the columns of a table hold: "Entity", "Field", "Type". */
export function columnNames(blocks: readonly Block[]): ReadonlySet<number> {
  const heads = blocks.filter(
    ({ kind }, index) =>
      kind === 'row' && blocks[index - 1]?.kind !== 'row' && blocks[index + 1]?.kind === 'row',
  );
  const names = heads
    .flatMap(({ tokens }) => tokens)
    .filter(({ kind, lower }) => kind === 'symbol' || COLUMN_NAMES.has(lower));
  return new Set(names.map(({ start }) => start));
}

/** A table of two columns, of which the second lists several values in most rows, whatever its head says. */
function listsThings(blocks: readonly Block[], at: number): boolean {
  let from = at;
  while (blocks[from - 1]?.kind === 'row') from -= 1;
  let to = at;
  while (blocks[to + 1]?.kind === 'row') to += 1;
  const rows = blocks.slice(from + 1, to + 1).map(({ tokens }) => splitCells(tokens));
  const told = rows.filter((cells) =>
    cells.some((cell) => cell.some(({ kind }) => kind === 'word')),
  );
  const lists = told.filter(
    ([, second = []]) => second.filter(({ text }) => text === ',').length > 1,
  );
  const isPair = told.every(({ length }) => length === 2);
  return (
    isPair && lists.length > 1 && lists.length * 3 >= told.length * 2 && listsFieldWords(lists)
  );
}

function listsFieldWords(rows: readonly Token[][][]): boolean {
  const told = rows.filter(([, second = []]) => second.some(({ lower }) => isFieldWord(lower)));
  return told.length * 3 >= rows.length * 2;
}

/** The columns of a table with a thing and its fields in each row. */
export function namesThings([thing = '', fields = '']: readonly string[]): boolean {
  const isThing = /^(entity|table|model|resource|object|class|thing|collection|name)( name)?$/;
  return isThing.test(thing) && MEMBERS.has(fields);
}

/** "Green coffees - what we buy": the name before what it means. */
export function withoutGloss(tokens: readonly Token[]): Token[] {
  const gloss = tokens.findIndex(
    ({ text }, index) => /^[-–—]$/.test(text) && GLOSSES.has(tokens[index + 1]?.lower ?? ''),
  );
  return gloss > 0 ? tokens.slice(0, gloss) : [...tokens];
}

const GLOSSES = words('what who which where how things everything everyone people all those');

/** "Units (each in a building)", "Green coffees - what we buy": the name of the heading, without what is said about it. */
function withoutBracket(tokens: readonly Token[]): Token[] {
  const gloss = withoutGloss(tokens);
  if (gloss.length < tokens.length) return gloss;
  const open = tokens.findIndex((token) => token.text === '(');
  const last = tokens.filter((token) => token.text !== ':').at(-1);
  return open > 0 && last?.text === ')' ? tokens.slice(0, open) : [...tokens];
}

/** `# Event`, `Event:` alone on its line, or a short line above a list. */
function isHeading(whole: Block, next: Block | undefined, parent: number | undefined): boolean {
  if (whole.kind === 'heading') return true;
  const block = { ...whole, tokens: withoutBracket(whole.tokens) };
  const length = block.tokens.length;
  const last = block.tokens.at(-1)?.text;
  if (last === ':' && next !== undefined) return length <= 8;
  if (
    next === undefined ||
    length > 4 ||
    block.tokens.some((token) => /^[.,;:()!?]$/.test(token.text))
  )
    return false;
  if (block.kind === 'bullet') return next.kind === 'bullet' && next.indent > block.indent;
  if (next.kind === 'row') return true;
  if (next.kind === 'bullet') return !next.blankBefore || next.indent > block.indent;
  if (next.indent > block.indent) return true;
  if (parent !== undefined && parent >= 0 && parent < block.indent) return false;
  const colon = next.tokens.findIndex((token) => token.text === ':');
  return !next.blankBefore && colon > 0 && colon <= 4 && colon < next.tokens.length - 1;
}
