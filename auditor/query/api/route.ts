import { z } from 'zod';
import { toIssueTexts } from '../../base/issue-text.ts';
import { TickscopeError } from '../../base/tickscope-error.ts';
import type { Index } from '../open-index.ts';

/** What a request names: parts of its path and its query, as they came. */
export type RawInput = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
};

/** A file to be saved, in chunks: a history may be larger than memory. */
export type Download = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly chunks: Iterable<string>;
};

type RouteFacts = {
  /** Name for generated clients: `listRuns`. */
  readonly operationId: string;
  /** Below the API's base, parameters in braces: `/runs/{workflowId}`. */
  readonly path: string;
  /** One sentence. */
  readonly summary: string;
  /** By name. */
  readonly pathParams: z.ZodRawShape;
  readonly queryParams: z.ZodRawShape;
};

/** One thing that can be asked by GET: what it takes, what it gives, and how it is answered from the index. */
export type Route =
  | (RouteFacts & {
      readonly kind: 'json';
      /** Strict: an answer has these members and no others. */
      readonly answer: z.ZodType;
      /** Throws: TickscopeError of the query; `wrong-usage` for what does not fit the parameters. */
      readonly ask: (index: Index, raw: RawInput) => unknown;
    })
  | (RouteFacts & { readonly kind: 'download'; readonly ask: (index: Index, raw: RawInput) => Download });

type Spec<Path extends z.ZodRawShape, Query extends z.ZodRawShape> = {
  readonly operationId: string;
  readonly path: string;
  readonly summary: string;
  readonly pathParams: Path;
  readonly queryParams: Query;
};

/** Parameters as a query takes them. */
export type Input<Path extends z.ZodRawShape, Query extends z.ZodRawShape> = z.output<z.ZodObject<Path>> &
  z.output<z.ZodObject<Query>>;

/** A route whose answer is JSON. What `run` takes and gives is bound to the schemas by its type. */
export function jsonRoute<Path extends z.ZodRawShape, Query extends z.ZodRawShape, Answer extends z.ZodType>(
  spec: Spec<Path, Query> & {
    readonly answer: Answer;
    readonly run: (index: Index, input: Input<Path, Query>) => z.input<Answer>;
  },
): Route {
  const { run, ...facts } = spec;
  return { ...facts, kind: 'json', ask: (index, raw) => run(index, parseInput(spec, raw)) };
}

/** A route whose answer is a file. */
export function downloadRoute<Path extends z.ZodRawShape, Query extends z.ZodRawShape>(
  spec: Spec<Path, Query> & { readonly run: (index: Index, input: Input<Path, Query>) => Download },
): Route {
  const { run, ...facts } = spec;
  return { ...facts, kind: 'download', ask: (index, raw) => run(index, parseInput(spec, raw)) };
}

function parseInput<Path extends z.ZodRawShape, Query extends z.ZodRawShape>(
  { pathParams, queryParams }: Spec<Path, Query>,
  { path, query }: RawInput,
): Input<Path, Query> {
  refuseUnknown(Object.keys(queryParams), query);
  return {
    ...parse(z.object(pathParams), path, 'In the path'),
    ...parse(z.object(queryParams), Object.fromEntries(query), 'In the query'),
  };
}

function refuseUnknown(known: readonly string[], query: URLSearchParams): void {
  const names = [...query.keys()];
  const unknown = names.find((name) => !known.includes(name));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  const list = known.length === 0 ? 'This address takes none.' : `There are: ${known.join(', ')}.`;
  if (unknown !== undefined)
    throw wrongUsage(`There is no query parameter ${JSON.stringify(unknown.slice(0, 100))}. ${list}`);
  if (twice !== undefined) throw wrongUsage(`The query parameter ${twice} stands there more than once.`);
}

function parse<Shape extends z.ZodType>(schema: Shape, value: unknown, where: string): z.output<Shape> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw wrongUsage(`${where}, ${toIssueTexts(parsed.error.issues)}.`);
}

const wrongUsage = (detail: string) => new TickscopeError('wrong-usage', detail);
