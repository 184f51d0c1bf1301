import { Module } from '@nestjs/common';
import { TermsService } from './terms.service';
import { VocabulariesController } from './vocabularies.controller';

@Module({
  controllers: [VocabulariesController],
  providers: [TermsService],
  exports: [TermsService],
})
export class VocabulariesModule {}
