import type { Right } from './statements.ts';

/** "Everybody except managers must not": only managers may. */
export function settleDenial(right: Right): Right {
  const { who, isDenied } = right;
  if (!isDenied || who.kind === 'roles' || who.except === undefined) return right;
  return { ...right, who: { kind: 'roles', nouns: who.except }, isOnly: true, isDenied: false };
}
