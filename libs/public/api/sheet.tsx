// What the pages that are answered without an account are made of.
import type { ComponentChildren } from 'preact';

/** A page with a heading and what follows. */
export function Sheet({ heading, children }: { heading: string; children?: ComponentChildren }) {
  return (
    <div class="in-w hero">
      <div>
        <h1>{heading}</h1>
        {children}
      </div>
    </div>
  );
}

interface FieldProps {
  name: string;
  label: string;
  help?: string | undefined;
  /** What must be put right, in words. */
  fault?: string | undefined;
  /** The field itself, given what ties it to its words. */
  children: (told: object) => ComponentChildren;
}

/** One field with its words: what it is, what helps, what must be put right. */
export function Field({ name, label, help, fault, children }: FieldProps) {
  const about = [fault && `${name}-error`, help && `${name}-help`].filter(Boolean).join(' ');
  return (
    <p class="field">
      <label for={name}>{label}</label>
      {help ? (
        <span class="small" id={`${name}-help`}>
          {help}
        </span>
      ) : null}
      {fault ? (
        <span class="err" id={`${name}-error`}>
          {fault}
        </span>
      ) : null}
      {children({ id: name, name, 'aria-invalid': fault ? 'true' : undefined, 'aria-describedby': about || undefined })}
    </p>
  );
}
