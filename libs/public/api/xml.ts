// XML by the same hands that draw the pages: escaped by the library, never by us.
import { type ComponentChildren, type VNode, h } from 'preact';
import { render } from 'preact-render-to-string';

type Attributes = Record<string, string>;

/** An element with its attributes and what stands in it. */
export const element = (name: string, attributes: Attributes | null, ...children: ComponentChildren[]): VNode =>
  h(name, attributes as object, ...children);

/** What XML has no characters for is left out: an editor may have pasted it. */
export const said = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(']]>', ']] >');

export const document = (root: VNode): string => `<?xml version="1.0" encoding="UTF-8"?>\n${render(root)}\n`;
