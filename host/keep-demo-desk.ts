import type { AgentClient } from '#agent/client/agent-client.ts';
import { AgentClientError } from '#agent/client/agent-client-error.ts';
import type { AgentState } from '#agent/contract/agent-state.ts';
import type { DemoDesk, DeskAnswer } from './demo-desk.ts';
import { DEMO_WORKFLOW_ID } from './demo-run.ts';

/** A start takes a moment to be known; a run that is absent for so many looks is none. */
const ABSENCES_UNTIL_OVER = 5;

interface DeskKeeper {
  readonly client: Pick<AgentClient, 'getState' | 'approveTrade' | 'rejectTrade'>;
  readonly desk: DemoDesk;
  readonly say: (text: string) => void;
  /** Passes the time between two looks. */
  readonly pause: () => Promise<unknown>;
  /** Milliseconds of any one clock. */
  readonly now: () => number;
}

/** `away`: no worker or no server answers, which passes. */
type Look = { readonly kind: 'seen'; readonly state: AgentState } | { readonly kind: 'absent' | 'away' };

async function look(client: DeskKeeper['client']): Promise<Look> {
  try {
    return { kind: 'seen', state: await client.getState(DEMO_WORKFLOW_ID) };
  } catch (error) {
    if (!(error instanceof AgentClientError)) throw error;
    return { kind: error.code === 'not-found' ? 'absent' : 'away' };
  }
}

async function send({ client, desk, say }: DeskKeeper, { decision, answer }: DeskAnswer): Promise<void> {
  try {
    await (decision === 'approve' ? client.approveTrade : client.rejectTrade)(DEMO_WORKFLOW_ID, answer);
    say(`demo-desk: ${decision} ${answer.tradeId}, nobody else answered`);
  } catch (error) {
    if (!(error instanceof AgentClientError)) throw error;
    desk.takeBack();
  }
}

const isOver = ({ phase }: AgentState): boolean => phase === 'stopped' || phase === 'failed';

/** Answers what nobody answered, until the demo run is over. A server or worker that is away for a while does not end it. */
export async function keepDemoDesk(keeper: DeskKeeper): Promise<void> {
  for (let absences = 0; absences < ABSENCES_UNTIL_OVER; ) {
    await keeper.pause();
    const seen = await look(keeper.client);
    if (seen.kind === 'absent') absences += 1;
    if (seen.kind !== 'seen') continue;
    if (isOver(seen.state)) return;
    absences = 0;
    const found = keeper.desk.look(seen.state.approval, keeper.now());
    if (found) await send(keeper, found);
  }
}
