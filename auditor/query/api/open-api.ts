import { z } from 'zod';
import { ALL_ROUTES } from './all-routes.ts';
import { API_BASE } from './find-route.ts';
import { PROBLEM_TYPE, type Problem } from './problem.ts';
import type { Route } from './route.ts';
import { components, mirror } from './schemas/mirror.ts';

/** A part of the document: JSON by construction. */
type Part = { readonly [key: string]: unknown };

const REF = '#/components/schemas/';

mirror<Problem>()(
  'Problem',
  z.strictObject({
    type: z.string().describe('urn:tickscope:error:<code>'),
    code: z.string().describe('One of docs/errors.md, or `unexpected`.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, to what, and what to do next.'),
  }),
);

/** The OpenAPI 3.1 document of the query API, made of the schemas that the handlers use. */
export function createOpenApi(): Part {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tickscope query API',
      version: '1',
      summary: 'Reads what the index holds of runs, ticks, decisions and events. It changes nothing.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_BASE }],
    security: [],
    paths: { ...Object.fromEntries(ALL_ROUTES.map(toPath)), ...OTHER_PATHS },
    components: { schemas: toSchemas(), responses: { Problem: PROBLEM } },
  };
}

const PROBLEM = {
  description: 'What went wrong, as RFC 9457 problem JSON.',
  content: { [PROBLEM_TYPE]: { schema: { $ref: `${REF}Problem` } } },
};

/** What is no question to the index. */
const OTHER_PATHS = {
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'This document.',
      responses: {
        200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  },
  '/changes': {
    get: {
      operationId: 'watchChanges',
      summary: 'Server-sent events: `change` whenever the index has grown.',
      responses: {
        200: { description: 'A stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  },
};

function toPath(route: Route): readonly [string, Part] {
  const get = {
    operationId: route.operationId,
    summary: route.summary,
    parameters: [...toParameters('path', route.pathParams), ...toParameters('query', route.queryParams)],
    responses: { 200: toAnswer(route), default: { $ref: '#/components/responses/Problem' } },
  };
  return [route.path, { get }];
}

function toAnswer(route: Route): Part {
  if (route.kind === 'download')
    return { description: 'A file.', content: { 'application/json': { schema: { type: 'string' } } } };
  const id = components.get(route.answer)?.id;
  if (id === undefined) throw new Error(`the answer of ${route.operationId} has no name`);
  return { description: route.summary, content: { 'application/json': { schema: { $ref: REF + id } } } };
}

function toParameters(place: 'path' | 'query', shape: z.ZodRawShape): readonly Part[] {
  return Object.entries(shape).map(([name, schema]) => {
    const { $schema: _, description, ...rest } = toJsonSchema(schema);
    return {
      name,
      in: place,
      required: !z.safeParse(schema, undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

/** What comes out of a parameter is what it means: a number, though an address holds text. */
const toJsonSchema = (schema: z.core.$ZodType): Part =>
  z.toJSONSchema(schema, { io: 'output', override: simplify });

/** An answer may get further members in a later version: a client must not refuse them. */
function simplify({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

function toSchemas(): Part {
  const { schemas } = z.toJSONSchema(components, {
    ...{ io: 'output', override: simplify, uri: (id) => REF + id },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
