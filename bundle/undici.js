/**
 * Stands in for `undici` in the bundle, which would be most of it and half of the start-up: @actions/github and
 * @actions/http-client load it for a `fetch` through proxies, and this action gives them one of its own.
 */
export class ProxyAgent {}

export const fetch = globalThis.fetch;
