// What the demo county has written on its own public page; the rest is the national text.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const texts: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  work: [
    `Uppdraget kommer från regeringen och gäller hela kedjan, från att förebygga våld till att förhindra återfall. Länsstyrelsen Västernorrland gör det tillsammans med länets sju kommuner, Region Västernorrland, andra myndigheter och civilsamhället.

# Stödjer kommuner, region och organisationer

Vi ger råd och handledning och svarar på frågor från den som arbetar med våldsutsatta, barn och våldsutövare.

# Stärker samordningen

Vi för samman socialtjänst, vård, skola, polis och civilsamhälle så att stödet hänger ihop.

# Sprider kunskap och metoder

Vi ordnar utbildningar och hjälper verksamheter att börja med metoder som fungerar.

# Fångar upp frågor

Det som inte går att lösa i länet skickar vi vidare till nationell nivå och följer tills svaret kommer.

# Tar fram planer tillsammans

Länets plan skrivs av dem som ska genomföra den, och ersätts när den har gjort sitt.

# Kartlägger och följer upp

Varje år beskriver vi läget, resultaten och behoven i en rapport till regeringen.`,
    `The assignment comes from the Government and covers the whole chain, from preventing violence to preventing that it happens again. The county administrative board of Västernorrland does it together with the seven municipalities of the county, Region Västernorrland, other authorities and civil society.

# Supports municipalities, the region and organisations

We give advice and guidance and answer questions from those who work with people exposed to violence, with children and with people who use violence.

# Strengthens cooperation

We bring social services, health care, schools, the police and civil society together so that support is joined up.

# Spreads knowledge and methods

We arrange trainings and help services to take up methods that work.

# Takes questions further

What cannot be solved in the county we send on to the national level, and we follow it until there is an answer.

# Makes plans together

The county’s plan is written by those who are to carry it out, and it is replaced when it has done its work.

# Studies and follows up

Every year we describe the situation, the results and the needs in a report to the Government.`,
  ],
  audience: [
    `Vi vänder oss till dig som möter våldsutsatta, barn som har upplevt våld eller våldsutövare i ditt arbete eller ideella engagemang i Västernorrland. Vi handlägger inte enskilda ärenden.

Behöver du själv stöd står det längre ner på sidan vart du kan vända dig. Du behöver inte säga vem du är.`,
    `We are here for you who meet people exposed to violence, children who have experienced it, or people who use violence, in your work or as a volunteer in Västernorrland. We do not handle individual cases.

If you need support yourself, see further down on this page where you can turn. You need not say who you are.`,
  ],
};

export async function seedDemoPublicTexts(sql: Sql): Promise<void> {
  for (const [piece, [sv, en]] of Object.entries(texts))
    await sql(
      `insert into public_text (county_code, piece, sv, en, shown_from, published_by)
       select '22', $1::text, $2, $3, now() - interval '10 days', 'Utvecklingsledare mäns våld mot kvinnor'
       where not exists (select from public_text where county_code = '22' and piece = $1::text)`,
      [piece, sv, en],
    );
}
