import { Service, computed, inject } from '@angular/core';
import {
  type LawArea,
  type QuestionStatus,
  type QuestionSubject,
  lawAreas,
  lawWords,
  questionStatuses,
  questionSubjects,
  statusWords,
  subjectWords,
} from '@samverkan/questions/contract';
import { type Choice } from '@samverkan/reading/portal';
import { Language } from '@samverkan/shared/portal';

/** What subjects, laws and states are called in the language of the screen. */
@Service()
export class QuestionTerms {
  private readonly language = inject(Language);
  readonly subjects = computed<readonly Choice[]>(() =>
    questionSubjects.map((value) => ({ value, label: this.subject(value) })),
  );
  readonly laws = computed<readonly Choice[]>(() => lawAreas.map((value) => ({ value, label: this.law(value) })));
  readonly statuses = computed<readonly Choice[]>(() =>
    questionStatuses.map((value) => ({ value, label: this.status(value) })),
  );

  subject(code: QuestionSubject): string {
    return this.language.pick(subjectWords[code].sv, subjectWords[code].en);
  }

  law(code: LawArea): string {
    return this.language.pick(lawWords[code].sv, lawWords[code].en);
  }

  status(code: QuestionStatus): string {
    return this.language.pick(statusWords[code].sv, statusWords[code].en);
  }
}
