import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { REDACTED, redact } from './redact.ts';
import { createRedactions, DEFAULT_REDACTIONS, SECRET_NAMES } from './redactions.ts';

const redacted = (value: Json): Json => redact(value, DEFAULT_REDACTIONS);

test('secret names, however they are written', () => {
  const value = {
    Authorization: 'a',
    apiKey: 'b',
    'X-Api-Key': 'c',
    client_secret: { a: 1 },
    tokens: 5,
    n: [1],
  };
  expect(redacted(value)).toEqual({
    Authorization: REDACTED,
    apiKey: REDACTED,
    'X-Api-Key': REDACTED,
    client_secret: REDACTED,
    tokens: 5,
    n: [1],
  });
  expect(redacted({ token: null, password: false, secret: '' })).toEqual({
    token: null,
    password: false,
    secret: '',
  });
});

test("a model call's headers and provider options", () => {
  const call = {
    modelId: 'm',
    options: { headers: { a: 'x' }, prompt: [] },
    providerOptions: { p: { k: 1 } },
  };
  expect(redacted(call)).toEqual({
    modelId: 'm',
    options: { headers: REDACTED, prompt: [] },
    providerOptions: REDACTED,
  });
  expect(redacted({ headers: { accept: 'x' } })).toEqual({ headers: { accept: 'x' } });
});

test('JSON in a text', () => {
  const args = '{"symbol":"NVDA","api_key":"sesame","id":12345678901234567891}';
  expect(redacted([{ arguments: args }])).toEqual([
    { arguments: '{"symbol":"NVDA","api_key":"[redacted]","id":12345678901234567891}' },
  ]);
  expect(redacted('{"api_key": broken')).toBe('{"api_key": "[redacted]"');
});

test('configured names and pointers', () => {
  const rules = createRedactions({ names: ['iban'], pointers: ['/a/input/0/customer', '/*/input/1/a~1b'] });
  const event = {
    a: {
      input: [
        { customer: 'x', IBAN: 'y' },
        { 'a/b': 1, c: 2 },
      ],
    },
    b: { input: [{ customer: 'z' }] },
  };
  expect(redact(event, rules)).toEqual({
    a: {
      input: [
        { customer: REDACTED, IBAN: REDACTED },
        { 'a/b': REDACTED, c: 2 },
      ],
    },
    b: { input: [{ customer: 'z' }] },
  });
});

test('nothing found, nothing copied', () => {
  const value = { a: [{ b: '{"c":1}' }], __proto__: null };
  expect(redacted(value)).toBe(value);
  fc.assert(
    fc.property(fc.jsonValue(), (any) => {
      const json: Json = JSON.parse(JSON.stringify(any));
      if (!DEFAULT_REDACTIONS.mayHold(JSON.stringify(json))) expect(redacted(json)).toBe(json);
    }),
  );
});

test('a key __proto__ stays data, nesting without end ends', () => {
  const hostile: Json = JSON.parse('{"__proto__":{"token":"x"},"a":1}');
  expect(JSON.stringify(redacted(hostile))).toBe('{"__proto__":{"token":"[redacted]"},"a":1}');
  const deep: Json = JSON.parse(`${'{"a":'.repeat(5_000)}"sesame"${'}'.repeat(5_000)}`);
  expect(JSON.stringify(redacted(deep))).not.toContain('sesame');
});

test('no text under a secret name survives; twice is the same as once', () => {
  const name = fc.constantFrom(...SECRET_NAMES);
  const secret = fc.constantFrom('sesame-1', 'sesame-2').map((text): Json => ({ deep: [text] }));
  const value = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>(1, 'text', null),
      fc.array(tie('value')),
      fc.dictionary(fc.constantFrom('a', 'options', 'headers'), tie('value')),
      fc.tuple(name, secret).map(([key, hidden]): Json => ({ [key]: hidden })),
      fc.tuple(name, secret).map(([key, hidden]): Json => JSON.stringify({ [key]: hidden })),
    ),
  })).value;
  fc.assert(
    fc.property(value, (any) => {
      const once = redacted(any);
      expect(JSON.stringify(once)).not.toContain('sesame');
      expect(redacted(once)).toEqual(once);
    }),
  );
});

test('secrets in a text that is not JSON as a whole: server-sent events, two documents, a cut-off one', () => {
  const hidden = `"apiKey":"${REDACTED}"`;
  expect(redacted('data: {"apiKey":"s","n":1}\n\ndata: {"apiKey":"t"}')).toBe(
    `data: {${hidden},"n":1}\n\ndata: {${hidden}}`,
  );
  expect(redacted('{"apiKey":"s"} {"n":1}')).toBe(`{${hidden}} {"n":1}`);
  expect(redacted('{"n":1,"apiKey":"cut o')).toBe(`{"n":1,${hidden}`);
  expect(redacted('{"apiKey": 12, "rest": [')).toBe(`{"apiKey": "${REDACTED}", "rest": [`);
  const nested = `data: ${JSON.stringify({ arguments: '{"apiKey":"s"}', token: null })}`;
  expect(redacted(nested)).toBe(`data: ${JSON.stringify({ arguments: `{${hidden}}`, token: null })}`);
});

test('secrets in a text that is too long to be read as JSON', () => {
  const long = JSON.stringify({ apiKey: 'very-secret', filler: 'x'.repeat(2_000_001) });
  expect(redacted(long)).not.toContain('very-secret');
});

