/**
 * Stands in for `undici` in the bundle: @actions/http-client loads it for one method that only @actions/github calls,
 * and only behind a proxy, but it is most of the bundle and half of the start-up. `ProxyAgent` keeps what it was asked
 * for; `fetch` is Node's own, unless a proxy is wanted: then the real undici is loaded, a chunk of its own.
 */
export class ProxyAgent {
  constructor(options) {
    this.options = options;
  }
}

export async function fetch(input, init = {}) {
  const { dispatcher, ...rest } = init;
  if (!(dispatcher instanceof ProxyAgent)) return globalThis.fetch(input, init);
  // By its path, which the mapping of `undici` to this file does not touch.
  const real = await import('../node_modules/undici/index.js');
  const { fetch: realFetch, ProxyAgent: RealProxyAgent } = real.default;
  return realFetch(input, { ...rest, dispatcher: new RealProxyAgent(dispatcher.options) });
}
