import type { Blueprint, Remark } from '@quantumlayer/contracts';
import {
  fillQuestion,
  optionalRemark,
  ownerQuestion,
  relationQuestion,
} from '../follow-up/remarks.ts';

/** What a follow-up asks about rows that are there; an app that is made of a document has none yet. */
const ABOUT_ROWS = [fillQuestion, relationQuestion, ownerQuestion];

const isSame = (remark: Remark, other: Remark) =>
  remark.path === other.path && remark.text === other.text;

/** What a follow-up made optional for the sake of rows that are there is required; what it asks about them is not asked. */
export function withoutRows(
  blueprint: Blueprint,
  remarks: readonly Remark[],
): { blueprint: Blueprint; remarks: Remark[] } {
  const next = structuredClone(blueprint);
  const kept = remarks.filter((remark) => {
    const [entity = '', member = ''] = remark.path.split('.');
    if (ABOUT_ROWS.some((make) => isSame(remark, make(entity, member)))) return false;
    if (!isSame(remark, optionalRemark(entity, member))) return true;
    const found = next.entities.find(({ name }) => name === entity);
    for (const each of [...(found?.fields ?? []), ...(found?.relations ?? [])])
      if (each.name === member) each.required = true;
    return false;
  });
  return { blueprint: next, remarks: kept };
}