test('a text without members stays what it is, however many quotes it has', () => {
  const quotes = `${'"a" '.repeat(50_000)}token`;
  expect(redacted(quotes)).toBe(quotes);
});

test('a text of many megabytes', () => {
  const huge = JSON.stringify({ apiKey: 'very-secret', filler: 'x'.repeat(30_000_000) });
  expect(redacted(huge)).toBe(huge.replace('very-secret', REDACTED));
});

test('JSON that is escaped where it stands, objects and lists beside words', () => {
  expect(redacted('{\\"apiKey\\": \\"s\\", \\"n\\": 1}')).toBe(
    `{\\"apiKey\\": \\"${REDACTED}\\", \\"n\\": 1}`,
  );
  expect(redacted('failed: apiKey={"a":"s"}, retried')).toBe(`failed: apiKey="${REDACTED}", retried`);
  expect(redacted('token: ["s", "t"] was refused')).toBe(`token: "${REDACTED}" was refused`);
});

test('headers as pairs, and names that end as those of secrets do', () => {
  const value = {
    headers: [
      ['Authorization', 'Bearer s'],
      ['accept', '*/*'],
    ],
    list: [
      { name: 'cookie', value: 's' },
      { value: { text: 's' }, key: 'x-goog-api-key' },
    ],
    env: { OPENAI_API_KEY: 's' },
    kept: ['token', null],
  };
  expect(redacted(value)).toEqual({
    headers: [
      ['Authorization', REDACTED],
      ['accept', '*/*'],
    ],
    list: [
      { name: 'cookie', value: REDACTED },
      { value: REDACTED, key: 'x-goog-api-key' },
    ],
    env: { OPENAI_API_KEY: REDACTED },
    kept: ['token', null],
  });
  expect(redacted('OPENAI_API_KEY=s node')).toBe(`OPENAI_API_KEY=${REDACTED} node`);
});

/** How programs write a name and its secret. */
const SHAPES: readonly ((name: string, secret: string) => Json)[] = [
  (name, secret) => `${name}: Bearer ${secret}`,
  (name, secret) => `curl -H '${name}: Basic ${secret}' -H "${name}: ${secret}1" -v`,
  (name, secret) => `${name}: Digest a="b", c="${secret}", d=""\nHost: x`,
  (name, secret) => `GET https://h/?n=1&${name}=${secret}&m=2`,
  (name, secret) => `failed (${name}=${secret}), again`,
  (name, secret) => `{${name}=Bearer ${secret}, n=1}`,
  (name, secret) => `{'${name}': b'Bearer ${secret}', 'n': 1}`,
  (name, secret) => `{'${name}': SecretStr('${secret}'), 'n': f('x')}`,
  (name, secret) => `Client(${name}=SecretStr('${secret}'), n=1)`,
  (name, secret) => `[(b'${name}', b'Bearer ${secret}'), (b'n', b'1')]`,
  (name, secret) => ({ name, value: `Bearer ${secret}` }),
  (name, secret) => [name, `Bearer ${secret}`],
];

test('in none of these shapes a secret survives, in whatever text or value they stand; twice is the same as once', () => {
  const shape = fc.constantFrom(...SHAPES);
  const name = fc.constantFrom(
    'Authorization',
    'set-cookie',
    'api_key',
    'X-Api-Key',
    'password',
    'MY_API_KEY',
  );
  const secret = fc.stringMatching(/^sesame[\w.+/=~-]{0,20}$/);
  const written = fc.tuple(shape, name, secret).map(([write, ...known]) => write(...known));
  const texts: readonly ((value: Json) => Json)[] = [
    (value) => value,
    (value) => ({ a: [value, 1] }),
    (value) => (typeof value === 'string' ? `${value}\nit's next: "x"` : value),
    (value) => JSON.stringify({ a: value, n: 1 }),
    (value) => `data: ${JSON.stringify({ a: value })}`,
    (value) => `Traceback: ${JSON.stringify(value)} and more`,
  ];
  const within = fc.array(fc.constantFrom(...texts), { maxLength: 3 });
  fc.assert(
    fc.property(written, within, (value, around) => {
      const once = redacted(around.reduce((inner, wrap) => wrap(inner), value));
      expect(JSON.stringify(once)).not.toContain('sesame');
      expect(redacted(once)).toEqual(once);
    }),
    { numRuns: 5_000 },
  );
});

test('sentences and counts stay readable', () => {
  for (const text of [
    'the token: it is short; token limit = 5, max_tokens=5, token: 5',
    'Missing credentials: no provider was found',
    'inputTokens: 12, key: value, author: x',
  ]) {
    expect(redacted(text)).toBe(text);
  }
});

test('a list of names that is a member is no pair', () => {
  const schema = { required: ['password', 'username'], enum: ['token', 'cash'] };
  expect(redact(schema, DEFAULT_REDACTIONS)).toBe(schema);
  const text = `cut off: ${JSON.stringify(schema)}`;
  expect(redact(text, DEFAULT_REDACTIONS)).toBe(text);
  expect(redact({ header: ['authorization', 'Bearer x'] }, DEFAULT_REDACTIONS)).toEqual({
    header: ['authorization', REDACTED],
  });
});

test('a long line of members without a value takes time in proportion to it', { timeout: 10_000 }, () => {
  for (const part of ['[{id: 1, password: null}, ', 'apiKey: None; ', 'authorization: undefined, ']) {
    const text = part.repeat(60_000);
    expect(redact(text, DEFAULT_REDACTIONS)).toBe(text);
  }
});
