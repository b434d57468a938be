/**
 * Stands in for @actions/exec and @actions/http-client in the bundle, a tenth of what every step would read at its
 * start: @actions/core loads them for programs and for tokens of OpenID Connect, and @actions/github for an agent
 * through proxies. This action asks for none of these, and gives GitHub's library a `fetch` of its own.
 */
export class HttpClient {
  getAgent() {}
  getAgentDispatcher() {}
}

export class BearerCredentialHandler {}

export function getExecOutput() {
  throw new Error('The bundle has no @actions/exec.');
}
