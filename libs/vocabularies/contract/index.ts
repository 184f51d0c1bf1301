export {
  Term,
  TermCode,
  TermState,
  Vocabularies,
  Vocabulary,
  VocabularyName,
  termStates,
  vocabularyNames,
} from './vocabulary';
export { codeToday, codesToday, termOf, termsOf, wordOf, wordsByCode } from './term-lists';
export {
  Proposal,
  ProposalAnswerInput,
  ProposalDeed,
  ProposalInput,
  ProposalState,
  Proposals,
  TermDeed,
  TermUses,
  enoughCounties,
  proposalStates,
  termDeeds,
} from './proposal';
