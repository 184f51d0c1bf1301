export { ConsultationMail } from './consultation-mail';
export { ConsultationsModule } from './consultations.module';
