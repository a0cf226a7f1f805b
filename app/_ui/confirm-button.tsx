'use client';
import { type ReactNode, useId, useRef, useState } from 'react';

/** A button that first says what it does, and may ask for a reason. */
export function ConfirmButton({
  label,
  title,
  children,
  confirm,
  asksReason = false,
  tone = 'plain',
  onConfirm,
}: {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly asksReason?: boolean;
  readonly tone?: 'plain' | 'bad';
  readonly onConfirm: (reason: string) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [reason, setReason] = useState('');
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="card m-auto w-[30rem] max-w-[calc(100vw-2rem)] p-5 text-ink shadow-xl backdrop:bg-black/40"
      >
        <form method="dialog" onSubmit={() => onConfirm(reason.trim())}>
          <h2 id={titleId} className="font-[620]">
            {title}
          </h2>
          <div className="mt-2 text-ink-2">{children}</div>
          {asksReason && (
            <label className="mt-3 block">
              <span className="label">Reason, kept in the history</span>
              <input
                className="field mt-1"
                value={reason}
                maxLength={500}
                required
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
          )}
          <div className="mt-4 flex justify-end gap-2">
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button type="submit" className={`button ${tone === 'bad' ? 'button-bad' : 'button-main'}`}>
              {confirm}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
