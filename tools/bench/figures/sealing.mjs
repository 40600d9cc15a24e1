import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 600_000;

/** Starts the worker and waits until every event is sealed; answers events per second from its start on. */
export async function sealEverything(stack) {
  const { root } = stack;
  const [[{ events }]] = await root.query('SELECT COUNT(*) AS events FROM event');
  const startedAt = performance.now();
  stack.startWorker();
  for (let sealed = 0; sealed < events; await sleep(200)) {
    const [[row]] = await root.query('SELECT MAX(seq) AS last FROM event_seal');
    sealed = Number(row.last ?? 0);
    if (performance.now() - startedAt > PATIENCE) throw new Error(`Only ${sealed} of ${events} events were sealed.`);
  }
  return { events, rate: (events / (performance.now() - startedAt)) * 1000 };
}

/** Verifies the whole log with the operator's command; answers events and seconds, the start of the program included. */
export async function verifyEverything(stack) {
  const [[{ events }]] = await stack.root.query('SELECT COUNT(*) AS events FROM event_seal');
  const startedAt = performance.now();
  await stack.operator('audit', 'verify');
  return { events, seconds: (performance.now() - startedAt) / 1000 };
}
