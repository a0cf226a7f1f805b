import { ToneText } from '#app/_ui/tone.tsx';
import type { RunNote } from './run-notes.ts';

/** Notes as full sentences, one a line, under the facts of a run. Nothing where there is nothing to know. */
export function RunNotes({ notes }: { readonly notes: readonly RunNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="mt-4 space-y-1 border-t border-line pt-3" aria-label="About this copy">
      {notes.map(({ tone, short, rest }) => (
        <li key={short + rest}>
          <ToneText tone={tone}>
            <span className="font-[550]">{short}</span>
            <span className="text-ink-2">: {rest}</span>
          </ToneText>
        </li>
      ))}
    </ul>
  );
}

/** The same in few words, for a row of a table; the sentence on hover. */
export function RunNotesBrief({ notes }: { readonly notes: readonly RunNote[] }) {
  return notes.map(({ tone, short, rest }) => (
    <div key={short + rest} className="mt-0.5 flex text-xs" title={`${short}: ${rest}`}>
      <ToneText tone={tone}>{short}</ToneText>
    </div>
  ));
}
