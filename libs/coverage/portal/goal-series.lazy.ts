/** How the work towards a goal has gone, to be shown on its page: loaded with it, the drawing when there is something to draw. */
export const goalSeries = () => import('./goal-series').then((slot) => slot.GoalSeriesSection);
