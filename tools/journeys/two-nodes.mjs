import { upstreamOf } from '../../deploy/install/site.mjs';
import { sitePorts, startNginx } from '../../deploy/test/nginx.mjs';
import { startStack } from './stack.mjs';

/**
 * The same product as two API processes and two workers behind the shipped nginx, without TLS, which browsers allow this
 * machine. Answers what `startStack` does, `second` beside it; `url` leads to nginx.
 */
export async function startTwoNodes(extraEnv = {}) {
  const ports = await sitePorts();
  const url = `http://127.0.0.1:${ports.tls}`;
  const stack = await startStack({ PUBLIC_URL: url, TRUSTED_PROXIES: '127.0.0.1', ...extraEnv });
  try {
    const second = await stack.startAnother('second');
    stack.startAnotherWorker('second-worker');
    const local = {
      'listen-tls': `listen 127.0.0.1:${ports.tls};`,
      names: 'server_name 127.0.0.1 localhost;',
      certificate: '',
      upstream: upstreamOf(
        [stack.url, second.url].map((one) => new URL(one).host),
        { leftAlone: '2s' },
      ),
    };
    const nginx = await startNginx({ api: stack.url, ports, local });
    const stop = async () => {
      await nginx.stop();
      await stack.stop();
    };
    return { ...stack, url, second, stop };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
