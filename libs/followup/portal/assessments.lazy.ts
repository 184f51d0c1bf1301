/** Fetched with the first page that shows a goal. */
export const goalAssessments = () => import('./goal-assessments').then((slot) => slot.GoalAssessments);
export const latestAssessment = () => import('./latest-assessment').then((slot) => slot.LatestAssessment);
