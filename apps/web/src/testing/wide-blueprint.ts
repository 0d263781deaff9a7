import type { Blueprint } from '#lib/blueprint.ts';

const RINGS = 20;
const IN_RING = 5;

/** As many entities as a blueprint may have, each joined to the next of its ring by many to many: 200 tables. */
export function wideBlueprint(): Blueprint {
  const entities = Array.from({ length: RINGS * IN_RING }, (_, index) => entityAt(index));
  return { version: 1, name: 'wide', title: 'Wide', description: 'A wide model', entities };
}

function entityAt(index: number): Blueprint['entities'][number] {
  const ring = index - (index % IN_RING);
  const next = ring + ((index + 1) % IN_RING);
  const last = ring + ((index + IN_RING - 1) % IN_RING);
  const relation = { kind: 'many-to-many', required: false } as const;
  return {
    name: `Thing${index}`,
    plural: `Thing${index}s`,
    fields: [
      { name: 'title', type: 'string', required: true, unique: true },
      { name: 'amount', type: 'money', required: true, unique: false },
      { name: 'note', type: 'text', required: false, unique: false },
    ],
    relations: [
      { ...relation, target: `Thing${next}`, name: `next${index}`, inverse: `next${index}Of` },
      { ...relation, target: `Thing${last}`, name: `next${last}Of`, inverse: `next${last}` },
    ],
  };
}
