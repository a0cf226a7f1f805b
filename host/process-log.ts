import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A log that has grown beyond this is set aside when its process is first started; one older file is kept. */
const ROTATE_AT_BYTES = 5 * 1024 * 1024;
const LONGEST_NAME = 'follower'.length;
/** Enough to show why a process died, without the whole log. */
const REMEMBERED_LINES = 8;

export interface ProcessLog {
  /** Takes every line of a child's output into the file. */
  readonly follow: (stream: Readable) => void;
  /** A line of the host's own about this process: into the file, and printed. */
  readonly say: (text: string) => void;
  /** Prints the newest lines of the child's output: why it died. */
  readonly printLastLines: () => void;
  readonly path: string;
}

interface ProcessLogOptions {
  readonly name: string;
  /** Folder of the log files; created when missing. */
  readonly folder: string;
  /** Where the host's lines go besides the file, each with the process's name before it. */
  readonly print: (line: string) => void;
  readonly now: () => Date;
}

/** Opens `<folder>/<name>.log` for appending. */
export function openProcessLog({ name, folder, print, now }: ProcessLogOptions): ProcessLog {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  if (existsSync(path) && statSync(path).size > ROTATE_AT_BYTES) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  // A full disk must not end the host: the console still has the line.
  file.on('error', (error) => print(`${name}: the log ${path} cannot be written: ${error.message}`));
  const remembered: string[] = [];
  const write = (text: string): void => void file.write(`${now().toISOString()} ${text}\n`);
  const printNamed = (text: string): void => print(`${name.padEnd(LONGEST_NAME)} | ${text}`);
  const take = (line: string): void => {
    remembered.push(line);
    if (remembered.length > REMEMBERED_LINES) remembered.shift();
    write(line);
  };
  return {
    follow: (stream) => {
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', take);
    },
    say: (text) => {
      write(text);
      printNamed(text);
    },
    printLastLines: () => {
      for (const line of remembered.splice(0)) printNamed(`  ${line}`);
    },
    path,
  };
}
