import { text } from 'node:stream/consumers';
import { jobSchema, type Reply } from '../protocol.ts';
import { createRule } from './create-rule.ts';
import { simulate } from './simulate.ts';
import { toFigures } from './to-figures.ts';

/** The program inside the sandbox: one job on stdin, one reply on stdout, then it ends. */
function toReply(input: string): Reply {
  try {
    const { strategy, bars } = jobSchema.parse(JSON.parse(input));
    return { kind: 'figures', figures: toFigures(strategy, simulate(bars.closeCents, createRule(strategy))) };
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
  }
}

process.stdout.write(`${JSON.stringify(toReply(await text(process.stdin)))}\n`);
