export {
  PublicPiece,
  PublicPreviewQuery,
  PublicText,
  PublicTextChange,
  PublicTextDeed,
  PublicTextHistory,
  PublicTextPublication,
  PublicTextState,
  PublicTextVersion,
  PublicTextWords,
  PublicTexts,
  publicPieces,
  publicTextStates,
} from './public-text';
export { PublicReport, PublicReportInput, PublicReports } from './public-report';
export {
  OpenDataFeedQuery,
  OpenDataIndex,
  OpenDataPublication,
  OpenDataPublications,
  OpenDataQuery,
  OpenDataStrategies,
  OpenDataStrategy,
} from './open-data';
