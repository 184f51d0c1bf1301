/** Injection token of the one `Configuration`. */
export const CONFIGURATION = Symbol('configuration');
