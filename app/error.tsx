'use client';
import { ProblemView } from './_ui/problem-view.tsx';

/** A page broke. What its reader can do is try again; what happened stands in the server's log under the digest. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <>
      <ProblemView
        title="This page could not be made"
        detail={`The server met an error that it did not expect${error.digest ? ` (digest ${error.digest} in its log)` : ''}. The stored histories are untouched.`}
        next={{ label: 'Overview', href: '/' }}
      />
      <p className="mt-3 text-center">
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </p>
    </>
  );
}
