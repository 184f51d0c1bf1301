export {
  Assessment,
  AssessmentChange,
  AssessmentDeed,
  AssessmentInput,
  AssessmentLevel,
  AssessmentQuery,
  Assessments,
  Evidence,
  EvidenceInput,
  LatestAssessments,
  StrategyAssessmentsQuery,
  assessmentLevels,
} from './assessment';
export {
  AssessmentExportQuery,
  AssessmentListQuery,
  AssessmentPage,
  GoalsNotAssessed,
  assessmentSorts,
} from './assessment-query';
