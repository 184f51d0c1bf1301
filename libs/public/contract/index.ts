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
  PublicTexts,
  publicPieces,
  publicTextStates,
} from './public-text';
