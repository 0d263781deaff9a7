import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { ordinary } from './common.ts';

/** A place on the globe in degrees: two doubles, so that it comes back as it was given. */
export function geoPointKind(field: Field, path: string): FieldKind {
  if (field.unique) throw new BlueprintUnsound(path, 'a geo-point cannot be unique');
  if (field.default !== undefined) throw new BlueprintUnsound(path, 'a geo-point has no default');
  return {
    ...ordinary,
    module: 'geo-point',
    imports: ['circle', 'geoPoint'],
    schema: 'geoPoint()',
    output: null,
    query: 'circle()',
    columnModule: 'geo-point',
    builder: 'pointColumn',
    sqlType: 'point',
    check: (column) => `${column}[0] between -180 and 180 and ${column}[1] between -90 and 90`,
    filter: 'near',
    sortable: false,
    sample: '{ latitude: (n % 181) - 90, longitude: (n % 361) - 180 }',
    invalid: [
      { what: 'text', value: "'51.5,-0.12'" },
      { what: 'no longitude', value: '{ latitude: 51.5 }' },
      { what: 'beyond a pole', value: '{ latitude: 90.1, longitude: 0 }' },
      { what: 'beyond half of the globe', value: '{ latitude: 0, longitude: -180.5 }' },
    ],
  };
}
