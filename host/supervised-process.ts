import type { ChildProcess } from 'node:child_process';
import { isReadyMessage, signalGroup } from './child-process.ts';
import type { ProcessName, ProcessState, ProcessStatus } from './control-messages.ts';
import type { ProcessLog } from './process-log.ts';
import { decideRestart } from './restart-policy.ts';

/** An entry that says nothing for so long hangs: bundling on a slow machine takes a quarter of it. */
const READY_LIMIT_MS = 120_000;
/** Time for good order before SIGKILL. */
const STOP_GRACE_MS = 6_000;

interface SupervisedOptions {
  readonly name: ProcessName;
  readonly start: () => ChildProcess;
  readonly log: ProcessLog;
  readonly now: () => Date;
}

/** One child that is kept running: started, watched, started again after its death, until stopped. */
export class SupervisedProcess {
  readonly name: ProcessName;
  readonly #options: SupervisedOptions;
  #state: ProcessState = 'not-started';
  #child: ChildProcess | undefined;
  #startedAt: Date | undefined;
  #lastEnd: string | undefined;
  #restartCount = 0;
  #quickDeaths = 0;
  #endAsked = false;
  #endingOnPurpose = false;
  #timer: NodeJS.Timeout | undefined;
  #listeners: (() => void)[] = [];

  constructor(options: SupervisedOptions) {
    this.name = options.name;
    this.#options = options;
  }

  start(): void {
    if (this.#child) return;
    clearTimeout(this.#timer);
    const child = this.#options.start();
    this.#child = child;
    this.#startedAt = this.#options.now();
    this.#endAsked = false;
    this.#change('starting');
    if (child.stdout) this.#options.log.follow(child.stdout);
    if (child.stderr) this.#options.log.follow(child.stderr);
    this.#timer = setTimeout(() => this.#tooSlow(), READY_LIMIT_MS);
    child.on('message', (message) => {
      if (isReadyMessage(message)) this.#becameReady(child);
    });
    child.once('error', (error) => this.#ended(child, `could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      this.#ended(child, signal === null ? `exit code ${code}` : `ended by ${signal}`),
    );
  }

  /** Resolves when it is up. Throws: it gave up or was stopped before. */
  async whenReady(): Promise<void> {
    await this.#until((state) => state === 'ready' || state === 'gave-up');
    if (this.#state === 'gave-up')
      throw new Error(`${this.name} gave up: ${this.#lastEnd ?? 'never started'}`);
  }

  /** Resolves when it is up, however often it fails before: one that gave up can be restarted by hand. Throws: it was stopped. */
  async whenUp(): Promise<void> {
    await this.#until((state) => state === 'ready');
  }

  /** SIGKILL, as a crash would be; the process alone, not what it started. False when: it does not run. */
  kill(): boolean {
    this.#endAsked = true;
    return this.#child?.kill('SIGKILL') ?? false;
  }

  /** Ends it in good order and starts it again, also when it gave up; not when it was stopped, before or meanwhile. */
  async restart(): Promise<void> {
    if (this.#isStopped()) return;
    await this.#end('restarting');
    if (this.#isStopped()) return;
    this.#quickDeaths = 0;
    this.#restartCount += 1;
    this.start();
  }

  /** Ends it in good order, by SIGKILL after a grace time. Resolves when it and what it started are gone. */
  async stop(): Promise<void> {
    await this.#end('stopped');
  }

  /** SIGKILL to it and to what it started, now. */
  killNow(): void {
    this.#change('stopped');
    if (this.#child?.pid) signalGroup(this.#child.pid, 'SIGKILL');
  }

  status(): ProcessStatus {
    return {
      name: this.name,
      state: this.#state,
      restartCount: this.#restartCount,
      ...(this.#child?.pid === undefined ? {} : { pid: this.#child.pid }),
      ...(this.#startedAt === undefined ? {} : { startedAt: this.#startedAt.toISOString() }),
      ...(this.#lastEnd === undefined ? {} : { lastEnd: this.#lastEnd }),
    };
  }

  #isStopped(): boolean {
    return this.#state === 'stopped';
  }

  async #end(state: 'restarting' | 'stopped'): Promise<void> {
    clearTimeout(this.#timer);
    this.#endAsked = true;
    this.#endingOnPurpose = true;
    this.#change(state);
    const child = this.#child;
    if (child?.pid !== undefined) {
      const { pid } = child;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const force = setTimeout(() => signalGroup(pid, 'SIGKILL'), STOP_GRACE_MS);
      await gone;
      clearTimeout(force);
    }
    this.#endingOnPurpose = false;
  }

  async #until(isEnough: (state: ProcessState) => boolean): Promise<void> {
    while (!isEnough(this.#state)) {
      if (this.#state === 'stopped') throw new Error(`${this.name} was stopped`);
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  #change(state: ProcessState): void {
    this.#state = state;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }

  #becameReady(child: ChildProcess): void {
    if (child !== this.#child || this.#state !== 'starting') return;
    clearTimeout(this.#timer);
    this.#change('ready');
  }

  #tooSlow(): void {
    this.#options.log.say(`not ready after ${READY_LIMIT_MS / 1000} s: ending it`);
    if (this.#child?.pid) signalGroup(this.#child.pid, 'SIGKILL');
  }

  #ended(child: ChildProcess, how: string): void {
    if (child !== this.#child) return;
    clearTimeout(this.#timer);
    // What it started (a backtest, the dev server's binary) must not outlive it.
    if (child.pid) signalGroup(child.pid, 'SIGKILL');
    const now = this.#options.now().getTime();
    const ranMs = now - (this.#startedAt?.getTime() ?? now);
    this.#child = undefined;
    this.#startedAt = undefined;
    this.#lastEnd = how;
    if (this.#state !== 'stopped' && !this.#endingOnPurpose) this.#startAgain(how, ranMs);
  }

  #startAgain(how: string, ranMs: number): void {
    const { log } = this.#options;
    const cause = this.#endAsked ? 'asked' : 'died';
    const decision = decideRestart({ quickDeaths: this.#quickDeaths, ranMs, cause });
    this.#quickDeaths = decision.quickDeaths;
    if (cause === 'died') log.printLastLines();
    if (decision.kind === 'give-up') {
      log.say(
        `${how}; it died ${decision.quickDeaths} times within seconds and is not started again. ` +
          `Its last lines are in ${log.path}. When the cause is gone: npx tickscope restart ${this.name}`,
      );
      this.#change('gave-up');
      return;
    }
    log.say(`${how}; starting again in ${decision.delayMs / 1000} s`);
    this.#change('restarting');
    this.#restartCount += 1;
    this.#timer = setTimeout(() => this.start(), decision.delayMs);
  }
}
