import type { Letter } from './letter';

const noReply = {
  sv: 'Det här mejlet skickas av Samverkan och går inte att svara på.',
  en: 'This message is sent by Samverkan and cannot be replied to.',
};

const farewell = ({ replyTo }: Letter) =>
  replyTo
    ? { sv: `Om du svarar på mejlet går svaret till ${replyTo}.`, en: `If you reply, your answer goes to ${replyTo}.` }
    : noReply;

/** The subject, the plain text and the HTML of a letter: Swedish first, English beneath. */
export function letterView(letter: Letter): { subject: string; text: string; html: string } {
  const languages = ['sv', 'en'] as const;
  const text = languages
    .map((language) =>
      [
        ...(language === 'en' ? [`– ${letter.subject.en} –`] : []),
        ...letter.body[language],
        ...(letter.link ? [`${letter.link.words[language]}:\n${letter.link.url}`] : []),
        farewell(letter)[language],
        ...(letter.more ?? []).map(({ words, url }) => `${words[language]}:\n${url}`),
      ].join('\n\n'),
    )
    .join('\n\n\n');
  const html = languages
    .map((language) => {
      const paragraphs = [...letter.body[language]].map((words) => `<p>${escape(words).replaceAll('\n', '<br>')}</p>`);
      const link = letter.link
        ? [`<p><a href="${escape(letter.link.url)}">${escape(letter.link.words[language])}</a></p>`]
        : [];
      const heading = language === 'en' ? [`<h2>${escape(letter.subject.en)}</h2>`] : [];
      const more = (letter.more ?? []).map(
        ({ words, url }) => `<p><a href="${escape(url)}">${escape(words[language])}</a></p>`,
      );
      return `<div lang="${language}">${[...heading, ...paragraphs, ...link, `<p>${escape(farewell(letter)[language])}</p>`, ...more].join('\n')}</div>`;
    })
    .join('\n<hr>\n');
  return {
    subject: letter.subject.sv,
    text: `${text}\n`,
    html: `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${escape(letter.subject.sv)}</title></head><body>${html}</body></html>`,
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (words: string): string => words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
