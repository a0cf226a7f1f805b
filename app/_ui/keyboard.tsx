'use client';
import { useEffect, useRef } from 'react';
import { isTyping, KEYS, TREE_KEYS } from './keys.ts';

/**
 * Makes the keys work. A page says by attributes what they mean there: `data-row` marks the links of a list, `data-key="."` the link
 * or button that a key presses.
 */
export function Keyboard() {
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || document.querySelector('dialog[open]:not([data-help])')) return;
      if (event.key === '?') toggle(help.current);
      else if (event.key === 'j') moveRow(1);
      else if (event.key === 'k') moveRow(-1);
      else press(event.key === 'Escape' && help.current?.open ? '' : event.key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="no-print rounded px-1.5 py-0.5 font-mono text-xs text-ink-3 hover:bg-sunk"
        aria-label="Keyboard shortcuts"
        onClick={() => toggle(help.current)}
      >
        ?
      </button>
      <dialog
        ref={help}
        data-help
        aria-label="Keyboard shortcuts"
        className="card m-auto w-[26rem] max-w-[calc(100vw-2rem)] p-5 text-ink shadow-xl backdrop:bg-black/30"
      >
        <h2 className="mb-3 font-[600]">Keyboard</h2>
        <dl className="grid grid-cols-[3rem_1fr] gap-y-1.5">
          {KEYS.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-line-strong px-1.5 font-mono text-xs">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-xs text-ink-3">In the tree: {TREE_KEYS}.</p>
        <form method="dialog" className="mt-4 text-right">
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}

function toggle(dialog: HTMLDialogElement | null) {
  if (dialog?.open) dialog.close();
  else dialog?.showModal();
}

function press(key: string) {
  if (key === '') return;
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target instanceof HTMLElement) target.click();
}

function moveRow(by: 1 | -1) {
  const rows: Element[] = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (row) => row.offsetParent,
  );
  const at = document.activeElement ? rows.indexOf(document.activeElement) : -1;
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  if (next instanceof HTMLElement) next.focus();
}
