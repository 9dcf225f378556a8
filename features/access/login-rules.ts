/** `__Host-`: the browser takes it over HTTPS (or on loopback) only, for this host and all its paths. */
export const loginCookie = '__Host-chengxun';

/** Milliseconds after which a login ends, however busy (reliability: absolute 7 days). */
export const longestLogin = 7 * 24 * 3600_000;

/** Milliseconds without a request after which a login ends (reliability: idle 12 h). */
export const longestRest = 12 * 3600_000;

/** How exactly the last request is known; a write for every request would be a write for every key. */
export const restPrecision = 5 * 60_000;
