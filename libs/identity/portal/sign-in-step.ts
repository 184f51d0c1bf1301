import { Component, input, output } from '@angular/core';
import type { Session, SignInStep } from '@samverkan/identity/contract';
import { EmergencyReason } from './emergency-reason';
import { Enrolment } from './enrolment';
import { SecondFactor } from './second-factor';

/** What remains after the first proof: a second one, getting a second factor, or the reason for opening an emergency account. */
@Component({
  selector: 'sam-sign-in-step',
  template: `@switch (step().next) {
    @case ('second-factor') {
      <sam-second-factor [methods]="step().methods" (entered)="entered.emit($event)" (again)="again.emit()" />
    }
    @case ('enrolment') {
      <sam-enrolment (entered)="entered.emit($event)" (again)="again.emit()" />
    }
    @case ('reason') {
      <sam-emergency-reason (entered)="entered.emit($event)" (again)="again.emit()" />
    }
  }`,
  imports: [EmergencyReason, Enrolment, SecondFactor],
})
export class SignInStepForm {
  readonly step = input.required<SignInStep>();
  readonly entered = output<Session>();
  /** She starts over, or the step has waited too long. */
  readonly again = output();
}
