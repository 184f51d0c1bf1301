import { Foundation1763900000001 } from '../../database/migrations/0001-foundation';
import { Geography1763900000002 } from '../../database/migrations/0002-geography';
import { Organizations1763900000003 } from '../../database/migrations/0003-organizations';
import { Identity1763900000004 } from '../../database/migrations/0004-identity';
import { Strategies1763900000005 } from '../../database/migrations/0005-strategies';
import { Actions1763900000006 } from '../../database/migrations/0006-actions';
import { Floor1763900000007 } from '../../database/migrations/0007-floor';
import { Audit1763900000008 } from '../../database/migrations/0008-audit';
import { JobsAndMail1763900000009 } from '../../database/migrations/0009-jobs-and-mail';
import { Dependable1763900000010 } from '../../database/migrations/0010-dependable';
import { SensitiveTexts1763900000012 } from '../../database/migrations/0012-sensitive-texts';
import { Accounts1763900000013 } from '../../database/migrations/0013-accounts';
import { ReadingIsAudited1763900000014 } from '../../database/migrations/0014-reading-is-audited';
import { PartiesKeepThemselves1763900000015 } from '../../database/migrations/0015-parties-keep-themselves';
import { Contacts1763900000016 } from '../../database/migrations/0016-contacts';
import { ErasureAndRetention1763900000017 } from '../../database/migrations/0017-erasure-and-retention';
import { ContactsAreVerified1763900000018 } from '../../database/migrations/0018-contacts-are-verified';
import { PartiesCanBeMerged1763900000019 } from '../../database/migrations/0019-parties-can-be-merged';
import { Notices1763900000020 } from '../../database/migrations/0020-notices';
import { Handover1763900000021 } from '../../database/migrations/0021-handover';
import { FunctionsFollowTheirParty1763900000022 } from '../../database/migrations/0022-functions-follow-their-party';
import { ContactsPersonalData1763900000023 } from '../../database/migrations/0023-contacts-personal-data';
import { FunctionsAreHiddenAndInvitedTo1763900000025 } from '../../database/migrations/0025-functions-are-hidden-and-invited-to';
import { GroupsOfRecipients1763900000026 } from '../../database/migrations/0026-groups-of-recipients';
import { StrategiesAreWritten1763900000027 } from '../../database/migrations/0027-strategies-are-written';
import { CoverageIsKept1763900000028 } from '../../database/migrations/0028-coverage-is-kept';
import { MessagesToFunctions1763900000029 } from '../../database/migrations/0029-messages-to-functions';
import { StrategiesSucceed1763900000030 } from '../../database/migrations/0030-strategies-succeed';
import { StrategiesAreConsulted1763900000031 } from '../../database/migrations/0031-strategies-are-consulted';
import { ConsultationsAreKeptFromOthers1763900000036 } from '../../database/migrations/0036-consultations-are-kept-from-others';
import { Assignments1763900000038 } from '../../database/migrations/0038-assignments';
import { CalendarsAreSubscribedTo1763900000039 } from '../../database/migrations/0039-calendars-are-subscribed-to';
import { GoalsAreAssessed1763900000044 } from '../../database/migrations/0044-goals-are-assessed';
import { FramesHaveAMotive1763900000045 } from '../../database/migrations/0045-frames-have-a-motive';
import { WhatAHandoverEndedKeepsItsName1763900000050 } from '../../database/migrations/0050-what-a-handover-ended-keeps-its-name';
import { ActionsKnowTheirNeighbours1763900000051 } from '../../database/migrations/0051-actions-know-their-neighbours';
import { CommentsCanBeHidden1763900000055 } from '../../database/migrations/0055-comments-can-be-hidden';
import { AParentMergesIntoItsOwn1763900000056 } from '../../database/migrations/0056-a-parent-merges-into-its-own';
import { WordsOfStrategiesCanBeHidden1763900000057 } from '../../database/migrations/0057-words-of-strategies-can-be-hidden';
import { MessagesCanBeHidden1763900000058 } from '../../database/migrations/0058-messages-can-be-hidden';
import { ActionsAreDoneTogether1763900000060 } from '../../database/migrations/0060-actions-are-done-together';
import { CooperationsAreHiddenAndMoved1763900000061 } from '../../database/migrations/0061-cooperations-are-hidden-and-moved';
import { TheCountyConnects1763900000062 } from '../../database/migrations/0062-the-county-connects';
import { ActionsAreFoundByCounty1763900000065 } from '../../database/migrations/0065-actions-are-found-by-county';
import { FiltersAreSaved1763900000066 } from '../../database/migrations/0066-filters-are-saved';
import { FiltersAreLetGoByRule1763900000067 } from '../../database/migrations/0067-filters-are-let-go-by-rule';
import { ActionsAreCommented1763900000068 } from '../../database/migrations/0068-actions-are-commented';
import { ActionsComeAgain1763900000069 } from '../../database/migrations/0069-actions-come-again';
import { ActionsHaveTasks1763900000070 } from '../../database/migrations/0070-actions-have-tasks';
import { FilesHangAtActions1763900000071 } from '../../database/migrations/0071-files-hang-at-actions';
import { AnImportIsTakenBack1763900000072 } from '../../database/migrations/0072-an-import-is-taken-back';
import { WordsAreKeptInLists1763900000073 } from '../../database/migrations/0073-words-are-kept-in-lists';
import { SystemsHaveTokens1763900000074 } from '../../database/migrations/0074-systems-have-tokens';
import { WhatIsTakenAwaySaysByWhom1763900000075 } from '../../database/migrations/0075-what-is-taken-away-says-by-whom';
import { CountiesAgreeOnWords1763900000076 } from '../../database/migrations/0076-counties-agree-on-words';
import { WhoWritesWhere1763900000077 } from '../../database/migrations/0077-who-writes-where';
import { Publications1763900000078 } from '../../database/migrations/0078-publications';
import { PublicationsAreKept1763900000079 } from '../../database/migrations/0079-publications-are-kept';
import { PublicationsAreSelected1763900000080 } from '../../database/migrations/0080-publications-are-selected';
import { TrainingsAreOffered1763900000084 } from '../../database/migrations/0084-trainings-are-offered';
import { TrainingsAreRegisteredFor1763900000085 } from '../../database/migrations/0085-trainings-are-registered-for';
import { ReachStays1763900000086 } from '../../database/migrations/0086-reach-stays';
import { TrainingsAreEvaluated1763900000087 } from '../../database/migrations/0087-trainings-are-evaluated';
import { TheBestAnswersFirst1763900000090 } from '../../database/migrations/0090-the-best-answers-first';
import { WhatWaitsIsToldOnce1763900000091 } from '../../database/migrations/0091-what-waits-is-told-once';
import { Methods1763900000092 } from '../../database/migrations/0092-methods';
import { MethodsAreUsed1763900000093 } from '../../database/migrations/0093-methods-are-used';
import { MethodsAreKept1763900000094 } from '../../database/migrations/0094-methods-are-kept';
import { CountiesWriteTheirPublicPages1763900000097 } from '../../database/migrations/0097-counties-write-their-public-pages';
import { QuestionsAreAsked1763900000102 } from '../../database/migrations/0102-questions-are-asked';
import { QuestionsGoOnAndAreAnswered1763900000103 } from '../../database/migrations/0103-questions-go-on-and-are-answered';
import { QuestionsAreKept1763900000104 } from '../../database/migrations/0104-questions-are-kept';
import { FilesAreFoundByTheirWords1763900000110 } from '../../database/migrations/0110-files-are-found-by-their-words';
import { SupportIsAskedFor1763900000111 } from '../../database/migrations/0111-support-is-asked-for';
import { SupportIsKept1763900000112 } from '../../database/migrations/0112-support-is-kept';
import { ShortcomingsAreTold1763900000117 } from '../../database/migrations/0117-shortcomings-are-told';
import { SupportIsAskedForFromOutside1763900000118 } from '../../database/migrations/0118-support-is-asked-for-from-outside';
import { NoTwoHaveOneReference1763900000119 } from '../../database/migrations/0119-no-two-have-one-reference';
import { MaterialBecomesAPublication1763900000120 } from '../../database/migrations/0120-material-becomes-a-publication';
import { CompletionsComeFromASheet1763900000121 } from '../../database/migrations/0121-completions-come-from-a-sheet';
import { ACompletedCourseRenews1763900000122 } from '../../database/migrations/0122-a-completed-course-renews';
import { InvitationsAreRemindedOf1763900000125 } from '../../database/migrations/0125-invitations-are-reminded-of';
import { DraftsGoalsAndPartiesLieInTheTrash1763900000126 } from '../../database/migrations/0126-drafts-goals-and-parties-lie-in-the-trash';
import { NamesOfFiltersAndKeysAreCleaned1763900000127 } from '../../database/migrations/0127-names-of-filters-and-keys-are-cleaned';
import { SingleKeysCanBeTurnedOff1763900000128 } from '../../database/migrations/0128-single-keys-can-be-turned-off';
import { WhatLiesInTheTrashCanGoAtOnce1763900000129 } from '../../database/migrations/0129-what-lies-in-the-trash-can-go-at-once';
import { OddLettersAreLookedForToo1763900000130 } from '../../database/migrations/0130-odd-letters-are-looked-for-too';
import { WhatGoesForGoodGoesWhole1763900000131 } from '../../database/migrations/0131-what-goes-for-good-goes-whole';
import { WhatWasMendedInPlace1763900000132 } from '../../database/migrations/0132-what-was-mended-in-place';
import { FilesHangAtLines1763900000133 } from '../../database/migrations/0133-files-hang-at-lines';
import { WhoIsToHoldATrainingIsAsked1763900000134 } from '../../database/migrations/0134-who-is-to-hold-a-training-is-asked';
import { PublicationsAreFoundWhole1763900000135 } from '../../database/migrations/0135-publications-are-found-whole';
import { WordsOfFilesThatCameBefore1763900000136 } from '../../database/migrations/0136-words-of-files-that-came-before';
import { ARareWordIsLookedUp1763900000137 } from '../../database/migrations/0137-a-rare-word-is-looked-up';
import { WhatTheCountyGivesBackWaitsAgain1763900000138 } from '../../database/migrations/0138-what-the-county-gives-back-waits-again';
import { AMailboxIsToldOnceOfWhatIsWrong1763900000139 } from '../../database/migrations/0139-a-mailbox-is-told-once-of-what-is-wrong';
import { AClosedAccountHasNoSession1763900000140 } from '../../database/migrations/0140-a-closed-account-has-no-session';
import { AGroupIsChangedByItsWholeHistory1763900000145 } from '../../database/migrations/0145-a-group-is-changed-by-its-whole-history';
import { TheBestPublicationsAreToldAtOnce1763900000146 } from '../../database/migrations/0146-the-best-publications-are-told-at-once';
import { WhatIsNearlySoIsAskedAtOnce1763900000147 } from '../../database/migrations/0147-what-is-nearly-so-is-asked-at-once';
import { WhoeverIsNamedAnOwnerIsTold1763900000148 } from '../../database/migrations/0148-whoever-is-named-an-owner-is-told';
import { WhatIsNearlySoIsFoundByItsWords1763900000149 } from '../../database/migrations/0149-what-is-nearly-so-is-found-by-its-words';
import { NoMoreAreLookedThroughThanAreCounted1763900000150 } from '../../database/migrations/0150-no-more-are-looked-through-than-are-counted';
import { TheLinesOfOneAction1763900000151 } from '../../database/migrations/0151-the-lines-of-one-action';
import { WhatOthersHaveTiedStays1763900000152 } from '../../database/migrations/0152-what-others-have-tied-stays';
import { AStepIsTakenBack1763900000153 } from '../../database/migrations/0153-a-step-is-taken-back';
import { OfHowManyAndALinePutBack1763900000154 } from '../../database/migrations/0154-of-how-many-and-a-line-put-back';
import { ACountyWritesHowItsPagesBegin1763900000155 } from '../../database/migrations/0155-a-county-writes-how-its-pages-begin';
import { WhatIsOpenIsLookedUp1763900000156 } from '../../database/migrations/0156-what-is-open-is-looked-up';

