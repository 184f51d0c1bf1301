// What the pages for those who ask for support without an account say.
import type { PageLanguage } from '@samverkan/public/api';

const book = {
  title: { sv: 'Be om kompetensstöd', en: 'Ask for support' },
  ingress: {
    sv: 'För dig som arbetar i en kommun eller region i länet. Berätta vad ni behöver för att arbeta bättre mot våld: råd, handledning, utbildning, material eller stöd i en process. Det tar ett par minuter.',
    en: 'For those who work in a municipality or a region in the county. Tell us what you need to work better against violence: advice, supervision, training, material or support through a process. It takes a few minutes.',
  },
  'not-a-case': {
    sv: 'Skriv om arbetet, aldrig om en person. Gäller det ett ärende, eller dig själv, finns kontaktvägar längst upp på sidan och på länets sida.',
    en: 'Write about the work, never about a person. If it is about a case, or yourself, you find where to turn at the top of the page and on the county’s page.',
  },
  account: {
    sv: 'Har din organisation konto i Samverkan? ',
    en: 'Does your organisation have an account in Samverkan? ',
  },
  'account.way': { sv: 'Logga in och be om stöd där', en: 'Sign in and ask there' },
  party: { sv: 'Var arbetar du?', en: 'Where do you work?' },
  'party.choose': { sv: 'Välj kommun eller region', en: 'Choose a municipality or the region' },
  'party.region': { sv: 'Regionen', en: 'The region' },
  workplace: { sv: 'Din funktion och enhet', en: 'Your function and unit' },
  'workplace.help': {
    sv: 'Till exempel: enhetschef, individ- och familjeomsorgen.',
    en: 'For example: head of unit, social services.',
  },
  need: { sv: 'Behovet i korthet', en: 'The need in brief' },
  'need.help': {
    sv: 'Till exempel: handledning i att ställa frågor om våld.',
    en: 'For example: supervision in asking about violence.',
  },
  text: { sv: 'Mer om behovet (om du vill)', en: 'More about the need (if you wish)' },
  form: { sv: 'Vilken form av stöd?', en: 'What form of support?' },
  urgency: { sv: 'När behövs det?', en: 'When is it needed?' },
  choose: { sv: 'Välj', en: 'Choose' },
  replyTo: { sv: 'Din e-postadress på arbetet', en: 'Your e-mail address at work' },
  send: { sv: 'Skicka', en: 'Send' },
  kept: {
    sv: 'Du får ett mejl med en länk. Först när du har bekräftat med den kommer det du skrivit till länsstyrelsen. Det kan då bli en allmän handling. Tar länsstyrelsen emot behovet kan de som har konto i din kommun eller region läsa det, men inte vem som skrev.',
    en: 'You get an e-mail with a link. What you have written reaches the county board only when you have confirmed it with the link. It may then become an official document. If the county board takes it in, those in your municipality or region who have an account can read the need, but not who wrote.',
  },
  wrong: {
    sv: 'Något behöver rättas innan det kan skickas.',
    en: 'Something needs to be put right before it can be sent.',
  },
  'wrong.party': {
    sv: 'Välj en kommun i länet, eller regionen.',
    en: 'Choose a municipality in the county, or the region.',
  },
  'wrong.workplace': {
    sv: 'Skriv din funktion och enhet, högst 200 tecken på en rad.',
    en: 'Write your function and unit, at most 200 characters on one line.',
  },
  'wrong.title': {
    sv: 'Skriv behovet i korthet: 5–300 tecken på en rad.',
    en: 'Write the need in brief: 5–300 characters on one line.',
  },
  'wrong.text': { sv: 'Korta texten till högst 4 000 tecken.', en: 'Shorten the text to at most 4,000 characters.' },
  'wrong.form': { sv: 'Välj form av stöd.', en: 'Choose a form of support.' },
  'wrong.urgency': { sv: 'Välj när det behövs.', en: 'Choose when it is needed.' },
  'wrong.replyTo': {
    sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
    en: 'Write an e-mail address, such as name@kommun.se.',
  },
  sensitive: {
    sv: 'Ta bort det som kan peka ut en person: personnummer, adress till skyddat boende eller berättelse om ett ärende. Stöd i ett enskilt ärende söks i den egna organisationen.',
    en: 'Remove what may point out a person: a personal number, the address of sheltered housing or the story of a case. For a single case, turn to your own organisation.',
  },
  'sent.title': { sv: 'Ett steg till', en: 'One more step' },
  'sent.text': {
    sv: 'Ett mejl är på väg till adressen du skrev. Öppna länken i det och tryck på Skicka till länsstyrelsen. Länken gäller i sju dagar.',
    en: 'An e-mail is on its way to the address you wrote. Open the link in it and press Send to the county board. The link is valid for seven days.',
  },
  'confirm.title': { sv: 'Skicka till länsstyrelsen', en: 'Send to the county board' },
  'confirm.text': { sv: 'Det här har du bett om:', en: 'This is what you have asked for:' },
  'confirm.send': { sv: 'Skicka till länsstyrelsen', en: 'Send to the county board' },
  'done.title': { sv: 'Tack, nu är det skickat', en: 'Thank you, it has been sent' },
  'done.text': {
    sv: 'Länsstyrelsen läser det du har skrivit och svarar till din e-postadress.',
    en: 'The county board reads what you have written and answers to your e-mail address.',
  },
  'closed.title': { sv: 'Formuläret är inte öppet', en: 'The form is not open' },
  'closed.text': {
    sv: 'Länsstyrelsen i länet tar inte emot behov den här vägen just nu. Hör av dig till någon av funktionerna på länets sida.',
    en: 'The county board does not receive requests this way just now. Contact one of the functions on the county’s page.',
  },
  'unusable.title': { sv: 'Länken gäller inte', en: 'The link is not valid' },
  'unusable.text': {
    sv: 'Den är redan använd, äldre än sju dagar eller inte fullständig. Har du redan skickat behöver du inte göra något mer.',
    en: 'It has been used already, is more than seven days old or is not complete. If you have already sent it, there is nothing more to do.',
  },
  'many.text': {
    sv: 'Det har redan gått flera mejl till adressen, eller kommit många försök härifrån. Inget har skickats nu. Leta efter mejlet, prova igen senare, eller hör av dig till någon av funktionerna på länets sida.',
    en: 'Several e-mails have gone to this address already, or many tries have come from here. Nothing was sent now. Look for the e-mail, try again later, or contact one of the functions on the county’s page.',
  },
  back: { sv: 'Till länets sida', en: 'To the county’s page' },
} as const satisfies Record<string, Record<PageLanguage, string>>;

export type InquiryWord = keyof typeof book;

export const inquiryWords =
  (language: PageLanguage) =>
  (key: InquiryWord): string =>
    book[key][language];
