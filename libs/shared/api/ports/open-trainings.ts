import { Injectable } from '@nestjs/common';

/** When and where a training is held, as the clock shows in Sweden. */
export interface OpenSession {
  id: string;
  day: string;
  lastDay: string | null;
  from: string;
  to: string;
  /** The same hours as moments. */
  startsAt: string;
  endsAt: string;
  place: string;
  /** Seats that are left; null where there is no limit. */
  free: number | null;
  registerBy: string | null;
}

/** A training that anybody may know of. */
export interface OpenTraining {
  id: string;
  kind: { sv: string; en: string };
  title: string;
  about: string;
  hosts: readonly string[];
  /** None is the whole country. */
  countyCodes: readonly string[];
  /** Where it is, when it is on the web. */
  link: string | null;
  /** Whom to write to for a seat: a function and its mailbox, where they are public too. */
  ask: { title: string; mailbox: string | null } | null;
  /** Those to come, the next first; none for what one takes when one likes. */
  sessions: readonly OpenSession[];
  changedAt: string;
}

export interface OpenTrainingSource {
  /** Of a county, or of all; read for who has not signed in. */
  upcoming(countyCode: string | null): Promise<OpenTraining[]>;
}

/** Port: the area of trainings says what anybody may know of; the public pages show it. */
@Injectable()
export class OpenTrainings {
  private source: OpenTrainingSource | undefined;

  register(source: OpenTrainingSource): void {
    if (this.source) throw new Error('Two areas say what trainings are open.');
    this.source = source;
  }

  async upcoming(countyCode: string | null): Promise<OpenTraining[]> {
    return (await this.source?.upcoming(countyCode)) ?? [];
  }
}