/** Linear, oldest first; the next has the highest number, also when it was begun before others that have landed. */
export const migrations = [
  Foundation1763900000001,
  Geography1763900000002,
  Organizations1763900000003,
  Identity1763900000004,
  Strategies1763900000005,
  Actions1763900000006,
  Floor1763900000007,
  Audit1763900000008,
  JobsAndMail1763900000009,
  Dependable1763900000010,
  SensitiveTexts1763900000012,
  Accounts1763900000013,
  ReadingIsAudited1763900000014,
  PartiesKeepThemselves1763900000015,
  Contacts1763900000016,
  ErasureAndRetention1763900000017,
  ContactsAreVerified1763900000018,
  PartiesCanBeMerged1763900000019,
  Notices1763900000020,
  Handover1763900000021,
  FunctionsFollowTheirParty1763900000022,
  ContactsPersonalData1763900000023,
  FunctionsAreHiddenAndInvitedTo1763900000025,
  GroupsOfRecipients1763900000026,
  StrategiesAreWritten1763900000027,
  CoverageIsKept1763900000028,
  MessagesToFunctions1763900000029,
  StrategiesSucceed1763900000030,
  StrategiesAreConsulted1763900000031,
  ConsultationsAreKeptFromOthers1763900000036,
  Assignments1763900000038,
  CalendarsAreSubscribedTo1763900000039,
  GoalsAreAssessed1763900000044,
  FramesHaveAMotive1763900000045,
  WhatAHandoverEndedKeepsItsName1763900000050,
  ActionsKnowTheirNeighbours1763900000051,
  CommentsCanBeHidden1763900000055,
  AParentMergesIntoItsOwn1763900000056,
  WordsOfStrategiesCanBeHidden1763900000057,
  MessagesCanBeHidden1763900000058,
  ActionsAreDoneTogether1763900000060,
  CooperationsAreHiddenAndMoved1763900000061,
  TheCountyConnects1763900000062,
  ActionsAreFoundByCounty1763900000065,
  FiltersAreSaved1763900000066,
  FiltersAreLetGoByRule1763900000067,
  ActionsAreCommented1763900000068,
  ActionsComeAgain1763900000069,
  ActionsHaveTasks1763900000070,
  FilesHangAtActions1763900000071,
  AnImportIsTakenBack1763900000072,
  WordsAreKeptInLists1763900000073,
  SystemsHaveTokens1763900000074,
  WhatIsTakenAwaySaysByWhom1763900000075,
  CountiesAgreeOnWords1763900000076,
  WhoWritesWhere1763900000077,
  Publications1763900000078,
  PublicationsAreKept1763900000079,
  PublicationsAreSelected1763900000080,
  TrainingsAreOffered1763900000084,
  TrainingsAreRegisteredFor1763900000085,
  ReachStays1763900000086,
  TrainingsAreEvaluated1763900000087,
  TheBestAnswersFirst1763900000090,
  WhatWaitsIsToldOnce1763900000091,
  Methods1763900000092,
  MethodsAreUsed1763900000093,
  MethodsAreKept1763900000094,
  CountiesWriteTheirPublicPages1763900000097,
  QuestionsAreAsked1763900000102,
  QuestionsGoOnAndAreAnswered1763900000103,
  QuestionsAreKept1763900000104,
  FilesAreFoundByTheirWords1763900000110,
  SupportIsAskedFor1763900000111,
  SupportIsKept1763900000112,
  ShortcomingsAreTold1763900000117,
  SupportIsAskedForFromOutside1763900000118,
  NoTwoHaveOneReference1763900000119,
  MaterialBecomesAPublication1763900000120,
  CompletionsComeFromASheet1763900000121,
  ACompletedCourseRenews1763900000122,
  InvitationsAreRemindedOf1763900000125,
  DraftsGoalsAndPartiesLieInTheTrash1763900000126,
  NamesOfFiltersAndKeysAreCleaned1763900000127,
  SingleKeysCanBeTurnedOff1763900000128,
  WhatLiesInTheTrashCanGoAtOnce1763900000129,
  OddLettersAreLookedForToo1763900000130,
  WhatGoesForGoodGoesWhole1763900000131,
  WhatWasMendedInPlace1763900000132,
  FilesHangAtLines1763900000133,
  WhoIsToHoldATrainingIsAsked1763900000134,
  PublicationsAreFoundWhole1763900000135,
  WordsOfFilesThatCameBefore1763900000136,
  ARareWordIsLookedUp1763900000137,
  WhatTheCountyGivesBackWaitsAgain1763900000138,
  AMailboxIsToldOnceOfWhatIsWrong1763900000139,
  AClosedAccountHasNoSession1763900000140,
  AGroupIsChangedByItsWholeHistory1763900000145,
  TheBestPublicationsAreToldAtOnce1763900000146,
  WhatIsNearlySoIsAskedAtOnce1763900000147,
  WhoeverIsNamedAnOwnerIsTold1763900000148,
  WhatIsNearlySoIsFoundByItsWords1763900000149,
  NoMoreAreLookedThroughThanAreCounted1763900000150,
  TheLinesOfOneAction1763900000151,
  WhatOthersHaveTiedStays1763900000152,
  AStepIsTakenBack1763900000153,
  OfHowManyAndALinePutBack1763900000154,
  ACountyWritesHowItsPagesBegin1763900000155,
  WhatIsOpenIsLookedUp1763900000156,
];

/** Their names, as the database notes them. */
export const migrationNames = migrations.map((migration) => new migration().name);

/** Those up to and with the one of that name, or all. Throws on a name that is not among them. */
export function migrationsUpTo(name?: string): typeof migrations {
  if (name === undefined) return migrations;
  const last = migrationNames.indexOf(name);
  if (last < 0) throw new Error(`${name} is no migration of this version: a newer one made it`);
  return migrations.slice(0, last + 1);
}

/** Whether the queue's own tables belong to a database that has come as far as the migration of that name. */
export const hasQueue = (name?: string): boolean => migrationsUpTo(name).includes(JobsAndMail1763900000009);
