import Organisationsnummer from 'organisationsnummer';
import * as z from 'zod';

export type NumberFault =
  'organization.number-wrong-form' | 'organization.number-check-digit' | 'organization.number-is-personal';

/**
 * Reads an organisation number however it is written: "802003-1237", "8020031237", "16802003-1237". A legal person's third digit is
 * 2 or more (Skatteverket, SKV 709), so that no personal number is one. A sole trader's number is her personal number: it is refused.
 */
export function readOrganizationNumber(text: string): { number: string } | { fault: NumberFault } {
  const digits = text.normalize('NFKC').replace(/[\s\p{Pd}+−]/gu, '');
  if (!/^\d+$/.test(digits)) return { fault: 'organization.number-wrong-form' };
  const ten = digits.length === 12 ? digits.slice(2) : digits;
  if (ten.length !== 10) return { fault: 'organization.number-wrong-form' };
  if (Number(ten[2]) < 2 || (digits.length === 12 && !digits.startsWith('16')))
    return { fault: 'organization.number-is-personal' };
  if (!Organisationsnummer.valid(ten)) return { fault: 'organization.number-check-digit' };
  return { number: `${ten.slice(0, 6)}-${ten.slice(6)}` };
}

const faultOf = (text: string): NumberFault | null => {
  const read = readOrganizationNumber(text);
  return 'fault' in read ? read.fault : null;
};

/** A checked organisation number, always given as "NNNNNN-NNNN". What is refused is neither kept nor repeated. */
export const OrganizationNumber = z
  .string()
  .max(20)
  .refine((text) => faultOf(text) !== 'organization.number-wrong-form', 'organization.number-wrong-form')
  .refine((text) => faultOf(text) !== 'organization.number-is-personal', 'organization.number-is-personal')
  .refine((text) => faultOf(text) !== 'organization.number-check-digit', 'organization.number-check-digit')
  .overwrite((text) => {
    const read = readOrganizationNumber(text);
    return 'number' in read ? read.number : text;
  });
