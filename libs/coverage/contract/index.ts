export {
  Coverage,
  CoverageColumn,
  CoverageExportQuery,
  CoverageGaps,
  CoverageQuery,
  CoverageRow,
  coverageViews,
  elsewhere,
  openStatuses,
} from './coverage';
export { GoalSeries, SeriesMonth } from './goal-series';
