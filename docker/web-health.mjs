// What the engine asks the web container: does nginx answer on its plain port? A redirect or a refusal is an answer.
const answer = await fetch('http://127.0.0.1:8080/', { redirect: 'manual', signal: AbortSignal.timeout(4_000) }).catch(
  () => undefined,
);
process.exitCode = answer && answer.status < 500 ? 0 : 1;
