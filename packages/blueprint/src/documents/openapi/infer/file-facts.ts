import type { Flat } from '../flatten.ts';
import { plain } from '../words.ts';
import { addMember, type Draft } from './draft.ts';

/** Name, type and size of the file that a record holds. */
export function addFileFact(
  draft: Draft,
  { name, schema }: { name: string; schema: Flat },
): boolean {
  const file = [...draft.members.values()].find(({ kind }) => kind === 'file');
  if (file === undefined) return false;
  const own = plain(name);
  if (
    /^(file|original|original_?file)?(name|filename)$|^filename$|^originalname$/.test(own) &&
    schema.type === 'string'
  )
    return addFact(draft, name, { kind: 'text', fact: 'name', of: file.name });
  if (/^(mime|content|media|file)type$|^mimetype$/.test(own) && schema.type === 'string')
    return addFact(draft, name, { kind: 'text', fact: 'type', of: file.name });
  if (
    /^(file)?(size|bytes|length|sizebytes|sizeinbytes|contentlength)$/.test(own) &&
    schema.type === 'integer'
  )
    return addFact(draft, name, { kind: 'integer', fact: 'size', of: file.name });
  if (own === `has${plain(file.name)}` && schema.type === 'boolean') {
    addMember(draft, name, {
      kind: 'boolean',
      nullable: false,
      default: false,
      file: { of: file.name, fact: 'present' },
    });
    return true;
  }
  return false;
}

function addFact(
  draft: Draft,
  name: string,
  { kind, fact, of }: { kind: 'text' | 'integer'; fact: 'name' | 'type' | 'size'; of: string },
): boolean {
  addMember(draft, name, { kind, nullable: false, file: { of, fact } });
  return true;
}
