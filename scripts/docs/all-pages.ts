import { benchPage } from './bench-page.ts';
import { cliPage } from './cli-page.ts';
import type { GeneratedPage } from './generated-page.ts';
import { openApiPage } from './open-api-page.ts';
import { schemaPage } from './schema-page.ts';

/** Every generated page: a further one is a file beside this and a line here. */
export const GENERATED_PAGES: readonly GeneratedPage[] = [benchPage, cliPage, openApiPage, schemaPage];
