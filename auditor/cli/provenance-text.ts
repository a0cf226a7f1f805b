import type { Hop } from '../model/provenance.ts';
import type { TracedValue } from '../query/trace-value.ts';
import { toProof } from './answer-text.ts';
import { type TextStyle, toOneLine, wrap } from './text-style.ts';

/** The way of a value, newest place first, one hop a line: what, value, how sure, event. */
export function formatProvenance({ question, provenance, citation }: TracedValue, style: TextStyle): string {
  const { hops, origin } = provenance;
  return [
    style.paint('heading', wrap(toOneLine(question), style.width)),
    ...hops.map((hop) => formatHop(hop, citation.runId, style)),
    style.paint('good', wrap(toOneLine(`■ ${origin.text}`), style.width, '  ', '')),
    '',
  ].join('\n');
}

function formatHop(hop: Hop, runId: string, { width }: TextStyle): string {
  const { what, value, how, conversion, others, citation } = hop;
  const shown = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  const also = others === 0 ? '' : `; ${others} other ${others === 1 ? 'place matches' : 'places match'}`;
  const sure =
    how === undefined ? '' : ` (${how}${conversion === undefined ? '' : `, ${conversion}`}${also})`;
  const line = `${how === undefined ? '●' : '←'} ${what}: ${shown}${sure} ${toProof([citation], runId)}`;
  const at = citation.pointer === undefined ? '' : `\n    ${toOneLine(citation.pointer)}`;
  return `${wrap(toOneLine(line), width, '  ', '')}${at}`;
}
