import { Command } from 'commander';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addCompletion } from './completion.ts';
import { addEvents } from './events.ts';
import { addExport } from './export.ts';
import { addFollow } from './follow.ts';
import { addImport } from './import.ts';
import { addProvenance } from './provenance.ts';
import { addPull } from './pull.ts';
import { addReindex } from './reindex.ts';
import { addReplay } from './replay.ts';
import { addRuns } from './runs.ts';
import { addSearch } from './search.ts';
import { addServe } from './serve.ts';
import { addSql } from './sql.ts';
import { addState } from './state.ts';
import { addTicks } from './ticks.ts';
import { addTree } from './tree.ts';
import { addWhy } from './why.ts';

/** The commands that read or replay, for `runProgram`; further ones may be added before. */
export function createProgram(): Command {
  const program = new Command('tickscope')
    .description('Answers why an AI agent on Temporal did what it did, tick by tick, from the event history.')
    .enablePositionalOptions();
  const commands = [
    addWhy,
    addTree,
    addRuns,
    addTicks,
    addEvents,
    addSearch,
    addSql,
    addCompare,
    addProvenance,
    addState,
    addPull,
    addFollow,
    addImport,
    addExport,
    addReindex,
    addCheck,
    addReplay,
    addServe,
    addCompletion,
  ];
  for (const add of commands) add(program);
  return program;
}
