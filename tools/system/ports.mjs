// Free ports, and the sentence for one that is taken.
import { createServer } from 'node:net';
import { Trouble } from './trouble.mjs';

const tryPort = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const { port: got } = server.address();
      server.close(() => resolve(got));
    });
  });

export const isFree = async (port) =>
  (await tryPort(port, '127.0.0.1')) !== undefined && (await tryPort(port)) !== undefined;

/** A port nobody listens on, the wished one when it is free. */
export async function freePort(wished) {
  if (wished && (await isFree(wished))) return wished;
  return tryPort(0, '127.0.0.1');
}

/** Reads a port from the environment, or says what is wrong with it. */
export async function requirePort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Trouble(`PORT must be a number from 1 to 65535, not "${text}".`);
  if (!(await isFree(port))) {
    throw new Trouble(
      `Port ${port} is taken: stop the program that uses it, or choose another with PORT=${port + 1} npm start.`,
    );
  }
  return port;
}
