/** Records the fixtures: all, or those of the programs named on the command line. */
import { PROGRAMS } from './all-programs.ts';
import type { Program } from './recording.ts';
import { type Stage, setStage } from './stage.ts';
import { writeRecording } from './write-recording.ts';

function choosePrograms(names: readonly string[]): readonly Program[] {
  const unknown = names.filter((name) => !PROGRAMS.some((program) => program.name === name));
  if (unknown.length > 0) {
    const known = PROGRAMS.map(({ name }) => name).join(', ');
    throw new Error(`There is no program ${unknown.join(', ')}. There are: ${known}`);
  }
  return names.length === 0 ? PROGRAMS : PROGRAMS.filter(({ name }) => names.includes(name));
}

async function record(stage: Stage, program: Program): Promise<void> {
  await stage.clearFaults();
  for (const recording of await program.run(stage)) {
    const eventCount = await writeRecording(stage, program.file, recording);
    console.error(`recorded ${recording.name}: ${eventCount} events`);
  }
}

const programs = choosePrograms(process.argv.slice(2));
const stage = await setStage();
try {
  for (const program of programs) await record(stage, program);
} finally {
  await stage.end();
}
process.exit(0);
