import type { ComponentChildren } from 'preact';
import type { Token, Tokens } from 'marked';
import { isSafe, tokensOf } from './prose-tokens';
import { type PageLanguage, type Words, wordsIn } from './words';

interface ProseProps {
  text: string;
  language: PageLanguage;
  /** The level of its headings: they follow upon the heading that stands above it. */
  under: 1 | 2;
}

/** What an editor wrote, drawn piece by piece; words that are no markup of ours stand as they are. */
export function Prose({ text, language, under }: ProseProps) {
  return <>{blocks(tokensOf(text), { words: wordsIn(language), under })}</>;
}

interface Drawing {
  words: Words;
  under: 1 | 2;
}

const blocks = (tokens: readonly Token[], drawing: Drawing): ComponentChildren =>
  tokens.map((token, at) => <Block key={at} token={token} drawing={drawing} />);

function Block({ token, drawing }: { token: Token; drawing: Drawing }) {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return <p>{inline((token as Tokens.Paragraph).tokens, drawing)}</p>;
    case 'heading': {
      const inside = inline((token as Tokens.Heading).tokens, drawing);
      return drawing.under === 1 ? <h2>{inside}</h2> : <h3>{inside}</h3>;
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const rows = items.map((item, at) => <li key={at}>{blocks(item.tokens, drawing)}</li>);
      return ordered ? <ol>{rows}</ol> : <ul>{rows}</ul>;
    }
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens, drawing)}</blockquote>;
    case 'text':
      return <>{inline((token as Tokens.Text).tokens ?? [token], drawing)}</>;
    default:
      return <p>{token.raw}</p>;
  }
}

const inline = (tokens: readonly Token[], drawing: Drawing): ComponentChildren =>
  tokens.map((token, at) => <Inline key={at} token={token} drawing={drawing} />);

function Inline({ token, drawing }: { token: Token; drawing: Drawing }) {
  switch (token.type) {
    case 'strong':
      return <strong>{inline((token as Tokens.Strong).tokens, drawing)}</strong>;
    case 'em':
      return <em>{inline((token as Tokens.Em).tokens, drawing)}</em>;
    case 'br':
      return <br />;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      if (!isSafe(href)) return <>{token.raw}</>;
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inline(tokens, drawing)} ({drawing.words('link.new-window')})
        </a>
      );
    }
    case 'escape':
    case 'text':
      return <>{(token as Tokens.Text).text}</>;
    default:
      return <>{token.raw}</>;
  }
}
