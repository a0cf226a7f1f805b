import type { Account, ExecutionReport } from '../contract/trade.ts';

/** The account after the broker's report; a rejected order leaves it as it was. */
export function applyFill(account: Account, report: ExecutionReport): Account {
  if (report.ordStatus !== 'FILLED' || report.lastQty === 0) return account;
  return report.side === 'BUY' ? applyPurchase(account, report) : applySale(account, report);
}

function applyPurchase(account: Account, { lastQty, lastPxCents }: ExecutionReport): Account {
  const positionQty = account.positionQty + lastQty;
  const costCents = account.positionQty * account.avgCostCents + lastQty * lastPxCents;
  return {
    ...account,
    cashCents: account.cashCents - lastQty * lastPxCents,
    positionQty,
    avgCostCents: Math.round(costCents / positionQty),
  };
}

function applySale(account: Account, { lastQty, lastPxCents }: ExecutionReport): Account {
  const positionQty = account.positionQty - lastQty;
  return {
    cashCents: account.cashCents + lastQty * lastPxCents,
    positionQty,
    avgCostCents: positionQty === 0 ? 0 : account.avgCostCents,
    realizedPnlCents: account.realizedPnlCents + lastQty * (lastPxCents - account.avgCostCents),
  };
}
