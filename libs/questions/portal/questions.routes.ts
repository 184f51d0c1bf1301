import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { questionsWords } from './questions-words';

const form = () => import('./question-form.page').then((page) => page.QuestionFormPage);
const bundleForm = () => import('./bundle-form.page').then((page) => page.BundleFormPage);
const answerForm = () => import('./answer-form.page').then((page) => page.AnswerFormPage);

export const questionsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(questionsWords)],
    children: [
      { path: '', loadComponent: () => import('./questions.page').then((page) => page.QuestionsPage) },
      { path: 'ny', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: 'samlade', loadComponent: () => import('./bundles.page').then((page) => page.BundlesPage) },
      { path: 'samlade/ny', canDeactivate: [unsavedGuard], loadComponent: bundleForm },
      { path: 'samlade/:id/andra', canDeactivate: [unsavedGuard], loadComponent: bundleForm },
      { path: 'samlade/:id', loadComponent: () => import('./bundle.page').then((page) => page.BundlePage) },
      { path: 'svar', loadComponent: () => import('./answers.page').then((page) => page.AnswersPage) },
      { path: 'svar/ny', canDeactivate: [unsavedGuard], loadComponent: answerForm },
      { path: 'svar/:id/andra', canDeactivate: [unsavedGuard], loadComponent: answerForm },
      { path: 'svar/:id', loadComponent: () => import('./answer.page').then((page) => page.AnswerPage) },
      { path: 'statistik', loadComponent: () => import('./statistics.page').then((page) => page.StatisticsPage) },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id', loadComponent: () => import('./question.page').then((page) => page.QuestionPage) },
    ],
  },
];
