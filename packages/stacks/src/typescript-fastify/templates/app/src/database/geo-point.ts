import { sql } from 'drizzle-orm';
import { customType, type PgColumn } from 'drizzle-orm/pg-core';
import type { Filter } from './filters.ts';

type GeoPoint = { latitude: number; longitude: number };

/** A place in degrees, kept as a point with the longitude first; drivers give it as text or as numbers. */
export const pointColumn = customType<{
  data: GeoPoint;
  driverData: string | { x: number; y: number };
}>({
  dataType: () => 'point',
  toDriver: ({ latitude, longitude }) => `(${longitude},${latitude})`,
  fromDriver: (value) => {
    const { x, y } = typeof value === 'string' ? JSON.parse(asJson(value)) : value;
    return { latitude: y, longitude: x };
  },
});

const asJson = (point: string) => point.replace(/^\((.*),(.*)\)$/, '{"x":$1,"y":$2}');

/** Mean diameter of the earth in kilometres. */
const DIAMETER = 12_742.0176;

/** True for what is no farther than so many kilometres from a place, along the surface (haversine). */
export const near =
  (column: PgColumn): Filter =>
  (value) => {
    const [latitude, longitude, kilometres] = String(value).split(',').map(Number);
    const north = sql`power(sin(radians(${column}[1] - ${latitude}) / 2), 2)`;
    const east = sql`power(sin(radians(${column}[0] - ${longitude}) / 2), 2)`;
    const narrowing = sql`cos(radians(${latitude})) * cos(radians(${column}[1]))`;
    const half = sql`least(1, sqrt(${north} + ${narrowing} * ${east}))`;
    return sql`${DIAMETER} * asin(${half}) <= ${kilometres}`;
  };
