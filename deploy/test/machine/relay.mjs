import { connect } from 'node:net';

/**
 * Runs in another network: it is handed a server that listens here, and connects whoever comes to it with an address over
 * there. `from` are the addresses it comes from in turn. Ends with the process that started it.
 */
process.on('message', ({ host, port, from = [undefined] }, server) => {
  let turn = 0;
  server.on('connection', (here) => {
    const there = connect({ host, port, localAddress: from[turn++ % from.length] });
    here.pipe(there).pipe(here);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ])
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  process.send('listening');
});
process.on('disconnect', () => process.exit());
process.send('ready');
