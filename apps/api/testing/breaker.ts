import { type Server, type Socket, connect, createServer } from 'node:net';

/** A wire between the API and the database that can be cut and mended. */
export class Breaker {
  private readonly open = new Set<Socket>();
  private readonly server: Server;
  private cutOff = false;
  private target = { host: '127.0.0.1', port: 5432 };

  constructor() {
    this.server = createServer((near) => {
      if (this.cutOff) {
        near.destroy();
        return;
      }
      const far = connect(this.target);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.open.add(from);
        from
          .on('error', () => to.destroy())
          .on('close', () => {
            this.open.delete(from);
            to.destroy();
          });
        from.pipe(to);
      }
    });
  }

  /** The same database's address, through the wire. */
  async through(url: string): Promise<string> {
    const address = new URL(url);
    this.target = { host: address.hostname, port: Number(address.port) };
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    address.port = String((this.server.address() as { port: number }).port);
    return address.toString();
  }

  cut(): void {
    this.cutOff = true;
    this.open.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.cutOff = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
