import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { connectAgentClient } from '../agent/client/connect-agent-client.ts';
import type { ApprovalRequest } from '../agent/contract/approval.ts';
import { EXIT_CODE } from '../auditor/cli/exit-code.ts';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';
import { toOneLine } from '../auditor/cli/text-style.ts';
import { answerApproval, type SentAnswer } from './answer-approval.ts';
import { withTickscopeErrors } from './to-tickscope-error.ts';

const toDollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** The order and what it was judged by, as the approver is shown it. */
function formatRequest({ order, context, tradeId, orderHash, expiresAt }: ApprovalRequest): string {
  return [
    `${order.side} ${order.orderQty} ${order.symbol} at ${toDollars(order.priceCents)} (${toDollars(context.notionalCents)})`,
    `  trade      ${tradeId}`,
    `  hash       ${orderHash}`,
    `  asked by   ${context.askedBy.join(', ')}`,
    `  position   ${context.positionQty}, cash ${toDollars(context.cashCents)}, sentiment ${context.sentimentScore}`,
    `  rationale  ${toOneLine(context.rationale)}`,
    `  expires    ${expiresAt}`,
  ].join('\n');
}

/** What is known of the answer, and no more. */
export function formatSent(
  sent: SentAnswer,
  { workflowId, approver }: { readonly workflowId: string; readonly approver: string },
): string {
  if (sent.kind === 'taken') return `${sent.status} by ${approver}`;
  return `sent; the outcome is in the history: tickscope why ${workflowId} --tick ${sent.tick}`;
}

interface AnswerFlags {
  readonly trade?: string;
  readonly hash?: string;
  readonly comment: string;
}

const toExamples = (decision: string): string => `
Examples:
  $ tickscope ${decision} demo-nvda --comment "${decision === 'approve' ? 'within mandate' : 'too large before earnings'}"
  $ tickscope ${decision} demo-nvda --trade <id> --hash <hash>   only exactly this order

${EXIT_CODE}`;

function addAnswer(program: Command, decision: 'approve' | 'reject'): void {
  program
    .command(decision)
    .description(`${decision} the order that waits, as the operating system's user`)
    .argument('<workflow-id>')
    .option('--trade <id>', 'only if this trade waits')
    .option('--hash <hash>', 'only if the order is the one with this hash')
    .option('--comment <text>', 'why, for the record', '')
    .addHelpText('after', toExamples(decision))
    .action(async (workflowId: string, flags: AnswerFlags, command: Command) => {
      const { json } = readGlobalOptions(command);
      // No login yet: the operating system says who this is.
      const approver = userInfo().username;
      const sent = await withTickscopeErrors(async () => {
        const client = await connectAgentClient({ identity: `tickscope-cli:${approver}` });
        try {
          return await answerApproval(
            client,
            {
              workflowId,
              decision,
              approver,
              comment: flags.comment,
              ...(flags.trade === undefined ? {} : { tradeId: flags.trade }),
              ...(flags.hash === undefined ? {} : { orderHash: flags.hash }),
            },
            (request) => console.error(formatRequest(request)),
          );
        } finally {
          await client.close();
        }
      });
      const outcome = sent.kind === 'taken' ? sent.status : 'sent';
      console.log(
        json ? JSON.stringify({ workflowId, outcome, approver }) : formatSent(sent, { workflowId, approver }),
      );
    });
}

/** `tickscope approve` and `tickscope reject`. */
export function addApprove(program: Command): void {
  addAnswer(program, 'approve');
  addAnswer(program, 'reject');
}
