// Runs on the Node that the machine has (20 or newer) and needs no package: it installs the packages, then goes on with the Node among them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAtLeast, whyInstall, withoutLocalBin } from './installed-packages.mjs';
import { runStep } from './step-list.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NODE = join(ROOT, 'node_modules/node/bin/node');
const INSTALL_ATTEMPTS = 2;
const TAIL_LINES = 30;

class SetUpError extends Error {}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Environment in which npm runs on the machine's own Node, whatever started us. */
function npmEnvironment() {
  return { ...process.env, PATH: withoutLocalBin(process.env.PATH ?? '', delimiter) };
}

function versionOf(command) {
  const run = spawnSync(command, ['--version'], { env: npmEnvironment(), encoding: 'utf8', timeout: 30_000 });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

function checkNode() {
  if (isAtLeast(process.version, 20)) return;
  throw new SetUpError(
    `This is Node ${process.version}; the set-up needs 20 or newer (https://nodejs.org). It then installs the Node 24 that Tickscope runs on.`,
  );
}

function checkNpm() {
  const npm = versionOf('npm');
  if (!npm)
    throw new SetUpError('npm is not on the PATH. Install Node 20 or newer with npm (https://nodejs.org).');
  if (!isAtLeast(npm, 10))
    throw new SetUpError(`This is npm ${npm}; the set-up needs 10 or newer. Try: npm install -g npm@10`);
  const git = versionOf('git');
  return `Node ${process.version}, npm ${npm}, ${git ?? 'no git (needed only to contribute)'}`;
}

function nodeWorks() {
  return spawnSync(NODE, ['--version'], { encoding: 'utf8' }).status === 0;
}

/** npm keeps its own record of what it installed; the Node binary is checked apart because another npm, started by its install script, brings it. */
function whyInstallNow() {
  const lock = readJson(join(ROOT, 'package-lock.json'));
  if (!lock) throw new SetUpError('package-lock.json is missing. Try: git checkout package-lock.json');
  const reason = whyInstall(lock, readJson(join(ROOT, 'node_modules/.package-lock.json')));
  return reason ?? (nodeWorks() ? undefined : 'node_modules/node has no working Node');
}

/** Not `npm ci`: it refuses a lock file without the binaries of platforms that the lock's author could not see. `--no-save` leaves the file as it is. */
function runNpmInstall() {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev'], {
      cwd: ROOT,
      env: npmEnvironment(),
    });
    const lines = [];
    const keep = (chunk) => lines.push(...chunk.toString().split('\n').filter(Boolean));
    npm.stdout.on('data', keep);
    npm.stderr.on('data', keep);
    npm.on('error', reject);
    npm.on('close', (code) => resolve({ code, tail: lines.slice(-TAIL_LINES).join('\n') }));
  });
}

async function install(note) {
  for (let attempt = 1; attempt <= INSTALL_ATTEMPTS; attempt += 1) {
    const { code, tail } = await runNpmInstall();
    const missing = code === 0 ? whyInstallNow() : `npm install ended with ${code}`;
    if (!missing) return;
    note(`attempt ${attempt} of ${INSTALL_ATTEMPTS}: ${missing}`);
    note(tail.replaceAll('\n', '\n    '));
  }
  throw new SetUpError(
    'The dependencies could not be installed; the lines above say why. ' +
      'If only node_modules/node/bin/node is missing: npm must be able to install the package "node" with its install script ' +
      '(check `npm config get ignore-scripts`, it must be false) and the registry must be reachable. Then run the same command again.',
  );
}

async function setUp() {
  checkNode();
  const reason = whyInstallNow();
  if (!reason) return;
  process.stderr.write('Setting up (the first time takes a few minutes)\n');
  await runStep('tools', async () => checkNpm());
  await runStep('dependencies', async (note) => {
    note(`npm install: ${reason}; about 2 minutes, 1.1 GB`);
    await install(note);
  });
}

/** Hands over to `scripts/<command>.ts`. The channel tells it when we are gone; signals are passed on, its exit code becomes ours. */
function handOver(command, args) {
  const path = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(NODE, [join(ROOT, 'scripts', `${command}.ts`), ...args], {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9);
    if (child.connected) child.disconnect();
  });
}

const [command, ...args] = process.argv.slice(2);
try {
  if (!command || !/^[a-z-]+$/.test(command) || !existsSync(join(ROOT, 'scripts', `${command}.ts`)))
    throw new SetUpError(
      `There is no scripts/${command ?? ''}.ts. Usage: node scripts/bootstrap.mjs <command> [arguments]`,
    );
  await setUp();
  handOver(command, args);
} catch (error) {
  process.stderr.write(`${error instanceof SetUpError ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
