import { isProblem } from './problem';

type Question = { answer: (reason: string | undefined) => void };
let ask: ((question: Question) => void) | undefined;

/** Connects the dialog that asks why; called once by the shell. Returns the function that disconnects it. */
export function onReason(handler: (question: Question) => void): () => void {
  ask = handler;
  return () => {
    if (ask === handler) ask = undefined;
  };
}

/** Asks the person why; rejects with `askReason.declined` when they turn it down. */
export async function askReason(): Promise<string> {
  const show = ask;
  const reason = show && (await new Promise<string | undefined>((answer) => show({ answer })));
  if (!reason) throw askReason.declined;
  return reason;
}
askReason.declined = new Error('No reason was given.');

/** Runs an act; where the server wants a reason (`/reason` in its refusal), asks for it and repeats the act with it. */
export async function withReason<T>(act: (body: { reason?: string }) => Promise<T>): Promise<T> {
  try {
    return await act({});
  } catch (error) {
    if (!isProblem(error) || !error.errors.some(({ pointer }) => pointer === '/reason')) throw error;
    return act({ reason: await askReason() });
  }
}
