import { Module, type OnModuleInit } from '@nestjs/common';
import { Db, PersonalData, SensitiveSources, Synonyms, Titles, Waits, countedData } from '@samverkan/shared/api';
import { ProposalSensitiveService } from './proposal-sensitive.service';
import { ProposalsService } from './proposals.service';
import { proposalsWait } from './proposals.wait';
import { SynonymsQuery } from './synonyms.query';
import { TermCarriers } from './term-carriers';
import { TermsService } from './terms.service';
import { VocabulariesController } from './vocabularies.controller';

@Module({
  controllers: [VocabulariesController],
  providers: [ProposalSensitiveService, ProposalsService, SynonymsQuery, TermCarriers, TermsService],
  exports: [TermCarriers, TermsService],
})
export class VocabulariesModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly sensitive: SensitiveSources,
    private readonly texts: ProposalSensitiveService,
    private readonly people: PersonalData,
    private readonly synonyms: Synonyms,
    private readonly others: SynonymsQuery,
  ) {}

  onModuleInit(): void {
    this.titles.register(
      'vocabularies',
      `select p.id, coalesce(t.sv, p.content->>'sv') as title from term_proposal p left join term t on t.vocabulary = p.vocabulary and t.code = p.code`,
    );
    this.synonyms.register(this.others);
    this.waits.register(proposalsWait);
    this.sensitive.register('vocabularies', this.texts);
    this.people.register(
      'vocabularies',
      countedData(this.db, {
        key: 'vocabularies.deeds',
        title: { sv: 'Förslag och svar om ordlistorna', en: 'Proposals and answers about the word lists' },
        held: 'terms_held',
      }),
    );
  }
}
