import type {
  Blueprint,
  Document,
  DocumentAccount,
  DocumentFormat,
  DocumentPart,
  OutOfScope,
  Remark,
} from '@quantumlayer/contracts';
import { checkBlueprint } from '../check-blueprint.ts';
import { assemble } from './assemble/assemble.ts';
import { type Lines, shorten } from './lines.ts';
import type { SourceModel } from './source-model.ts';

/** How a document was read. */
export type DocumentReading = Omit<DocumentAccount, 'name'> & {
  name: string | null;
  blueprint: Blueprint;
  assumptions: Remark[];
  questions: Remark[];
};

const MOST_REMARKS = 1_000;
const MOST_CHARACTERS = 400;

/** The reading of a model that was found in a document; its blueprint keeps every rule of blueprints. */
export function finishReading(
  model: SourceModel,
  { name = null, format, lines }: { name?: string | null; format: DocumentFormat; lines: Lines },
): DocumentReading {
  const { blueprint, became, assumptions, questions } = assemble(model, { name, format });
  const checked = checkBlueprint(blueprint);
  if (!checked.ok) {
    const first = checked.problems[0];
    throw new Error(`A document became an unsound blueprint: ${first?.path}: ${first?.message}`);
  }
  const parts = new Map<number, DocumentPart>();
  for (const { line, path, meaning } of became) {
    const part = parts.get(line) ?? { line, text: lines.textOf(line), became: [] };
    part.became.push({ path, meaning });
    parts.set(line, part);
  }
  const remark = ({ path, text }: { path: string; text: string }): Remark => ({
    path,
    text: shorten(text, MOST_CHARACTERS),
    answers: [],
  });
  return {
    name,
    format,
    blueprint: checked.blueprint,
    became: [...parts.values()],
    outOfScope: leftOut(model.notes.outOfScope),
    assumptions: atMost(assumptions.map(remark), (count) => ({
      path: '',
      text: `${count} more things were assumed than are shown here.`,
      answers: [],
    })),
    questions: atMost(questions.map(remark), (count) => ({
      path: '',
      text: `${count} more questions are open than are shown here.`,
      answers: [],
    })),
  };
}

function leftOut(outOfScope: readonly OutOfScope[]): OutOfScope[] {
  const sorted = outOfScope
    .map(({ what, line, why }) => ({ what: shorten(what, MOST_CHARACTERS), line, why }))
    .sort((a, b) => a.line - b.line);
  return atMost(sorted, (count) => ({
    what: `${count} more things`,
    line: sorted[MOST_REMARKS - 1]?.line ?? 1,
    why: `Only the first ${MOST_REMARKS - 1} things that are left out are listed.`,
  }));
}

/** So many that a person could still read them; how many others there are is said, not hidden. */
function atMost<T>(all: readonly T[], more: (count: number) => T): T[] {
  if (all.length <= MOST_REMARKS) return [...all];
  return [...all.slice(0, MOST_REMARKS - 1), more(all.length - MOST_REMARKS + 1)];
}

export type NamedDocument = Pick<Document, 'name' | 'text' | 'format'>;
