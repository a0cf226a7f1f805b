import { z } from 'zod';

/**
 * Text from outside that may enter canonical JSON, which has no form for a lone surrogate.
 *
 * Source: RFC 8785, section 3.2.2.2.
 */
export const wellFormedText = z
  .string()
  .refine((text) => text.isWellFormed(), { error: 'must be well-formed Unicode' });
