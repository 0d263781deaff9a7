import { say, sayField, sayMany, upper } from '../answers.ts';
import type { Qualities } from '../grammar/statements.ts';
import type { Edit } from './edit.ts';
import type { ValuePlace } from './instruction.ts';

/** An edit as a sentence that is read as just that edit. */
export function sayEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'drop': {
      const { entity, member } = edit.place;
      const what = member === null ? `the table ${sayMany(entity)}` : sayField(entity, member);
      return `Drop ${what}.`;
    }
    case 'rename': {
      const { entity, member } = edit.place;
      const what = member === null ? `the table ${say(entity)}` : sayField(entity, member);
      return `Rename ${what} to ${say(edit.to)}.`;
    }
    case 'name-app':
      return `Rename the app to ${edit.words.join(' ')}.`;
    case 'add-role':
      return `Add the role ${say(edit.name)}.`;
    case 'no-people':
      return 'Remove sign-in.';
    case 'sign-up':
      return `${edit.to === 'open' ? 'Allow' : 'Disable'} sign-up.`;
    case 'describe':
      return edit.lacks.length > 0
        ? `Remove the ${LACKS[edit.lacks[0] ?? 'bounds']} of ${sayField(edit.entity, edit.field)}.`
        : `${upper(sayField(edit.entity, edit.field))} is ${sayQualities(edit.qualities)}.`;
    case 'relate':
      return `${upper(sayField(edit.entity, edit.relation))} is ${edit.required ? 'required' : 'optional'}.`;
    case 'values': {
      const what = sayField(edit.entity, edit.field);
      return edit.added.length > 0
        ? `Add ${edit.added.join(' and ')} to ${what}${sayPlace(edit.beside)}.`
        : `Remove ${edit.removed.join(' and ')} from ${what}.`;
    }
    case 'default':
      return `${upper(sayField(edit.entity, edit.field))} defaults to ${edit.value}.`;
    case 'fill':
      return sayFill(edit.entity, edit.field, String(edit.value));
  }
}

function sayPlace(place: ValuePlace | undefined): string {
  return place === undefined ? '' : ` ${place.side} ${place.value}`;
}

const LACKS = { unique: 'unique constraint', default: 'default', bounds: 'limits' } as const;

/** What the rows get that are there already. */
export function sayFill(entity: string, field: string, value: string): string {
  return `For existing ${sayMany(entity)} the ${say(field)} is ${value}.`;
}

function sayQualities(qualities: Qualities): string {
  const { type, values, min, max, above, below, minLength, maxLength } = qualities;
  const said = [
    ...(type === undefined ? [] : [`a ${type}`]),
    ...(values === undefined ? [] : [`one of ${values.join(', ')}`]),
    ...(qualities.optional ? ['optional'] : []),
    ...(qualities.required ? ['required'] : []),
    ...(qualities.unique ? ['unique'] : []),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(above === undefined ? [] : [`more than ${above}`]),
    ...(below === undefined ? [] : [`less than ${below}`]),
    ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
  ];
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
