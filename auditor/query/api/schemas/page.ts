import { z } from 'zod';
import { components, list } from './mirror.ts';

/** A page of a list under a name of its own. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  const schema = z.strictObject({
    items: list(item),
    nextCursor: z
      .string()
      .exactOptional()
      .describe('Hand it back as `cursor`. Absent: this is the last page.'),
  });
  components.add(schema, { id });
  return schema;
}
