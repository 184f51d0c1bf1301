import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf } from '@samverkan/shared/api';

/** The letters of privacy. Subjects say nothing about what the matter is. */
@Injectable()
export class PrivacyLetters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  decided(to: string, decision: 'erase' | 'pseudonymise' | 'refuse'): Letter {
    const said =
      decision === 'refuse'
        ? both(
            'Din begäran om att uppgifter om dig ska tas bort har avslagits. Skälet står på sidan om dina uppgifter. Du kan vända dig till Integritetsskyddsmyndigheten med klagomål.',
            'The request that data about you be erased has been refused. The ground stands on the page about your data. You can complain to the Swedish Authority for Privacy Protection.',
          )
        : both(
            'Uppgifterna om dig i Samverkan har tagits bort. Kontot går inte längre att använda, och det här är det sista mejlet du får härifrån.',
            'The data about you in Samverkan have been erased. The account cannot be used any more, and this is the last message you get from here.',
          );
    return {
      to,
      subject: both('Ditt konto i Samverkan', 'Your account in Samverkan'),
      body: { sv: [said.sv], en: [said.en] },
      ...(decision === 'refuse'
        ? { link: { url: `${this.home}/mina-uppgifter`, words: both('Dina uppgifter', 'Your data') } }
        : {}),
    };
  }

  auditDoesNotHold(to: string, faults: number): Letter {
    return {
      to,
      subject: both('Viktigt om Samverkan', 'Important about Samverkan'),
      body: {
        sv: [
          `Nattens kontroll av granskningsloggen hittade ${faults} fel i kedjan. Det kan betyda att någon har ändrat eller tagit bort rader i efterhand.`,
          'Öppna granskningsloggen, se vilka rader det gäller och ta kontakt med den som driver installationen. Rätta inget innan det är utrett.',
        ],
        en: [
          `The nightly check of the audit log found ${faults} faults in the chain. Somebody may have changed or removed rows afterwards.`,
          'Open the audit log, see which rows it is about and contact whoever runs the installation. Mend nothing before it has been looked into.',
        ],
      },
      link: { url: `${this.home}/granskningslogg`, words: both('Öppna granskningsloggen', 'Open the audit log') },
    };
  }
}
