import { lazy, Suspense, useEffect, useState } from 'react';
import { onReason } from '../shared/reason';
import { OutOfDate } from '../shared/out-of-date';

type Question = { answer: (reason: string | undefined) => void };

const ReasonDialog = lazy(() => import('./reason-dialog').catch(() => ({ default: NoReason })));

/** The dialog that asks why a secret is wanted; mounted once in the shell. */
export function ReasonHost() {
  const [asked, setAsked] = useState<Question>();
  useEffect(() => onReason(setAsked), []);
  function finish(reason: string | undefined) {
    asked?.answer(reason);
    setAsked(undefined);
  }
  return <Suspense>{asked && <ReasonDialog onReason={finish} />}</Suspense>;
}

function NoReason({ onReason: onDone }: { onReason: (reason: undefined) => void }) {
  return <OutOfDate onClose={() => onDone(undefined)} />;
}
