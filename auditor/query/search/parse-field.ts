import type { Json } from '../../model/history-event.ts';
import type { FieldCondition } from './search-query.ts';
import { unquote } from './split-search.ts';

const FIELD = /^([\p{L}_$][\p{L}\p{N}_$.-]*)(>=|<=|!=|=|>|<)(?:"((?:[^"]|"")*)"|(\S+))$/u;

/** `price>100`, `order.side=SELL`, `note="a b"`. Absent when: the text is no condition. */
export function parseField(text: string): FieldCondition | undefined {
  const match = FIELD.exec(text);
  if (!match) return undefined;
  const [, path = '', operator = '', quoted, plain = ''] = match;
  if (!isOperator(operator) || path.endsWith('.')) return undefined;
  return { path: path.split('.'), operator, value: quoted === undefined ? toValue(plain) : unquote(quoted) };
}

function isOperator(text: string): text is FieldCondition['operator'] {
  return ['=', '!=', '<', '<=', '>', '>='].includes(text);
}

function toValue(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
