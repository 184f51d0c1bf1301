import { Injectable } from '@nestjs/common';
import type { HiddenPlace, SensitiveField, SensitiveSource } from '@samverkan/shared/api';
import { ContactSensitiveService } from './contact-sensitive.service';
import { SendingSensitiveService } from './sending-sensitive.service';

/** The area's texts that can be hidden: functions and what is said of them, and messages. */
@Injectable()
export class ContactsSensitiveSource implements SensitiveSource {
  constructor(
    private readonly functions: ContactSensitiveService,
    private readonly sendings: SendingSensitiveService,
  ) {}

  hide(kind: string, id: string): Promise<HiddenPlace> {
    return this.of(kind).hide(kind, id);
  }

  fields(kind: string, id: string): Promise<SensitiveField[]> {
    return this.of(kind).fields(kind, id);
  }

  show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    return this.of(kind).show(kind, id, clean);
  }

  private of(kind: string): SensitiveSource {
    return kind === 'sending' ? this.sendings : this.functions;
  }
}
