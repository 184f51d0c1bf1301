export { Breaker } from './breaker';
export { Client, type Answer } from './client';
export { type TestApp, testApp } from './test-app';
