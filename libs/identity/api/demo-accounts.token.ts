/** Injection token of the made-up accounts (`DemoAccount[]`), given by the application. */
export const DEMO_ACCOUNTS = Symbol('demo-accounts');
