import type { z } from 'zod';

/** One field that a schema names, as forms name it, and values it would take, as far as the schema says. */
export interface SchemaField {
  name: string;
  /** Words of an enumeration or a literal; empty where anything goes. */
  words: string[];
  isNumber: boolean;
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  innerType?: z.ZodType;
  element?: z.ZodType;
  in?: z.ZodType;
  values?: unknown[];
  entries?: Record<string, string>;
}

/** The fields of each form that a schema takes: several when it is a choice between forms. */
export function formsOf(schema: z.ZodType): SchemaField[][] {
  const { type, shape, options, innerType, in: before } = definitionOf(schema);
  if (type === 'union') return (options ?? []).flatMap(formsOf);
  if (type === 'object') return [Object.entries(shape ?? {}).flatMap(([name, field]) => fieldsOf(name, field))];
  const inside = innerType ?? before;
  if (!inside) throw new Error(`A form is no ${type}.`);
  return formsOf(inside);
}

function fieldsOf(name: string, schema: z.ZodType): SchemaField[] {
  const { type, shape, innerType, element, in: before, values, entries } = definitionOf(schema);
  if (shape) return Object.entries(shape).flatMap(([inner, field]) => fieldsOf(`${name}.${inner}`, field));
  if (element) return isFlat(element) ? fieldsOf(name, element) : fieldsOf(`${name}[0]`, element);
  const inside = innerType ?? before;
  if (inside) return fieldsOf(name, inside);
  return [{ name, words: (values ?? Object.values(entries ?? {})).map(String), isNumber: type === 'number' }];
}

function isFlat(schema: z.ZodType): boolean {
  const { shape, innerType, in: before } = definitionOf(schema);
  const inside = innerType ?? before;
  return shape === undefined && (inside === undefined || isFlat(inside));
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}
