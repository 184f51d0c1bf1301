import { StrictAdapter } from '@samverkan/shared/api';
import type { FrontDoor } from './front-door';

/** Nest behind a door that is already open: it listens to nothing itself, and closing it waits for the last answer. */
export class DoorAdapter extends StrictAdapter {
  constructor(private readonly door: FrontDoor) {
    super();
  }

  override initHttpServer(): void {
    this.httpServer = this.door.server;
  }

  override close(): Promise<undefined> {
    return this.door.close().then(() => undefined);
  }
}
