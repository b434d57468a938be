export const id = 347;
export const ids = [347];
export const modules = {

/***/ 5941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch)
/* harmony export */ });
/* unused harmony export ProxyAgent */
/**
 * Stands in for `undici` in the bundle, which would be most of it and half of the start-up: @actions/github and
 * @actions/http-client load it for a `fetch` through proxies, and this action gives them one of its own.
 */
class ProxyAgent {}

const fetch = globalThis.fetch;


/***/ }),

/***/ 3863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ HttpClient)
/* harmony export */ });
/* unused harmony exports BearerCredentialHandler, getExecOutput */
/**
 * Stands in for @actions/exec and @actions/http-client in the bundle, a tenth of what every step would read at its
 * start: @actions/core loads them for programs and for tokens of OpenID Connect, and @actions/github for an agent
 * through proxies. This action asks for none of these, and gives GitHub's library a `fetch` of its own.
 */
class HttpClient {
  getAgent() {}
  getAgentDispatcher() {}
}

class BearerCredentialHandler {}

function getExecOutput() {
  throw new Error('The bundle has no @actions/exec.');
}


/***/ })

};
