import { join } from 'node:path';
import { runProgram } from '../auditor/cli/run-program.ts';
import { createTickscope } from './create-tickscope.ts';
import { ROOT } from './root-folder.ts';

// What is not said otherwise lies in this clone, from wherever the command is called.
process.env.TICKSCOPE_DATA ||= join(ROOT, 'data');

process.exitCode = await runProgram(createTickscope(), process.argv);
