import { readFileSync } from 'node:fs';
import type { MockoonServer } from '@mockoon/commons-server';
import { z } from 'zod';

/** A Mockoon environment, as its server takes it. */
export type Environment = ConstructorParameters<typeof MockoonServer>[0];

const FILE = new URL('./environment.json', import.meta.url);

/** What this program relies on; Mockoon knows the rest of its file. A test holds the file against Mockoon's own schema. */
const environmentSchema = z.looseObject({
  name: z.string(),
  proxyMode: z.literal(true),
  proxyHost: z.url(),
  routes: z.array(z.looseObject({ endpoint: z.string() })),
});

/** The environment file, with the parties' server in the place of the file's example address. */
export function loadEnvironment(proxyHost: string): Environment {
  const environment = environmentSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return { ...environment, proxyHost } as Environment;
}
