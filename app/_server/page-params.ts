import { notFound } from 'next/navigation';
import { z } from 'zod';

type AddressPart = Readonly<Record<string, string | string[] | undefined>>;

/** What Next hands to a page. */
export type PageInput = {
  readonly params: Promise<AddressPart>;
  readonly searchParams: Promise<AddressPart>;
};

/**
 * The parameters of a page, decoded and checked: Next hands them to pages as they stand in the address.
 * What does not fit is a page that does not exist.
 */
export async function readParams<Shape extends z.ZodRawShape>(
  params: Promise<AddressPart>,
  shape: Shape,
): Promise<z.infer<z.ZodObject<Shape>>> {
  const decoded = Object.entries(await params).map(([name, value]) => [name, decodeAll(value)]);
  const parsed = z.object(shape).safeParse(Object.fromEntries(decoded));
  if (!parsed.success) notFound();
  return parsed.data;
}

/** The query of a page. Fields that may be wrong say so in the schema (`.optional().catch(undefined)`): a bad link still opens its page. */
export async function readQuery<Schema extends z.ZodType>(
  query: Promise<AddressPart>,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await query);
}

function decodeAll(value: string | string[] | undefined): unknown {
  if (typeof value !== 'string') return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
