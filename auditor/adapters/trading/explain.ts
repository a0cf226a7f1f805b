import type { Carry, TickExplanation, TickSpan } from '../../model/adapter.ts';
import type { Run } from '../../model/run.ts';
import { abridgeNodes, abridgeSection, abridgeStatement } from '../abridge.ts';
import { buildTree } from './build-tree.ts';
import { conclude } from './conclude.ts';
import { writeHeadline } from './headline.ts';
import { toOutcomeText } from './outcome-text.ts';
import { readTick } from './read-tick.ts';
import { remember } from './remember.ts';
import { toAfterSection } from './section-after.ts';
import { toApprovalSection } from './section-approval.ts';
import { toDiscoverySection } from './section-discovery.ts';
import { toGuardrailSection } from './section-guardrail.ts';
import { toTradingInterruptions } from './section-interruptions.ts';
import { toKnownSection } from './section-known.ts';
import { toModelSection } from './section-model.ts';
import { toOrderSection } from './section-order.ts';

/** Tree, outcome and answer of one trading tick, from its events alone. */
export function explain(span: TickSpan, run: Run, carry: Carry | undefined): TickExplanation {
  const read = readTick(run.runId, span, carry);
  const remembered = remember(read);
  const tick = { ...read, remembered: { ...remembered, ...read.remembered } };
  const conclusion = conclude(read);
  const sections = [
    toDiscoverySection(tick) ?? toKnownSection(tick),
    toModelSection(tick),
    toGuardrailSection(tick),
    toApprovalSection(tick),
    toOrderSection(tick),
    toTradingInterruptions(tick),
    toAfterSection(tick),
  ];
  return {
    ...toOutcomeText(tick, conclusion),
    interrupted: span.interruptions.length > 0,
    tree: abridgeNodes(buildTree(tick)),
    answer: {
      headline: writeHeadline(tick, conclusion).map(abridgeStatement),
      sections: sections.filter((section) => section !== undefined).map(abridgeSection),
    },
    remembered,
  };
}
