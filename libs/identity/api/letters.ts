import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type Letter, both, homeOf } from '@samverkan/shared/api';

const dayIn = (day: string, language: 'sv-SE' | 'en-GB'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The letters of identity. Subjects say nothing about what the matter is; codes stand in fragments, which no server is sent. */
@Injectable()
export class Letters {
  private readonly home: string;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.home = homeOf(settings);
  }

  invitation(to: string, organization: string, inviter: string, token: string): Letter {
    return {
      to,
      subject: both('Inbjudan till Samverkan', 'Invitation to Samverkan'),
      body: {
        sv: [
          'Hej!',
          `${inviter} bjuder in dig till Samverkan, där ni som arbetar mot våld i nära relationer håller ihop arbetet. Du bjuds in för ${organization}.`,
          'Länken gäller i sju dagar och kan användas en gång. Var du inte med på det här? Då kan du bortse från mejlet.',
        ],
        en: [
          'Hello!',
          `${inviter} invites you to Samverkan, where those who work against violence in close relations keep the work together. You are invited on behalf of ${organization}.`,
          'The link is good for seven days and works once. If you did not expect this, you can ignore the message.',
        ],
      },
      link: { url: `${this.home}/inbjudan#${token}`, words: both('Ta emot inbjudan', 'Accept the invitation') },
    };
  }

  reset(to: string, token: string): Letter {
    return {
      to,
      subject: both('Ditt konto i Samverkan', 'Your account in Samverkan'),
      body: {
        sv: [
          'Någon, förmodligen du, har bett om att få välja ett nytt lösenord.',
          'Länken gäller i 30 minuter och kan användas en gång. Du loggas ut överallt, och nästa inloggning frågar efter ditt andra steg som vanligt.',
          'Var det inte du? Då behöver du inte göra något: lösenordet är kvar som det var.',
        ],
        en: [
          'Somebody, probably you, has asked to choose a new password.',
          'The link is good for 30 minutes and works once. You will be signed out everywhere, and the next sign-in asks for your second step as usual.',
          'If it was not you, there is nothing you need to do: the password is unchanged.',
        ],
      },
      link: { url: `${this.home}/nytt-losenord#${token}`, words: both('Välj nytt lösenord', 'Choose a new password') },
    };
  }

  /** Something about how she signs in was changed: she is told, wherever it was done from. */
  changed(to: string, what: 'password' | 'second-factor' | 'recovery-code'): Letter {
    const said = {
      password: both('Ditt lösenord har bytts.', 'Your password has been changed.'),
      'second-factor': both(
        'Ditt andra steg vid inloggningen har ändrats: en app eller passnyckel har lagts till eller tagits bort.',
        'Your second step at sign-in has been changed: an app or a passkey was added or removed.',
      ),
      'recovery-code': both(
        'En av dina återställningskoder har använts för att logga in.',
        'One of your recovery codes was used to sign in.',
      ),
    }[what];
    return {
      to,
      subject: both('Ditt konto i Samverkan', 'Your account in Samverkan'),
      body: {
        sv: [
          said.sv,
          'Var det inte du? Byt lösenord genast och hör av dig till den som administrerar Samverkan i ditt län.',
        ],
        en: [
          said.en,
          'If it was not you, change your password at once and contact whoever administers Samverkan in your county.',
        ],
      },
      link: { url: `${this.home}/konto`, words: both('Ditt konto', 'Your account') },
    };
  }

  /** The account or a membership is about to end by itself. */
  ending(to: string, what: 'idle' | 'attest', lastDay: string): Letter {
    const said =
      what === 'idle'
        ? both(
            `Du har inte loggat in på länge. Kontot stängs efter den ${dayIn(lastDay, 'sv-SE')} om du inte loggar in innan dess.`,
            `You have not signed in for a long time. The account is closed after ${dayIn(lastDay, 'en-GB')} unless you sign in before then.`,
          )
        : both(
            `Ditt uppdrag i Samverkan upphör efter den ${dayIn(lastDay, 'sv-SE')} om ingen bekräftar att det fortfarande gäller. Be den som administrerar Samverkan i ditt län att bekräfta det.`,
            `Your membership in Samverkan ends after ${dayIn(lastDay, 'en-GB')} unless somebody confirms that it still holds. Ask whoever administers Samverkan in your county.`,
          );
    return {
      to,
      subject: both('Ditt konto i Samverkan', 'Your account in Samverkan'),
      body: { sv: [said.sv], en: [said.en] },
      link: { url: `${this.home}/`, words: both('Logga in', 'Sign in') },
    };
  }

  /** A system's token is about to end. */
  tokenEnding(
    to: string,
    { name, organization, lastDay }: { name: string; organization: string; lastDay: string },
    organizationId: string,
  ): Letter {
    return {
      to,
      subject: both('En systemnyckel i Samverkan slutar gälla', 'A system key in Samverkan is about to end'),
      body: {
        sv: [
          `Systemnyckeln ${name} för ${organization} gäller till och med den ${dayIn(lastDay, 'sv-SE')}. Därefter kommer systemet inte in.`,
          'Behövs den fortfarande? Skapa en ny och byt den i systemet innan dess.',
        ],
        en: [
          `The system key ${name} of ${organization} is good until ${dayIn(lastDay, 'en-GB')}. After that day the system cannot get in.`,
          'Is it still needed? Make a new one and put it into the system before then.',
        ],
      },
      link: {
        url: `${this.home}/systemnycklar?organization=${organizationId}`,
        words: both('Öppna systemnycklarna', 'Open the system keys'),
      },
    };
  }

  /** Tells an administrator that an emergency account was opened, and why. */
  emergency(to: string, name: string, reason: string, until: string): Letter {
    return {
      to,
      subject: both('Ett nödkonto har öppnats i Samverkan', 'An emergency account has been opened in Samverkan'),
      body: {
        sv: [
          `${name} är inloggat till ${until}.`,
          `Skäl som angavs: ${reason}`,
          'Är det inte väntat? Då är det bråttom: en systemadministratör stänger kontot under Personer, och den som sköter servern kan göra det med ett kommando. Rutinen står i driftdokumentationen.',
        ],
        en: [
          `${name} is signed in until ${until}.`,
          `Reason given: ${reason}`,
          'If this is not expected, act at once: a system administrator closes the account under People, and whoever runs the server can do it with a command. The routine is in the operations manual.',
        ],
      },
      link: { url: `${this.home}/personer`, words: both('Öppna Personer', 'Open People') },
    };
  }
}
