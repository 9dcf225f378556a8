import { customType, integer, text } from 'drizzle-orm/sqlite-core';

/**
 * The vocabulary of columns. Schema files take every column from here, so that a second engine is a second
 * version of this one file and not a second schema.
 */

/** Never given out twice, even after the newest row was deleted: an article's id is its public address. */
export const identity = () => integer('id').primaryKey({ autoIncrement: true });

export const reference = (name: string) => integer(name);

export const words = (name: string) => text(name);

export const choice = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  text(name, { enum: values });

export const count = (name: string) => integer(name);

export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** A point in time, UTC, millisecond precision; a Date in code. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** A calendar day in Beijing time as its number since 1970-01-01, see lib/dates.ts. */
export const dayNumber = (name: string) => integer(name);

/** A JSON document; what its shape is, the schema of its owner says (zod), before it is written. */
export const json = <Shape>(name: string) =>
  customType<{ data: Shape; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => JSON.parse(stored) as Shape,
  })(name);
