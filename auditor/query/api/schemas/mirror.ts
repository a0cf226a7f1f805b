import { z } from 'zod';

/** Names under which schemas stand in the OpenAPI document. */
export const components = z.registry<{ readonly id: string }>();

type KeysOf<Value> = Value extends unknown ? keyof Value : never;
type Missing<Model, Schema extends z.ZodType> = Exclude<KeysOf<Model>, KeysOf<z.output<Schema>>>;

/**
 * A schema that says exactly what a type of the model says, under the type's name.
 *
 * The compiler refuses a schema whose values are not of the type, and one that leaves a member out. That values of the type fit the
 * schema is shown where a route answers with one.
 */
export const mirror =
  <Model>() =>
  <Schema extends z.ZodType<Model>>(
    id: string,
    schema: Schema,
    ..._missing: [Missing<Model, Schema>] extends [never] ? [] : [missing: Missing<Model, Schema>]
  ): Schema => {
    components.add(schema, { id });
    return schema;
  };

/** An array as the model has it. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
