import { Service, computed, inject } from '@angular/core';
import { type QuestionSubject, questionSubjects, subjectWords } from '@samverkan/questions/contract';
import { type Choice } from '@samverkan/reading/portal';
import { Language } from '@samverkan/shared/portal';
import {
  type SupportEffect,
  type SupportForm,
  type SupportStatus,
  type SupportUrgency,
  effectWords,
  formWords,
  supportEffects,
  supportForms,
  supportStatusWords,
  supportStatuses,
  supportUrgencies,
  urgencyWords,
} from '@samverkan/support/contract';

type Both = { sv: string; en: string };

/** What subjects, forms and states are called in the language of the screen. */
@Service()
export class SupportTerms {
  private readonly language = inject(Language);
  readonly subjects = computed(() => this.choices(questionSubjects, subjectWords));
  readonly forms = computed(() => this.choices(supportForms, formWords));
  readonly urgencies = computed(() => this.choices(supportUrgencies, urgencyWords));
  readonly statuses = computed(() => this.choices(supportStatuses, supportStatusWords));
  readonly effects = computed(() => this.choices(supportEffects, effectWords));

  subject(code: QuestionSubject): string {
    return this.pick(subjectWords[code]);
  }

  form(code: SupportForm): string {
    return this.pick(formWords[code]);
  }

  urgency(code: SupportUrgency): string {
    return this.pick(urgencyWords[code]);
  }

  status(code: SupportStatus): string {
    return this.pick(supportStatusWords[code]);
  }

  effect(code: SupportEffect): string {
    return this.pick(effectWords[code]);
  }

  private pick({ sv, en }: Both): string {
    return this.language.pick(sv, en);
  }

  private choices<T extends string>(codes: readonly T[], words: Record<T, Both>): readonly Choice[] {
    return codes.map((value) => ({ value, label: this.pick(words[value]) }));
  }
}
