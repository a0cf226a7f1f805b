import { notFound } from 'next/navigation';
import { z } from 'zod';

/**
 * The parameters of a page, decoded and checked: Next hands them to pages as they stand in the address.
 * What does not fit is a page that does not exist.
 */
export async function readParams<Shape extends z.ZodRawShape>(
  params: Promise<Readonly<Record<string, string | string[] | undefined>>>,
  shape: Shape,
): Promise<z.infer<z.ZodObject<Shape>>> {
  const decoded = Object.entries(await params).map(([name, value]) => [name, decodeAll(value)]);
  const parsed = z.object(shape).safeParse(Object.fromEntries(decoded));
  if (!parsed.success) notFound();
  return parsed.data;
}

/** The query of a page; what does not fit is left out. */
export async function readQuery<Shape extends z.ZodRawShape>(
  query: Promise<Readonly<Record<string, string | string[] | undefined>>>,
  shape: Shape,
): Promise<Partial<z.infer<z.ZodObject<Shape>>>> {
  const given = await query;
  const kept: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const parsed = z.safeParse(schema, given[name]);
    if (parsed.success && parsed.data !== undefined) kept[name] = parsed.data;
  }
  return z.object(shape).partial().parse(kept);
}

function decodeAll(value: string | string[] | undefined): unknown {
  if (typeof value !== 'string') return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
