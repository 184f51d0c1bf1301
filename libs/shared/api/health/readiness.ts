import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Ready means: a query answered within a second, and the process is not on its way out. (`isInitialized` stays true with the database dead.) */
@Injectable()
export class Readiness {
  private draining = false;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** From now on new work goes to other replicas. */
  drain(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  async state(): Promise<'ready' | 'draining' | 'database-unavailable'> {
    if (this.draining) return 'draining';
    const deadline = new Promise<false>((resolve) => setTimeout(() => resolve(false), 1000).unref());
    const answered = this.source.query('select 1').then(
      () => true,
      () => false,
    );
    return (await Promise.race([answered, deadline])) ? 'ready' : 'database-unavailable';
  }
}
