// What stands on the public pages until a county writes its own words. Own plain words; dates are those of the last review of these pages.
import type { PublicPiece } from '@samverkan/public/contract';
import type { TextPlace } from './national-texts';

export const nationalSv: Record<PublicPiece, (place: TextPlace) => string> = {
  ingress: ({ board }) =>
    `${board} samordnar länets arbete tillsammans med kommuner, region, andra myndigheter och civilsamhälle. Här är det som är beslutat, utgivet och på gång, och vart du vänder dig.`,

  publications: () =>
    'Strategier, rapporter och vägledningar från länsstyrelsen. Sökningen läser också texten i filerna.',

  calendar: () => 'Utbildningar som är öppna för alla, och dagar då strategier börjar eller slutar gälla.',

  work: ({
    board,
  }) => `Uppdraget kommer från regeringen och gäller hela kedjan, från att förebygga våld till att förhindra återfall. ${board} gör det tillsammans med kommuner, region, andra myndigheter och civilsamhälle.

# Stödjer den som möter våld i sitt arbete

Vi ger råd och svarar på frågor från den som arbetar med våldsutsatta, barn och våldsutövare.

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

  audience: ({
    board,
  }) => `${board} vänder sig till dig som möter våldsutsatta, barn som har upplevt våld eller våldsutövare i ditt arbete eller ditt ideella engagemang: i kommun, region, skola, polis, annan myndighet eller förening.

Vi handlägger inte enskilda ärenden. Behöver du själv stöd står det längre ner på sidan vart du kan vända dig.`,

  support: ({ board }) => `# Du som behöver råd i ditt arbete

Hör av dig till någon av funktionerna här på sidan. Beskriv vad ni behöver, men skriv aldrig något som kan peka ut en enskild person. Har din organisation konto i Samverkan kan du också logga in.

# Du som själv är utsatt, eller oroar dig för någon

Socialtjänsten i din kommun ska ge stöd och hjälp till den som är utsatt för våld och till barn som upplever det. Du når den genom kommunens växel eller webbplats. Är det bråttom finns numren högst upp på sidan. Du behöver inte säga vem du är för att fråga.

# Du som utövar våld och vill sluta

Det finns hjälp. Socialtjänsten i din kommun kan berätta om den, och det finns en telefonlinje högst upp på sidan. ${board} tar inte emot enskilda ärenden.`,

  about: ({
    board,
    area,
  }) => `Samverkan är den gemensamma arbetsplatsen för länens arbete mot mäns våld mot kvinnor, våld i nära relationer och hedersrelaterat våld. Länsstyrelsen samordnar, och kommuner, region, andra myndigheter och föreningar gör arbetet tillsammans.

De här sidorna visar det som är beslutat eller utgivet ${area}: strategier med sina mål, publikationer, utbildningar och vart man vänder sig. Det som är arbetsmaterial visas inte här.

# Vem som svarar för innehållet

${board} svarar för texterna på sina sidor. Strategier återges med källa. Där ordalydelsen är vår egen står det så. Står det att en uppgift inte är kontrollerad mot källan så är den inte det.

# Inget om enskilda

I Samverkan ska det inte finnas några uppgifter om våldsutsatta, våldsutövare, barn eller anhöriga, och inga adresser till skyddade boenden.

# Öppna data

Publikationer och strategier finns också som data som vem som helst får använda.`,

  accessibility: ({
    board,
    contact,
  }) => `${board} står bakom de här sidorna, som är en del av tjänsten Samverkan. Vi vill att så många som möjligt ska kunna använda dem. Här står hur sidorna uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan rapportera dem.

# Hur tillgängliga sidorna är

Sidorna är delvis förenliga med lagen, på grund av bristerna som står här.

# Innehåll som inte är tillgängligt

- En del publikationer finns som filer som inte går att läsa med hjälpmedel. Det står vid varje fil om den är tillgänglig, inte tillgänglig eller om det är okänt (WCAG 1.1.1, 1.3.1 och 2.4.2). Filerna görs om när de ges ut på nytt, och du kan få innehållet på ett annat sätt om du frågar.
- En del titlar och sammanfattningar finns bara på svenska också på de engelska sidorna. De är märkta som svenska.

Inget undantag för oskäligt betungande anpassning åberopas.

# Säg till om något inte fungerar

Hittar du en brist, eller behöver du innehållet på ett annat sätt? Berätta det i formuläret som den här sidan leder till. ${contact}

# Tillsyn

Myndigheten för digital förvaltning har ansvar för tillsyn över lagen. Är du inte nöjd med hur vi hanterar din synpunkt kan du [anmäla det till myndigheten](https://www.digg.se/tdosanmalan).

# Hur vi har testat

Varje sida prövas automatiskt mot regler för giltig kod och för WCAG 2.1 nivå AA innan en ny version tas i bruk, på svenska och engelska, ljust och mörkt, på bred och smal skärm. Ingen utomstående har granskat dem, och vana användare av hjälpmedel har ännu inte provat dem.

Senaste bedömningen gjordes den 28 november 2026. Redogörelsen uppdaterades den 28 november 2026.`,

  privacy: ({ board, contact }) => `Du kan läsa de här sidorna utan att någon får veta vem du är.

# När du läser

Sidorna sätter inga kakor, räknar inte besök och hämtar ingenting från andra. De sparas inte i webbläsarens minne, men adressen kan stå kvar i historiken. Tjänsten antecknar inte vem som läser. Ett undantag finns: för att sidorna inte ska gå att överbelasta räknas sidvisningar från samma nätverk en kort stund, i en form som inte går att läsa tillbaka till adressen.

# När du anmäler dig till en utbildning

Den som ordnar utbildningen får det du fyller i och använder det för att ta emot dig. Uppgifterna tas bort 60 dagar efter utbildningen. Bara antal blir kvar. Du kan avboka genom länken i ditt mejl, och då tas de bort genast.

# När du berättar om en brist

Länsstyrelsen får det du skriver och den e-postadress du lämnar, om du lämnar någon. Adressen tas bort när du har fått svar, och det du skrev 60 dagar efter det. Det som ingen har svarat på tas bort efter ett år.

# När du ber om kompetensstöd

Länsstyrelsen får det du skriver, var du arbetar och din e-postadress, först när du har bekräftat adressen. Gör du inte det tas allt bort efter sju dagar. Svarar länsstyrelsen nej i stället för att ta emot behovet tas adressen bort genast, och resten 60 dagar efter det. Tar den emot behovet sparas det som ett stödbehov, som de som har konto i din kommun eller region kan läsa. Vem som skrev ser bara länsstyrelsen. Det, och adressen, tas bort 60 dagar efter att stödet är avslutat och frågan om vad det ledde till har ställts. Det som ingen har besvarat tas bort efter ett år.

# När du skriver till en funktion

Då tas ditt meddelande emot av den myndighet som funktionen hör till. Det kan bli en allmän handling.

# Vem som svarar, och dina rättigheter

${board} är personuppgiftsansvarig för sina sidor. Den rättsliga grunden är att uppgiften är av allmänt intresse. Du kan begära att få veta vilka uppgifter som finns om dig, få dem rättade eller borttagna. ${contact} Är du inte nöjd kan du klaga hos [Integritetsskyddsmyndigheten](https://www.imy.se/).`,
};
