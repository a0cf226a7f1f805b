import { z } from 'zod';
import type { Answer, AnswerSection, AnswerTable, Statement } from '../../../model/answer.ts';
import type { ExplainedTick } from '../../explain-tick.ts';
import { citationSchema } from './citation.ts';
import { list, mirror } from './mirror.ts';
import { tickSummarySchema } from './tick-summary.ts';

const statementSchema = mirror<Statement>()(
  'Statement',
  z.strictObject({
    text: z.string(),
    quote: z
      .string()
      .exactOptional()
      .describe('Words of a model or of a stranger: a quotation, never a fact.'),
    citations: list(citationSchema),
  }),
);

const tableSchema = mirror<AnswerTable>()(
  'AnswerTable',
  z.strictObject({
    columns: list(z.string()),
    rows: list(
      z.strictObject({
        cells: list(z.string()),
        tone: z.enum(['neutral', 'good', 'warn', 'bad']),
        citations: list(citationSchema),
      }),
    ),
  }),
);

const sectionSchema = mirror<AnswerSection>()(
  'AnswerSection',
  z.strictObject({
    id: z.string(),
    title: z.string(),
    statements: list(statementSchema),
    table: tableSchema.exactOptional(),
  }),
);

export const answerSchema = mirror<Answer>()(
  'Answer',
  z.strictObject({ headline: list(statementSchema), sections: list(sectionSchema) }),
);

export const explainedTickSchema = mirror<ExplainedTick>()(
  'ExplainedTick',
  z.strictObject({
    question: z.string(),
    workflowId: z.string(),
    runId: z.string(),
    summary: tickSummarySchema,
    answer: answerSchema,
  }),
);
