import express, { type Express } from 'express';

/** One address, one spelling: `/API/…` is no way to the API. Must be said before the framework adds its first route. */
export function strictExpress(): Express {
  const server = express();
  server.set('case sensitive routing', true);
  return server;
}
