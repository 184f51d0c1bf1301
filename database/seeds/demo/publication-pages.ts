// The text of the demo's publications: made up, in the words of the field.

const municipalities = ['Härnösand', 'Kramfors', 'Sollefteå', 'Sundsvall', 'Timrå', 'Ånge', 'Örnsköldsvik'];

const subjects = [
  [
    'Upptäcka',
    'Personalen ställer frågor om våld på rutin, i enrum och med tolk när det behövs. Den som svarar ja får veta vad som händer sedan.',
  ],
  [
    'Skydda',
    'Skyddsbehovet bedöms samma dag. Kommunen har avtal om skyddat boende och vet vem som har jour under kvällar och helger.',
  ],
  [
    'Stödja',
    'Stödet håller också när det akuta är över. Barn får ett eget stöd, och eftervården planeras tillsammans med den det gäller.',
  ],
  [
    'Arbeta med den som utövar våld',
    'Den som utövar våld erbjuds samtal utan lång väntan. Säkerheten för dem som utsatts går alltid först.',
  ],
  [
    'Hedersrelaterat våld',
    'Skola, elevhälsa och socialtjänst har en gemensam rutin för oro inför skollov. Regionens resursteam ger råd per telefon.',
  ],
  [
    'Orosanmälan',
    'En orosanmälan görs genast och tas emot av en namngiven funktion. Återkoppling ges inom två veckor när det är möjligt.',
  ],
  [
    'Utbildning',
    'Nyanställda går webbkursen om våld inom tre månader. Varje enhet har någon som håller kunskapen levande.',
  ],
  [
    'Samverkan',
    'Parterna möts fyra gånger om året. Minnesanteckningar skrivs i förväg som beslutspunkter, och varje punkt har en ansvarig funktion.',
  ],
  [
    'Uppföljning',
    'Uppgifterna samlas in en gång om året. Små tal redovisas inte, och inga uppgifter om enskilda personer förekommer.',
  ],
  [
    'Förebygga',
    'Våldsförebyggande program används i skolor och idrottsföreningar. Pojkars och mäns delaktighet är en del av arbetet.',
  ],
] as const;

/** Lines of at most eighty letters. */
const wrapped = (text: string): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** A page: its heading, then paragraphs with a line between. */
const page = (heading: string, ...paragraphs: string[]): string[] => [
  heading,
  ...paragraphs.flatMap((paragraph, at) => [...(at > 0 ? [''] : []), ...wrapped(paragraph)]),
];

export const handbook: readonly string[][] = [
  page(
    'Så samverkar vi kring våld i nära relationer',
    'Det här är en påhittad vägledning för demolänet. Den visar hur en publikation med text går att söka i, sida för sida.',
    'Vägledningen vänder sig till samordnare i kommuner och region och till den som möter våldsutsatta i sitt arbete.',
  ),
  ...subjects.map(([heading, text], at) =>
    page(
      `${at + 1}. ${heading}`,
      text,
      `Så kan det se ut i ${municipalities[at % 7]}: en gruppledare tar emot frågan, rutinen ligger på en sida och den som är osäker ringer kvinnofridssamordnaren.`,
      'Fråga er: Vet alla på enheten vem de ska vända sig till? När pratade ni senast om rutinen? Vad saknar ni för att kunna göra det ni har kommit överens om?',
    ),
  ),
  page('Läs mer', 'Socialstyrelsens handbok, Nationellt centrum för kvinnofrid och länsstyrelsens öppna sidor.'),
];

/** A long appendix: each municipality and subject, page after page. */
export const appendix: readonly string[][] = Array.from({ length: 300 }, (_, at) => {
  const [heading, text] = subjects[at % subjects.length] ?? subjects[0];
  const place = municipalities[Math.floor(at / subjects.length) % 7] ?? '';
  const year = 2016 + (Math.floor(at / 70) % 5);
  return page(
    `Bilaga ${Math.floor(at / 10) + 1}: ${heading}, ${place} ${year}`,
    text,
    `Underlaget är påhittat och gäller ${place} år ${year}. Enheterna har svarat på samma frågor som åren före, och svaren går att jämföra över tid.`,
    `På sidan ${at + 1} av 300 står vad som har gjorts, vad som återstår och vilken funktion som svarar för det.`,
  );
});

export const scan: readonly string[][] = Array.from({ length: 4 }, () => []);
