import { Injectable } from '@nestjs/common';
import type { Consultation, ConsultationAnswers, ConsultationList } from '@samverkan/consultations/contract';
import { currentActor, notFound } from '@samverkan/shared/api';
import type { ConsultationRow } from './consultation-rows';
import { consultationsPolicy } from './consultations.policy';
import { ConsultationsQuery } from './consultations.query';
import { answersOf, consultationOf } from './consultations.view';

/** Reads rounds, and takes one up for a deed. */
@Injectable()
export class ConsultationsService {
  constructor(private readonly consultations: ConsultationsQuery) {}

  async list(): Promise<ConsultationList> {
    return { items: await this.consultations.list() };
  }

  /** The round, when this may be done with it. */
  async row(id: string, verb: 'read' | 'manage' | 'answer' | 'readAnswers' | 'reopen'): Promise<ConsultationRow> {
    const row = await this.consultations.row(id);
    if (!row) throw notFound();
    consultationsPolicy.require(verb, currentActor(), row);
    return row;
  }

  async read(id: string): Promise<Consultation> {
    const row = await this.row(id, 'read');
    const content = await this.consultations.one(id);
    if (!content) throw notFound();
    return consultationOf(currentActor(), row, content);
  }

  async answers(id: string): Promise<ConsultationAnswers> {
    const row = await this.row(id, 'readAnswers');
    const content = await this.consultations.answers(id);
    if (!content) throw notFound();
    return answersOf(currentActor(), row, content);
  }
}
