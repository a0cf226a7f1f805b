import type { Carry, TickConclusion, TickSpan, TickStory } from '../../model/adapter.ts';
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

/** Outcome of one trading tick, and what later ones need of it, from its events alone. */
export function concludeTick(span: TickSpan, run: Run, carry: Carry | undefined): TickConclusion {
  const read = readTick(run.runId, span, carry);
  return {
    ...toOutcomeText(read, conclude(read)),
    interrupted: span.interruptions.length > 0,
    remembered: remember(read),
  };
}

/** Tree and answer of one trading tick. */
export function tellTick(span: TickSpan, run: Run, carry: Carry | undefined): TickStory {
  const read = readTick(run.runId, span, carry);
  const tick = { ...read, remembered: { ...remember(read), ...read.remembered } };
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
    tree: abridgeNodes(buildTree(tick)),
    answer: {
      headline: writeHeadline(tick, conclude(read)).map(abridgeStatement),
      sections: sections.filter((section) => section !== undefined).map(abridgeSection),
    },
  };
}
