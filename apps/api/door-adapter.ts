import { ExpressAdapter } from '@nestjs/platform-express';
import type { FrontDoor } from './front-door';
import { strictExpress } from './strict-express';

/** Nest behind a door that is already open: it listens to nothing itself, and closing it waits for the last answer. */
export class DoorAdapter extends ExpressAdapter {
  constructor(private readonly door: FrontDoor) {
    super(strictExpress());
  }

  override initHttpServer(): void {
    this.httpServer = this.door.server;
  }

  override close(): Promise<undefined> {
    return this.door.close().then(() => undefined);
  }
}
