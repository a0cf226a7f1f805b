import { type Call, parseBody } from '../http/call.ts';
import type { Party } from '../http/create-parties-server.ts';
import { type Reply, toJsonReply, toProblemReply } from '../http/reply.ts';
import { orderSchema } from './order.ts';
import type { OrderBook } from './order-book.ts';

/** Orders, their look-up by clOrdId, and the orders of an account. */
export function createBrokerParty(book: OrderBook): Party {
  return (call) => {
    const [kind, id, more, ...rest] = call.segments;
    if (rest.length > 0) return undefined;
    const path = `${call.method} ${kind}${id === undefined ? '' : '/:id'}${more === undefined ? '' : `/${more}`}`;
    if (path === 'POST orders') return placeOrder(book, call);
    if (id === undefined) return undefined;
    if (path === 'GET orders/:id') return replyOrder(book, id);
    return path === 'GET accounts/:id/orders'
      ? toJsonReply(200, { orders: book.listByAccount(id) })
      : undefined;
  };
}

function placeOrder(book: OrderBook, call: Call): Reply {
  const key = call.headers['idempotency-key'];
  if (typeof key !== 'string') {
    return toProblemReply(400, 'Missing key', 'The header Idempotency-Key must carry the clOrdId.');
  }
  const parsed = orderSchema.safeParse(parseBody(call));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return toProblemReply(
      422,
      'Invalid order',
      `${issue?.path.join('.') || 'order'}: ${issue?.message ?? 'invalid'}`,
    );
  }
  if (key !== parsed.data.clOrdId) {
    return toProblemReply(422, 'Invalid order', 'The header Idempotency-Key and clOrdId differ.');
  }
  const placed = book.place(parsed.data);
  if (placed.kind === 'conflict') {
    return toProblemReply(409, 'Key already used', `${key} was given to another order before.`);
  }
  return toJsonReply(placed.kind === 'new' ? 201 : 200, placed.report);
}

function replyOrder(book: OrderBook, clOrdId: string): Reply {
  const report = book.find(clOrdId);
  return report === undefined
    ? toProblemReply(404, 'Unknown order', `The broker has no order ${clOrdId}.`)
    : toJsonReply(200, report);
}
