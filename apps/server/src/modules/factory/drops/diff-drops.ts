import type { DropDiff } from '@quantumlayer/contracts';
import { diffFiles } from './diff-files.ts';
import { DropsNotComparable } from './domain/drop-errors.ts';
import { type FileSet, takeFilesOut } from './domain/file-set.ts';
import { type JsonChange, listJsonChanges } from './domain/json-changes.ts';

/** Bytes of a drop with the media type that says how to read them. */
export type DropContent = { mediaType: string; content: Buffer };

type Differences = Pick<DropDiff, 'changes' | 'files' | 'truncated'>;

const LIMITS = { contentBytes: 16 * 1024 * 1024, changes: 1_000, valueCharacters: 2_000 };

/** JSON is compared by structure and its files by line, text by line. Throws `DropsNotComparable` for anything else. */
export function diffDrops(from: DropContent, to: DropContent): Differences {
  if (from.mediaType !== to.mediaType) {
    throw new DropsNotComparable(`one is ${from.mediaType}, the other ${to.mediaType}`);
  }
  if (Math.max(from.content.length, to.content.length) > LIMITS.contentBytes) {
    throw new DropsNotComparable(`one is larger than ${LIMITS.contentBytes} bytes`);
  }
  if (/^application\/(.+\+)?json\b/.test(from.mediaType)) return diffDocuments(from, to);
  if (!from.mediaType.startsWith('text/'))
    throw new DropsNotComparable('they are neither JSON nor text');
  const asFile = ({ content }: DropContent): FileSet => new Map([['content', content.toString()]]);
  return { changes: [], ...diffFiles(asFile(from), asFile(to)) };
}

function diffDocuments(from: DropContent, to: DropContent): Differences {
  const files = { before: new Map<string, string>(), after: new Map<string, string>() };
  const before = takeFilesOut(JSON.parse(from.content.toString()), files.before);
  const after = takeFilesOut(JSON.parse(to.content.toString()), files.after);
  const changes: DropDiff['changes'] = [];
  let truncated = false;
  for (const change of listJsonChanges(before, after)) {
    if (changes.length === LIMITS.changes) {
      truncated = true;
      break;
    }
    const shown = showChange(change);
    truncated ||= shown.isShortened;
    changes.push(shown.change);
  }
  const compared = diffFiles(files.before, files.after);
  return { changes, files: compared.files, truncated: truncated || compared.truncated };
}

function showChange({ path, kind, before, after }: JsonChange) {
  const [left, right] = [showValue(before), showValue(after)];
  return {
    change: { path, kind, before: left.text, after: right.text },
    isShortened: left.isShortened || right.isShortened,
  };
}

function showValue(value: unknown): { text: string | null; isShortened: boolean } {
  if (value === undefined) return { text: null, isShortened: false };
  const text = JSON.stringify(value);
  const isShortened = text.length > LIMITS.valueCharacters;
  return { text: isShortened ? `${text.slice(0, LIMITS.valueCharacters)}…` : text, isShortened };
}
