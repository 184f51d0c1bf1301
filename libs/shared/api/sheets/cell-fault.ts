/** A cell's code when it cannot be read. */
export class CellFault {
  constructor(readonly code: string) {}
}
