import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ALL_ROUTES } from './all-routes.ts';
import { createOpenApi } from './open-api.ts';

const operationSchema = z.looseObject({
  operationId: z.string(),
  parameters: z.array(
    z.looseObject({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.json() }),
  ),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ get: operationSchema.partial({ parameters: true }) })),
  components: z.looseObject({ schemas: z.record(z.string(), z.json()) }),
});
const text = JSON.stringify(createOpenApi());
const { paths, components } = documentSchema.parse(JSON.parse(text));

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  const broken = await new Validator().validate({ ...JSON.parse(text), paths: { '/runs': { get: 1 } } });
  expect(broken.valid).toBe(false);
});

test('every route is in it, with its parameters, and so is what is no question to the index', () => {
  const others = ['/openapi.json', '/changes'];
  expect(Object.keys(paths).sort()).toEqual([...ALL_ROUTES.map(({ path }) => path), ...others].sort());
  for (const { path, operationId, pathParams, queryParams } of ALL_ROUTES) {
    const get = paths[path]?.get;
    expect(get?.operationId).toBe(operationId);
    expect(get?.parameters?.map(({ name }) => name)).toEqual([
      ...Object.keys(pathParams),
      ...Object.keys(queryParams),
    ]);
    expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(Object.keys(pathParams));
  }
});

test('numbers are numbers with their bounds, and what may be left out says so', () => {
  const limit = paths['/runs']?.get.parameters?.find(({ name }) => name === 'limit');
  expect(limit).toMatchObject({
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  });
  const tick = paths['/compare/ticks']?.get.parameters?.find(({ name }) => name === 'tick');
  expect(tick).toMatchObject({ required: true, schema: { type: 'integer' } });
});

test('every reference leads to a schema, and a client may be given more than it knows', () => {
  const refs = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, id]) => id ?? '');
  expect(refs.filter((id) => components.schemas[id] === undefined)).toEqual([]);
  expect(new Set(refs)).toEqual(new Set(Object.keys(components.schemas)));
  expect(text).not.toContain('"additionalProperties":false');
});
