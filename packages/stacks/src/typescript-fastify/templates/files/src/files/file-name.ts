import { EXTENSIONS, type MediaType } from './media-type.ts';

const LONGEST = 100;

/** A name without a path, without what a shell, a header or an eye takes for something else, and with the end of its type. */
export function fileName(wanted: string, type: MediaType): string {
  const last = wanted.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '').replace(/^[. ]+/, '');
  const stem = plain
    .replace(/\.[^.]*$/, '')
    .slice(0, LONGEST)
    .trim()
    .toWellFormed();
  return `${stem === '' ? 'file' : stem}.${EXTENSIONS[type]}`;
}
