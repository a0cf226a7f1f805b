import { isWithin, type JsonLine, type JsonValue, toJsonLines } from './json-lines.ts';
import { ScrollRegion } from './scroll-region.tsx';

const LINE_LIMIT = 3000;
const STRING_LIMIT = 4000;

/**
 * A JSON value, line by line, with the pointed-at value highlighted. What is cut says so.
 *
 * Texts with line breaks keep them, since prompts are read here.
 */
export function JsonView({
  value,
  pointer,
  label,
}: {
  readonly value: JsonValue;
  readonly pointer?: string | undefined;
  readonly label: string;
}) {
  const { lines, complete } = toJsonLines(value, LINE_LIMIT);
  const firstHit = lines.findIndex((line) => isWithin(line, pointer));
  return (
    <ScrollRegion label={label} className="py-2 font-mono text-xs leading-[1.2rem]">
      {lines.map((line, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
          key={index}
          line={line}
          hit={isWithin(line, pointer)}
          anchor={index === firstHit}
        />
      ))}
      {!complete && (
        <p className="px-4 pt-2 text-ink-3">The first {LINE_LIMIT} lines are shown. The raw event has all.</p>
      )}
    </ScrollRegion>
  );
}

const KIND_CLASS: Record<JsonLine['kind'], string> = {
  open: 'text-ink-3',
  close: 'text-ink-3',
  string: 'text-good',
  number: 'text-accent nums',
  word: 'text-pending',
};

function Line({
  line,
  hit,
  anchor,
}: {
  readonly line: JsonLine;
  readonly hit: boolean;
  readonly anchor: boolean;
}) {
  return (
    <div
      {...(anchor ? { id: 'pointed-at' } : {})}
      data-pointer={line.pointer}
      className={`flex min-w-fit scroll-mt-60 border-l-2 px-4 ${hit ? 'border-warn bg-warn-wash' : 'border-transparent'}`}
      style={{ paddingLeft: `${line.depth * 1.1 + 0.9}rem` }}
    >
      {line.key !== undefined && (
        <span className="shrink-0 whitespace-pre text-ink-2">{`${line.key}: `}</span>
      )}
      <span className={`max-w-[96ch] min-w-0 whitespace-pre-wrap break-words ${KIND_CLASS[line.kind]}`}>
        {toText(line)}
        {line.comma && <span className="text-ink-3">,</span>}
      </span>
    </div>
  );
}

function toText(line: JsonLine): string {
  if (line.kind !== 'string') return line.text;
  if (line.text.length <= STRING_LIMIT) return `"${line.text}"`;
  return `"${line.text.slice(0, STRING_LIMIT)}" … ${STRING_LIMIT.toLocaleString('en')} of ${line.text.length.toLocaleString('en')} characters`;
}
