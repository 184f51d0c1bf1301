import { goToNamed } from './go-to-named';

const place = () => {
  const section = document.createElement('section');
  section.id = 'rad-1';
  section.scrollIntoView = () => undefined;
  return section;
};

describe('a page opened at something its address names', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    document.body.replaceChildren();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  afterEach(() => jest.useRealTimers());

  it('is read from there, also when that comes late', () => {
    goToNamed(document, 'rad-1');
    jest.advanceTimersByTime(3000);
    const section = place();
    document.body.append(section);
    jest.advanceTimersByTime(100);
    expect(document.activeElement).toBe(section);
  });

  it('leaves whoever has begun something where she is', () => {
    goToNamed(document, 'rad-1');
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    document.body.append(place());
    jest.advanceTimersByTime(11_000);
    expect(document.activeElement).toBe(field);
  });

  it('leaves whoever has scrolled where she is', () => {
    goToNamed(document, 'rad-1');
    document.dispatchEvent(new Event('wheel'));
    document.body.append(place());
    jest.advanceTimersByTime(11_000);
    expect(document.activeElement).toBe(document.body);
  });
});
