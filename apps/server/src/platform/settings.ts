import { z } from 'zod';

export type Setting = { name: string; preset: string; values: string; description: string };

/** Every setting with its default and what it may be, read from the schema itself. */
export function listSettings(schema: z.ZodObject): Setting[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    if (typeof property !== 'object') throw new Error(`${name} has no schema`);
    const preset = property.default === undefined ? '' : String(property.default);
    return { name, preset, values: valuesOf(property), description: property.description ?? '' };
  });
}

type Property = { enum?: unknown[]; type?: string | string[]; minimum?: number; maximum?: number };

function valuesOf({ enum: members, type, minimum, maximum }: Property): string {
  if (members !== undefined) return members.join(' | ');
  if (type === 'integer') return `${minimum} to ${maximum}`;
  return type === 'boolean' ? 'true | false' : 'text';
}
