import { notFound } from 'next/navigation';
import { TickscopeError } from '#auditor/base/tickscope-error.ts';

const NOT_HERE = new Set(['run-not-indexed', 'tick-not-found', 'event-not-found']);

/** The value that a page is about; where there is none, the page is the not-found page (which asks the API for the words). */
export function findOr404<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof TickscopeError && NOT_HERE.has(error.code)) notFound();
    throw error;
  }
}
