type Request = { className: string; answer: (proved: boolean) => void };

let ask: ((request: Request) => void) | undefined;
let pending: Promise<boolean> | undefined;

/** Connects the dialog that asks; called once by the shell. Returns the function that disconnects it. */
export function onStepUp(handler: (request: Request) => void): () => void {
  ask = handler;
  return () => {
    if (ask === handler) ask = undefined;
  };
}

/** Asks the person for a fresh proof for this class of act; one dialog serves all calls that wait. */
export function provePresence(className: string): Promise<boolean> {
  if (!ask) return Promise.resolve(false);
  const show = ask;
  pending ??= new Promise<boolean>((answer) => show({ className, answer })).finally(() => (pending = undefined));
  return pending;
}
